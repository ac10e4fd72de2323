"""What the desk says about its case: to the strip at the bottom, the actions and the notices."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain import CaseState

_REVIEWABLE = (CaseState.NEW, CaseState.DETECTED)


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """What is left to do in the case on the desk; all empty when there is none."""

    case_id: str = ""
    state: CaseState | None = None
    marks: int = 0
    uncertain: int = 0
    detecting: bool = False
    asking: bool = False  # a chat model is asked for its second opinion
    progress: tuple[int, int] = (0, 0)  # done, total; total 0 when unknown
    checked: bool = False  # a detection has run
    complete: bool = False  # … and every layer saw the whole text
    gaps: tuple[str, ...] = ()  # reasons, each once
    saved: bool = True
    override_reason: str = ""

    @property
    def editable(self) -> bool:
        return self.state in _REVIEWABLE

    @property
    def approvable(self) -> bool:
        return self.editable and not self.detecting and not self.asking

    @property
    def reopenable(self) -> bool:
        return self.state in (CaseState.APPROVED, CaseState.EXPORTED, CaseState.REPLIED)

    @property
    def exportable(self) -> bool:
        return self.state in (CaseState.APPROVED, CaseState.EXPORTED, CaseState.REPLIED)
