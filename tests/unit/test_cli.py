"""The command line of DESIGN.md section 8, in process, with the rule layer as detector."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import cli
from desktop.detect.detector import Detector, open_detector
from desktop.services import workspace
from desktop.vault.keys import KdfParams

PASSWORD = "Prüfung der Zeile 41"
MAIL = "Von: a@b.example\n\nHallo, meine Mail ist jana.kolb@post.example. Gruß\nJana Kolb\n"


def make_detector() -> Detector:
    return open_detector(with_model=False)


class Terminal:
    """Runs commands as a shell would, and keeps what they print."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.password = folder / "password"
        self.password.write_text(PASSWORD + "\n", "utf-8")
        self.out = self.err = ""
        self._count = 0

    def random(self, size: int) -> bytes:
        self._count += 1
        return self._count.to_bytes(4, "big") * (size // 4) + b"\1" * (size % 4)

    def run(self, *words: str, stdin: str = "") -> int:
        streams = [
            io.TextIOWrapper(io.BytesIO(data), "utf-8") for data in (stdin.encode(), b"", b"")
        ]
        args = cli.build_parser().parse_args(words)
        now = datetime(2026, 11, 3, 8, 0, tzinfo=UTC)
        wiring = cli.Wiring(make_detector, lambda: now, self.random, *streams)
        code = cli.run(args, wiring)
        texts = []
        for stream in streams[1:]:
            stream.seek(0)
            texts.append(stream.read())
        self.out, self.err = texts
        return code

    def vault(self, command: str, *words: str) -> int:
        return self.run(
            command,
            "--workspace",
            str(self.folder / "w"),
            "--password-file",
            str(self.password),
            *words,
        )


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    made = Terminal(tmp_path)
    workspace.create(
        tmp_path / "w",
        password=PASSWORD,
        user_name="Jana",
        clock=lambda: datetime(2026, 11, 3, 7, 0, tzinfo=UTC),
        random=made.random,
        kdf=KdfParams(memory_kib=8, iterations=1, lanes=1),
    )
    return made


@pytest.fixture
def case_id(terminal: Terminal, tmp_path: Path) -> str:
    mail = tmp_path / "mail.eml"
    mail.write_text(MAIL.replace("Von:", "From:"), "utf-8")
    assert terminal.vault("import", str(mail)) == 0
    (line,) = terminal.out.splitlines()
    return line


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_detect_answers_each_line_in_order_with_its_keys(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    rows = [{"text": f"Mail an kunde{n}@post.example", "id": n} for n in range(130)]
    stdin = "".join(json.dumps(row) + "\n" for row in rows)
    assert terminal.run("detect", "--jsonl", stdin=stdin) == 0
    answers = lines(terminal.out)
    assert [answer["id"] for answer in answers] == list(range(130))
    first = answers[0]
    assert first["text"] == rows[0]["text"]
    assert first["complete"] is False  # without the model
    (span,) = first["spans"]  # type: ignore[misc]
    assert (span["start"], span["label"]) == (8, "EMAIL")
    assert set(span) == {"start", "end", "label", "score", "source"}


def test_detect_reads_a_mail_from_a_file(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    path = tmp_path / "mail.txt"
    path.write_text("Bitte an jana@post.example schreiben, IP 84.176.31.209", "utf-8")
    assert terminal.run("detect", "--labels", "IP", str(path)) == 0
    (answer,) = lines(terminal.out)
    assert answer["path"] == str(path)
    assert [span["label"] for span in answer["spans"]] == ["IP"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "stdin", "error"),
    [
        (["detect", "--jsonl"], '{"text": 1}\n', "Zeile 1"),
        (["detect", "--jsonl"], "{}\nno json\n", "Zeile 1"),
        (["detect", "--labels", "NAME", "-"], "x", "NAME"),
        (["detect", "/no/such/file.eml"], "", "file.eml"),
        (["evaluate", "/no/such/gold.jsonl"], "", "gold.jsonl"),
    ],
)
def test_bad_input_is_one_clear_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: Sequence[str],
    stdin: str,
    error: str,
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    terminal = Terminal(tmp_path)
    assert terminal.run(*words, stdin=stdin) == 1
    assert terminal.err.count("\n") == 1
    assert error in terminal.err


def test_wrong_usage_exits_with_two() -> None:
    with pytest.raises(SystemExit) as caught:
        cli.build_parser().parse_args(["export", "C-2026-0001"])
    assert caught.value.code == 2


def test_evaluate_prints_figures(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    gold = tmp_path / "gold.jsonl"
    text = "Mail an jana@post.example"
    row = {"text": text, "spans": [{"start": 8, "end": 25, "label": "EMAIL"}]}
    gold.write_text(json.dumps(row) + "\n", "utf-8")
    assert terminal.run("evaluate", str(gold), "--json") == 0
    figures = json.loads(terminal.out)
    assert (figures["recall"], figures["precision"], figures["docs"]) == (1.0, 1.0, 1)
    assert terminal.run("evaluate", str(gold)) == 0
    assert "EMAIL" in terminal.out


def test_the_whole_path(terminal: Terminal, case_id: str, tmp_path: Path) -> None:
    assert terminal.vault("list") == 0
    assert terminal.out.startswith(case_id + "\tdetected\t")
    assert terminal.vault("approve", case_id) == 1  # rules only: not fully checked
    assert case_id in terminal.err
    assert terminal.vault("approve", case_id, "--override", "nur Regeln") == 0
    package = tmp_path / "out.twp.json"
    assert terminal.vault("export", case_id, "--vendor", "Werkstatt", "--out", str(package)) == 0
    sent = json.loads(package.read_text("utf-8"))
    assert "jana.kolb" not in package.read_text("utf-8")
    reply = tmp_path / "reply.txt"
    reply.write_text(f"{sent['id']}\n{sent['problembeschreibung']}", "utf-8")
    assert terminal.vault("reply", str(reply)) == 0
    answer = json.loads(terminal.out)
    assert answer["case"] == case_id
    assert set(answer["tokens"].values()) == {"restored"}
    out = tmp_path / "answer.eml"
    assert terminal.vault("answer", case_id, "--out", str(out)) == 0
    assert b"jana.kolb@post.example" in out.read_bytes().replace(b"=\r\n", b"")
    assert terminal.vault("show", case_id) == 0
    assert json.loads(terminal.out)["state"] == "answered"
    assert terminal.vault("verify") == 0
    assert json.loads(terminal.out)["ok"] is True


def test_record_holds_sealed_values_in_four_fields(
    terminal: Terminal, case_id: str, tmp_path: Path
) -> None:
    terminal.vault("approve", case_id, "--override", "Test")
    out = tmp_path / "record.json"
    assert terminal.vault("record", case_id, "--out", str(out)) == 0
    record = json.loads(out.read_text("utf-8"))
    assert set(record["personenbezogeneDaten"]) == {
        "name",
        "email",
        "telefon",
        "weitereIdentifikatoren",
    }
    assert "jana.kolb" not in record["problembeschreibung"]
    assert json.loads(terminal.out)["key"]


def test_backup_and_restore(terminal: Terminal, case_id: str, tmp_path: Path) -> None:
    backup = tmp_path / "b.backup"
    assert terminal.vault("backup", str(backup)) == 0
    assert (
        terminal.run(
            "restore",
            "--workspace",
            str(tmp_path / "other"),
            "--password-file",
            str(terminal.password),
            str(backup),
        )
        == 0
    )
    assert (
        terminal.run(
            "list",
            "--workspace",
            str(tmp_path / "other"),
            "--password-file",
            str(terminal.password),
        )
        == 0
    )
    assert case_id in terminal.out


def test_wrong_password_and_missing_vault(terminal: Terminal, tmp_path: Path) -> None:
    terminal.password.write_text("falsch\n", "utf-8")
    assert terminal.vault("list") == 1
    assert "Passwort" in terminal.err
    assert terminal.run("list", "--workspace", str(tmp_path / "no"), "--password-file", "-") == 1


def test_import_names_what_it_could_not_read_and_keeps_the_rest(
    terminal: Terminal, tmp_path: Path
) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Hallo, bitte um Rückruf.", "utf-8")
    assert terminal.vault("import", str(good), str(tmp_path / "missing.eml")) == 1
    assert terminal.out.startswith("C-2026-")
    assert "missing.eml" in terminal.err


def test_every_message_has_both_languages() -> None:
    from desktop import paths

    texts = json.loads((paths.resources() / "cli" / "messages.json").read_text("utf-8"))
    for code, words in texts.items():
        assert set(words) == {"de", "en"}, code
