"""In what state the local model is; words for it live in the user interface."""

from __future__ import annotations

from enum import StrEnum


class ModelState(StrEnum):
    """Only ``READY`` checks a text; every other state leaves a gap in the detection."""

    READY = "ready"
    LOADING = "loading"
    MISSING = "missing"  # there is no file
    BROKEN = "broken"  # not a GGUF file, cut short, or at odds with itself
    WRONG_KIND = "wrong_kind"  # a GGUF file, but not one of this program's taggers
    TOO_NEW = "too_new"  # made for a later version of this program
    DIED = "died"  # the process stopped while it worked, twice


class ModelProblem(Exception):
    """A model file that cannot be used; ``state`` says why, ``detail`` never holds mail content."""

    def __init__(self, state: ModelState, detail: str) -> None:
        super().__init__(f"{state}: {detail}")
        self.state = state
        self.detail = detail
