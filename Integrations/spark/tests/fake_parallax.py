#!/usr/bin/env python3
"""Stands in for `parallax` in tests: answers records as `parallax pipe` does, and fails as it is told to.

FAKE=die:N       ends by a signal after N answers, with a word on standard error
FAKE=half:N      stops in the middle of answer N + 1, with status 0
FAKE=less:N      says all is well after N answers
FAKE=more        gives a line too many
FAKE=status:N    answers everything, then ends with status N
FAKE=slow:S      waits S seconds before each answer
"""

import json
import os
import signal
import sys
import time

fault, _, detail = os.environ.get("FAKE", "").partition(":")
if "--bad-option" in sys.argv:
    sys.exit("parallax: error: unknown option --bad-option")
failed = False
answered = 0
for line in sys.stdin.buffer:
    if fault == "die" and answered == int(detail):
        print("Fatal: the pier fell down", file=sys.stderr, flush=True)
        os.kill(os.getpid(), signal.SIGABRT)
    if fault == "less" and answered == int(detail):
        sys.exit(0)
    if fault == "slow":
        time.sleep(float(detail))
    try:
        record = json.loads(line)
        answer = {"schema": "parallax.analysis/1", "id": record["id"], "document": {"text": record["text"]}}
    except (ValueError, TypeError, KeyError) as error:
        answer = {"id": None, "error": {"code": "unusable", "message": repr(error)}}
        failed = True
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"
    if fault == "half" and answered == int(detail):
        sys.stdout.write(text[:20])
        sys.stdout.flush()
        sys.exit(0)
    sys.stdout.write(text)
    sys.stdout.flush()
    answered += 1
if fault == "more":
    print("{}", flush=True)
sys.exit(int(detail) if fault == "status" else 2 if failed else 0)
