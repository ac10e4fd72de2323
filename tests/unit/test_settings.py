from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import settings
from desktop.settings import Settings

CHANGED = Settings(language="en", theme="dark", idle_lock_minutes=5, watched_folder="/tmp/Eingang")


def test_defaults_without_a_file(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "nowhere") == Settings()


def test_round_trip(tmp_path: Path) -> None:
    settings.save(tmp_path / "new", CHANGED)
    assert settings.load(tmp_path / "new") == CHANGED
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content", ["", "nonsense", "[]", "{}", '{"format": "other"}', "[" * 10**6]
)
def test_a_foreign_file_is_set_aside(tmp_path: Path, content: str) -> None:
    (tmp_path / "settings.json").write_text(content)
    assert settings.load(tmp_path) == Settings()
    assert (tmp_path / "settings.json.damaged").read_text() == content
    settings.save(tmp_path, CHANGED)
    assert settings.load(tmp_path) == CHANGED


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", "fr"),
        ("language", 1),
        ("theme", None),
        ("idle_lock_minutes", -1),
        ("idle_lock_minutes", True),
        ("idle_lock_minutes", "10"),
        ("clipboard_seconds", 0),
        ("watch_on_start", 1),
    ],
)
def test_a_value_that_is_none_of_its_kind_is_the_default(
    tmp_path: Path, key: str, value: object
) -> None:
    settings.save(tmp_path, CHANGED)
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {key: value}))
    loaded = settings.load(tmp_path)
    assert getattr(loaded, key) == getattr(Settings(), key)
    assert loaded.text_size == CHANGED.text_size


def test_what_a_newer_program_wrote_is_kept(tmp_path: Path) -> None:
    settings.save(tmp_path, CHANGED)
    file = tmp_path / "settings.json"
    newer = json.loads(file.read_text()) | {"version": 7, "hologram": "on"}
    file.write_text(json.dumps(newer))
    settings.save(tmp_path, Settings(theme="light"))
    body = json.loads(file.read_text())
    assert (body["version"], body["hologram"], body["theme"]) == (7, "on", "light")


def test_a_disk_that_refuses_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save(tmp_path, CHANGED)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(settings.os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            settings.save(tmp_path, Settings())
    assert settings.load(tmp_path) == CHANGED
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@given(st.dictionaries(st.sampled_from(list(Settings.__slots__)), st.text() | st.integers()))
def test_any_values_load(body: dict[str, object]) -> None:
    assert isinstance(settings._settings(body), Settings)
