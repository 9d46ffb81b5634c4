"""Kills batches and lets them go on: what comes out must be what a run that was never ended gives.

    python3 Evaluation/Batch/resume.py .build/release/parallax [--articles 2000] [--kills 20] [--seed 1]

Checked: (1) the same bytes with one job and with two; (2) a run killed with SIGKILL at random moments, each time
resumed and killed again, ends with the bytes of the reference; (3) so does a run on half of the articles that is
continued, and killed, with all of them; (4) results whose last lines a loss of power would have cut or zeroed;
(5) a full disk: status 73, every line left is whole, and the run goes on where there is room (needs the right
to mount a tmpfs, else left out).
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import articles


def digest(folder):
    """All that a batch left, but the journal."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_file() and not name.startswith(".batch/"):
            found[name] = rows(path) if name.endswith(".sqlite") else path.read_bytes()
    return found


def rows(path):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(tables)}


def compare(wanted, folder, what):
    got = digest(folder)
    for name in sorted(set(wanted) | set(got)):
        if wanted.get(name) != got.get(name):
            sizes = [len(files[name]) if name in files else None for files in (wanted, got)]
            sys.exit(f"FAILED: {what}: {name} differs (sizes {sizes})")
    print(f"ok: {what}: {len(got)} files the same")


class Batches:
    def __init__(self, binary, inputs):
        self.binary, self.inputs = binary, inputs

    def command(self, output, *options):
        return [self.binary, "batch", str(self.inputs), "-o", str(output), "--quiet", *options]

    def run(self, output, *options):
        return subprocess.run(self.command(output, *options), capture_output=True, text=True)

    def finish(self, output, *options):
        done = self.run(output, *options)
        if done.returncode != 2:  # A few inputs are broken.
            sys.exit(f"FAILED: status {done.returncode}: {done.stderr}")

    def kill(self, output, after, *options):
        """Starts a run and kills it; whether it was still going on."""
        process = subprocess.Popen(self.command(output, *options), stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=after)
            return False
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True


def lines(folder):
    journal = Path(folder) / ".batch" / "journal.jsonl"
    return journal.read_bytes().count(b'"key"') if journal.exists() else 0


def check_kills(batches, reference, duration, work, kills, rng):
    output = work / "killed"
    total = lines(work / "reference")
    landed = []
    runs = 0
    while len(landed) < kills:
        # A resumed run passes quickly over what is done, so each is given a small share of a whole run's time.
        was_killed = batches.kill(output, rng.uniform(0.01, 0.25) * duration, "--resume")
        if was_killed:
            landed.append(lines(output))
        if not was_killed or landed[-1] == total:
            # All inputs are done, though perhaps not what is made of them: end this one and begin another.
            batches.finish(output, "--resume")
            compare(reference, output, f"killed {len(landed)} times so far")
            shutil.rmtree(output)
            runs += 1
    batches.finish(output, "--resume")
    print(f"killed with so many of {total} inputs done: {landed}")
    compare(reference, output, f"killed {kills} times in {runs + 1} runs")


def check_growth(batches, reference, duration, work, rng):
    """Half of the inputs first; then all of them, which come between those known."""
    half = work / "half"
    for number, path in enumerate(sorted(p for p in batches.inputs.rglob("*") if p.is_file())):
        copy = half / path.relative_to(batches.inputs)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if number % 2 == 0:
            shutil.copy(path, copy)
    whole = work / "whole"
    batches.inputs.rename(whole)
    half.rename(batches.inputs)
    output = work / "grown"
    Batches(batches.binary, batches.inputs).run(output)
    known = lines(output)
    shutil.rmtree(batches.inputs)
    whole.rename(batches.inputs)
    for _ in range(3):
        batches.kill(output, rng.uniform(0.1, 0.5) * duration, "--resume")
    done = subprocess.run(
        [batches.binary, "batch", str(batches.inputs), "-o", str(output), "--resume"],
        capture_output=True, text=True)
    print(done.stderr.strip().splitlines()[-1])
    compare(reference, output, f"begun with {known} inputs, continued with all, killed three times")


def check_damage(batches, reference, work):
    """What a loss of power leaves: files longer or shorter than the journal says, and zeros."""
    output = work / "damaged"
    for name, harm in [
        ("last analysis cut", lambda f: truncate(f / "analyses.jsonl", -100)),
        ("zeros in findings.csv", lambda f: overwrite(f / "findings.csv", -3_000, bytes(2_000))),
        ("journal cut in a line", lambda f: truncate(f / ".batch/journal.jsonl", -700)),
        ("journal gone", lambda f: (f / ".batch/journal.jsonl").unlink()),
        ("rubbish behind the tables", lambda f: append(f / "measures.csv", b'r0001,"half a row')),
    ]:
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(work / "reference", output)
        journal = output / ".batch/journal.jsonl"
        kept = [line for line in journal.read_bytes().splitlines(True) if b'"complete"' not in line]
        journal.write_bytes(b"".join(line for line in kept if b'"synced"' not in line))
        harm(output)
        batches.finish(output, "--resume")
        compare(reference, output, name)


def truncate(path, by):
    os.truncate(path, path.stat().st_size + by)


def overwrite(path, place, data):
    with open(path, "r+b") as file:
        file.seek(place, os.SEEK_END)
        file.write(data)


def append(path, data):
    with open(path, "ab") as file:
        file.write(data)


def check_full_disk(batches, reference, work):
    size = sum(len(data) if isinstance(data, bytes) else 0 for data in reference.values())
    mount = work / "small"
    mount.mkdir(exist_ok=True)
    room = max(size // 3 >> 20, 1)
    if os.geteuid() != 0 or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={room}m", "tmpfs", str(mount)],
            stderr=subprocess.DEVNULL).returncode:
        return print("left out: a full disk (no right to mount a tmpfs)")
    try:
        output = mount / "results"
        done = batches.run(output)
        if done.returncode != 73 or "No space" not in done.stderr and "no space" not in done.stderr:
            sys.exit(f"FAILED: full disk: status {done.returncode}: {done.stderr}")
        print(f"full disk of {room} MB: {done.stderr.strip()}")
        whole = [json.loads(line) for line in (output / "analyses.jsonl").read_text("utf-8").splitlines()]
        subprocess.run(["mount", "-o", f"remount,size={4 * size}", str(mount)], check=True)
        batches.finish(output, "--resume")
        compare(reference, output, f"full disk after {len(whole)} articles, then more room")
    finally:
        subprocess.run(["umount", str(mount)], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    binary = str(Path(options.binary).resolve())
    with tempfile.TemporaryDirectory(prefix="parallax-resume-") as name:
        work = Path(name)
        inputs = work / "articles"
        articles.make_folder(inputs, options.articles)
        batches = Batches(binary, inputs)
        start = time.monotonic()
        batches.finish(work / "reference")
        duration = time.monotonic() - start
        reference = digest(work / "reference")
        count = reference["analyses.jsonl"].count(b"\n")
        print(f"{count} articles of {options.articles}, {duration:.1f} s")
        if count != options.articles:
            sys.exit("FAILED: not one analysis for each article")
        for jobs in ["1", "3"]:
            batches.finish(work / "jobs", "--jobs", jobs)
            compare(reference, work / "jobs", f"--jobs {jobs}")
        batches.finish(work / "jobs", "--resume")
        compare(reference, work / "jobs", "resumed with nothing to do")
        check_kills(batches, reference, duration, work, options.kills, rng)
        check_growth(batches, reference, duration, work, rng)
        check_damage(batches, reference, work)
        check_full_disk(batches, reference, work)
        print("all well")


if __name__ == "__main__":
    main()
