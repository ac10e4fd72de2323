"""A chat model's second opinion through the service: it adds marks, and never takes one away."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain import HUMAN, Label, Span
from desktop.errors import UserError
from desktop.services import intake, opinions, review
from desktop.services.context import Context
from tests.unit.detect.test_instruct import SENSIBLE, write_model


@pytest.fixture
def case_id(ctx: Context) -> str:
    text = "Guten Tag, hier ist Erika Beck mit der Nummer 4711-2208. Gruß, Erika Beck"
    (case,) = intake.import_text(ctx, text=text).case_ids
    return case


def test_it_adds_what_stands_in_the_text(ctx: Context, case_id: str, tmp_path: Path) -> None:
    model = write_model(tmp_path / "chat.gguf", SENSIBLE)
    text = review.open_case(ctx, case_id=case_id).mail.text
    number = text.index("4711")
    mine = Span(number, number + 9, Label.ID_NUMBER, 1.0, HUMAN)
    review.save(ctx, case_id=case_id, spans=[mine])
    said = opinions.ask(ctx, case_id=case_id, model=model)
    names = [s for s in said.review.spans if text[s.start : s.end] == "Erika Beck"]
    assert len(names) == 2
    assert {span.source for span in names} == {"instruct:chat"}
    assert mine in said.review.spans
    assert (said.added, said.complete) == (2, True)
    assert said.dropped >= 1  # it also proposed somebody who is not in the text


def test_what_a_human_took_away_stays_away(ctx: Context, case_id: str, tmp_path: Path) -> None:
    model = write_model(tmp_path / "chat.gguf", SENSIBLE)
    found = review.detect(ctx, case_id=case_id)
    text = found.mail.text
    first = [s for s in found.spans if text[s.start : s.end] == "Erika Beck"][:1]
    assert first, "the rules know this greeting"
    review.save(ctx, case_id=case_id, spans=[s for s in found.spans if s not in first])
    said = opinions.ask(ctx, case_id=case_id, model=model)
    assert all(s.end <= first[0].start or s.start >= first[0].end for s in said.review.spans)


def test_a_model_that_cannot_answer_changes_nothing(
    ctx: Context, case_id: str, tmp_path: Path
) -> None:
    before = review.open_case(ctx, case_id=case_id)
    with pytest.raises(UserError, match="opinion_failed"):
        opinions.ask(ctx, case_id=case_id, model=tmp_path / "missing.gguf")
    (tmp_path / "broken.gguf").write_bytes(b"no model")
    with pytest.raises(UserError, match="opinion_failed"):
        opinions.ask(ctx, case_id=case_id, model=tmp_path / "broken.gguf")
    assert review.open_case(ctx, case_id=case_id).spans == before.spans
