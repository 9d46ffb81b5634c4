"""The columns of an analysis, `parallax.analysis/1`, in Spark's own notation.

What is not named here is ignored, so a newer Parallax with further members fits an older schema.
"""

from __future__ import annotations

from typing import Dict, Iterable, List, Optional

_MEASURE = "STRUCT<count: BIGINT, weight: DOUBLE, per1000: DOUBLE, low: DOUBLE, high: DOUBLE>"
_MEASURES = f"MAP<STRING, MAP<STRING, {_MEASURE}>>"
_WORDS = "MAP<STRING, BIGINT>"
_RATE = "STRUCT<author: DOUBLE, `all`: DOUBLE>"
_INDEX = "STRUCT<index: DOUBLE, low: DOUBLE, high: DOUBLE, rate: DOUBLE, weight: DOUBLE, words: BIGINT>"
_SEGMENT = (
    "STRUCT<start: BIGINT, `end`: BIGINT, voice: STRING, kind: STRING, speaker: STRING, via: STRING,"
    " source: ARRAY<BIGINT>, cue: ARRAY<BIGINT>>"
)

#: Column of the result: its type.
COLUMNS: Dict[str, str] = {
    "tool": "STRUCT<name: STRING, version: STRING>",
    "lexicons": (
        "ARRAY<STRUCT<name: STRING, version: STRING, language: STRING, entries: BIGINT, sha256: STRING>>"
    ),
    "document": (
        "STRUCT<source: STRING, format: STRING, encoding: STRING, title: STRING, outlet: STRING,"
        " byline: STRING, published: STRING, updated: STRING, retrieved: STRING, language: STRING,"
        " url: STRING, section: STRING, genre: STRING, event: STRING, words: BIGINT, text: STRING>"
    ),
    "paragraphs": (
        "ARRAY<STRUCT<index: BIGINT, role: STRING, level: BIGINT, via: STRING, start: BIGINT, `end`: BIGINT,"
        f" words: BIGINT, segments: ARRAY<{_SEGMENT}>, measures: {_MEASURES}, framing: {_RATE}>>"
    ),
    "sentences": (
        f"ARRAY<STRUCT<paragraph: BIGINT, start: BIGINT, `end`: BIGINT, words: BIGINT, framing: {_RATE}>>"
    ),
    "findings": (
        "ARRAY<STRUCT<lexicon: STRING, entry: STRING, category: STRING, subcategory: STRING, start: BIGINT,"
        " `end`: BIGINT, text: STRING, paragraph: BIGINT, sentence: BIGINT, voice: STRING, speaker: STRING,"
        " weight: DOUBLE, effectiveWeight: DOUBLE, polarity: STRING, negated: BOOLEAN, intensity: DOUBLE,"
        " target: STRING, neutral: STRING, note: STRING, counted: BOOLEAN, reason: STRING>>"
    ),
    "targets": (
        "ARRAY<STRUCT<name: STRING, start: BIGINT, `end`: BIGINT, mentions: BIGINT,"
        " labels: ARRAY<STRUCT<text: STRING, count: BIGINT>>,"
        " stance: STRUCT<score: DOUBLE, low: DOUBLE, high: DOUBLE, positive: BIGINT, negative: BIGINT,"
        " author: DOUBLE, quoted: DOUBLE>>>"
    ),
    "sources": (
        "ARRAY<STRUCT<name: STRING, kind: STRING, direct: BIGINT, indirect: BIGINT, words: BIGINT,"
        " cues: ARRAY<STRUCT<cue: STRING, count: BIGINT>>>>"
    ),
    "measures": _MEASURES,
    "roles": f"ARRAY<STRUCT<role: STRING, words: {_WORDS}, measures: {_MEASURES}>>",
    "words": _WORDS,
    "framing": f"STRUCT<author: {_INDEX}, `all`: {_INDEX}>",
    "warnings": "ARRAY<STRING>",
}

#: What every row has beside the columns asked for.
ALWAYS: Dict[str, str] = {"id": "STRING", "error": "STRUCT<code: STRING, message: STRING>"}


def chosen(columns: Optional[Iterable[str]]) -> List[str]:
    """The columns of a result, in the order of the schema; all of them for None."""
    if columns is None:
        return list(COLUMNS)
    wanted = [columns] if isinstance(columns, str) else list(columns)
    unknown = sorted(set(wanted) - set(COLUMNS))
    if unknown:
        raise ValueError(f"columns: no {', '.join(unknown)} in an analysis; there are {', '.join(COLUMNS)}")
    return [name for name in COLUMNS if name in wanted]


def schema(columns: Iterable[str]) -> str:
    """The schema of `id`, `error` and these columns, as `from_json` reads it."""
    members = {**ALWAYS, **{name: COLUMNS[name] for name in columns}}
    return ", ".join(f"`{name}` {kind}" for name, kind in members.items())
