"""A standalone Spark cluster on this machine, with workers that can be killed and watched."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path
from statistics import median
from typing import Dict, List

import pyspark

HOME = Path(pyspark.__file__).parent
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """One master and any number of workers of one core each."""

    def __init__(self, folder: Path, python: str) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "SPARK_HOME": str(HOME),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_LOCAL_DIRS": str(folder / "scratch"),
            "PYSPARK_PYTHON": python,
        }
        port = free_port()
        self.address = f"spark://127.0.0.1:{port}"
        self.processes: List[subprocess.Popen[bytes]] = []
        self.master = self._start(
            "master",
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            str(port),
            "--webui-port",
            str(free_port()),
        )
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            if self.master.poll() is not None:
                break
            time.sleep(0.5)
        raise RuntimeError(f"the master did not start; see {folder}/master.log")

    def start_worker(self, name: str) -> "subprocess.Popen[bytes]":
        return self._start(
            name,
            "org.apache.spark.deploy.worker.Worker",
            "--cores",
            "1",
            "--memory",
            "2g",
            "--host",
            "127.0.0.1",
            "--webui-port",
            str(free_port()),
            "--work-dir",
            str(self.folder / name),
            self.address,
        )

    def kill_worker(self, worker: "subprocess.Popen[bytes]") -> None:
        """Kills a worker and its executors at one blow, as a machine that goes dark."""
        executors = [entry.pid for entry in processes() if entry.parent == worker.pid]
        for pid in [worker.pid, *executors]:
            os.kill(pid, signal.SIGKILL)
        worker.wait()

    def stop(self) -> None:
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    def _start(self, name: str, *arguments: str) -> "subprocess.Popen[bytes]":
        log = open(self.folder / f"{name}.log", "wb")
        process = subprocess.Popen(
            [str(HOME / "bin" / "spark-class"), *arguments], stdout=log, stderr=log, env=self.environment
        )
        self.processes.append(process)
        return process


class Entry:
    """A running process."""

    def __init__(self, pid: int) -> None:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        self.pid = pid
        self.parent = int(fields[1])
        self.own_seconds = (int(fields[11]) + int(fields[12])) / TICKS
        self.childrens_seconds = (int(fields[13]) + int(fields[14])) / TICKS
        self.megabytes = int(fields[21]) * PAGE / 1e6
        command = Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
        self.program = command[0]
        self.kind = (
            "executor"
            if "CoarseGrainedExecutorBackend" in " ".join(command)
            else "python"
            if "pyspark.daemon" in command or "pyspark/daemon.py" in " ".join(command)
            else "parallax"
            if command[0].endswith("/parallax") and command[1:2] == ["pipe"]
            else ""
        )


def processes() -> List[Entry]:
    found = []
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                found.append(Entry(int(path.name)))
            except (OSError, IndexError):
                pass  # It ended while it was looked at.
    return found


def of_cluster(cluster: Cluster) -> List[Entry]:
    """The executors below this cluster's workers, and all below them."""
    everything = processes()
    known = {process.pid for process in cluster.processes}
    grown = True
    while grown:
        more = {entry.pid for entry in everything if entry.parent in known} - known
        known |= more
        grown = bool(more)
    return [entry for entry in everything if entry.pid in known and entry.kind]


def processor_seconds(cluster: Cluster) -> Dict[str, float]:
    """Seconds of processor time so far; those of ended programs count with the Python that started them."""
    seconds = {"executor": 0.0, "python": 0.0, "parallax": 0.0}
    for entry in of_cluster(cluster):
        seconds[entry.kind] += entry.own_seconds
        if entry.kind == "python":
            seconds["parallax"] += entry.childrens_seconds
    return seconds


class MemoryWatch(threading.Thread):
    """Notes the largest process of each kind twice a second."""

    def __init__(self, cluster: Cluster) -> None:
        super().__init__(daemon=True)
        self.cluster = cluster
        self.samples: Dict[str, List[float]] = {"executor": [], "python": [], "parallax": []}
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(0.5):
            largest: Dict[str, float] = {}
            for entry in of_cluster(self.cluster):
                largest[entry.kind] = max(largest.get(entry.kind, 0), entry.megabytes)
            for kind, megabytes in largest.items():
                self.samples[kind].append(megabytes)

    def thirds(self, kind: str) -> "tuple[float, float, float]":
        """The middle value of the first and of the last third, and the largest."""
        samples = self.samples[kind]
        size = max(1, len(samples) // 3)
        return median(samples[:size]), median(samples[-size:]), max(samples)
