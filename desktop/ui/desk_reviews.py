"""The one door from the desk to the review services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from desktop.domain import Cancel, Person, Span
from desktop.services import opinions
from desktop.services import review as services
from desktop.services.context import Context
from desktop.services.opinions import SecondOpinion
from desktop.services.review import Review
from desktop.split.split import Split


class Reviewing(Protocol):
    """What the desk needs of the services; all but ``chat_models`` run in tasks."""

    def open_case(self, *, case_id: str) -> Review: ...
    def detect(self, *, case_id: str, cancel: Cancel | None = None) -> Review: ...
    def save(
        self, *, case_id: str, spans: Sequence[Span], persons: Sequence[Person] | None = None
    ) -> Review: ...
    def preview(
        self, *, case_id: str, text: str, spans: Sequence[Span], persons: Sequence[Person]
    ) -> Split: ...
    def approve(self, *, case_id: str, override_reason: str | None = None) -> Review: ...
    def reopen(self, *, case_id: str) -> Review: ...
    def chat_models(self) -> Sequence[Path]: ...
    def ask(self, *, case_id: str, model: Path, cancel: Cancel | None = None) -> SecondOpinion: ...


class ServiceReviews:
    """``Reviewing`` on the real services; ``context`` is asked at every call (lock, unlock)."""

    def __init__(self, context: Callable[[], Context]) -> None:
        self._context = context

    def open_case(self, *, case_id: str) -> Review:
        return services.open_case(self._context(), case_id=case_id)

    def detect(self, *, case_id: str, cancel: Cancel | None = None) -> Review:
        return services.detect(self._context(), case_id=case_id, cancel=cancel)

    def save(
        self, *, case_id: str, spans: Sequence[Span], persons: Sequence[Person] | None = None
    ) -> Review:
        return services.save(self._context(), case_id=case_id, spans=spans, persons=persons)

    def preview(
        self, *, case_id: str, text: str, spans: Sequence[Span], persons: Sequence[Person]
    ) -> Split:
        return services.preview(
            self._context(), case_id=case_id, text=text, spans=spans, persons=persons
        )

    def approve(self, *, case_id: str, override_reason: str | None = None) -> Review:
        return services.approve(self._context(), case_id=case_id, override_reason=override_reason)

    def reopen(self, *, case_id: str) -> Review:
        return services.reopen(self._context(), case_id=case_id)

    def chat_models(self) -> Sequence[Path]:
        return opinions.available()

    def ask(self, *, case_id: str, model: Path, cancel: Cancel | None = None) -> SecondOpinion:
        return opinions.ask(self._context(), case_id=case_id, model=model, cancel=cancel)
