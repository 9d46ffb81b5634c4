"""From a DataFrame of articles to a DataFrame of analyses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, List, Optional, Sequence, Tuple

from ._bridge import Bridge, FileBridge
from ._schema import ALWAYS, chosen, schema

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

#: Members of a record, and columns of a DataFrame of articles.
MEMBERS = (
    "id",
    "text",
    "html",
    "url",
    "outlet",
    "title",
    "byline",
    "published",
    "event",
    "language",
    "targets",
)


def analyze(
    articles: "DataFrame",
    *,
    record: Optional[str] = None,
    keep: Sequence[str] = (),
    columns: Optional[Iterable[str]] = None,
    binary: str = "parallax",
    arguments: Sequence[str] = (),
    jobs: int = 1,
) -> "DataFrame":
    """One analysis, or one error, for each article, in the order of its partition.

        analyze(spark.read.json("articles/"), keep=["crawl"], binary="/opt/parallax")
        analyze(spark.read.text("articles/*.ndjson"), record="value")

    `articles` has the columns `id` and `text` or `html`, and may have `url`, `outlet`, `title`, `byline`,
    `published`, `event`, `language` and `targets`; or a column of ready-made JSON records, named by `record`.

    The result has the columns named by `keep` as they were, `id`, `error` (`code` and `message`, null where
    there is an analysis) and those of `COLUMNS`; with `columns` only some of them, which saves reading the
    rest. It is lazy, as all of Spark is: write it once and read the tables from what was written.

    `binary` is a file shipped with the job (`--files`, `--archives`), a path that exists on every worker or a
    name on `PATH`. `arguments` go to `parallax pipe` (`["--lexicon", "mine.dic"]`; relative paths name
    shipped files). `jobs` is how many records of a task are analyzed at the same time; leave it at 1 unless
    a task has more than one core (`spark.task.cpus`).

    A task whose `parallax pipe` dies fails with `PipeError` and is tried again by Spark; none of its rows
    stay.
    """
    names = chosen(columns)
    _check_kept(keep, names)
    lines = analyze_json(articles, record=record, keep=keep, binary=binary, arguments=arguments, jobs=jobs)
    return parse(lines, columns=names)


def analyze_json(
    articles: "DataFrame",
    *,
    record: Optional[str] = None,
    keep: Sequence[str] = (),
    binary: str = "parallax",
    arguments: Sequence[str] = (),
    jobs: int = 1,
) -> "DataFrame":
    """As `analyze`, but with the lines of `parallax pipe` as they are, in the column `json`.

    In the error of a record without an `id`, `line` counts the records of the task, not those of the input.
    """
    import pyspark.sql.functions as F
    from pyspark.sql.types import StringType, StructField, StructType

    if "json" in keep:
        raise ValueError("keep: 'json' is a column of the result; rename yours first")
    records = F.col(record).cast("string") if record is not None else _record(articles)
    kept = [articles.schema[name] for name in keep]
    result = StructType([*kept, StructField("json", StringType())])
    bridge = Bridge(binary, _options(arguments, jobs))
    return articles.select(records.alias("__record"), *keep).mapInArrow(bridge, result)


def analyze_files(
    spark: "SparkSession",
    paths: Sequence[str],
    *,
    columns: Optional[Iterable[str]] = None,
    binary: str = "parallax",
    arguments: Sequence[str] = (),
    jobs: int = 1,
) -> "DataFrame":
    """Analyzes web archives (`.warc`, `.warc.gz`) and NDJSON files that all workers can open, each in a task.

        analyze_files(spark, glob.glob("/crawls/2026-03/*.warc.gz"))

    The result is as that of `analyze`, with the column `file` first. Pages keep the encodings and addresses
    that the archive gives them; a damaged page is an error of its own.
    """
    if isinstance(paths, str) or not paths:
        raise ValueError("paths: expected a list of one or more files")
    names = chosen(columns)
    # createDataFrame alone would put several paths into one task.
    rows = spark.sparkContext.parallelize([(path,) for path in paths], len(paths))
    files = spark.createDataFrame(rows, "file STRING")
    bridge = FileBridge(binary, _options(arguments, jobs))
    return parse(files.mapInArrow(bridge, "file STRING, json STRING"), columns=names)


def parse(
    lines: "DataFrame", *, column: str = "json", columns: Optional[Iterable[str]] = None
) -> "DataFrame":
    """Reads lines of `parallax pipe` or `analyses.jsonl` into `id`, `error` and the columns of an analysis.

    Members unknown to this version are ignored. A line that is no JSON or has another type in a known member
    stops the job: nothing is made null silently.
    """
    import pyspark.sql.functions as F

    names = chosen(columns)
    others = [name for name in lines.columns if name != column]
    _check_kept(others, names)
    parsed = F.from_json(F.col(column), schema(names), {"mode": "FAILFAST"})
    members: List[Column] = [F.col("__analysis")[name].alias(name) for name in (*ALWAYS, *names)]
    return lines.withColumn("__analysis", parsed).select(*others, *members)


def _record(articles: "DataFrame") -> "Column":
    """The articles' columns as JSON records, built by Spark."""
    import pyspark.sql.functions as F
    from pyspark.sql.types import BinaryType

    present = [name for name in MEMBERS if name in articles.columns]
    if "id" not in present or not {"text", "html"} & set(present):
        raise ValueError(
            f"articles: expected a column 'id' and one of 'text' and 'html', found"
            f" {', '.join(articles.columns)}; for a column of JSON records give its name as record="
        )
    for name in present:
        if isinstance(articles.schema[name].dataType, BinaryType):
            raise ValueError(
                f"articles: column {name!r} holds bytes; decode them first (functions.decode), or give the"
                " archives they come from to analyze_files, which knows their encodings"
            )
    # As a string, since JSON numbers lose the end of a long one.
    members = [
        F.col(name) if name == "targets" else F.col(name).cast("string").alias(name) for name in present
    ]
    return F.to_json(F.struct(*members), {"ignoreNullFields": "true"})


def _options(arguments: Sequence[str], jobs: int) -> Tuple[str, ...]:
    if isinstance(arguments, str):
        raise ValueError("arguments: expected a list such as ['--lexicon', 'mine.dic'], not one string")
    if jobs < 1:
        raise ValueError("jobs: expected 1 or more")
    return (*arguments, "--jobs", str(jobs), "--quiet")


def _check_kept(keep: Iterable[str], columns: Iterable[str]) -> None:
    taken = sorted(set(keep) & {*ALWAYS, *columns})
    if taken:
        raise ValueError(f"keep: {', '.join(taken)} is a column of the result; rename yours first")
