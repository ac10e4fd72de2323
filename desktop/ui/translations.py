"""The language of the window: our own texts and those of Qt's standard dialogs."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import paths

SOURCE = "de"  # the language the texts are written in
LANGUAGES = {"de": "Deutsch", "en": "English"}


def system_language() -> str:
    """The first of the system's languages that we speak; German when there is none."""
    for name in QLocale.system().uiLanguages():
        language = name[:2].lower()
        if language in LANGUAGES:
            return language
    return SOURCE


def _territory() -> QLocale.Country:
    """Where dates and numbers are written as the user is used to; a system that says nothing
    stands in Germany.
    """
    system = QLocale.system()
    nowhere = system.language() is QLocale.Language.C
    return QLocale.Country.Germany if nowhere else system.territory()


class Translations(QObject):
    """Installs translators; ``use`` may be called again to change the language at run time."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []
        self.language = SOURCE

    def use(self, language: str) -> None:
        """Switch to ``de`` or ``en``; screens made from now on speak it."""
        for old in self._installed:
            self._application.removeTranslator(old)
        self._installed = []
        self.language = language if language in LANGUAGES else SOURCE
        QLocale.setDefault(QLocale(QLocale(self.language).language(), _territory()))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"qtbase_{self.language}", qt_folder)
        if self.language != SOURCE:
            folder = str(paths.resources() / "translations")
            self._install(f"trennwerk_{self.language}", folder)

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._installed.append(translator)
