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
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from accidents import accidents
from cluster import Cluster
from common import FEW, Run, alone, say
from tables import tables
from throughput import throughput

HERE = Path(__file__).parent
PACKAGE = "parallax_spark.zip"


def options() -> "tuple[Run, Path]":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True, type=Path, help="the release build of parallax")
    parser.add_argument("--package", required=True, type=Path, help="the wheel of parallax-spark")
    parser.add_argument("--folder", required=True, type=Path, help="where to work; emptied before and after")
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--timed", type=int, default=4_000, help="records of each timed run")
    given = parser.parse_args()
    return Run(given.folder.absolute(), given.binary.absolute(), given.records, given.timed), given.package


def prepare(run: Run, package: Path) -> None:
    shutil.rmtree(run.folder, ignore_errors=True)
    run.folder.mkdir(parents=True)
    # Workers have no installed copy: they get the wheel as a user's would, and the driver uses it, too.
    shutil.copy(package, run.folder / PACKAGE)
    sys.path.insert(0, str(run.folder / PACKAGE))
    subprocess.run([HERE.parent / "pack", run.binary, run.folder / "parallax.tar.gz"], check=True)
    with open(run.folder / "records.ndjson", "wb") as output:
        subprocess.run(
            [sys.executable, HERE / "generate_records.py", "--records", str(run.records)],
            stdout=output,
            check=True,
        )
    lines = (run.folder / "records.ndjson").read_bytes().splitlines(keepends=True)
    (run.folder / "timed.ndjson").write_bytes(b"".join(lines[: run.timed]))
    (run.folder / "few.ndjson").write_bytes(b"".join(lines[:FEW]))
    # Several files, as such corpora come.
    (run.folder / "corpus").mkdir()
    for number in range(8):
        (run.folder / "corpus" / f"part-{number}.ndjson").write_bytes(b"".join(lines[number::8]))


def session(run: Run, cluster: Cluster):
    from pyspark.sql import SparkSession

    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable)
    spark = (
        SparkSession.builder.master(cluster.address)
        .appName("parallax-spark")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.executor.memory", "1g")
        .config("spark.archives", f"{run.folder}/parallax.tar.gz#parallax")
        # Pages are large: fewer of them in one batch, and partitions of a size that is cheap to do again.
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
        .config("spark.sql.files.maxPartitionBytes", str(3 << 20))
        .config("spark.local.dir", str(run.folder / "scratch"))
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    spark.sparkContext.addPyFile(str(run.folder / PACKAGE))
    return spark


def executors(run: Run, spark, wanted: int) -> None:
    deadline = time.monotonic() + 120
    while spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1 != wanted:
        if time.monotonic() > deadline:
            sys.exit(f"test-spark: the cluster did not come to {wanted} executors; see {run.folder}")
        time.sleep(0.5)


def main() -> None:
    run, package = options()
    prepare(run, package)
    say(f"== parallax pipe alone, {run.records} records")
    wall, spent = alone(run, "records.ndjson", 2, "expected.ndjson")
    say(
        f"  {wall:.1f} s, {run.records / spent:.0f} records per second of one core, "
        f"{(run.folder / 'expected.ndjson').stat().st_size / 1e6:.0f} MB out"
    )
    (run.folder / "scratch").mkdir()
    cluster = Cluster(run.folder, sys.executable)
    try:
        cluster.start_worker("worker-1")
        spark = session(run, cluster)
        executors(run, spark, 1)
        say("== throughput")
        throughput(run, spark, cluster, 1)
        second = cluster.start_worker("worker-2")
        executors(run, spark, 2)
        throughput(run, spark, cluster, 2)
        say("== accidents")
        accidents(run, spark, cluster, second)
        say("== tables, recipes, files")
        tables(run, spark)
        spark.stop()
    finally:
        cluster.stop()
    shutil.rmtree(run.folder)  # Some gigabytes; a run that fails leaves them to be looked at.
    say("== all is well")


if __name__ == "__main__":
    main()
