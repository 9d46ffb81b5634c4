"""A job in whose middle a program and then a worker are killed."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time

from cluster import Cluster, MemoryWatch, of_cluster, processes
from common import Run, check, digests, say


def accidents(run: Run, spark, cluster: Cluster, victim: "subprocess.Popen[bytes]") -> None:
    from parallax_spark import analyze_json

    context = spark.sparkContext
    corpus = spark.read.text(str(run.folder / "corpus"))
    output = run.folder / "rows"
    tasks = corpus.rdd.getNumPartitions()
    failure: list[BaseException] = []

    def job() -> None:
        try:
            analyze_json(corpus, record="value", binary="parallax/bin/parallax").write.text(str(output))
        except BaseException as error:
            failure.append(error)

    def tally() -> "tuple[int, int]":
        """How many tasks are done, and how many attempts came to nothing."""
        tracker = context.statusTracker()
        infos = [info for stage in tracker.getActiveStageIds() if (info := tracker.getStageInfo(stage))]
        return sum(info.numCompletedTasks for info in infos), sum(info.numFailedTasks for info in infos)

    memory = MemoryWatch(cluster)
    memory.start()
    runner = threading.Thread(target=job)
    start = time.monotonic()
    runner.start()
    killed = failed = 0
    while runner.is_alive():
        finished, lost = tally()
        failed = max(failed, lost)
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
    check(failed >= 1, f"{failed} attempts at a task failed and were made again")
    check(
        not failure,
        f"the job is whole in spite of them, in {wall:.0f} s{': ' + str(failure[0]) if failure else ''}",
    )
    expected, found = digests([run.folder / "expected.ndjson"]), digests(output.glob("part-*"))
    check(sum(found.values()) == run.records, f"{run.records} rows, one for each record")
    check(found == expected, "each row is that of the single-machine run, byte for byte")
    for kind in ("parallax", "python", "executor"):
        first, last, peak = memory.thirds(kind)
        say(
            f"  memory of a {kind}: {first:.0f} MB in the first third,"
            f" {last:.0f} MB in the last, {peak:.0f} MB at most"
        )
        if kind != "executor":  # Java fills the heap it is given.
            check(last < 1.25 * first + 10, f"the memory of a {kind} is flat")

    def left() -> int:
        """Also those whose worker is gone, which belong to nobody now."""
        return sum(
            entry.kind == "parallax" and entry.program.startswith(str(run.folder)) for entry in processes()
        )

    deadline = time.monotonic() + 20
    while left() and time.monotonic() < deadline:
        time.sleep(0.2)
    check(not left(), "no parallax is left")
