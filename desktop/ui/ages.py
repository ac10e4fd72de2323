"""Points in time as people say them: "vor 5 Min.", "14:02", "gestern", "12. Nov."."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

LONG_WAIT = timedelta(days=2)  # an open case older than this is worth a second look


def age_text(then: datetime, *, now: datetime, locale: QLocale | None = None) -> str:
    """How long ago, short enough for a list's corner; both times timezone-aware."""
    locale = locale or QLocale()
    gone = now - then
    if timedelta(0) <= gone < timedelta(minutes=1):
        return QCoreApplication.translate("Age", "gerade eben")
    if timedelta(0) <= gone < timedelta(hours=1):
        minutes = int(gone.total_seconds() // 60)
        return QCoreApplication.translate("Age", "vor {n} Min.").format(n=minutes)
    moment, today = to_qt(then), to_qt(now).date()
    if moment.date() == today:
        return locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    if moment.date() == today.addDays(-1):
        return QCoreApplication.translate("Age", "gestern")
    if today.addDays(-7) < moment.date() < today:
        return locale.toString(moment.date(), "ddd")
    return _date(moment.date(), today, locale)


def _date(day: QDate, today: QDate, locale: QLocale) -> str:
    german = locale.language() == QLocale.Language.German
    if day.year() == today.year():
        return locale.toString(day, "d. MMM" if german else "d MMM")
    return locale.toString(day, QLocale.FormatType.ShortFormat)


def moment_text(then: datetime, *, locale: QLocale | None = None) -> str:
    """Date and time in full, for tool tips and protocols, in local time."""
    return (locale or QLocale()).toString(to_qt(then), QLocale.FormatType.ShortFormat)


def to_qt(moment: datetime) -> QDateTime:
    """Local QDateTime of a timezone-aware moment."""
    millis = int(moment.timestamp() * 1000)
    return QDateTime.fromMSecsSinceEpoch(millis)
