"""The workers' part, with a stand-in for the program and without Spark."""

import json
import os
import threading
import time
from pathlib import Path

import pyarrow as pa
import pytest

from parallax_spark import PipeError
from parallax_spark import _bridge as bridge
from parallax_spark._bridge import Bridge, FileBridge
from parallax_spark._process import environment, find

FAKE = str(Path(__file__).with_name("fake_parallax.py"))


def record(number, text="A pier."):
    return json.dumps({"id": f"a{number}", "text": text})


def batch(records, kept=None):
    columns = {"__record": pa.array(records, pa.string())}
    if kept is not None:
        columns["crawl"] = pa.array(kept, pa.int64())
    return pa.RecordBatch.from_pydict(columns)


def run(batches, arguments=()):
    return [row for part in Bridge(FAKE, tuple(arguments))(iter(batches)) for row in part.to_pylist()]


def ids(rows):
    return [json.loads(row["json"])["id"] for row in rows]


def test_rows_come_back_in_order_with_what_was_kept():
    parts = [batch([record(n) for n in range(s, s + 100)], range(s, s + 100)) for s in (0, 100, 200)]
    rows = run(parts)
    assert ids(rows) == [f"a{n}" for n in range(300)]
    assert [row["crawl"] for row in rows] == list(range(300))


def test_every_row_has_an_answer_whatever_it_holds():
    pretty = json.dumps({"id": "p", "text": "Line one.\nLine two. 🌊"}, indent=1, ensure_ascii=False)
    rows = run([batch([None, "", "  \n ", "nonsense", pretty, '{"id": "x"}'])])
    assert ids(rows) == [None, None, None, None, "p", None]
    assert json.loads(rows[4]["json"])["document"]["text"] == "Line one.\nLine two. 🌊"
    assert all("error" in json.loads(row["json"]) for row in rows[:4])


def test_an_empty_partition_starts_no_program():
    assert list(Bridge("/no/such/program", ())(iter([]))) == []
    assert list(Bridge("/no/such/program", ())(iter([batch([])]))) == []


@pytest.mark.parametrize("fault", ["die:70", "half:70", "less:70"])
def test_a_program_that_stops_early_fails_the_task(monkeypatch, fault):
    monkeypatch.setenv("FAKE", fault)
    rows = []
    with pytest.raises(PipeError) as raised:
        for part in Bridge(FAKE, ())(iter([batch([record(n) for n in range(500)])])):
            rows += part.to_pylist()
    assert len(rows) <= 70
    message = str(raised.value)
    assert "after 70 answers" in message
    assert 'the record it did not answer begins {"id": "a70"' in message
    if fault == "die:70":
        assert "signal 6 (SIGABRT)" in message and "Fatal: the pier fell down" in message
    else:
        assert "ended with status 0" in message and "nothing on standard error" in message


def test_a_program_that_dies_while_more_is_being_written_does_not_hang(monkeypatch):
    monkeypatch.setenv("FAKE", "die:0")
    large = record(1, "word " * 2_000_000)
    with pytest.raises(PipeError, match="SIGABRT"):
        run([batch([large])] * 20)


def test_a_line_too_many_fails_the_task(monkeypatch):
    monkeypatch.setenv("FAKE", "more")
    with pytest.raises(PipeError, match="more lines than it was given records"):
        run([batch([record(1)])])


def test_an_exit_status_that_is_no_success_fails_the_task(monkeypatch):
    monkeypatch.setenv("FAKE", "status:70")
    with pytest.raises(PipeError, match="ended with status 70 after 1 answers"):
        run([batch([record(1)])])


def test_wrong_arguments_are_told_in_the_program_s_own_words():
    with pytest.raises(PipeError, match="unknown option --bad-option"):
        run([batch([record(1)])], ["--bad-option"])


def test_a_program_that_is_not_there_is_told_with_where_it_was_looked_for():
    with pytest.raises(PipeError, match="no program 'paralax' on this worker.*--files"):
        list(Bridge("paralax", ())(iter([batch([record(1)])])))


def test_a_fault_of_what_gives_the_records_is_not_the_end_of_them():
    def batches():
        yield batch([record(n) for n in range(100)])
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        run(batches())


def test_no_program_and_no_thread_is_left_when_the_reader_stops(monkeypatch):
    monkeypatch.setenv("FAKE", "slow:0.01")
    parts = Bridge(FAKE, ())(batch([record(n) for n in range(100)]) for _ in range(1_000))
    next(parts)
    parts.close()
    deadline = time.monotonic() + 10
    while any(t.name == "parallax-writer" for t in threading.enumerate()) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(t.name == "parallax-writer" for t in threading.enumerate())
    assert not children()


def children():
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if fields[1] == str(os.getpid()):
            found.append(stat.parent.name)
    return found


def test_records_are_taken_no_faster_than_answers_are_read():
    taken = 0

    def batches():
        nonlocal taken
        for number in range(400):
            taken += 1
            yield batch([record(number, "word " * 40_000)])

    parts = Bridge(FAKE, ())(batches())
    next(parts)
    time.sleep(0.5)
    # 200 KB each: what is under way fits into the channels (256 KB each way) and a few records beside them.
    assert taken < 40
    assert 1 + sum(part.num_rows for part in parts) == 400


def test_large_answers_come_in_batches_of_bounded_size():
    answers = list(Bridge(FAKE, ())(iter([batch([record(n, "word " * 200_000) for n in range(16)])])))
    assert sum(part.num_rows for part in answers) == 16
    assert max(part.num_rows for part in answers) <= bridge._BYTES // 1_000_000 + 1


def test_files_give_a_row_per_line(tmp_path):
    first, second = tmp_path / "a.ndjson", tmp_path / "b.ndjson"
    first.write_text("\n".join(record(n) for n in range(150)) + "\n")
    second.write_text("broken\n")
    files = pa.RecordBatch.from_pydict({"file": [str(first), str(second)]})
    rows = [row for part in FileBridge(FAKE, ())(iter([files])) for row in part.to_pylist()]
    assert [row["file"] for row in rows] == [str(first)] * 150 + [str(second)]
    assert ids(rows) == [f"a{n}" for n in range(150)] + [None]


@pytest.mark.parametrize("fault", ["die:70", "half:70"])
def test_a_program_that_stops_in_a_file_fails_the_task(monkeypatch, tmp_path, fault):
    monkeypatch.setenv("FAKE", fault)
    path = tmp_path / "a.ndjson"
    path.write_text("\n".join(record(n) for n in range(150)) + "\n")
    files = pa.RecordBatch.from_pydict({"file": [str(path)]})
    with pytest.raises(PipeError, match="after 70 answers"):
        list(FileBridge(FAKE, ())(iter([files])))


def test_a_file_that_is_not_there_is_named():
    files = pa.RecordBatch.from_pydict({"file": ["/no/such.warc"]})
    with pytest.raises(PipeError, match="/no/such.warc cannot be read on this worker: No such file"):
        list(FileBridge(FAKE, ())(iter([files])))


def test_a_shipped_program_goes_before_one_on_the_path_and_is_made_executable(tmp_path):
    shipped = tmp_path / "sh"
    shipped.write_text("#!/bin/sh\n")
    assert find("sh", str(tmp_path)) == str(shipped)
    assert os.access(shipped, os.X_OK)
    assert find("sh", "/no/such/folder") != str(shipped)


def test_packed_libraries_are_found_beside_the_program(tmp_path, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/lib")
    (tmp_path / "bin").mkdir()
    program = str(tmp_path / "bin" / "parallax")
    assert environment(program)["LD_LIBRARY_PATH"] == "/opt/lib"
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "parallax-libraries").touch()
    assert environment(program)["LD_LIBRARY_PATH"] == f"{tmp_path}/lib:/opt/lib"
