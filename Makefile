# The commands of this project. `make demo` and `make test` set up everything on a machine with only Swift on it.

SWIFT ?= swift
BINARY = .build/release/parallax
UNAME := $(shell uname -s)
# On Linux the Swift runtime goes into the binary, so that it can be copied to a machine without Swift.
ifeq ($(UNAME),Linux)
RELEASE_FLAGS = --static-swift-stdlib
endif

.PHONY: help setup build demo demo-compare test format format-check lexicon-check clean \
	benchmark fuzz test-resume test-browser samples test-broken evaluate-extraction evaluate-voice evaluate-bias evaluate-stance \
	fit-factors fit-stance framing-constant evaluate-events test-python test-r test-spark

help:
	@echo "make demo            build, and make a report from a bundled article"
	@echo "make demo-compare    build, and compare three bundled articles on one event"
	@echo "make test            run every test"
	@echo "make samples         write the pages of Reports/Samples anew"
	@echo "make test-python         test the Python of Integrations/ (no Java, no Swift)"
	@echo "make test-r              test the R of Integrations/, where there is R"
	@echo "make test-spark          run Parallax in a Spark cluster of two workers on this machine"
	@echo "make test-browser    open the pages in headless Chromium; DATA=folder adds three saved pages"
	@echo "make build           build the release binary: $(BINARY)"
	@echo "make format-check    check the layout of the code"
	@echo "make lexicon-check   lint and test the lexicons"
	@echo "make benchmark           measure speed; PAGES=folder and TEXT=file take your own"
	@echo "make fuzz RUNS=n         load mutated pages and texts; DATA=folder adds samples"
	@echo "make test-resume         kill batches and let them go on; ARTICLES=n KILLS=n"
	@echo "make test-broken         send 10,000 broken records among good ones through pipe"
	@echo "make evaluate-extraction DATA=folder    score the loader on gold pages"
	@echo "make evaluate-voice DATA=folder         score voices on gold articles"
	@echo "make evaluate-bias DATA=folder          score the lexicons on gold sentences"
	@echo "make evaluate-compare DATA=folder       test the tests between outlets"
	@echo "make evaluate-stance DATA=folder        score stance toward targets on gold sentences and articles"
	@echo "make evaluate-events DATA=folder        find the events of shuffled articles; TIME=yes times 10,000"
	@echo "make fit-factors DATA=folder            fit the factors of categories and voices, out of fold"

# The headers of libxml2 and zlib are all that is needed beside Swift.
setup:
	@sh .ci/setup

# The binary compiles the lexicons; a second pass takes the result in where it is new. Every start is then
# several times faster. The first pass needs the file, if only an empty one, to see it change.
IMAGE = Lexicons/compiled.bin
BUILD = PARALLAX_COMPILED_LEXICONS=1 $(SWIFT) build -c release $(RELEASE_FLAGS) --product parallax

build: setup
	@[ -e $(IMAGE) ] || : > $(IMAGE)
	$(BUILD)
	@$(BINARY) lexicon compile -o $(IMAGE).new
	@if cmp -s $(IMAGE) $(IMAGE).new; then rm $(IMAGE).new; else mv $(IMAGE).new $(IMAGE) && $(BUILD); fi
	@$(BINARY) lexicon compile --check || { touch Lexicons/embed.c && $(BUILD); }

demo: build
	$(BINARY) report Reports/Demo/tidewater-ledger.html -o report.html
	@echo "The report is in $(CURDIR)/report.html: open it in a browser."

demo-compare: build
	$(BINARY) compare --manifest Reports/Demo/ferry-order/manifest.csv -o comparison.html
	@echo "The comparison is in $(CURDIR)/comparison.html: open it in a browser."

test: setup
	$(SWIFT) build --build-tests $(BUILD_FLAGS)
	$(SWIFT) test --skip-build

# The pages of Reports/Samples, as README links them; a test holds them to what the program writes.
samples: build
	$(BINARY) report Reports/Demo/tidewater-ledger.html -o Reports/Samples/report.html
	$(BINARY) compare --manifest Reports/Demo/ferry-order/manifest.csv -o Reports/Samples/comparison.html

# Debian's chromium and chromium-driver; Selenium and axe-core from PyPI. Pictures and PDFs for the eye are
# left in .build/browser.
BROWSER_PYTHON = .venv-browser/bin/python

$(BROWSER_PYTHON): Tests/Browser/requirements.txt
	python3 -m venv .venv-browser
	.venv-browser/bin/pip install --quiet -r Tests/Browser/requirements.txt
	@touch $@

test-browser: build $(BROWSER_PYTHON)
	PARALLAX=$(BINARY) DATA=$(DATA) $(BROWSER_PYTHON) -m unittest discover -s Tests/Browser

format:
	$(SWIFT) format -i -r Sources Tests Package.swift

format-check:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

lexicon-check: build
	$(BINARY) lexicon lint
	$(BINARY) lexicon test

# Processor time as ratios to a yardstick of the same run. Wants a quiet machine less than a fair one.
BENCHMARKS = .build/release/parallax-benchmarks

benchmark: build
	PARALLAX_COMPILED_LEXICONS=1 $(SWIFT) build -c release $(RELEASE_FLAGS) --product parallax-benchmarks
	$(BENCHMARKS) --binary $(BINARY) $(if $(PAGES),--pages $(PAGES)) $(if $(TEXT),--text $(TEXT))

# Mutated input, in process, the same for the same seed. DATA=folder takes its files as samples, too; they
# are read and not kept.
RUNS ?= 1000000
SEED ?= 1
FUZZ = .build/release/parallax-fuzz

fuzz: setup
	@[ -e $(IMAGE) ] || : > $(IMAGE)
	PARALLAX_COMPILED_LEXICONS=1 $(SWIFT) build -c release $(RELEASE_FLAGS) --product parallax-fuzz
	$(FUZZ) --runs $(RUNS) --seed $(SEED) --failures .build/fuzz Tests/Fixtures Reports/Demo $(DATA)

# Batches that are killed, cut off and run out of room must come to the same bytes as one that was not.
ARTICLES ?= 2000
KILLS ?= 20

test-resume: build
	python3 Evaluation/Batch/resume.py $(BINARY) --articles $(ARTICLES) --kills $(KILLS) --seed $(SEED)

# Broken records among good ones: one line each, the good ones unharmed.
test-broken: build
	python3 Evaluation/Batch/broken.py $(BINARY)

# Gold data and scorers stand beside the checkout; see EVALUATION.md.
EVAL ?= ../shared/eval
GOLD ?= ../shared/data
RESULTS = .build/evaluation
PYTHON = .venv/bin/python

.venv/bin/python:
	python3 -m venv .venv
	.venv/bin/pip install --quiet numpy

evaluate-extraction: DATA ?= $(GOLD)/extraction
evaluate-extraction: build
	@mkdir -p $(RESULTS)
	@for set in readability-dev trafilatura-dev; do \
	  echo "== $$set"; \
	  $(BINARY) extract $(DATA)/$$set/pages --format jsonl --quiet > $(RESULTS)/$$set.jsonl; \
	  python3 $(EVAL)/extraction/score.py --gold $(DATA)/$$set --pred $(RESULTS)/$$set.jsonl; \
	done

evaluate-voice: DATA ?= $(GOLD)/voice
evaluate-voice: build $(PYTHON)
	@mkdir -p $(RESULTS)
	python3 $(EVAL)/voice/adapt.py input --gold $(DATA)/polnear.jsonl > $(RESULTS)/voice-in.jsonl
	$(BINARY) pipe < $(RESULTS)/voice-in.jsonl > $(RESULTS)/voice-out.jsonl
	python3 $(EVAL)/voice/adapt.py predictions --gold $(DATA)/polnear.jsonl --analyses $(RESULTS)/voice-out.jsonl \
	  > $(RESULTS)/voice-pred.jsonl
	$(PYTHON) $(EVAL)/voice/score.py --gold $(DATA)/polnear.jsonl --pred $(RESULTS)/voice-pred.jsonl
	$(PYTHON) $(EVAL)/voice/score.py --gold $(DATA)/polnear.jsonl --pred $(RESULTS)/voice-pred.jsonl --view speech

evaluate-bias: DATA ?= $(GOLD)/bias
evaluate-bias: build $(PYTHON)
	@mkdir -p $(RESULTS)
	@for task in babe-sentence basil-lexical; do \
	  echo "== $$task"; \
	  articles=""; [ $$task = basil-lexical ] && articles="--articles $(DATA)/basil-articles.jsonl"; \
	  python3 $(EVAL)/bias/adapt.py input $$task --gold $(DATA)/$$task.jsonl $$articles > $(RESULTS)/$$task-in.jsonl; \
	  $(BINARY) pipe < $(RESULTS)/$$task-in.jsonl > $(RESULTS)/$$task-out.jsonl; \
	  python3 $(EVAL)/bias/adapt.py predictions $$task --gold $(DATA)/$$task.jsonl \
	    --analyses $(RESULTS)/$$task-out.jsonl > $(RESULTS)/$$task-pred.jsonl; \
	  $(PYTHON) $(EVAL)/bias/score.py $$task --gold $(DATA)/$$task.jsonl --pred $(RESULTS)/$$task-pred.jsonl \
	    --dev-gold $(DATA)/$$task.jsonl --dev-pred $(RESULTS)/$$task-pred.jsonl; \
	done

# The numbers of SlantFactors.swift, fitted to what evaluate-bias has left.
fit-factors: DATA ?= $(GOLD)/bias
fit-factors: evaluate-bias
	$(PYTHON) Evaluation/fit_factors.py --eval $(EVAL)/bias --data $(DATA) --results $(RESULTS)

evaluate-stance: DATA ?= $(GOLD)/bias
evaluate-stance: build $(PYTHON)
	@mkdir -p $(RESULTS)
	python3 $(EVAL)/bias/adapt.py input newsmtsc --gold $(DATA)/newsmtsc.jsonl > $(RESULTS)/newsmtsc-in.jsonl
	$(BINARY) pipe < $(RESULTS)/newsmtsc-in.jsonl > $(RESULTS)/newsmtsc-out.jsonl
	python3 $(EVAL)/bias/adapt.py predictions newsmtsc --gold $(DATA)/newsmtsc.jsonl \
	  --analyses $(RESULTS)/newsmtsc-out.jsonl > $(RESULTS)/newsmtsc-pred.jsonl
	$(PYTHON) $(EVAL)/bias/score.py newsmtsc --gold $(DATA)/newsmtsc.jsonl --pred $(RESULTS)/newsmtsc-pred.jsonl \
	  --dev-gold $(DATA)/newsmtsc.jsonl --dev-pred $(RESULTS)/newsmtsc-pred.jsonl
	python3 $(EVAL)/bias/adapt.py input basil-lexical --gold $(DATA)/basil-lexical.jsonl \
	  --articles $(DATA)/basil-articles.jsonl > $(RESULTS)/basil-stance-in.jsonl
	$(BINARY) pipe < $(RESULTS)/basil-stance-in.jsonl > $(RESULTS)/basil-stance-out.jsonl
	python3 $(EVAL)/bias/adapt.py stance --gold $(DATA)/basil-articles.jsonl \
	  --analyses $(RESULTS)/basil-stance-out.jsonl
	$(PYTHON) Evaluation/fit_stance.py --data $(DATA) --results $(RESULTS)

# The numbers of StanceWeights.swift, fitted to what evaluate-stance has left.
fit-stance: DATA ?= $(GOLD)/bias
fit-stance: evaluate-stance
	$(PYTHON) Evaluation/fit_stance.py --data $(DATA) --results $(RESULTS) --fit

# The k of FramingIndex.swift.
framing-constant: build
	@mkdir -p $(RESULTS)
	python3 $(EVAL)/voice/adapt.py input --gold $(GOLD)/voice/polnear.jsonl > $(RESULTS)/voice-in.jsonl
	$(BINARY) pipe < $(RESULTS)/voice-in.jsonl > $(RESULTS)/voice-out.jsonl
	python3 Evaluation/framing_constant.py $(RESULTS)/voice-out.jsonl

# Articles of one outlet split at random: whoever calls a difference is wrong.
NULL_SPLITS = .build/release/parallax-null-splits

evaluate-compare: DATA ?= $(GOLD)/bias
evaluate-compare: build
	@mkdir -p $(RESULTS)
	PARALLAX_COMPILED_LEXICONS=1 $(SWIFT) build -c release $(RELEASE_FLAGS) --product parallax-null-splits
	python3 $(EVAL)/bias/adapt.py input basil-lexical --gold $(DATA)/basil-lexical.jsonl \
	  --articles $(DATA)/basil-articles.jsonl > $(RESULTS)/compare-in.jsonl
	$(NULL_SPLITS) $(RESULTS)/compare-in.jsonl

# Articles of known events, shuffled and with their events hidden. TIME=yes adds invented articles, up to 10,000.
evaluate-events: DATA ?= $(GOLD)/bias
evaluate-events: build
	@mkdir -p $(RESULTS)
	python3 Evaluation/score_events.py --binary $(BINARY) --articles $(DATA)/basil-articles.jsonl \
	  --sentences $(DATA)/basil-lexical.jsonl
ifdef TIME
	@for articles in 1250 2500 5000 10000; do \
	  echo "== $$articles articles"; \
	  python3 Evaluation/generate_events.py $$articles > $(RESULTS)/events.ndjson; \
	  bash -c "time $(BINARY) events $(RESULTS)/events.ndjson -o $(RESULTS)/events.csv"; \
	  python3 Evaluation/score_generated_events.py < $(RESULTS)/events.csv; \
	done
endif

# The constants of DispersionCalibration.swift, from articles of several outlets.
dispersion: DATA ?= $(GOLD)/voice
dispersion: build
	@mkdir -p $(RESULTS)
	python3 $(EVAL)/voice/adapt.py input --gold $(DATA)/polnear.jsonl > $(RESULTS)/voice-in.jsonl
	$(BINARY) pipe < $(RESULTS)/voice-in.jsonl > $(RESULTS)/voice-out.jsonl
	python3 Evaluation/dispersion.py $(RESULTS)/voice-out.jsonl

# The readers of results and the Spark bridge's own part, in a virtual environment that git ignores.
PYTHON_TESTS = .build/python-tests

$(PYTHON_TESTS)/bin/mypy:
	python3 -m venv $(PYTHON_TESTS)
	$(PYTHON_TESTS)/bin/pip install --quiet --disable-pip-version-check "pandas<3" "pandas-stubs<3" pyarrow pytest mypy

test-python: $(PYTHON_TESTS)/bin/mypy
	cd Integrations/python && $(CURDIR)/$(PYTHON_TESTS)/bin/mypy && $(CURDIR)/$(PYTHON_TESTS)/bin/pytest -q
	cd Integrations/spark && $(CURDIR)/$(PYTHON_TESTS)/bin/mypy && $(CURDIR)/$(PYTHON_TESTS)/bin/pytest -q

test-r:
	@if command -v Rscript >/dev/null; then Rscript Integrations/r/test.R; else echo "no R here: left out"; fi

# Java from Debian and PySpark from PyPI (about 450 MB) where they are missing, then twenty thousand records with
# accidents; see Integrations/spark/README.md. RECORDS and TIMED take other numbers of records.
SPARK_TESTS = .build/spark-tests
RECORDS ?= 20000
TIMED ?= 4000

$(SPARK_TESTS)/bin/spark-submit:
	python3 -m venv $(SPARK_TESTS)
	$(SPARK_TESTS)/bin/pip install --quiet --disable-pip-version-check "pyspark>=3.5" "pandas<3" pyarrow setuptools wheel

test-spark: build $(SPARK_TESTS)/bin/spark-submit
	@command -v java >/dev/null || sh .ci/java
	rm -rf $(SPARK_TESTS)/wheel
	$(SPARK_TESTS)/bin/pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
	  -w $(SPARK_TESTS)/wheel Integrations/spark
	$(SPARK_TESTS)/bin/python -W ignore Integrations/spark/tests/run_cluster.py --binary $(BINARY) \
	  --package $(SPARK_TESTS)/wheel/*.whl --folder $(SPARK_TESTS)/run --records $(RECORDS) --timed $(TIMED)

clean:
	$(SWIFT) package clean
	rm -f report.html comparison.html $(IMAGE) $(IMAGE).new
