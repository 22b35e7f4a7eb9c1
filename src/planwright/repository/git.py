"""Run git's plumbing, and only what cannot start a program that a repository has prepared."""

import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from subprocess import DEVNULL, PIPE, TimeoutExpired

from planwright.diagnostic import PlanwrightError
from planwright.document.decoding import MAX_BYTES
from planwright.visible import one_line

SECONDS = 120
_HARDENED = (
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
    *("-c", "log.showRoot=true"),
    *("-c", "diff.external="),
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "protocol.allow=never"),  # a partial clone must not fetch behind our back
    *("-c", "advice.graftFileDeprecated=false"),
    *("-c", "i18n.logOutputEncoding=UTF-8"),
    "--no-optional-locks",
    "--no-pager",
    "--no-replace-objects",
    "--literal-pathspecs",
)
# Inside a hook git's variables point at other repositories; these say only where git is and what its user settled.
_KEPT = re.compile(r"GIT_(EXEC_PATH|CEILING_DIRECTORIES|CONFIG_(NOSYSTEM|SYSTEM|GLOBAL|COUNT|(KEY|VALUE)_\d+))")
_SET = {"GIT_GRAFT_FILE": os.devnull, "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
# A blob over the size limit is never loaded; this stands for it, and the reader refuses it for its length.
_OVERSIZED = bytes(MAX_BYTES + 1)


class GitRefusedError(PlanwrightError):
    """Git ended with an error; `words` are its own."""

    def __init__(self, words: str) -> None:
        """Take git's words."""
        super().__init__(f"Git cannot read this repository: {one_line(words)}")
        self.words = words


def run(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Run one read-only git command in a folder and return what it printed.

    Raises GitRefusedError when it fails, PlanwrightError when git is missing or does not answer.
    """
    program = _program()
    try:
        from git.cmd import safer_popen  # takes a tenth of a second, so only who asks for history pays
    except ImportError:
        raise PlanwrightError(f"The program {program} does not work, so history cannot be read.") from None
    variables = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or _KEPT.fullmatch(key)}
    command = [program, *_HARDENED, "-C", str(folder), *arguments]
    pipes = {"stdin": PIPE if given else DEVNULL, "stdout": PIPE, "stderr": PIPE}
    with safer_popen(command, env=variables | _SET, **pipes) as process:
        try:
            out, err = process.communicate(given or None, timeout=SECONDS)
        except TimeoutExpired:
            process.kill()
            raise PlanwrightError(f"Git did not answer within {SECONDS} seconds, so its answer is missing.") from None
    if process.returncode:
        raise GitRefusedError(err.decode("utf-8", "replace").strip())
    return bytes(out)


def blobs(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return the contents of blobs by their ids; what is over the size limit comes as a stand-in just over it."""
    wanted = "".join(f"{name}\n" for name in dict.fromkeys(names)).encode()
    if not wanted:
        return {}
    try:
        checked = run(folder, "cat-file", "--batch-check", given=wanted).decode().splitlines()
    except GitRefusedError:
        raise PlanwrightError(_PARTIAL) from None
    sizes = dict(_size(line) for line in checked)
    small = "".join(f"{name}\n" for name, size in sizes.items() if size <= MAX_BYTES).encode()
    answer = run(folder, "cat-file", "--batch", "--buffer", given=small) if small else b""
    found = dict.fromkeys(sizes, _OVERSIZED)
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        name = answer[at:end].split()[0].decode()
        found[name] = answer[end + 1 : end + 1 + sizes[name]]
        at = end + sizes[name] + 2
    return found


def _size(line: str) -> tuple[str, int]:
    name, _, rest = line.partition(" ")
    if rest == "missing":
        raise PlanwrightError(_PARTIAL)
    return name, int(rest.rpartition(" ")[2])


_PARTIAL = (
    "Some texts of this repository's history are missing here: it is a partial clone, or damaged. Make a full clone, "
    "without `--filter`, and ask there."
)
_MISSING = "Git is not installed, or not where programs are looked for (PATH), so history cannot be read."


def _program() -> str:
    """Return git's absolute path; the current folder, which may hold anything, is never searched."""
    for folder in os.get_exec_path():
        found = shutil.which(Path(folder) / "git") if Path(folder).is_absolute() else None
        if found:
            return found
    raise PlanwrightError(_MISSING)
