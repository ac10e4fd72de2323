"""Every text of the window has its English, and the files are those that the code makes."""

from __future__ import annotations

import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desktop.ui.translations import Translations

ROOT = Path(__file__).resolve().parent.parent.parent
TS = ROOT / "resources" / "translations" / "trennwerk_en.ts"
AGAIN = "run: sh resources/translations/build.sh"


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def texts(path: Path) -> dict[tuple[str, str], ElementTree.Element]:
    root = ElementTree.parse(path).getroot()
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message
        for context in root.findall("context")
        for message in context.findall("message")
    }


@pytest.fixture
def german_again(qapp: QApplication) -> Iterator[Translations]:
    before = QLocale()
    translations = Translations(qapp)
    yield translations
    translations.use("de")
    for translator in translations._installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_every_text_is_collected(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    sources = sorted(str(path) for path in (ROOT / "desktop" / "ui").glob("*.py"))
    subprocess.run(
        [tool("pyside6-lupdate"), "-silent", "-locations", "none", *sources, "-ts", str(fresh)],
        check=True,
        cwd=ROOT,
    )
    missing = set(texts(fresh)) - set(texts(TS))
    assert not missing, f"{AGAIN}; new texts: {sorted(missing)}"
    gone = set(texts(TS)) - set(texts(fresh))
    assert not gone, f"{AGAIN}; texts that are gone: {sorted(gone)}"


def test_every_text_is_translated() -> None:
    for (context, source), message in texts(TS).items():
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, f"{context}: {source!r} is not translated"
        assert translation.text, f"{context}: {source!r} is not translated"


def test_values_are_the_same_in_both_languages() -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for (context, source), message in texts(TS).items():
        translated = message.findtext("translation") or ""
        assert fields(source) == fields(translated), f"{context}: {source!r}"


def test_no_text_stands_outside_a_context() -> None:
    assert all(context for context, _ in texts(TS))


def test_the_compiled_file_is_fresh(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    subprocess.run(
        [tool("pyside6-lrelease"), "-silent", str(TS), "-qm", str(fresh)], check=True, cwd=ROOT
    )
    assert fresh.read_bytes() == TS.with_suffix(".qm").read_bytes(), AGAIN


def test_the_language_changes_at_run_time(german_again: Translations) -> None:
    def word() -> str:
        return QCoreApplication.translate("SideBar", "Posteingang")

    german_again.use("en")
    assert word() == "Inbox"
    assert QLocale().language() is QLocale.Language.English
    german_again.use("de")
    assert word() == "Posteingang"


def test_qts_own_dialogs_speak_german(german_again: Translations) -> None:
    german_again.use("de")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_an_unknown_language_is_german(german_again: Translations) -> None:
    german_again.use("fr")
    assert german_again.language == "de"
