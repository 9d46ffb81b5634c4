"""The columns of each table and their types. Columns beyond these are read as pandas finds them."""

from __future__ import annotations

from typing import Dict


def _columns(strings: str = "", integers: str = "", numbers: str = "", booleans: str = "") -> Dict[str, str]:
    kinds = {"string": strings, "Int64": integers, "Float64": numbers, "boolean": booleans}
    return {name: kind for kind, names in kinds.items() for name in names.split()}


#: Table: column: pandas type. All of them can hold missing values.
TABLES: Dict[str, Dict[str, str]] = {
    "documents": _columns(
        strings=("doc_id source outlet event_id url title author published lang genre extractor text_sha256"),
        integers="n_tokens n_sentences n_paragraphs n_tokens_author n_tokens_quoted",
        numbers="framing_author framing_author_low framing_author_high framing_all",
    ),
    "paragraphs": _columns(
        strings="doc_id role offset_unit text",
        integers="paragraph start end n_tokens n_tokens_author",
        numbers="framing_author framing_all",
    ),
    "findings": _columns(
        strings=(
            "doc_id offset_unit text pre post category subcategory lexicon entry_id pattern polarity"
            " modifiers voice speaker scope neutral reason"
        ),
        integers="paragraph sentence start end",
        numbers="weight effective_weight",
        booleans="negated counted",
    ),
    "measures": _columns(
        strings="doc_id level unit_id category voice",
        integers="n_hits n_tokens",
        numbers="rate_per_1000 weighted_sum ci_low ci_high",
    ),
    "targets": _columns(
        strings="doc_id name",
        integers="start end mentions positive negative",
        numbers="stance stance_low stance_high author quoted",
    ),
    "failures": _columns(
        strings="doc_id input stage code message",
        integers="line record",
    ),
}
