"""Plan folders are read as they are, and writing loses nobody's work, whatever goes wrong."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planwright import repository
from planwright.diagnostic import PlanwrightError
from planwright.document.decoding import MAX_BYTES
from planwright.document.editing import EditRefusedError
from planwright.repository import SourceFile, find_root, read_folder, write_files, writing

SETTINGS = b"kind: settings\nname: Wexcombe District Council\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="links, modes and scripts as POSIX has them")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with settings only."""
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "planwright.yaml").write_bytes(SETTINGS)
    return folder


def put(root: Path, name: str, text: str | bytes = "kind: x\n") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def names(root: Path) -> list[str]:
    return [file.name for file in read_folder(root)]


# Reading


def test_the_root_is_found_from_below(root: Path) -> None:
    below = root / "services" / "housing"
    below.mkdir(parents=True)
    assert find_root(below) == root.resolve()
    assert find_root(root) == root.resolve()


def test_no_root_names_the_place_and_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(PlanwrightError, match=r"(?s)no planwright\.yaml in .*planwright init"):
        find_root(tmp_path)
    with pytest.raises(PlanwrightError, match="not a folder"):
        find_root(tmp_path / "nowhere")


def test_a_folder_above_that_may_not_be_looked_into_is_passed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_file(path: Path) -> bool:
        if path.parent.name == "services":
            raise PermissionError
        return path.exists()

    below = root / "services"
    below.mkdir()
    monkeypatch.setattr(Path, "is_file", is_file)
    assert find_root(below) == root.resolve()


def test_plan_files_come_sorted_and_nothing_else(root: Path) -> None:
    for name in ("b.yaml", "a/z.yml", "a/Y.YAML", "a-b.yaml", "a/build/deep.yaml"):
        put(root, name)
    skipped = ("notes.txt", ".git/x.yaml", ".github/ci.yaml", "build/x.yaml", "node_modules/x.yaml", ".venv/x.yaml")
    for name in (*skipped, "a/node_modules/x.yaml", ".pre-commit-config.yaml", "._b.yaml", "b.yaml~", "a/.#b.yaml"):
        put(root, name)
    assert names(root) == ["a-b.yaml", "a/Y.YAML", "a/build/deep.yaml", "a/z.yml", "b.yaml", "planwright.yaml"]
    assert read_folder(root)[-1] == SourceFile("planwright.yaml", SETTINGS)


def test_a_file_over_the_limit_is_read_just_beyond_it(root: Path) -> None:
    put(root, "big.yaml", b"#" * (MAX_BYTES * 2))
    assert len(read_folder(root)[0].data) == MAX_BYTES + 1


@POSIX
def test_links_never_leave_the_root_and_never_double_a_file(root: Path, tmp_path: Path) -> None:
    put(root, "a.yaml")
    put(tmp_path, "outside.yaml", "secret: yes\n")
    put(tmp_path, "outer/more.yaml", "secret: yes\n")
    put(root, ".shared/s.yaml", "kind: shared\n")
    (root / "again.yaml").symlink_to(root / "a.yaml")
    (root / "shared.yaml").symlink_to(root / ".shared" / "s.yaml")
    (root / "out.yaml").symlink_to(tmp_path / "outside.yaml")
    (root / "gone.yaml").symlink_to(root / "nothing.yaml")
    (root / "loop.yaml").symlink_to(root / "loop.yaml")
    (root / "up").symlink_to(tmp_path)
    (root / "outer").symlink_to(tmp_path / "outer")
    found = {file.name: file for file in read_folder(root)}
    assert sorted(found) == ["a.yaml", "gone.yaml", "loop.yaml", "out.yaml", "planwright.yaml", "shared.yaml"]
    assert found["shared.yaml"].data == b"kind: shared\n"
    assert (found["out.yaml"].data, "outside" in found["out.yaml"].problem) == (b"", True)
    assert "circle" in found["loop.yaml"].problem
    assert "nowhere" in found["gone.yaml"].problem


@POSIX
def test_what_cannot_be_opened_is_said_and_hides_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "a.yaml")
    put(root, "closed/b.yaml")
    os.mkfifo(root / "pipe.yaml")
    real_open, real_scan = Path.open, os.scandir

    def opened(path: Path, mode: str) -> object:
        if path.name == "a.yaml":
            raise PermissionError(errno.EACCES, "Permission denied")
        if path.name == "planwright.yaml":
            raise OSError(errno.EIO, "Input/output error")
        return real_open(path, mode)

    def scanned(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real_scan(path)

    monkeypatch.setattr(Path, "open", opened)
    monkeypatch.setattr(os, "scandir", scanned)
    problems = {file.name: file.problem for file in read_folder(root)}
    assert list(problems) == ["a.yaml", "closed", "pipe.yaml", "planwright.yaml"]
    assert "protected" in problems["a.yaml"]
    assert "folder cannot be opened" in problems["closed"]
    assert "ordinary" in problems["pipe.yaml"]
    assert "input/output" in problems["planwright.yaml"]


def test_a_name_that_is_not_there_is_an_ordinary_error() -> None:
    assert getattr(repository, "nothing", None) is None


# Writing


def litter(root: Path) -> list[str]:
    return sorted(path.name for path in root.rglob(".planwright-*"))


def test_writing_changes_creates_and_leaves_no_litter(root: Path) -> None:
    old = put(root, "a.yaml", "old\n")
    put(root, ".planwright-0123.tmp", "left by a killed run")
    write_files(root, {"a.yaml": (b"old\n", b"new\n"), "deep/er/b.yaml": (None, b"kind: b\n")})
    assert (old.read_bytes(), (root / "deep/er/b.yaml").read_bytes()) == (b"new\n", b"kind: b\n")
    assert litter(root) == []
    assert (root / ".planwright" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    write_files(root, {"a.yaml": (b"new\n", b"newer\n")})
    assert old.read_bytes() == b"newer\n"


def test_nothing_to_write_touches_nothing(root: Path) -> None:
    write_files(root, {"a.yaml": (b"same", b"same")})
    assert sorted(path.name for path in root.iterdir()) == ["planwright.yaml"]


@pytest.mark.parametrize(
    ("present", "old", "says"),
    [
        ("other\n", b"old\n", "changed by somebody else"),
        (None, b"old\n", "deleted or moved"),
        ("there\n", None, "exists already"),
    ],
)
def test_a_file_that_is_not_as_it_was_read_is_refused(
    root: Path, present: str | None, old: bytes | None, says: str
) -> None:
    if present is not None:
        put(root, "b.yaml", present)
    put(root, "a.yaml", "old\n")
    with pytest.raises(EditRefusedError, match=f"b.yaml.*{says}"):
        write_files(root, {"a.yaml": (b"old\n", b"new\n"), "b.yaml": (old, b"new\n")})
    assert (root / "a.yaml").read_bytes() == b"old\n"
    assert litter(root) == []


def test_a_change_between_preparing_and_replacing_is_noticed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(root, "a.yaml", "old\n")
    real = os.fsync

    def interfering(descriptor: int) -> None:
        real(descriptor)
        path.write_bytes(b"saved in an editor\n")

    monkeypatch.setattr(os, "fsync", interfering)
    with pytest.raises(EditRefusedError, match="changed by somebody else"):
        write_files(root, {"a.yaml": (b"old\n", b"new\n")})
    assert path.read_bytes() == b"saved in an editor\n"
    assert litter(root) == []


@POSIX
@pytest.mark.parametrize("name", ["../x.yaml", "a/../../x.yaml", "out/x.yaml"])
def test_nothing_is_written_outside_the_root(root: Path, tmp_path: Path, name: str) -> None:
    (root / "out").symlink_to(tmp_path)
    with pytest.raises(PlanwrightError, match="outside"):
        write_files(root, {name: (None, b"x")})
    assert not (tmp_path / "x.yaml").exists()


@POSIX
def test_a_circle_of_links_is_refused(root: Path) -> None:
    (root / "loop.yaml").symlink_to(root / "loop.yaml")
    with pytest.raises(PlanwrightError, match=r"loop\.yaml"):
        write_files(root, {"loop.yaml": (None, b"x")})


@POSIX
def test_mode_owner_and_links_survive(root: Path) -> None:
    real = put(root, "real/a.yaml", "old\n")
    real.chmod(0o640)
    if os.getuid() == 0:
        os.chown(real, 1234, 2345)
    before = real.stat()
    (root / "a.yaml").symlink_to(real)
    write_files(root, {"a.yaml": (b"old\n", b"new\n")})
    after = real.stat()
    assert (root / "a.yaml").is_symlink()
    assert real.read_bytes() == b"new\n"
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


@POSIX
def test_a_new_file_has_the_usual_mode(root: Path) -> None:
    write_files(root, {"a.yaml": (None, b"new\n")})
    assert (root / "a.yaml").stat().st_mode == put(root, "b.yaml").stat().st_mode


def test_a_read_only_file_and_a_hard_link_are_refused(root: Path) -> None:
    protected = put(root, "a.yaml", "old\n")
    protected.chmod(0o444)
    with pytest.raises(PlanwrightError, match="read-only"):
        write_files(root, {"a.yaml": (b"old\n", b"new\n")})
    twin = put(root, "b.yaml", "old\n")
    (root / "c.yaml").hardlink_to(twin)
    with pytest.raises(PlanwrightError, match="hard link"):
        write_files(root, {"b.yaml": (b"old\n", b"new\n")})
    assert (protected.read_bytes(), twin.read_bytes()) == (b"old\n", b"old\n")


def failing(error: OSError, after: int = 0) -> Callable[..., None]:
    calls = iter(range(10_000))

    def fail(*_: object, **__: object) -> None:
        if next(calls) >= after:
            raise error

    return fail


class SharingViolationError(PermissionError):
    """What Windows raises for a file that is open elsewhere."""

    winerror = 32


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk .* is full"),
        (OSError(errno.EROFS, "Read-only file system"), "read-only"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "its name is too long"),
        (OSError(errno.EIO, "Input/output error"), "input/output error"),
        (OSError("odd"), "no reason"),
        (SharingViolationError(errno.EACCES, "Permission denied"), "open in another program"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_text_and_no_litter(
    root: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: OSError, says: str
) -> None:
    put(root, "a.yaml", "old\n")
    monkeypatch.setattr(os, call, failing(error))
    with pytest.raises(PlanwrightError, match=f"could not be written: .*{says}"):
        write_files(root, {"a.yaml": (b"old\n", b"new\n"), "new/b.yaml": (None, b"b")})
    assert (root / "a.yaml").read_bytes() == b"old\n"
    assert litter(root) == []
    assert not (root / "new").exists()


@pytest.mark.parametrize("error", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
def test_a_failure_half_way_puts_the_first_files_back(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    put(root, "a.yaml", "old\n")
    put(root, "c.yaml", "old\n")
    real = os.replace

    def replace(source: str, target: str) -> None:
        if str(target).endswith("c.yaml"):
            raise error
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises((PlanwrightError, KeyboardInterrupt)):
        write_files(root, {"a.yaml": (b"old\n", b"new"), "b.yaml": (None, b"b"), "c.yaml": (b"old\n", b"new")})
    assert {file.name: file.data for file in read_folder(root)} == {
        "a.yaml": b"old\n",
        "c.yaml": b"old\n",
        "planwright.yaml": SETTINGS,
    }
    assert litter(root) == []


def test_an_unreadable_target_is_said_in_words(root: Path) -> None:
    (root / "a.yaml").mkdir()
    with pytest.raises(PlanwrightError, match=r"a\.yaml could not be written"):
        write_files(root, {"a.yaml": (b"old", b"new")})


@POSIX
def test_the_lock_is_no_way_out_of_the_folder(root: Path, tmp_path: Path) -> None:
    (root / ".planwright").symlink_to(tmp_path)
    with pytest.raises(PlanwrightError, match="is a link"):
        write_files(root, {"a.yaml": (None, b"x")})
    assert not (tmp_path / "lock").exists()
    (root / ".planwright").unlink()
    (root / ".planwright").write_bytes(b"")
    with pytest.raises(PlanwrightError, match=r"\.planwright/lock could not be written"):
        write_files(root, {"a.yaml": (None, b"x")})


def test_a_folder_that_is_read_only_is_named_in_words(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "mkdir", failing(OSError(errno.EROFS, "Read-only file system")))
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PlanwrightError) as refused:
        write_files(root, {"a.yaml": (None, b"x")})
    assert str(refused.value).startswith(f"the plan's folder, {root.resolve()}, could not be written: it or its folder")
    assert "Read-only file system" not in str(refused.value)


HOLD = """
import sys, time
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_living_holder_blocks_and_a_killed_one_does_not(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "LOCK_SECONDS", 0.2)
    lock = put(root, ".planwright/lock", "")
    with subprocess.Popen([sys.executable, "-c", HOLD, str(lock)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(PlanwrightError, match="Another planwright command"):
            write_files(root, {"a.yaml": (None, b"x")})
        holder.kill()
    write_files(root, {"a.yaml": (None, b"x")})
    assert (root / "a.yaml").read_bytes() == b"x"


WRITER = """
import sys
from pathlib import Path
from planwright.document.editing import EditRefusedError
from planwright.repository import write_files
root, count = Path(sys.argv[1]), int(sys.argv[2])
for _ in range(count):
    while True:
        old = (root / "a.yaml").read_bytes()
        try:
            write_files(root, {"a.yaml": (old, b"%d" % (int(old) + 1))})
            break
        except EditRefusedError:
            pass
"""


def test_two_writers_lose_nothing(root: Path) -> None:
    put(root, "a.yaml", "0")
    command = [sys.executable, "-c", WRITER, str(root), "25"]
    running = [subprocess.Popen(command) for _ in range(2)]
    assert [process.wait(timeout=120) for process in running] == [0, 0]
    assert (root / "a.yaml").read_bytes() == b"50"


KILLER = """
import os, signal, sys, time
import filelock  # here, so that no child spends its short life importing
from pathlib import Path
from planwright.repository import write_files
root, count, texts = Path(sys.argv[1]), int(sys.argv[2]), (b"old\\n" * 5000, b"new\\n" * 5000)
seen = set()
for turn in range(count):
    hear, tell = os.pipe()
    child = os.fork()
    while not child:
        old = (root / "a.yaml").read_bytes()
        write_files(root, {"a.yaml": (old, texts[old == texts[0]])})
        os.write(tell, b"written")
    os.read(hear, 1)  # at least one text is in its place, however slow the machine
    time.sleep(turn % 17 * 0.0005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(hear)
    os.close(tell)
    seen.add((root / "a.yaml").read_bytes())
print(sorted(texts.index(text) for text in seen))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
@pytest.mark.parametrize("count", [40, pytest.param(1000, marks=pytest.mark.slow)])
def test_a_kill_at_any_moment_leaves_old_or_new_text(root: Path, count: int) -> None:
    put(root, "a.yaml", "old\n" * 5000)
    command = [sys.executable, "-c", KILLER, str(root), str(count)]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout == "[0, 1]\n"
    write_files(root, {"a.yaml": ((root / "a.yaml").read_bytes(), b"end")})
    assert litter(root) == []
