"""What the parts of the cluster test share: the run's files, checks that stop it, and rows to compare."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable

#: Records of the parts that look at single rows.
FEW = 400


@dataclass(frozen=True)
class Run:
    """Where a run works and on what."""

    folder: Path
    binary: Path
    records: int
    timed: int


def say(*words: object) -> None:
    print(*words, flush=True)


def check(holds: bool, what: str) -> None:
    say(f"  {'ok  ' if holds else 'FAIL'} {what}")
    if not holds:
        sys.exit(f"test-spark: {what}: not so")


def digest(line: bytes) -> bytes:
    """What a row says; the number of a line without an id is that of one process's input."""
    if line.startswith(b'{"id":null,"line":'):
        line = re.sub(rb'"line":\d+,', b"", line, count=1)
    return hashlib.sha256(line.rstrip(b"\n")).digest()


def digests(files: Iterable[Path]) -> "Counter[bytes]":
    rows: Counter[bytes] = Counter()
    for path in files:
        with open(path, "rb") as lines:
            rows.update(map(digest, lines))
    return rows


def alone(run: Run, records: str, jobs: int, output: str) -> "tuple[float, float]":
    """Wall and processor seconds of `parallax pipe` without Spark."""
    before, start = os.times(), time.monotonic()
    with open(run.folder / records, "rb") as source, open(run.folder / output, "wb") as target:
        subprocess.run([run.binary, "pipe", "--quiet", "--jobs", str(jobs)], stdin=source, stdout=target)
    wall, after = time.monotonic() - start, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, spent
