"""How fast the bridge is beside `parallax pipe` alone, in one run on one machine."""

from __future__ import annotations

import time
from typing import Callable, Dict

from cluster import Cluster, processor_seconds
from common import Run, alone, say


def timed(cluster: Cluster, work: Callable[[], None]) -> "tuple[float, Dict[str, float]]":
    """Wall seconds, and processor seconds of the executors, their Pythons and their `parallax`."""
    before, start = processor_seconds(cluster), time.monotonic()
    work()
    wall, after = time.monotonic() - start, processor_seconds(cluster)
    return wall, {kind: after[kind] - before[kind] for kind in after}


def throughput(run: Run, spark, cluster: Cluster, workers: int) -> None:
    from parallax_spark import analyze, analyze_json

    shipped = {"record": "value", "binary": "parallax/bin/parallax"}
    records = spark.read.text(str(run.folder / "timed.ndjson")).repartition(2 * workers).cache()
    records.count()

    def bare() -> None:
        analyze_json(records, **shipped).write.format("noop").mode("overwrite").save()

    def whole() -> None:
        analyze(records, **shipped).write.mode("overwrite").parquet(str(run.folder / "timed.parquet"))

    # Java compiles what is used often; a job of hours has that behind it.
    bare()
    whole()
    rows = []
    for _ in range(2):
        lone, lone_spent = alone(run, "timed.ndjson", workers, "alone.ndjson")
        rows.append((lone, lone_spent, *timed(cluster, bare), *timed(cluster, whole)))
    lone, bridged, stored = (min(row[column] for row in rows) for column in (0, 2, 4))
    python = min(row[3]["python"] / row[3]["parallax"] for row in rows)
    java = min(row[3]["executor"] / row[3]["parallax"] for row in rows)
    java_stored = min(row[5]["executor"] / row[5]["parallax"] for row in rows)
    count = run.timed
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
