"""The command line: the only place that catches every error, asks the clock and speaks to a terminal."""

import contextlib
import errno
import gc
import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planwright import __version__
from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.visible import one_line, visible

if TYPE_CHECKING:
    import typer

_REFUSED, _WRONG_USE, _BUG, _INTERRUPTED, _BROKEN_PIPE = 1, 2, 3, 130, 141
_OUTPUT_FAILS = {errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EINVAL}  # EINVAL: a closed pipe on Windows


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; without arguments, those of this process.

    0: nothing wrong, 1: findings or a refusal, 2: wrong use or a failing environment, 3: a bug, 130: interrupted,
    141: nobody reads the output any more.
    """
    if arguments is None:
        _name_files_in_utf8()
        gc.disable()  # what a run builds lives until it ends; looking for garbage would only walk it again and again
        arguments = sys.argv[1:]
    try:
        _prepare_streams()
        return _run(list(arguments))
    except KeyboardInterrupt:
        _say("interrupted")
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return _BROKEN_PIPE
    except RefusedError as error:
        _say(str(error))
        return _REFUSED
    except PlanwrightError as error:
        _say(str(error))
        return _WRONG_USE
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # only a name that somebody gave can be
            _say(f"the name {one_line(str(error.filename), 60)} is too long for a file or folder; give a shorter one")
            return _WRONG_USE
        if error.filename or error.errno not in _OUTPUT_FAILS:  # those of files are told where files are touched
            return _own_up(error, show="--debug" in arguments)
        _drop_output()
        _say(error.strerror or str(error))
        return _WRONG_USE
    except Exception as error:  # noqa: BLE001 (the one boundary: a bug must say that it is one)
        return _own_up(error, show="--debug" in arguments)


def _run(arguments: list[str]) -> int:
    """Run the command line; output is flushed here so that a full disk or a closed pipe is noticed in time.

    What takes long to import is imported here, where an interruption is caught.
    """
    import typer

    from planwright.cli._commands import application

    commands = application()
    try:
        if "_PLANWRIGHT_COMPLETE" in os.environ:
            commands.main(arguments, prog_name="planwright")
        with commands.make_context("planwright", arguments) as context:
            commands.invoke(context)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.TyperException as error:
        raise PlanwrightError(_usage(error)) from error
    else:
        return 0
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _name_files_in_utf8() -> None:
    """Start this process afresh where Python takes names of files for ASCII, which none in a plan's folder need be."""
    if sys.getfilesystemencoding() == "ascii" and not sys.flags.utf8_mode:
        words = (sys.executable, "-X", "utf8", *sys.orig_argv[1:])
        os.execv(sys.executable, words)  # noqa: S606 (no shell is wanted: the same words, to the same program)


def _prepare_streams() -> None:
    """Make sure that no character can fail to print; what is piped on is UTF-8 with plain line ends everywhere."""
    from planwright.cli._session import is_terminal

    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if is_terminal(stream):
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _drop_output() -> None:
    """Send what is still buffered nowhere, or Python would fail on it once more while it exits."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str) -> None:
    """Print a message of our own to standard error, as far as anybody still listens."""
    with contextlib.suppress(OSError):
        print(f"planwright: {visible(message)}", file=sys.stderr, flush=True)


def _usage(error: "typer.TyperException") -> str:
    """Return what was wrong with the command line and where its help is."""
    context: typer.Context | None = getattr(error, "ctx", None)
    message = error.format_message().removeprefix("Invalid value for ")
    return f"{message}\nTry `{context.command_path} --help`." if context else message


def _own_up(error: Exception, *, show: bool) -> int:
    """Report a bug in one line that names its place but, since plans may be private, nothing of a plan's content."""
    if show:
        traceback.print_exception(error)
    trace = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(trace.filename).name}:{trace.lineno}"
    more = "" if show else "; run it again with --debug for the details"
    _say(f"this is a bug in planwright {__version__} ({type(error).__name__} at {place}), please report it{more}")
    return _BUG
