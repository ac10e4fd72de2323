from __future__ import annotations

from pathlib import Path

import pytest

from desktop.vault import staging

OLD = {"a": b"old a", "b": b"old b"}
NEW = {"a": b"new a", "b": b"new b", "c": b"new c"}


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name, data in OLD.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def stage(workspace: Path) -> None:
    folder = staging.begin(workspace)
    for name, data in NEW.items():
        (folder / name).write_bytes(data)


def test_commit_replaces_and_keeps(workspace: Path) -> None:
    stage(workspace)
    staging.commit(workspace, keep_replaced_in="kept")
    assert content(workspace) == NEW
    assert content(workspace / "kept") == OLD
    assert {path.name for path in workspace.iterdir()} == {*NEW, "kept"}


def test_what_was_not_committed_is_thrown_away(workspace: Path) -> None:
    stage(workspace)
    assert not staging.is_ready(workspace)
    staging.finish(workspace)
    assert content(workspace) == OLD
    assert not (workspace / staging.FOLDER).exists()
    staging.finish(workspace)


def test_an_earlier_attempt_does_not_mix_in(workspace: Path) -> None:
    stage(workspace)
    folder = staging.begin(workspace)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("deaths", range(1, 12))
def test_killed_at_any_step_it_is_finished_later(
    workspace: Path, deaths: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The n-th rename, removal or directory sync never happens: the next opening goes on."""
    stage(workspace)
    steps = 0
    rename, unlink, sync = Path.replace, Path.unlink, staging.sync_folder

    def alive() -> None:
        nonlocal steps
        steps += 1
        if steps == deaths:
            raise KeyboardInterrupt

    def dying_rename(self: Path, target: Path) -> Path:
        alive()
        return rename(self, target)

    def dying_unlink(self: Path, missing_ok: bool = False) -> None:
        alive()
        unlink(self, missing_ok=missing_ok)

    def dying_sync(folder: Path) -> None:
        alive()
        sync(folder)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dying_rename)
        patch.setattr(Path, "unlink", dying_unlink)
        patch.setattr(staging, "sync_folder", dying_sync)
        with pytest.raises(KeyboardInterrupt):
            staging.commit(workspace, keep_replaced_in="kept")
    # Whether the marker was written is the one question; after it, the new files it is.
    committed = staging.is_ready(workspace) or content(workspace) == NEW
    staging.finish(workspace)
    assert content(workspace) == (NEW if committed else OLD)
    if committed:
        assert content(workspace / "kept") == OLD
    assert not (workspace / staging.FOLDER).exists()
