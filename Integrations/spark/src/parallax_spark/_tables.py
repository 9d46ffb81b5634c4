"""Tidy tables of analyses, with the column names of the tables that `parallax batch` writes.

Each takes what `analyze` or `parse` gave, best read back from where it was written: Spark keeps nothing, and
a table of a result that is not stored would analyze every article again. Columns of yours that `analyze` kept
come along when they are named, and so do parts of an analysis:

    findings(analyses, "shard", "document.outlet")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, List

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def documents(analyses: "DataFrame", *keep: str) -> "DataFrame":
    """One row per article that was analyzed."""
    import pyspark.sql.functions as F

    return _analyzed(analyses).select(
        F.col("id").alias("doc_id"),
        *keep,
        "document.source",
        "document.outlet",
        F.col("document.event").alias("event_id"),
        "document.url",
        "document.title",
        F.col("document.byline").alias("author"),
        "document.published",
        F.col("document.language").alias("lang"),
        "document.genre",
        F.col("document.words").alias("n_tokens"),
        F.size("sentences").alias("n_sentences"),
        F.size("paragraphs").alias("n_paragraphs"),
        F.col("words")["author"].alias("n_tokens_author"),
        (F.col("words")["direct"] + F.col("words")["indirect"] + F.col("words")["excerpt"]).alias(
            "n_tokens_quoted"
        ),
        F.col("framing.author.index").alias("framing_author"),
        F.col("framing.author.low").alias("framing_author_low"),
        F.col("framing.author.high").alias("framing_author_high"),
        F.col("framing.all.index").alias("framing_all"),
        F.sha2(F.col("document.text"), 256).alias("text_sha256"),
    )


def measures(analyses: "DataFrame", *keep: str) -> "DataFrame":
    """One row per article, category and voice."""
    import pyspark.sql.functions as F

    by_category = _analyzed(analyses).select(
        F.col("id").alias("doc_id"), *keep, "words", F.explode("measures").alias("category", "__voices")
    )
    kept = _names(keep)
    by_voice = by_category.select(
        "doc_id", *kept, "category", "words", F.explode("__voices").alias("voice", "__measure")
    )
    return by_voice.select(
        "doc_id",
        *kept,
        "category",
        "voice",
        F.col("__measure.count").alias("n_hits"),
        F.col("words")[F.col("voice")].alias("n_tokens"),
        F.col("__measure.per1000").alias("rate_per_1000"),
        F.col("__measure.weight").alias("weighted_sum"),
        F.col("__measure.low").alias("ci_low"),
        F.col("__measure.high").alias("ci_high"),
    )


def findings(analyses: "DataFrame", *keep: str) -> "DataFrame":
    """One row per finding; `start` and `end` are code points of `document.text`."""
    import pyspark.sql.functions as F

    exploded = _analyzed(analyses).select(
        F.col("id").alias("doc_id"), *keep, F.explode("findings").alias("__finding")
    )
    names = (
        "paragraph sentence start end text category subcategory lexicon entry weight effectiveWeight polarity"
        " negated voice speaker target neutral note counted reason"
    )
    renamed = {"entry": "entry_id", "effectiveWeight": "effective_weight"}
    return exploded.select(
        "doc_id",
        *_names(keep),
        *(F.col("__finding")[name].alias(renamed.get(name, name)) for name in names.split()),
    )


def targets(analyses: "DataFrame", *keep: str) -> "DataFrame":
    """One row per article and target of stance."""
    import pyspark.sql.functions as F

    exploded = _analyzed(analyses).select(
        F.col("id").alias("doc_id"), *keep, F.explode("targets").alias("__target")
    )
    target = F.col("__target")
    stance = target["stance"]
    return exploded.select(
        "doc_id",
        *_names(keep),
        *(target[name].alias(name) for name in ("name", "start", "end", "mentions")),
        stance["score"].alias("stance"),
        stance["low"].alias("stance_low"),
        stance["high"].alias("stance_high"),
        *(stance[name].alias(name) for name in ("positive", "negative", "author", "quoted")),
    )


def failures(analyses: "DataFrame", *keep: str) -> "DataFrame":
    """One row per record that could not be analyzed, with a code for programs and a message for people."""
    import pyspark.sql.functions as F

    return analyses.where(F.col("error").isNotNull()).select(
        F.col("id").alias("doc_id"), *keep, "error.code", "error.message"
    )


def _names(keep: Iterable[str]) -> List[str]:
    """What kept columns are called once they are selected: `document.outlet` is `outlet`."""
    return [name.rsplit(".", 1)[-1] for name in keep]


def _analyzed(analyses: "DataFrame") -> "DataFrame":
    return analyses.where("error IS NULL")
