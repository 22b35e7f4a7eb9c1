"""Write plan files so that nobody's work is lost: one writer at a time, old or new text but never half, all or none."""

import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from planwright.diagnostic import PlanwrightError
from planwright.document.editing import EditRefusedError

LOCK_FOLDER = ".planwright"
LOCK_SECONDS = 10.0
_TEMPORARY = ".planwright-*.tmp"
_FULL = "the disk or your share of it is full"
_CLOSED = "it or its folder is read-only or belongs to somebody else, or another program holds it"
_REASONS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), _FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _CLOSED),
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR), "a file stands where a folder is needed"),
    errno.EISDIR: "it is a folder, where a file is needed",
    errno.ENAMETOOLONG: "its name is too long",
}


@dataclass(frozen=True, slots=True)
class _Change:
    """One file to be written: its name, its real path, what must stand there now, and what shall."""

    name: str
    path: Path
    old: bytes | None
    new: bytes


def write_files(
    root: Path, changes: Mapping[str, tuple[bytes | None, bytes]], recheck: Callable[[], None] | None = None
) -> None:
    """Write files below `root`: name (relative, forward slashes) to its old bytes (None: must not exist) and new ones.

    Either every file is written or none: all new texts are prepared and on disk before the first one takes its place,
    and a failure after that puts the old ones back. Only a power cut or kill between two replacements can leave some
    files new and some old, each of them whole. `recheck` is called once no other command can write any more, and raises
    where what the new texts were made from no longer holds.

    Raises EditRefusedError when a file is no longer what `changes` says,
    PlanwrightError when the disk, the permissions or another program are in the way.
    """
    base = root.resolve()
    wanted = [
        _Change(name, _real_path(base, name), old, new) for name, (old, new) in sorted(changes.items()) if old != new
    ]
    if not wanted:
        return
    with _locked(base):
        if recheck:
            recheck()
        for change in wanted:
            _refuse_unless_unchanged(change)
        with _prepared(base, wanted) as temporary:
            _replace_all(wanted, temporary)


def fill_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files, by name, into a folder that holds no plans and is made where it is missing: all of them or none.

    Raises PlanwrightError when the disk, the permissions or another program are in the way.
    """
    base = folder.resolve()
    try:
        base.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _in_words(str(folder), error) from error
    changes = [_replacement(name, _real_path(base, name), files[name]) for name in sorted(files)]
    with _prepared(base, changes) as temporary:
        _replace_all(changes, temporary)


def _replacement(name: str, path: Path, new: bytes) -> _Change:
    """Return the change that puts new bytes in the place of whatever a file holds now."""
    try:
        return _Change(name, path, path.read_bytes() if path.exists() else None, new)
    except OSError as error:
        raise _in_words(name, error) from error


@contextmanager
def _locked(base: Path) -> Iterator[None]:
    """Hold the workspace's lock: an operating system lock, which dies with its holder and so is never stale."""
    from filelock import FileLock, Timeout  # only commands that write pay for it

    folder = base / LOCK_FOLDER
    lock = FileLock(folder / "lock", timeout=LOCK_SECONDS, fallback_to_soft=False)
    try:
        folder.mkdir(exist_ok=True)
        if folder.is_symlink():
            raise PlanwrightError(f"{LOCK_FOLDER} is a link, so nothing was written. Remove it and try again.")
        with suppress(FileExistsError), (folder / ".gitignore").open("x", encoding="utf-8", newline="\n") as ignore:
            ignore.write("*\n")
        lock.acquire()
    except Timeout:
        raise PlanwrightError(
            "Another planwright command is changing files in this workspace, so nothing was written. "
            "Try again when it has finished."
        ) from None
    except OSError as error:
        name = f"{LOCK_FOLDER}/lock" if os.access(base, os.W_OK) else f"the plan's folder, {base},"
        raise _in_words(name, error) from error
    try:
        yield
    finally:
        lock.release()


def _real_path(base: Path, name: str) -> Path:
    """Return where a name really leads, links followed, refusing what lies outside the root."""
    try:
        path = (base / name).resolve()
    except (OSError, RuntimeError):  # before Python 3.13 a circle of links is a RuntimeError
        raise PlanwrightError(f"{name} is a link that leads in a circle, so it was not written.") from None
    if not path.is_relative_to(base):
        raise PlanwrightError(f"{name} lies outside the plan's folder, so it was not written.")
    return path


def _refuse_unless_unchanged(change: _Change) -> None:
    """Raise unless the file still is what the edit was made from, and may be replaced."""
    try:
        found: bytes | None = change.path.read_bytes()
        status = change.path.stat()
    except FileNotFoundError:
        found = None
    except OSError as error:
        raise _in_words(change.name, error) from error
    if found is None and change.old is not None:
        raise EditRefusedError(f"{change.name} has been deleted or moved since it was read, so nothing was written.")
    if found is None:
        return
    if change.old is None:
        raise EditRefusedError(f"{change.name} exists already, so nothing was written. Choose another name.")
    if found != change.old:
        raise EditRefusedError(
            f"{change.name} was changed by somebody else since it was read, so nothing was written. "
            "Give the command again to work from the new text."
        )
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise PlanwrightError(f"{change.name} is marked read-only, so nothing was written.")
    if status.st_nlink > 1:  # replacing it would part the two names for ever, without a word
        raise PlanwrightError(
            f"{change.name} shares its contents with another file (a hard link), so nothing was written. "
            "Put an ordinary copy in its place first."
        )


@contextmanager
def _prepared(base: Path, changes: list[_Change]) -> Iterator[dict[Path, Path]]:
    """Put every new text on disk beside its target, and leave no temporary file or new empty folder behind."""
    temporary: dict[Path, Path] = {}
    made: list[Path] = []
    for folder in sorted({change.path.parent for change in changes}):
        _clear_left_overs(folder)
    try:
        for change in changes:
            try:
                made.extend(_make_folders(base, change.path.parent))
                spare = temporary[change.path] = change.path.with_name(f".planwright-{os.urandom(8).hex()}.tmp")
                _write_through(spare, change.new)
                if change.old is not None:
                    _copy_ownership(change.path, spare)
            except OSError as error:
                raise _in_words(change.name, error) from error
        yield temporary
    finally:
        for path in temporary.values():
            with suppress(OSError):  # gone into its place, or no longer ours to remove: the first failure is reported
                path.unlink()
        for folder in reversed(made):
            with suppress(OSError):  # a folder that is in use now has something in it and stays
                folder.rmdir()


def _replace_all(changes: list[_Change], temporary: Mapping[Path, Path]) -> None:
    """Put each prepared text in its place; on any failure, interruption included, put the old ones back."""
    done: list[_Change] = []
    complete = False
    try:
        for change in changes:
            _refuse_unless_unchanged(change)
            try:
                done.append(change)
                temporary[change.path].replace(change.path)
                _sync_folder(change.path.parent)
            except OSError as error:
                raise _in_words(change.name, error) from error
        complete = True
    finally:
        if not complete:
            for change in reversed(done):
                _restore(change)


def _restore(change: _Change) -> None:
    with suppress(OSError):
        if change.path.read_bytes() != change.new:
            return  # never took its place
        if change.old is None:
            change.path.unlink()
            return
        spare = change.path.with_name(f".planwright-{os.urandom(8).hex()}.tmp")
        _write_through(spare, change.old)
        _copy_ownership(change.path, spare)
        spare.replace(change.path)


def _make_folders(base: Path, folder: Path) -> list[Path]:
    """Create the missing folders down to `folder` and return them, outermost first."""
    missing = [path for path in (folder, *folder.parents) if path.is_relative_to(base) and not path.exists()]
    missing.reverse()
    for path in missing:
        path.mkdir()
    return missing


def _clear_left_overs(folder: Path) -> None:
    """Remove temporary files that a killed run left; the lock is held, so no living run can own them."""
    for path in folder.glob(_TEMPORARY):
        with suppress(OSError):  # litter does not stop the work
            path.unlink()


def _write_through(path: Path, data: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _copy_ownership(source: Path, target: Path) -> None:
    """Give `target` the mode of `source`, and its owner and group where the system lets us."""
    status = source.stat()
    target.chmod(stat.S_IMODE(status.st_mode))
    if os.name == "posix":
        with suppress(PermissionError):  # only the administrator may give files away
            os.chown(target, status.st_uid, status.st_gid)


def _sync_folder(folder: Path) -> None:
    """Make the replacement itself survive a power cut; Windows keeps no such promise for folders."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def unwritable(error: OSError) -> str:
    """Return what a failed write means to the person who asked for it: a reason in words."""
    if getattr(error, "winerror", None) in {32, 33}:  # sharing violation, lock violation
        return "it is open in another program. Close it there and try again"
    return _REASONS.get(error.errno or 0) or (error.strerror or "the system gave no reason").lower()


def _in_words(name: str, error: OSError) -> PlanwrightError:
    return PlanwrightError(f"{name} could not be written: {unwritable(error)}. Nothing was changed.")
