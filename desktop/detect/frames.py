"""The messages between the program and the model's process: one JSON object a frame.

``multiprocessing``'s connections frame bytes for us; JSON instead of their pickle, so that neither
side ever runs what the other one sends.
"""

from __future__ import annotations

import json
from multiprocessing.connection import Connection
from typing import Any

from desktop.domain import Label, Span

MAX_FRAME = 64 << 20  # bytes; far above any mail that reading lets through


def send(connection: Connection, message: dict[str, Any]) -> None:
    connection.send_bytes(json.dumps(message).encode("utf-8"))


def receive(connection: Connection) -> dict[str, Any]:
    """Raises EOFError or OSError when the other side is gone or talks nonsense."""
    message = json.loads(connection.recv_bytes(MAX_FRAME))
    if not isinstance(message, dict):
        raise OSError("not a message")
    return message


def pack_spans(spans: tuple[Span, ...]) -> list[list[Any]]:
    return [[span.start, span.end, str(span.label), span.score] for span in spans]


def unpack_spans(rows: list[list[Any]], source: str) -> tuple[Span, ...]:
    return tuple(Span(start, end, Label(label), score, source) for start, end, label, score in rows)
