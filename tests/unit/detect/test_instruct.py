"""Chat models as a second opinion: what they say is verified, and nonsense does no harm.

The models are made here: a llama-shaped transformer whose layers add nothing, so that each piece
decides the next one. One answers sensibly, one nonsense, one only half.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import gguf
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.detect.instruct import (
    InstructModel,
    Proposal,
    instruct_models,
    read_answer,
    verified,
    with_opinion,
)
from desktop.detect.merge import merge
from desktop.domain import Cancel, Gap, Label, Span
from desktop.errors import Cancelled

WIDTH = 64
TEXT = "Guten Tag, hier ist Erika Beck. Bitte an Erika Beck, nicht Becker."
TEMPLATE = "{% for m in messages %}{{ m['content'] }}\n{% endfor %}"
# No piece may stand in a vocabulary twice: llama.cpp aborts (which is tested below).
SENSIBLE = [
    *('[{"text":"', "Erika▁Beck", '","label":"PERSON"},{"text":"', "Kurt▁Lang"),
    *('", "label":"PERSON"},{"text":"', "Beck", '","label":"PERSON"}]'),
]


def write_model(path: Path, chain: list[str], *, seed: int = 0, nonsense: bool = False) -> Path:
    """A chat model in GGUF form that says ``chain``, or whatever random weights make of it."""
    random = np.random.default_rng(seed)
    pieces = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), *chain]
    first = len(pieces) - len(chain)
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(8192)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(WIDTH)
    writer.add_head_count(2)
    writer.add_head_count_kv(2)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // 2)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(pieces)
    writer.add_token_scores([0.0] * 259 + [-100.0] * len(chain))
    writer.add_token_types([2, 3, 3, *([6] * 256), *([1] * len(chain))])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_chat_template(TEMPLATE)
    anything = random.standard_normal(WIDTH).astype(np.float32)
    embedding = np.tile(anything, (len(pieces), 1))
    output = np.zeros((len(pieces), WIDTH), dtype=np.float32)
    output[first if chain else 2] = anything
    for at in range(first, len(pieces)):
        embedding[at] = random.standard_normal(WIDTH)
        output[at + 1 if at + 1 < len(pieces) else 2] = embedding[at]
    if nonsense:
        embedding = random.standard_normal(embedding.shape).astype(np.float32)
        output = random.standard_normal(output.shape).astype(np.float32)
    writer.add_tensor("token_embd.weight", embedding)
    writer.add_tensor("output.weight", output)
    for name in ("output_norm", "blk.0.attn_norm", "blk.0.ffn_norm"):
        writer.add_tensor(f"{name}.weight", np.ones(WIDTH, dtype=np.float32))
    for name in ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"):
        weights = np.zeros((WIDTH, WIDTH), dtype=np.float32)
        writer.add_tensor(f"blk.0.{name}.weight", weights)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


@pytest.fixture(scope="module")
def sensible(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InstructModel]:
    path = write_model(tmp_path_factory.mktemp("models") / "sensible.gguf", SENSIBLE)
    model = InstructModel(path, threads=1)
    yield model
    model.close()


def test_proposals_are_verified_and_swept(sensible: InstructModel) -> None:
    opinion = sensible.find(TEXT)
    found = [(TEXT[s.start : s.end], s.label, s.source) for s in opinion.detection.spans]
    name = ("Erika Beck", Label.PERSON, "instruct:sensible")
    beck = ("Beck", Label.PERSON, "instruct:sensible")
    assert found == [name, beck, name, beck], "every occurrence, none inside a longer word"
    assert (opinion.dropped, opinion.unreadable) == (1, 0), "Kurt Lang is not in the text"
    assert opinion.detection.complete
    assert [TEXT[s.start : s.end] for s in merge(TEXT, opinion.detection.spans)] == [
        "Erika Beck"
    ] * 2


def test_an_opinion_adds_and_agrees_but_takes_nothing_away(sensible: InstructModel) -> None:
    opinion = sensible.find(TEXT)
    marks = [Span(20, 30, Label.PERSON, 0.7, "model"), Span(0, 9, Label.ORG)]
    removed = [Span(41, 51, Label.PERSON)]
    first, second = with_opinion(TEXT, marks, opinion, removed=removed)
    assert (first, second.agreed) == (marks[1], ("instruct:sensible",))
    assert second.score > 0.7
    assert len(with_opinion(TEXT, marks, opinion)) == 3


def test_same_text_same_answer(sensible: InstructModel) -> None:
    assert sensible.find(TEXT) == sensible.find(TEXT)


def test_every_part_of_a_long_text_is_asked_about(sensible: InstructModel) -> None:
    long = ("Das Gerät brummt.\n\n" * 300) + TEXT
    opinion = sensible.find(long)
    assert len({s.start for s in opinion.detection.spans}) == 4
    assert opinion.detection.complete


def test_nonsense_does_no_harm(tmp_path: Path) -> None:
    model = InstructModel(write_model(tmp_path / "nonsense.gguf", [], nonsense=True), threads=1)
    try:
        opinion = model.find(TEXT)
    finally:
        model.close()
    for span in opinion.detection.spans:
        assert TEXT[span.start : span.end].strip()
    assert opinion.detection.complete
    assert opinion.dropped or opinion.unreadable or opinion.detection.spans == ()


def test_half_an_answer_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    model = InstructModel(write_model(tmp_path / "half.gguf", [*SENSIBLE[:3]]), threads=1)
    try:
        opinion = model.find(TEXT, timeout=60)
    finally:
        model.close()
    assert {TEXT[s.start : s.end] for s in opinion.detection.spans} == {"Erika Beck"}
    assert opinion.unreadable == 1


@pytest.mark.parametrize("data", [b"", b"GGUF", b"no model at all" * 100])
def test_broken_model_is_a_gap(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.gguf"
    path.write_bytes(data)
    model = InstructModel(path)
    opinion = model.find(TEXT)
    model.close()
    assert opinion.detection.gaps == (Gap("instruct:broken", 0, len(TEXT), "broken"),)


def test_model_that_kills_its_process_is_a_gap(tmp_path: Path) -> None:
    model = InstructModel(write_model(tmp_path / "deadly.gguf", ["[", "["]))
    opinion = model.find(TEXT)
    model.close()
    assert opinion.detection.gaps == (Gap("instruct:deadly", 0, len(TEXT), "died"),)


def test_missing_model_is_a_gap(tmp_path: Path) -> None:
    opinion = InstructModel(tmp_path / "gone.gguf").find(TEXT)
    assert opinion.detection.gaps == (Gap("instruct:gone", 0, len(TEXT), "missing"),)


def test_no_time_is_a_gap_and_the_next_question_works(sensible: InstructModel) -> None:
    assert sensible.find(TEXT, timeout=0.0).detection.gaps[0].reason == "timeout"
    assert sensible.find(TEXT).detection.complete


def test_cancel_ends_the_work(sensible: InstructModel) -> None:
    cancel = Cancel(requested=True)
    with pytest.raises(Cancelled):
        sensible.find(TEXT, cancel=cancel)


def test_models_folder(tmp_path: Path) -> None:
    assert instruct_models(tmp_path / "none") == ()
    for name in ("b.gguf", "a.gguf", "c.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in instruct_models(tmp_path)] == ["a.gguf", "b.gguf"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(Proposal, st.text(max_size=8), st.sampled_from(list(Label)))))
def test_answers_are_read_back(proposals: list[Proposal]) -> None:
    answer = json.dumps([{"text": p.value, "label": str(p.label)} for p in proposals])
    assert read_answer(answer) == (proposals, True)
    cut, complete = read_answer(answer[:-1])
    assert cut == proposals
    assert not complete


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_answer_can_be_read(answer: str) -> None:
    read_answer(answer)
    read_answer(f'[{{"text":"{answer}"')


@given(st.text(alphabet="aB1 .", max_size=30), st.lists(st.text(alphabet="aB1 .", max_size=4)))
def test_every_proposal_is_marked_verbatim_or_dropped(text: str, values: list[str]) -> None:
    proposals = [Proposal(value, Label.OTHER) for value in values]
    spans, dropped = verified(text, proposals, "instruct:x")
    kept = {text[s.start : s.end] for s in spans}
    assert kept <= {value.strip() for value in values}
    assert dropped + len({p for p in proposals if p.value.strip() in kept}) == len(set(proposals))
    assert all(isinstance(span, Span) for span in spans)
