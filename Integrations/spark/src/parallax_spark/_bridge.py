"""What runs on the workers: Arrow batches of records through a `parallax pipe`, and back.

A thread writes the records of a partition, the task's own thread reads the answers and hands them on. Neither
gets ahead by more than the buffers between the processes and one batch of records, so memory does not grow
with the partition.
"""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Iterable, Iterator, List, Optional, Sequence, Tuple

from ._process import PipeError, PipeProcess

if TYPE_CHECKING:
    import pyarrow as pa

#: Rows that are written at a time, and the most that one batch of answers holds.
_ROWS = 64
#: A batch of answers is handed on as soon as it has this many bytes.
_BYTES = 1 << 20
#: In place of a record that is null or blank, which would leave no line: `parallax` answers it with an error.
_NO_RECORD = b"null"


@dataclass(frozen=True)
class Bridge:
    """A function for `mapInArrow`: the first column holds records, the others are kept.

    Out come the kept columns and `json`, the line that `parallax pipe` gave for the row.
    """

    binary: str
    arguments: Tuple[str, ...]

    def __call__(self, batches: Iterable["pa.RecordBatch"]) -> Iterator["pa.RecordBatch"]:
        batches = iter(batches)
        first = next((batch for batch in batches if batch.num_rows), None)
        if first is None:
            return
        with PipeProcess(self.binary, self.arguments, shipped_files()) as process:
            writer = _Writer(process, first, batches)
            writer.start()
            for kept, records in writer.sent():
                yield from _answers(process, kept, records, writer)
            writer.check()
            process.finish()


@dataclass(frozen=True)
class FileBridge:
    """A function for `mapInArrow`: each row names a file of records or a web archive.

    Out come `file` and `json`, a row for each line that `parallax pipe` gave for the file.
    """

    binary: str
    arguments: Tuple[str, ...]

    def __call__(self, batches: Iterable["pa.RecordBatch"]) -> Iterator["pa.RecordBatch"]:
        import pyarrow as pa

        for batch in batches:
            for path in batch.column(0).to_pylist():
                for lines in self._analyze(path):
                    yield pa.RecordBatch.from_arrays(
                        [pa.array([path] * len(lines), pa.string()), strings(lines)], ["file", "json"]
                    )

    def _analyze(self, path: str) -> Iterator[List[bytes]]:
        try:
            source = open(path, "rb")
        except OSError as error:
            raise PipeError(
                f"{path} cannot be read on this worker: {error.strerror};"
                " every worker needs the same path to it"
            ) from error
        with source, PipeProcess(self.binary, self.arguments, shipped_files(), source) as process:
            lines: List[bytes] = []
            size = 0
            while (line := process.answer()) is not None:
                lines.append(line)
                size += len(line)
                if len(lines) == _ROWS or size >= _BYTES:
                    yield lines
                    lines, size = [], 0
            process.finish()
            if lines:
                yield lines


class _Writer(threading.Thread):
    """Writes the records of a partition, and tells the reader what it has written."""

    def __init__(
        self, process: PipeProcess, first: "pa.RecordBatch", rest: Iterator["pa.RecordBatch"]
    ) -> None:
        # A daemon: a task that fails does not wait for records that it will not read.
        super().__init__(name="parallax-writer", daemon=True)
        self._process = process
        self._first = first
        self._rest = rest
        self._failure: Optional[BaseException] = None
        # Bounded by the channel to the process: nothing is put here that is not then written there.
        self._sent: queue.SimpleQueue[Optional[Tuple[pa.RecordBatch, List[bytes]]]] = queue.SimpleQueue()

    def sent(self) -> Iterator[Tuple["pa.RecordBatch", List[bytes]]]:
        """Kept columns and records, in the order in which they are written."""
        while (part := self._sent.get()) is not None:
            yield part

    def check(self) -> None:
        """Raises what kept the writer from writing everything."""
        if self._failure is not None:
            raise self._failure

    def run(self) -> None:
        try:
            self._write(self._first)
            for batch in self._rest:
                self._write(batch)
            self._process.input.close()
        except BrokenPipeError:
            pass  # The program has ended; its missing answers tell the reader.
        except BaseException as error:
            self._failure = error
            self._process.kill()
        finally:
            self._sent.put(None)
            try:
                self._process.input.close()
            except OSError:
                pass  # What is still in the buffer of a program that has ended.

    def _write(self, batch: "pa.RecordBatch") -> None:
        import pyarrow as pa

        kept = batch.select(list(range(1, batch.num_columns)))
        for start in range(0, batch.num_rows, _ROWS):
            part = batch.column(0).slice(start, _ROWS)
            lines = [line(record) for record in part.cast(pa.binary()).to_pylist()]
            self._sent.put((kept.slice(start, _ROWS), lines))
            self._process.input.write(b"\n".join(lines) + b"\n")
            self._process.input.flush()


def _answers(
    process: PipeProcess, kept: "pa.RecordBatch", records: Sequence[bytes], writer: _Writer
) -> Iterator["pa.RecordBatch"]:
    """The answers to records, with the columns kept of them."""
    import pyarrow as pa

    start, size = 0, 0
    lines: List[bytes] = []
    for record in records:
        answer = process.answer()
        if answer is None:
            writer.check()
            process.fail(record)
        lines.append(answer)
        size += len(answer)
        if size >= _BYTES or start + len(lines) == len(records):
            columns = [column.slice(start, len(lines)) for column in kept.columns]
            yield pa.RecordBatch.from_arrays([*columns, strings(lines)], [*kept.schema.names, "json"])
            start, size, lines = start + len(lines), 0, []


def line(record: Optional[bytes]) -> bytes:
    """A record as one line; JSON has line ends between its values only, where a blank does as well."""
    if record is None or not record or record.isspace():
        return _NO_RECORD
    return record.replace(b"\n", b" ") if b"\n" in record else record


def strings(lines: Sequence[bytes]) -> "pa.Array":
    """Lines as an Arrow column; those that are not UTF-8 are refused."""
    import pyarrow as pa

    return pa.array(lines, pa.binary()).cast(pa.string())


def shipped_files() -> str:
    """The folder of files shipped with the job, where there is a job."""
    try:
        from pyspark import SparkFiles
    except ImportError:
        return "."
    return str(SparkFiles.getRootDirectory()) if SparkFiles._is_running_on_worker else "."
