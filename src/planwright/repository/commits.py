"""Plan files as git has them: at one revision, or version by version."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import islice
from pathlib import Path

from planwright.diagnostic import PlanwrightError
from planwright.history import Commit, FileVersion, Version
from planwright.repository.folder import SourceFile, is_plan_name, read_folder
from planwright.repository.git import GitRefusedError, blobs, run
from planwright.visible import one_line

_BATCH = 200  # commits whose texts are held at a time while history streams past
_WORDS = "%H%n%aN%n%ad%n%cd%n%s"
_BARE = "This is a bare repository, which has no plan files of its own. Work in a clone of it (`git clone`)."


class NoCommitsError(PlanwrightError):
    """The repository is there but nothing has been committed yet, so its history is empty."""


@dataclass(frozen=True, slots=True)
class _Repository:
    """A work tree: its top folder, and the workspace's folder below it (with a trailing slash, or empty)."""

    top: Path
    prefix: bytes

    def name(self, path: bytes) -> str:
        """Return a path relative to the workspace, or an empty string when it is no plan file of this workspace."""
        name = os.fsdecode(path.removeprefix(self.prefix))
        return name if is_plan_name(name) else ""

    def below(self) -> tuple[str, ...]:
        """Return the arguments that limit git to the workspace's folder."""
        return ("--", os.fsdecode(self.prefix.rstrip(b"/"))) if self.prefix else ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the log: its words, and name, old and new blob (empty when there is none) of each plan file."""

    words: str
    files: tuple[tuple[str, str, str], ...]


def read_revision(root: Path, revision: str) -> tuple[SourceFile, ...]:
    """Return every plan file of the workspace as committed at a revision, sorted by name; PlanwrightError: unknown."""
    repository = _open(root)
    try:
        commit = run(repository.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitRefusedError:
        raise PlanwrightError(
            f"Git knows no revision called {one_line(revision, 80)} here. "
            "Give a branch, a tag or the beginning of a commit's id."
        ) from None
    tree = _tree(repository, commit.decode().strip())
    texts = blobs(repository.top, tree.values())
    return tuple(SourceFile(name, texts[blob]) for name, blob in tree.items())


def versions(root: Path) -> Iterator[Version]:
    """Return the versions of the plan files below `root`, newest first, as the current branch saw them.

    A merge counts once, with all it brought (first-parent history). What differs from the last commit in the
    working copy comes first, as a version without a commit. Raises NoCommitsError for an empty repository and
    PlanwrightError when history cannot be told truthfully: no git, no repository, a shallow or bare one, an owner
    git does not trust.
    """
    repository = _open(root)
    if run(repository.top, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise PlanwrightError(
            "This copy of the repository is shallow: its older commits are missing, so history would name the wrong "
            "author and date. Run `git fetch --unshallow`, or set `fetch-depth: 0` in the checkout step of a CI job."
        )
    return _stream(root, repository, _head(repository))


def revision(root: Path) -> str:
    """Return the id of the last commit, or an empty string when a plan file differs from it or there is no commit.

    Raises PlanwrightError where there is no git or no repository to ask; a shallow one will do.
    """
    repository = _open(root)
    try:
        head = _head(repository)
    except NoCommitsError:
        return ""
    return "" if _working_copy(root, repository, head).files else head


def _head(repository: _Repository) -> str:
    try:
        return run(repository.top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode().strip()
    except GitRefusedError:
        raise NoCommitsError("There are no commits yet, so there is no history to show.") from None


def _open(root: Path) -> _Repository:
    """Return the repository around a workspace, or say in the user's words why there is none to read."""
    try:
        if run(root, "rev-parse", "--is-bare-repository").strip() == b"true":
            raise PlanwrightError(_BARE)
        top = run(root, "rev-parse", "--show-toplevel").removesuffix(b"\n")
        return _Repository(Path(os.fsdecode(top)), run(root, "rev-parse", "--show-prefix").removesuffix(b"\n"))
    except GitRefusedError as refusal:
        if "dubious ownership" in refusal.words:
            raise PlanwrightError(
                "Git does not trust this repository, because its folder belongs to another user. If you do, run: "
                f'git config --global --add safe.directory "{root}"'
            ) from None
        if "bare repository" in refusal.words or "in a work tree" in refusal.words:
            raise PlanwrightError(_BARE) from None
        if "not a git repository" in refusal.words:
            raise PlanwrightError(
                "This folder is not in a git repository, so it has no history. Everything else works without one; "
                "to begin a history, run `git init` and commit the plan files."
            ) from None
        raise


def _tree(repository: _Repository, commit: str) -> dict[str, str]:
    """Return the plan files of a commit: name to blob id, sorted by name."""
    listing = run(repository.top, "ls-tree", "-r", "-z", "--full-tree", commit, *repository.below())
    entries = (entry.partition(b"\t") for entry in listing.split(b"\0") if entry.startswith(b"100"))
    found = {repository.name(path): meta.split()[2].decode() for meta, _, path in entries}
    return {name: found[name] for name in sorted(found) if name}


def _stream(root: Path, repository: _Repository, head: str) -> Iterator[Version]:
    working = _working_copy(root, repository, head)
    if working.files:
        yield working
    texts: dict[str, bytes] = {}
    log = _log(repository, head)
    while commits := tuple(islice(log, _BATCH)):
        wanted = {blob for commit in commits for _, *pair in commit.files for blob in pair if blob}
        texts = {blob: text for blob, text in texts.items() if blob in wanted}
        texts |= blobs(repository.top, sorted(wanted - texts.keys()))
        for commit in commits:
            files = (FileVersion(name, texts.get(old), texts.get(new)) for name, old, new in commit.files)
            yield _version(commit.words, tuple(files))


def _log(repository: _Repository, head: str) -> Iterator[_Entry]:
    """Yield the commits that touched plan files, newest first, each against its first parent."""
    options = ("--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-notes")
    parents = ("--first-parent", "--diff-merges=first-parent", "--full-history", "--topo-order")
    shape = ("--date=raw", f"--format={_WORDS}")
    answer = run(repository.top, "log", *parents, *options, *shape, "--end-of-options", head, *repository.below())
    words = ""
    files: list[tuple[str, str, str]] = []
    tokens = iter(answer.split(b"\0"))
    for token in tokens:
        entry = token.removeprefix(b"\n")
        if entry.startswith(b":"):
            old_mode, new_mode, old, new, _ = entry.decode().removeprefix(":").split(" ")
            name, pair = repository.name(next(tokens)), (_blob(old_mode, old), _blob(new_mode, new))
            if name and any(pair):
                files.append((name, *pair))
            continue
        if files:  # the answer ends with an empty token, so the last commit comes out too
            yield _Entry(words, tuple(sorted(files)))
        words, files = token.decode("utf-8", "replace"), []


def _blob(mode: str, name: str) -> str:
    """Return a blob's id, or an empty string for what is no ordinary file there: nothing, a link, a submodule."""
    return name if mode.startswith("100") else ""


def _version(words: str, files: tuple[FileVersion, ...]) -> Version:
    commit, author, authored, committed, message = words.split("\n", 4)
    return Version(Commit(commit, author, _moment(authored), _moment(committed), message), files)


def _moment(raw: str) -> datetime | None:
    """Return git's `seconds +hhmm` as a date and time, or None when no calendar has it."""
    seconds, _, zone = raw.partition(" ")
    try:
        offset = timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[3:]))
        return datetime.fromtimestamp(int(seconds), timezone(offset))
    except (ValueError, OverflowError, OSError):
        return None


def _working_copy(root: Path, repository: _Repository, head: str) -> Version:
    """Return what differs between the last commit and the files on disk; line ends alone are no difference."""
    tree = _tree(repository, head)
    texts = blobs(repository.top, tree.values())
    committed = {name: texts[blob] for name, blob in tree.items()}
    present = read_folder(root)
    on_disk = {file.name: file.data for file in present if not file.problem}
    unread = {file.name for file in present if file.problem}
    files = tuple(
        FileVersion(name, committed.get(name), on_disk.get(name))
        for name in sorted((committed.keys() | on_disk.keys()) - unread)
        if _unix(committed.get(name)) != _unix(on_disk.get(name))
    )
    return Version(Commit(""), files)


def _unix(data: bytes | None) -> bytes | None:
    return data if data is None else data.replace(b"\r\n", b"\n")
