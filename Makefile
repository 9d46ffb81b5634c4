# The commands of this project. `make demo` and `make test` set up everything on a machine with only Swift on it.

SWIFT ?= swift
BINARY = .build/release/parallax
UNAME := $(shell uname -s)
# On Linux the Swift runtime goes into the binary, so that it can be copied to a machine without Swift.
ifeq ($(UNAME),Linux)
RELEASE_FLAGS = --static-swift-stdlib
endif

.PHONY: help setup build demo test format format-check lint lexicon-check clean

help:
	@echo "make demo            build, and make a report from a bundled article"
	@echo "make test            run every test"
	@echo "make build           build the release binary: $(BINARY)"
	@echo "make format-check    check the layout of the code"
	@echo "make lexicon-check   lint and test the lexicons"

# libxml2's headers are the one thing needed beside Swift.
setup:
	@sh .ci/setup

build: setup
	$(SWIFT) build -c release $(RELEASE_FLAGS) --product parallax

demo: build
	$(BINARY) report Reports/Demo/tidewater-ledger.html -o report.html
	@echo "The report is in $(CURDIR)/report.html: open it in a browser."

test: setup
	$(SWIFT) build --build-tests $(BUILD_FLAGS)
	$(SWIFT) test --skip-build

format:
	$(SWIFT) format -i -r Sources Tests Package.swift

format-check:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

lexicon-check: build
	$(BINARY) lexicon lint
	$(BINARY) lexicon test

clean:
	$(SWIFT) package clean
	rm -f report.html
