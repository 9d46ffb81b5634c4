#!/usr/bin/env python3
"""Runs records through Parallax in a Spark cluster on this machine, with accidents, and compares the rows.

    make test-spark

1. `parallax pipe` alone over all records: the rows to be equal to.
2. One worker, then two: throughput of the bare bridge and of the whole way to Parquet, beside `parallax pipe`
   alone in the same run.
3. All records on two workers; midway one `parallax` is killed, then a whole worker. Every row must be there
   once, byte for byte, and no process may be left.
4. A program that always fails, the recipe with `rdd.pipe`, columns for records, and files and web archives.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Callable, Dict, Iterable

from cluster import Cluster, MemoryWatch, of_cluster, processor_seconds

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--binary", required=True, type=Path, help="the release build of parallax")
parser.add_argument("--package", required=True, type=Path, help="the wheel of parallax-spark")
parser.add_argument("--folder", required=True, type=Path, help="where to work; emptied first")
parser.add_argument("--records", type=int, default=20_000)
parser.add_argument("--timed", type=int, default=4_000, help="records of each timed run")
OPTIONS = parser.parse_args()
HERE = Path(__file__).parent
FOLDER: Path = OPTIONS.folder.absolute()
BINARY = OPTIONS.binary.absolute()
#: Workers have no installed copy: they get the wheel as a user's would, and the driver uses it, too.
PACKAGE = FOLDER / "parallax_spark.zip"


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


def alone(records: Path, jobs: int, output: Path) -> "tuple[float, float]":
    """Wall and processor seconds of `parallax pipe` without Spark."""
    before, start = os.times(), time.monotonic()
    with open(records, "rb") as source, open(output, "wb") as target:
        subprocess.run([BINARY, "pipe", "--quiet", "--jobs", str(jobs)], stdin=source, stdout=target)
    wall, after = time.monotonic() - start, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, spent


def prepare() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    shutil.copy(OPTIONS.package, PACKAGE)
    sys.path.insert(0, str(PACKAGE))
    subprocess.run([HERE.parent / "pack", BINARY, FOLDER / "parallax.tar.gz"], check=True)
    with open(FOLDER / "records.ndjson", "wb") as output:
        subprocess.run(
            [sys.executable, HERE / "generate_records.py", "--records", str(OPTIONS.records)],
            stdout=output,
            check=True,
        )
    lines = (FOLDER / "records.ndjson").read_bytes().splitlines(keepends=True)
    (FOLDER / "timed.ndjson").write_bytes(b"".join(lines[: OPTIONS.timed]))
    (FOLDER / "few.ndjson").write_bytes(b"".join(lines[:400]))
    # Several files, as such corpora come.
    (FOLDER / "corpus").mkdir()
    for number in range(8):
        (FOLDER / "corpus" / f"part-{number}.ndjson").write_bytes(b"".join(lines[number::8]))


def session(cluster: Cluster):
    from pyspark.sql import SparkSession

    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable)
    spark = (
        SparkSession.builder.master(cluster.address)
        .appName("parallax-spark")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.executor.memory", "1g")
        .config("spark.archives", f"{FOLDER}/parallax.tar.gz#parallax")
        # Pages are large: fewer of them in one batch, and partitions of a size that is cheap to do again.
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
        .config("spark.sql.files.maxPartitionBytes", str(3 << 20))
        .config("spark.local.dir", str(FOLDER / "scratch"))
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    spark.sparkContext.addPyFile(str(PACKAGE))
    return spark


def executors(spark, wanted: int) -> None:
    deadline = time.monotonic() + 120
    while spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1 != wanted:
        if time.monotonic() > deadline:
            sys.exit(f"test-spark: the cluster did not come to {wanted} executors; see {FOLDER}")
        time.sleep(0.5)


def timed(cluster: Cluster, work: Callable[[], None]) -> "tuple[float, Dict[str, float]]":
    """Wall seconds, and processor seconds of the executors, their Pythons and their `parallax`."""
    before, start = processor_seconds(cluster), time.monotonic()
    work()
    wall, after = time.monotonic() - start, processor_seconds(cluster)
    return wall, {kind: after[kind] - before[kind] for kind in after}


def throughput(spark, cluster: Cluster, workers: int) -> None:
    from parallax_spark import analyze, analyze_json

    shipped = {"record": "value", "binary": "parallax/bin/parallax"}
    records = spark.read.text(str(FOLDER / "timed.ndjson")).repartition(2 * workers).cache()
    records.count()
    bare = lambda: analyze_json(records, **shipped).write.format("noop").mode("overwrite").save()
    whole = lambda: analyze(records, **shipped).write.mode("overwrite").parquet(str(FOLDER / "timed.parquet"))
    bare(), whole()  # Java compiles what is used often; a job of hours has that behind it.
    rows = []
    for _ in range(2):
        lone, lone_spent = alone(FOLDER / "timed.ndjson", workers, FOLDER / "alone.ndjson")
        rows.append((lone, lone_spent, *timed(cluster, bare), *timed(cluster, whole)))
    best = lambda column: min(row[column] for row in rows)
    lone, bridged, stored = best(0), best(2), best(4)
    share = lambda spent, kinds: sum(spent[kind] for kind in kinds) / spent["parallax"]
    python = min(share(row[3], ["python"]) for row in rows)
    java = min(share(row[3], ["executor"]) for row in rows)
    java_stored = min(share(row[5], ["executor"]) for row in rows)
    count = OPTIONS.timed
    say(
        f"  {workers} worker{'s' if workers > 1 else ''} of one core, {count} records, best of"
        f" {len(rows)}, by the clock:"
    )
    say(f"    parallax pipe --jobs {workers} alone  {lone:6.1f} s  {count / lone:6.0f} records/s")
    say(
        f"    analyze_json (the bridge)   {bridged:6.1f} s  {count / bridged:6.0f} records/s"
        f"  {bridged / lone - 1:+.0%}"
    )
    say(
        f"    analyze, to Parquet         {stored:6.1f} s  {count / stored:6.0f} records/s"
        f"  {stored / lone - 1:+.0%}"
    )
    say(
        f"    processor time per second of parallax: Python {python:.2f}, Java {java:.2f} for the bridge;"
        f" Java {java_stored:.2f} with parsing and Parquet"
    )
    records.unpersist()


def accidents(spark, cluster: Cluster, victim: "subprocess.Popen[bytes]") -> None:
    from parallax_spark import analyze_json

    context = spark.sparkContext
    corpus = spark.read.text(str(FOLDER / "corpus"))
    output = FOLDER / "rows"
    tasks = corpus.rdd.getNumPartitions()
    failure: list[BaseException] = []

    def job() -> None:
        try:
            analyze_json(corpus, record="value", binary="parallax/bin/parallax").write.text(str(output))
        except BaseException as error:
            failure.append(error)

    def done() -> int:
        tracker = context.statusTracker()
        return sum(
            info.numCompletedTasks
            for stage in tracker.getActiveStageIds()
            if (info := tracker.getStageInfo(stage))
        )

    memory = MemoryWatch(cluster)
    memory.start()
    runner = threading.Thread(target=job)
    start = time.monotonic()
    runner.start()
    killed = 0
    while runner.is_alive():
        finished = done()
        if killed == 0 and finished >= tasks // 4:
            pids = [entry.pid for entry in of_cluster(cluster) if entry.kind == "parallax"]
            if pids:
                os.kill(pids[0], signal.SIGKILL)
                killed = 1
                say(f"  after {finished} of {tasks} tasks one parallax is killed")
        elif killed == 1 and finished >= tasks // 2:
            cluster.kill_worker(victim)
            killed = 2
            say(f"  after {finished} of {tasks} tasks a worker is killed")
        time.sleep(0.05)
    wall = time.monotonic() - start
    memory.done.set()
    check(killed == 2, "both accidents happened while the job was running")
    check(
        not failure,
        f"the job is whole in spite of them, in {wall:.0f} s{': ' + str(failure[0]) if failure else ''}",
    )
    expected, found = digests([FOLDER / "expected.ndjson"]), digests(output.glob("part-*"))
    check(sum(found.values()) == OPTIONS.records, f"{OPTIONS.records} rows, one for each record")
    check(found == expected, "each row is that of the single-machine run, byte for byte")
    for kind in ("parallax", "python", "executor"):
        first, last, peak = memory.thirds(kind)
        say(
            f"  memory of a {kind}: {first:.0f} MB in the first third,"
            f" {last:.0f} MB in the last, {peak:.0f} MB at most"
        )
        if kind != "executor":  # Java fills the heap it is given.
            check(last < 1.25 * first + 10, f"the memory of a {kind} is flat")
    left = lambda: [entry for entry in of_cluster(cluster) if entry.kind == "parallax"]
    deadline = time.monotonic() + 20
    while left() and time.monotonic() < deadline:
        time.sleep(0.2)
    check(not left(), "no parallax is left")


def tables(spark) -> None:
    from pyspark.errors import PythonException

    from parallax_spark import (
        analyze,
        analyze_files,
        analyze_json,
        documents,
        failures,
        findings,
        measures,
        parse,
        targets,
    )

    few = spark.read.text(str(FOLDER / "few.ndjson")).coalesce(2)
    shipped = {"binary": "parallax/bin/parallax"}
    alone(FOLDER / "few.ndjson", 1, FOLDER / "few-expected.ndjson")
    expected = digests([FOLDER / "few-expected.ndjson"])

    analyze(few, record="value", **shipped).write.parquet(str(FOLDER / "few.parquet"))
    stored = spark.read.parquet(str(FOLDER / "few.parquet"))
    subprocess.run([BINARY, "batch", FOLDER / "few.ndjson", "-o", FOLDER / "few-batch", "--quiet"])

    def batch(table: str, columns: str) -> "Counter[tuple[str, ...]]":
        with open(FOLDER / "few-batch" / f"{table}.csv", newline="", encoding="utf-8") as lines:
            rows = [
                row
                for row in csv.DictReader(lines)
                if row.get("level", "document") == "document" and row.get("counted", "true") == "true"
            ]
        return Counter(tuple(value(row[name]) for name in columns.split()) for row in rows)

    def spark_rows(table, columns: str) -> "Counter[tuple[str, ...]]":
        return Counter(tuple(value(row[name]) for name in columns.split()) for row in table.collect())

    def value(cell: object) -> str:
        if cell is None or cell == "":
            return ""
        if isinstance(cell, bool):
            return str(cell).lower()
        try:
            return f"{float(str(cell)):.4f}"
        except ValueError:
            return str(cell)

    columns = "doc_id category voice n_hits n_tokens rate_per_1000 weighted_sum ci_low ci_high"
    check(spark_rows(measures(stored), columns) == batch("measures", columns), "measures are those of batch")
    columns = (
        "doc_id paragraph sentence start end text category subcategory lexicon entry_id weight polarity"
        " negated voice"
    )
    check(spark_rows(findings(stored), columns) == batch("findings", columns), "findings are those of batch")
    columns = "doc_id source outlet url title lang genre n_tokens n_sentences n_paragraphs text_sha256"
    check(
        spark_rows(documents(stored), columns) == batch("documents", columns), "documents are those of batch"
    )
    errors = [json.loads(line) for line in (FOLDER / "few-expected.ndjson").open() if '"error":{' in line]
    told = Counter((row.doc_id, row.code, row.message) for row in failures(stored).collect())
    check(
        told == Counter((row["id"], row["error"]["code"], row["error"]["message"]) for row in errors)
        and bool(told),
        f"{sum(told.values())} bad records are rows with their errors",
    )

    for table in (documents, measures, findings, targets, failures):
        table(stored).createOrReplaceTempView(table.__name__)
    queries = re.findall(r"```sql\n(.*?)```", (HERE.parent / "README.md").read_text("utf-8"), re.DOTALL)
    empty = [query for query in queries if not spark.sql(query).take(1)]
    check(len(queries) == 5 and not empty, f"the guide's {len(queries)} queries give rows{empty or ''}")
    with_outlet = findings(stored, "document.outlet").select("outlet").distinct()
    check(with_outlet.count() == 5, "parts of an analysis come along into its tables")

    # Whoever has no package: each line through a program, whose status 2 says that single records failed.
    command = f"{FOLDER}/parallax-bin/bin/parallax pipe --quiet --jobs 1"
    (FOLDER / "parallax-bin").mkdir()
    subprocess.run(["tar", "-xzf", FOLDER / "parallax.tar.gz", "-C", FOLDER / "parallax-bin"], check=True)
    recipe = f"sh -c '{command}; status=$?; [ $status = 2 ] || exit $status'"
    piped = spark.sparkContext.textFile(str(FOLDER / "few.ndjson")).pipe(recipe, checkCode=True)
    check(
        Counter(digest(line.encode()) for line in piped.collect()) == expected,
        "the recipe with rdd.pipe gives the same rows",
    )
    check(
        parse(piped.toDF("string").toDF("json")).where("error is not null").count() == sum(told.values()),
        "and parse reads them",
    )

    # Columns instead of records.
    whole = (
        spark.read.json(str(FOLDER / "few.ndjson"))
        .where("id is not null and _corrupt_record is null")
        .cache()
    )
    lines = analyze_json(whole.drop("_corrupt_record"), keep=["outlet"], **shipped)
    by_id = {json.loads(row.json)["id"]: row for row in lines.collect()}
    wanted = {
        json.loads(line)["id"]: line
        for line in (FOLDER / "few-expected.ndjson").open()
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

    # Files and archives, a task each.
    page = (
        "<!doctype html><title>Ferry</title><article><h1>A ferry order</h1>"
        "<p>The reckless order failed, critics say.</p></article>"
    )
    archive = FOLDER / "crawl.warc"
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
    files = analyze_files(spark, [str(FOLDER / "few.ndjson"), str(archive)], columns=["document"], **shipped)
    counts = Counter((Path(row.file).name, row.error is None) for row in files.collect())
    bad = sum(told.values())
    check(
        counts == {("few.ndjson", True): 400 - bad, ("few.ndjson", False): bad, ("crawl.warc", True): 3},
        "files of records and web archives give a row for each record and page",
    )

    try:
        analyze(few, record="value", arguments=["--only", "nonsense"], **shipped).write.format("noop").mode(
            "overwrite"
        ).save()
        check(False, "a program that fails fails the job")
    except PythonException as error:
        check(
            "PipeError" in str(error) and "nonsense" in str(error),
            "a program that fails fails the job, with what it said",
        )


def main() -> None:
    prepare()
    say(f"== parallax pipe alone, {OPTIONS.records} records")
    wall, spent = alone(FOLDER / "records.ndjson", 2, FOLDER / "expected.ndjson")
    say(
        f"  {wall:.1f} s, {OPTIONS.records / spent:.0f} records per second of one core, "
        f"{(FOLDER / 'expected.ndjson').stat().st_size / 1e6:.0f} MB out"
    )
    (FOLDER / "scratch").mkdir()
    cluster = Cluster(FOLDER, sys.executable)
    try:
        cluster.start_worker("worker-1")
        spark = session(cluster)
        executors(spark, 1)
        say("== throughput")
        throughput(spark, cluster, 1)
        second = cluster.start_worker("worker-2")
        executors(spark, 2)
        throughput(spark, cluster, 2)
        say("== accidents")
        accidents(spark, cluster, second)
        say("== tables, recipes, files")
        tables(spark)
        spark.stop()
    finally:
        cluster.stop()
    say("== all is well")


if __name__ == "__main__":
    main()
