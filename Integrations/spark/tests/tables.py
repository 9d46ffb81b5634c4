"""Tables, the recipe without the package, columns for records, files and archives, and a failing program."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from collections import Counter
from pathlib import Path

from common import FEW, Run, alone, check, digest, digests

SHIPPED = {"binary": "parallax/bin/parallax"}


def tables(run: Run, spark) -> None:
    """All parts, one after the other."""
    few = spark.read.text(str(run.folder / "few.ndjson")).coalesce(2)
    alone(run, "few.ndjson", 1, "few-expected.ndjson")
    bad = _tables(run, spark, few)
    _recipe(run, spark, bad)
    _columns(run, spark)
    _files(run, spark, bad)
    _failing(few)


def _tables(run: Run, spark, few) -> int:
    """The tables against those of `parallax batch`; gives the number of bad records."""
    from parallax_spark import analyze, documents, failures, findings, measures, targets

    analyze(few, record="value", **SHIPPED).write.parquet(str(run.folder / "few.parquet"))
    stored = spark.read.parquet(str(run.folder / "few.parquet"))
    subprocess.run(
        [run.binary, "batch", run.folder / "few.ndjson", "-o", run.folder / "few-batch", "--quiet"]
    )

    columns = "doc_id category voice n_hits n_tokens rate_per_1000 weighted_sum ci_low ci_high"
    check(
        spark_rows(measures(stored), columns) == batch(run, "measures", columns),
        "measures are those of batch",
    )
    columns = (
        "doc_id paragraph sentence start end text category subcategory lexicon entry_id weight polarity"
        " negated voice"
    )
    check(
        spark_rows(findings(stored), columns) == batch(run, "findings", columns),
        "findings are those of batch",
    )
    columns = "doc_id source outlet url title lang genre n_tokens n_sentences n_paragraphs text_sha256"
    check(
        spark_rows(documents(stored), columns) == batch(run, "documents", columns),
        "documents are those of batch",
    )
    errors = [json.loads(line) for line in (run.folder / "few-expected.ndjson").open() if '"error":{' in line]
    told = Counter((row.doc_id, row.code, row.message) for row in failures(stored).collect())
    check(
        told == Counter((row["id"], row["error"]["code"], row["error"]["message"]) for row in errors)
        and bool(told),
        f"{sum(told.values())} bad records are rows with their errors",
    )

    for table in (documents, measures, findings, targets, failures):
        table(stored).createOrReplaceTempView(table.__name__)
    queries = re.findall(
        r"```sql\n(.*?)```", (Path(__file__).parent.parent / "README.md").read_text("utf-8"), re.DOTALL
    )
    empty = [query for query in queries if not spark.sql(query).take(1)]
    check(len(queries) == 5 and not empty, f"the guide's {len(queries)} queries give rows{empty or ''}")
    with_outlet = findings(stored, "document.outlet").select("outlet").distinct()
    check(with_outlet.count() == 5, "parts of an analysis come along into its tables")
    return sum(told.values())


def _recipe(run: Run, spark, bad: int) -> None:
    """Without the package: each line through a program, whose status 2 says that single records failed."""
    from parallax_spark import parse

    command = f"{run.folder}/parallax-bin/bin/parallax pipe --quiet --jobs 1"
    (run.folder / "parallax-bin").mkdir()
    subprocess.run(
        ["tar", "-xzf", run.folder / "parallax.tar.gz", "-C", run.folder / "parallax-bin"], check=True
    )
    recipe = f"sh -c '{command}; status=$?; [ $status = 2 ] || exit $status'"
    piped = spark.sparkContext.textFile(str(run.folder / "few.ndjson")).pipe(recipe, checkCode=True)
    check(
        Counter(digest(line.encode()) for line in piped.collect())
        == digests([run.folder / "few-expected.ndjson"]),
        "the recipe with rdd.pipe gives the same rows",
    )
    check(
        parse(piped.toDF("string").toDF("json")).where("error is not null").count() == bad,
        "and parse reads them",
    )


def _columns(run: Run, spark) -> None:
    """Columns instead of records."""
    from parallax_spark import analyze_json

    whole = (
        spark.read.json(str(run.folder / "few.ndjson"))
        .where("id is not null and _corrupt_record is null")
        .cache()
    )
    lines = analyze_json(whole.drop("_corrupt_record"), keep=["outlet"], **SHIPPED)
    by_id = {json.loads(row.json)["id"]: row for row in lines.collect()}
    wanted = {
        json.loads(line)["id"]: line
        for line in (run.folder / "few-expected.ndjson").open()
        if '"id":null' not in line
    }
    check(
        all(by_id[name].json == wanted[name].rstrip("\n") for name in by_id) and len(by_id) == whole.count(),
        f"{len(by_id)} articles given as columns have the same rows",
    )
    check(
        all(
            row.outlet == json.loads(row.json).get("document", row)["outlet"]
            for row in by_id.values()
            if "document" in row.json
        ),
        "kept columns stay with their articles",
    )


def _files(run: Run, spark, bad: int) -> None:
    """Files and archives, a task each."""
    from parallax_spark import analyze_files

    page = (
        "<!doctype html><title>Ferry</title><article><h1>A ferry order</h1>"
        "<p>The reckless order failed, critics say.</p></article>"
    )
    archive = run.folder / "crawl.warc"
    with open(archive, "wb") as output:
        for number in range(3):
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
            output.write(
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:test:{number}>\r\n"
                f"WARC-Date: 2026-03-08T12:00:00Z\r\nWARC-Target-URI: https://example.org/{number}\r\n"
                "Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(block)}\r\n\r\n".encode()
                + block
                + b"\r\n\r\n"
            )
    files = analyze_files(
        spark, [str(run.folder / "few.ndjson"), str(archive)], columns=["document"], **SHIPPED
    )
    counts = Counter((Path(row.file).name, row.error is None) for row in files.collect())
    check(
        counts == {("few.ndjson", True): FEW - bad, ("few.ndjson", False): bad, ("crawl.warc", True): 3},
        "files of records and web archives give a row for each record and page",
    )


def _failing(few) -> None:
    """A program that always fails."""
    from pyspark.errors import PythonException

    from parallax_spark import analyze

    options = {"record": "value", "arguments": ["--only", "nonsense"], **SHIPPED}
    try:
        analyze(few, **options).write.format("noop").mode("overwrite").save()
    except PythonException as error:
        said = "PipeError" in str(error) and "nonsense" in str(error)
    else:
        said = False
    check(said, "a program that fails fails the job, with what it said")


def batch(run: Run, table: str, columns: str) -> "Counter[tuple[str, ...]]":
    """Rows of a table of `parallax batch`: of whole articles, and what counts."""
    with open(run.folder / "few-batch" / f"{table}.csv", newline="", encoding="utf-8") as lines:
        rows = [
            row
            for row in csv.DictReader(lines)
            if row.get("level", "document") == "document" and row.get("counted", "true") == "true"
        ]
    return Counter(tuple(value(row[name]) for name in columns.split()) for row in rows)


def spark_rows(table, columns: str) -> "Counter[tuple[str, ...]]":
    return Counter(tuple(value(row[name]) for name in columns.split()) for row in table.collect())


def value(cell: object) -> str:
    """A cell as both sides write it."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    try:
        return f"{float(str(cell)):.4f}"
    except ValueError:
        return str(cell)
