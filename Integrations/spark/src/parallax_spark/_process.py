"""A `parallax pipe` beside a Spark task, and what went wrong when it ends before its work does."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import stat
import subprocess
import tempfile
from pathlib import Path
from typing import IO, Any, BinaryIO, Dict, List, NoReturn, Optional, Sequence

#: Exit status of a run in which nothing, or only single records, went wrong.
_WHOLE = (0, 2)
#: How much of what the program wrote on standard error goes into the exception.
_STDERR_BYTES = 4_096
#: Bytes that may lie between two processes, so that neither waits for the other at each record.
_CHANNEL_BYTES = 1 << 18
_F_SETPIPE_SZ = 1031


class PipeError(RuntimeError):
    """A `parallax pipe` that could not be started, or ended before it answered all it was given.

    The task fails with it, so Spark throws the task's rows away and tries again elsewhere. The message holds
    the exit status or signal, the record that was next to be answered and the end of standard error.
    """


class PipeProcess:
    """One running `parallax pipe`; use it in a `with` statement, which leaves no process behind."""

    def __init__(
        self, binary: str, arguments: Sequence[str], root: str, source: Optional[BinaryIO] = None
    ) -> None:
        """Starts the program.

        `root` is the folder of files shipped with the job: the program is looked for there first, and runs
        there, so that relative paths among the arguments name shipped files. `source` is read as standard
        input where given; else the records go to `input`.
        """
        self.program = find(binary, root)
        self.answered = 0
        self._broken_off = False
        self._stderr: IO[bytes] = tempfile.TemporaryFile()
        try:
            self._process = subprocess.Popen(
                [self.program, "pipe", *arguments],
                stdin=subprocess.PIPE if source is None else source,
                stdout=subprocess.PIPE,
                stderr=self._stderr,
                bufsize=_CHANNEL_BYTES,
                cwd=root if os.path.isdir(root) else None,
                env=environment(self.program),
            )
        except OSError as error:
            self._stderr.close()
            raise PipeError(f"{self.program} cannot be run on this worker: {error}") from error
        for channel in (self._process.stdin, self._process.stdout):
            if channel is not None:
                _widen(channel)

    @property
    def input(self) -> IO[bytes]:
        """Takes records, a line each."""
        assert self._process.stdin is not None
        return self._process.stdin

    def answer(self) -> Optional[bytes]:
        """The next line of output without its end; None where the program wrote no further whole line."""
        assert self._process.stdout is not None
        line: bytes = self._process.stdout.readline()
        if not line.endswith(b"\n"):
            self._broken_off = bool(line)
            return None
        self.answered += 1
        return line[:-1]

    def fail(self, unanswered: Optional[bytes] = None) -> NoReturn:
        """Raises what is known of a program that stopped answering."""
        try:
            status = self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise PipeError(self._message("closed its output but did not end", unanswered)) from None
        raise PipeError(self._message(_ended(status), unanswered))

    def finish(self) -> None:
        """Checks that the program has said all it had to say and found its work done."""
        assert self._process.stdout is not None
        if self._process.stdout.read(1):
            raise PipeError(self._message("gave more lines than it was given records", None))
        status = self._process.wait()
        if status not in _WHOLE or self._broken_off:
            raise PipeError(self._message(_ended(status), None))

    def kill(self) -> None:
        """Ends the program at once."""
        self._process.kill()

    def __enter__(self) -> "PipeProcess":
        return self

    def __exit__(self, *_: Any) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        # Standard input belongs to the thread that writes; it closes it.
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._stderr.close()

    def _message(self, what: str, unanswered: Optional[bytes]) -> str:
        parts = [f"{self.program} pipe {what} after {self.answered} answers"]
        if unanswered is not None:
            start = unanswered[:200].decode("utf-8", "replace")
            parts.append(f"the record it did not answer begins {start}")
        size = self._stderr.seek(0, os.SEEK_END)
        self._stderr.seek(max(0, size - _STDERR_BYTES))
        said = self._stderr.read().decode("utf-8", "replace").strip()
        parts.append(f"on standard error it said:\n{said}" if said else "it said nothing on standard error")
        return "; ".join(parts)


def find(binary: str, root: str) -> str:
    """The program's path on this worker: among the shipped files, as a path, or on `PATH`.

    A shipped file that cannot be executed is made executable.
    """
    shipped = Path(root, binary)
    if shipped.is_file():
        if not os.access(shipped, os.X_OK):
            shipped.chmod(shipped.stat().st_mode | stat.S_IXUSR)
        return str(shipped.resolve())
    found = shutil.which(binary)
    if found is None:
        raise PipeError(
            f"no program {binary!r} on this worker: neither among the files shipped with the job ({root})"
            " nor, where it is a bare name, on PATH; ship it with --files or --archives, or give binary= its"
            " path"
        )
    return os.path.abspath(found)


def environment(program: str) -> Dict[str, str]:
    """The program's environment: libraries packed beside it (`bin/parallax`, `lib/`) are found."""
    variables = dict(os.environ)
    libraries = Path(program).parent.parent / "lib"
    if Path(program).parent.name == "bin" and (libraries / "parallax-libraries").is_file():
        known: List[str] = [str(libraries)]
        if variables.get("LD_LIBRARY_PATH"):
            known.append(variables["LD_LIBRARY_PATH"])
        variables["LD_LIBRARY_PATH"] = ":".join(known)
    return variables


def _ended(status: int) -> str:
    if status >= 0:
        return f"ended with status {status}"
    try:
        return f"was ended by signal {-status} ({signal.Signals(-status).name})"
    except ValueError:
        return f"was ended by signal {-status}"


def _widen(channel: IO[bytes]) -> None:
    """Asks for a larger buffer; a system that has none to give goes on with the usual one."""
    try:
        fcntl.fcntl(channel.fileno(), _F_SETPIPE_SZ, _CHANNEL_BYTES)
    except OSError:
        pass
