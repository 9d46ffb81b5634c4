"""From the files of `parallax batch` to pandas."""

from __future__ import annotations

import csv
import gzip
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Dict, Iterator, Optional, Sequence, Union

import pandas as pd

from ._tables import TABLES

Folder = Union[str, "os.PathLike[str]"]


@dataclass(frozen=True)
class Results:
    """The tables of one run, tied together by `doc_id`."""

    #: One row per article.
    documents: pd.DataFrame
    #: One row per paragraph, with its text.
    paragraphs: pd.DataFrame
    #: One row per finding; those with `counted` false are shown but not in any number.
    findings: pd.DataFrame
    #: One row per unit of text, category and voice.
    measures: pd.DataFrame
    #: One row per target of stance.
    targets: pd.DataFrame
    #: One row per input that could not be analyzed.
    failures: pd.DataFrame


def read(folder: Folder) -> Results:
    """Reads all tables of a run. For runs larger than memory see `read_table` and `analyses`."""
    return Results(**{name: read_table(folder, name) for name in TABLES})


def read_table(folder: Folder, table: str, columns: Optional[Sequence[str]] = None) -> pd.DataFrame:
    """Reads one of `TABLES`, or only some of its columns.

    An empty cell is a missing value and nothing else is: an article of the outlet `NA` keeps its outlet.
    """
    if table not in TABLES:
        raise ValueError(f"no table {table!r}; there are {', '.join(TABLES)}")
    path = Path(folder, f"{table}.csv")
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such table; is {folder} the folder given to parallax batch -o?")
    with open(path, newline="", encoding="utf-8") as lines:
        header = next(csv.reader(lines), [])
    missing = [name for name in (columns or TABLES[table]) if name not in header]
    if missing:
        raise ValueError(f"{path}: no column {', '.join(missing)} among {', '.join(header)}")
    frame: pd.DataFrame = pd.read_csv(
        path,
        dtype={name: kind for name, kind in TABLES[table].items() if name in header},
        usecols=list(columns) if columns is not None else None,
        keep_default_na=False,
        na_values=[""],
        encoding="utf-8",
    )
    return frame[list(columns)] if columns is not None else frame


def analyses(path: Folder) -> Iterator[Dict[str, Any]]:
    """The analyses (`parallax.analysis/1`) of a run, one at a time, so that a run of any size can be read.

    `path` is the folder of a run, or a file of lines such as `parallax pipe` writes, also compressed (`.gz`).
    """
    place = Path(path)
    yield from _records(place / "analyses.jsonl" if place.is_dir() else place)


def rates(measures: pd.DataFrame, voice: str = "author", value: str = "rate_per_1000") -> pd.DataFrame:
    """Whole articles by categories: one row per `doc_id`, one column per category.

    `voice` is `author`, `direct`, `indirect`, `excerpt` or `all`. A voice without words in an article is
    missing there, never zero.
    """
    chosen = measures[(measures["level"] == "document") & (measures["voice"] == voice)]
    if chosen.empty and not measures.empty:
        voices = ", ".join(sorted(measures["voice"].dropna().unique()))
        raise ValueError(f"no measures of the voice {voice!r}; there are {voices}")
    return chosen.pivot(index="doc_id", columns="category", values=value)


def excerpt(text: str, finding: "Union[pd.Series[Any], Dict[str, Any]]", around: int = 40) -> str:
    """A finding in its text, in brackets; `text` is `document.text` of its analysis."""
    start, end = int(finding["start"]), int(finding["end"])
    return f"{text[max(0, start - around) : start]}[{text[start:end]}]{text[end : end + around]}"


def _records(path: Path) -> Iterator[Dict[str, Any]]:
    with _open(path) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise ValueError(f"{path}, line {number}: {error}; was the run cut off?") from error


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return open(path, encoding="utf-8")
