"""Plan files are read from git as they were, in every state a repository can be in, and nothing in it is run."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planwright.diagnostic import PlanwrightError
from planwright.document.decoding import MAX_BYTES
from planwright.history import FileVersion, Version
from planwright.repository import NoCommitsError, SourceFile, git, read_revision, revision, versions

POSIX = pytest.mark.skipif(os.name != "posix", reason="links and scripts as POSIX has them")
WHEN = "1772366400 +0100"
PLAIN = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
WHO = {
    "GIT_AUTHOR_NAME": "An Author",
    "GIT_AUTHOR_EMAIL": "author@example.invalid",
    "GIT_AUTHOR_DATE": WHEN,
    "GIT_COMMITTER_NAME": "A Committer",
    "GIT_COMMITTER_EMAIL": "committer@example.invalid",
    "GIT_COMMITTER_DATE": "1772373600 +0000",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def command(folder: Path, *arguments: str, **variables: str) -> str:
    """Run git as a user would."""
    run = subprocess.run(
        ["git", *arguments], cwd=folder, env=PLAIN | WHO | variables, capture_output=True, check=True, text=True
    )
    return run.stdout.strip()


def commit(folder: Path, message: str, files: dict[str, str | bytes | None], **variables: str) -> str:
    for name, text in files.items():
        path = folder / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
    command(folder, "add", "-A")
    command(folder, "commit", "-q", "--allow-empty", "-m", message, **variables)
    return command(folder, "rev-parse", "HEAD")


def raw_commit(folder: Path, text: bytes) -> str:
    """Make a commit that git itself would not make; `%s` stands for the tree of the last one."""
    tree = command(folder, "rev-parse", "HEAD^{tree}").encode()
    making = ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"]
    return (
        subprocess.run(making, cwd=folder, input=text % tree, capture_output=True, check=True).stdout.decode().strip()
    )


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return an empty repository."""
    folder = tmp_path / "plan"
    folder.mkdir()
    command(folder, "init", "-q", "-b", "main")
    return folder


def told(found: Iterator[Version]) -> list[tuple[str, list[str]]]:
    return [(version.commit.message, [file.name for file in version.files]) for version in found]


def test_versions_come_newest_first_with_their_texts(root: Path) -> None:
    first = commit(root, "Begin\n\nwith a body", {"a.yaml": "a: 1\n", "notes.txt": "no plan"})
    commit(root, "Notes only", {"notes.txt": "changed"})
    second = commit(root, "Change", {"a.yaml": "a: 2\n", "sub/b.yml": "b: 1\n", ".github/ci.yaml": "x: y\n"})
    third = commit(root, "Remove", {"a.yaml": None})
    found = list(versions(root))
    assert [version.commit.id for version in found] == [third, second, first]
    assert [version.files for version in found] == [
        (FileVersion("a.yaml", b"a: 2\n", None),),
        (FileVersion("a.yaml", b"a: 1\n", b"a: 2\n"), FileVersion("sub/b.yml", None, b"b: 1\n")),
        (FileVersion("a.yaml", None, b"a: 1\n"),),
    ]
    last = found[-1].commit
    assert (last.author, last.message) == ("An Author", "Begin")
    assert last.when == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert last.when.utcoffset() == timedelta(hours=1)
    assert last.committed == datetime(2026, 3, 1, 14, tzinfo=UTC)


def test_more_commits_than_one_batch_holds(root: Path) -> None:
    entries = "".join(
        f"commit refs/heads/main\ncommitter A B <a@example.invalid> {1772366400 + number} +0000\n"
        f"data {len(str(number))}\n{number}\nM 644 inline a.yaml\ndata {len(str(number))}\n{number}\n\n"
        for number in range(450)
    )
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=entries.encode(), check=True, env=PLAIN)
    command(root, "reset", "-q", "--hard")
    found = list(versions(root))
    assert [version.files[0].after for version in found] == [b"%d" % number for number in reversed(range(450))]
    assert [version.files[0].before for version in found[:-1]] == [b"%d" % number for number in reversed(range(449))]


def test_a_merge_shows_what_it_brought_once(root: Path) -> None:
    commit(root, "Begin", {"a.yaml": "a: 1\n", "b.yaml": "b: 1\n"})
    command(root, "checkout", "-q", "-b", "side")
    commit(root, "On the side", {"a.yaml": "a: 2\n"})
    command(root, "checkout", "-q", "main")
    commit(root, "On main", {"b.yaml": "b: 2\n"})
    command(root, "merge", "-q", "--no-ff", "--no-commit", "side")
    commit(root, "Merge, with a change of its own", {"b.yaml": "b: 3\n"})
    command(root, "checkout", "-q", "-b", "dropped", "HEAD~1")
    commit(root, "Dropped", {"a.yaml": "a: 9\n"})
    command(root, "checkout", "-q", "main")
    command(root, "merge", "-q", "-s", "ours", "-m", "Keep ours", "dropped")
    assert told(versions(root)) == [
        ("Merge, with a change of its own", ["a.yaml", "b.yaml"]),
        ("On main", ["b.yaml"]),
        ("Begin", ["a.yaml", "b.yaml"]),
    ]


@POSIX
def test_the_working_copy_comes_first_and_line_ends_are_no_difference(root: Path) -> None:
    commit(root, "Begin", {"a.yaml": "a: 1\n", "b.yaml": "b: 1\n", "c.yaml": "c: 1\n", "d.yaml": "d: 1\n"})
    (root / "a.yaml").write_bytes(b"a: 2\n")
    (root / "b.yaml").write_bytes(b"b: 1\r\n")
    (root / "c.yaml").unlink()
    (root / "d.yaml").unlink()
    (root / "d.yaml").symlink_to("/nowhere")
    (root / "new.yaml").write_bytes(b"n: 1\n")
    found = list(versions(root))
    assert found[0].commit.id == ""
    assert found[0].files == (
        FileVersion("a.yaml", b"a: 1\n", b"a: 2\n"),
        FileVersion("c.yaml", b"c: 1\n", None),
        FileVersion("new.yaml", None, b"n: 1\n"),
    )
    assert found[1].commit.message == "Begin"


def test_the_revision_of_the_files_on_disk(root: Path) -> None:
    assert revision(root) == ""
    first = commit(root, "Begin", {"a.yaml": "a: 1\n", "notes.txt": "no plan"})
    (root / "notes.txt").write_text("changed", encoding="utf-8")
    assert revision(root) == first
    (root / "a.yaml").write_bytes(b"a: 2\n")
    assert revision(root) == ""
    with pytest.raises(PlanwrightError, match="not in a git repository"):
        revision(no_repository(root))


def test_a_workspace_below_the_top_has_its_own_history(root: Path) -> None:
    commit(root, "Both", {"plans/a.yaml": "a: 1\n", "plans-b/a.yaml": "b: 1\n", "a.yaml": "top: 1\n"})
    commit(root, "Other", {"a.yaml": "top: 2\n"})
    assert told(versions(root / "plans")) == [("Both", ["a.yaml"])]
    assert read_revision(root / "plans", "HEAD") == (SourceFile("a.yaml", b"a: 1\n"),)


@POSIX
def test_odd_names_links_and_submodules(root: Path) -> None:
    odd = 'quo"te\n\u00e9 ü.yaml'
    (root / "link.yaml").symlink_to("a.yaml")
    commit(
        root,
        "Begin",
        {odd: "a: 1\n", "a.yaml": "a: 1\n", b"latin-\xe9.yaml".decode("utf-8", "surrogateescape"): "l: 1\n"},
    )
    command(root, "update-index", "--add", "--cacheinfo", "160000,1234567890123456789012345678901234567890,sub.yaml")
    command(root, "commit", "-q", "-m", "Submodule")
    (root / "link.yaml").unlink()
    found = {file.name: file.data for file in read_revision(root, "HEAD")}
    assert found == {odd: b"a: 1\n", "a.yaml": b"a: 1\n", "latin-\udce9.yaml": b"l: 1\n"}
    assert [version.commit.message for version in versions(root)] == ["Begin"]


def test_authors_are_mailmapped_and_odd_bytes_decoded(root: Path) -> None:
    commit(root, "Begin", {"a.yaml": "a: 1\n", ".mailmap": "New Name <author@example.invalid>\n"})
    odd = raw_commit(
        root,
        b"tree %s\nauthor \xe9 <x@example.invalid> 99999999999999 +9999\n"
        b"committer C <c@example.invalid> 0 +0000\n\n\x1b[1mhi\n",
    )
    assert next(iter(versions(root))).commit.author == "New Name"
    command(root, "reset", "-q", "--hard", odd)
    last = next(iter(versions(root))).commit
    assert (last.author, last.when, last.message) == ("\ufffd", None, "\x1b[1mhi")
    assert last.committed == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_blob_over_the_limit_is_not_loaded(root: Path) -> None:
    commit(root, "Begin", {"a.yaml": b"#" * (MAX_BYTES + 100), "b.yaml": "b: 1\n", "empty.yaml": b""})
    (big, small, empty) = read_revision(root, "main")
    assert (len(big.data), big.data[:1], small.data, empty.data) == (MAX_BYTES + 1, b"\0", b"b: 1\n", b"")
    command(root, "rm", "-q", "b.yaml", "empty.yaml")
    command(root, "commit", "-q", "-m", "Only big")
    assert [file.name for file in read_revision(root, "main")] == ["a.yaml"]


@pytest.mark.parametrize("revision", ["nothing", "--output=x", "-p", "", "HEAD:a.yaml", "a\x1bb"])
def test_an_unknown_revision_is_named_and_no_option(root: Path, revision: str) -> None:
    commit(root, "Begin", {"a.yaml": "a: 1\n"})
    with pytest.raises(PlanwrightError, match="knows no revision") as caught:
        read_revision(root, revision)
    assert "\x1b" not in str(caught.value)
    assert sorted(path.name for path in root.iterdir()) == [".git", "a.yaml"]


# States


def no_repository(root: Path) -> Path:
    folder = root.parent / "plain"
    folder.mkdir()
    return folder


def shallow(root: Path) -> Path:
    commit(root, "Begin", {"a.yaml": "a: 1\n"})
    commit(root, "More", {"a.yaml": "a: 2\n"})
    command(root.parent, "clone", "-q", "--depth", "1", root.as_uri(), "shallow")
    return root.parent / "shallow"


def bare(root: Path) -> Path:
    commit(root, "Begin", {"a.yaml": "a: 1\n"})
    command(root.parent, "clone", "-q", "--bare", str(root), "bare")
    return root.parent / "bare"


def bare_by_setting(root: Path) -> Path:
    commit(root, "Begin", {"a.yaml": "a: 1\n"})
    command(root, "config", "core.bare", "true")
    return root


def broken(root: Path) -> Path:
    (root / ".git" / "config").write_text("[core\n", encoding="utf-8")
    return root


def foreign(root: Path) -> Path:
    if os.getuid() != 0:
        pytest.skip("only the administrator can give a folder away")
    commit(root, "Begin", {"a.yaml": "a: 1\n"})
    for path in (root, root / ".git"):
        os.chown(path, 12345, 12345)
    return root


@POSIX
@pytest.mark.parametrize(
    ("state", "says"),
    [
        (no_repository, "not in a git repository"),
        (shallow, "shallow.*fetch-depth: 0"),
        (bare, "bare repository"),
        (bare_by_setting, "bare repository"),
        (broken, "cannot read this repository: .*config"),
        (foreign, "does not trust.*safe.directory"),
    ],
)
def test_each_state_that_has_no_true_history_says_so(root: Path, state: Callable[[Path], Path], says: str) -> None:
    with pytest.raises(PlanwrightError, match=says):
        versions(state(root))


def test_no_commits_is_its_own_answer(root: Path) -> None:
    with pytest.raises(NoCommitsError, match="no commits yet"):
        versions(root)


@pytest.mark.parametrize("how", ["detached", "worktree", "submodule"])
def test_unusual_but_complete_repositories_work(root: Path, how: str) -> None:
    first = commit(root, "Begin", {"a.yaml": "a: 1\n"})
    commit(root, "More", {"a.yaml": "a: 2\n"})
    folder = root
    if how == "detached":
        command(root, "checkout", "-q", first)
    elif how == "worktree":
        folder = root.parent / "tree"
        command(root, "worktree", "add", "-q", str(folder), first)
    else:
        outer = root.parent / "outer"
        outer.mkdir()
        command(outer, "init", "-q")
        command(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(root), "plan")
        folder = outer / "plan"
        command(folder, "checkout", "-q", first)
    assert told(versions(folder)) == [("Begin", ["a.yaml"])]


def test_without_git_it_says_so(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PlanwrightError, match="Git is not installed"):
        versions(root)


@POSIX
def test_the_current_folder_is_no_place_for_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "git").write_text("#!/bin/sh\ntouch ran\n", encoding="utf-8")
    (root / "git").chmod(0o755)
    monkeypatch.chdir(root)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    with pytest.raises(NoCommitsError):
        versions(root)
    assert not (root / "ran").exists()


@POSIX
def test_git_that_does_not_answer_is_given_up(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = root / "bin" / "git"
    fake.parent.mkdir()
    fake.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setattr(git, "SECONDS", 0.05)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(PlanwrightError, match="did not answer"):
        versions(root)


def test_the_variables_of_a_hook_do_not_lead_astray(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root, "Begin", {"a.yaml": "a: 1\n"})
    other = root.parent / "other"
    other.mkdir()
    command(other, "init", "-q")
    commit(other, "Elsewhere", {"z.yaml": "z: 1\n"})
    for name, value in {"GIT_DIR": ".git", "GIT_WORK_TREE": ".", "GIT_INDEX_FILE": ".git/index"}.items():
        monkeypatch.setenv(name, str(other / value))
    assert told(versions(root)) == [("Begin", ["a.yaml"])]


def test_a_partial_clone_fetches_nothing(root: Path) -> None:
    commit(root, "Begin", {"a.yaml": "a: 1\n"})
    commit(root, "More", {"a.yaml": "a: 2\n"})
    command(root, "config", "uploadpack.allowFilter", "true")
    command(root.parent, "clone", "-q", "--filter=blob:none", root.as_uri(), "partial")
    with pytest.raises(PlanwrightError, match="partial clone"):
        list(versions(root.parent / "partial"))


def test_a_missing_text_is_said(root: Path) -> None:
    commit(root, "Begin", {"a.yaml": "a: 1\n"})
    commit(root, "More", {"a.yaml": "a: 2\n"})
    blob = command(root, "rev-parse", "HEAD~1:a.yaml")
    (root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(PlanwrightError, match="damaged"):
        list(versions(root))


def test_a_repository_without_plan_files_has_no_versions(root: Path) -> None:
    commit(root, "Begin", {"notes.txt": "no plan"})
    assert list(versions(root)) == []
    assert read_revision(root, "HEAD") == ()


def test_a_git_that_does_not_work_is_said(root: Path) -> None:
    code = "import sys, pathlib, planwright.repository as r; r.versions(pathlib.Path(sys.argv[1]))"
    broken_ = {"GIT_PYTHON_GIT_EXECUTABLE": str(root / "nothing")}
    run = subprocess.run(
        [sys.executable, "-c", code, str(root)], capture_output=True, check=False, text=True, env=PLAIN | broken_
    )
    assert run.stderr.endswith("does not work, so history cannot be read.\n")


@POSIX
def test_a_hostile_repository_runs_nothing(root: Path) -> None:
    commit(root, "Begin", {"a.yaml": "a: 1\n", ".gitattributes": "*.yaml filter=evil diff=evil\n"})
    signed = raw_commit(
        root,
        b"tree %s\nauthor A <a@example.invalid> 0 +0000\ncommitter A <a@example.invalid> 0 +0000\n"
        b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----\n\nSigned\n",
    )
    command(root, "reset", "-q", "--hard", signed)
    trap = root.parent / "trap"
    trap.write_text(f'#!/bin/sh\ntouch "{root.parent}/ran-$(basename $0)"\ncat\n', encoding="utf-8")
    trap.chmod(0o755)
    hook = root / ".git" / "hooks" / "post-index-change"
    hook.write_bytes(trap.read_bytes())
    hook.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.clean",
        "filter.evil.smudge",
        "gpg.program",
    ):
        command(root, "config", key, str(trap))
    command(root, "config", "log.showSignature", "true")
    (root / "a.yaml").write_bytes(b"a: 2\n")
    assert [len(version.files) for version in versions(root)] == [1, 1]
    assert read_revision(root, "HEAD")[0].data == b"a: 1\n"
    assert [path.name for path in root.parent.iterdir() if path.name.startswith("ran")] == []


def test_replacements_and_grafts_do_not_rewrite_the_past(root: Path) -> None:
    first = commit(root, "Begin", {"a.yaml": "a: 1\n"})
    second = commit(root, "Raise the target", {"a.yaml": "a: 2\n"})
    third = commit(root, "More", {"a.yaml": "a: 3\n"})
    command(root, "replace", second, first)
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "grafts").write_text(f"{third} {first}\n", encoding="utf-8")
    assert [message for message, _ in told(versions(root))] == ["More", "Raise the target", "Begin"]


def test_settings_of_the_log_do_not_change_the_answer(root: Path) -> None:
    commit(root, "Begin", {"a.yaml": "a: 1\n"})
    commit(root, "Move", {"a.yaml": None, "b.yaml": "a: 1\n"})
    command(root, "checkout", "-q", "-b", "side")
    commit(root, "On the side", {"c.yaml": "c: 1\n"})
    command(root, "checkout", "-q", "main")
    command(root, "merge", "-q", "--no-ff", "-m", "Merge", "side")
    for key, value in {
        "log.showRoot": "false",
        "log.diffMerges": "off",
        "log.follow": "true",
        "log.date": "relative",
        "diff.renames": "copies",
        "core.quotePath": "true",
        "format.pretty": "oneline",
        "i18n.logOutputEncoding": "UTF-16",
        "diff.relative": "true",
        "log.decorate": "full",
        "color.ui": "always",
    }.items():
        command(root, "config", key, value)
    assert told(versions(root)) == [
        ("Merge", ["c.yaml"]),
        ("Move", ["a.yaml", "b.yaml"]),
        ("Begin", ["a.yaml"]),
    ]


def test_git_is_only_imported_when_asked_for() -> None:
    code = "import sys, planwright.repository; print(sorted({'git', 'filelock'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout == "[]\n"
