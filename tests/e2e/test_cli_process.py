"""The command line as processes, as a shell sees it: streams, exit codes, interrupts.

What each command does is tested in process (``tests/unit/test_cli.py``); here runs the real program
with its real detector.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import IO, Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 90  # seconds for one command, on a machine that may be busy
PASSWORD = "Kranich Leiter 83 Wolke"
NAME, ADDRESS = "Ottokar Wimmerlein", "ottokar.wimmerlein@post.example"


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


class Shell:
    """A user's account in ``folder``, with the program in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault = ("--workspace", str(folder / "w"), "--password-file", str(folder / "pw"))
        (folder / "pw").write_text(PASSWORD + "\n", "utf-8")
        self.home = folder / "home"
        self.temporary = folder / "tmp"
        self.work = folder / "work"
        for made in (self.home, self.temporary, self.work):
            made.mkdir()
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "LANG": "de_DE.UTF-8",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def words(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "desktop", *words]

    def run(self, *words: str, stdin: str | bytes = b"", **more: Any) -> Ended:
        done = subprocess.run(
            self.words(*words),
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            stdout=more.pop("stdout", subprocess.PIPE),
            stderr=subprocess.PIPE,
            timeout=LIMIT,
            check=False,
            cwd=self.work,
            env=self.environment | more.pop("environment", {}),
            **more,
        )
        out, err = done.stdout or b"", done.stderr
        return Ended(done.returncode, out.decode("utf-8"), err.decode("utf-8"))

    def good(self, command: str, *words: str, **more: Any) -> str:
        """A command on the vault that must do its work without a word of complaint."""
        done = self.run(command, *self.vault, *words, **more)
        assert (done.code, done.err) == (0, "")
        return done.out

    def bad(self, *words: str, **more: Any) -> str:
        """A command that must refuse in one line."""
        done = self.run(*words, **more)
        assert (done.code, done.out) == (1, ""), done.err
        assert done.err.startswith("trennwerk: ")
        assert done.err.count("\n") == 1
        assert done.err.endswith("\n")
        return done.err

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        return subprocess.Popen(
            self.words(*words),
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            cwd=self.work,
            env=self.environment,
            start_new_session=True,
        )


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """An account whose vault holds one mail."""
    made = Shell(tmp_path_factory.mktemp("account"))
    sheet = json.loads(made.good("init", "--user", "Erika Beck"))
    assert len(sheet["recovery"].split("-")) == 8
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{NAME} <{ADDRESS}>"
    mail["Subject"] = "Pumpe brummt"
    mail["Date"] = "Mon, 02 Nov 2026 09:12:00 +0100"
    mail["Message-ID"] = "<1@post.example>"
    mail.set_content(f"Guten Tag,\n\ndie Pumpe brummt. Bitte an {ADDRESS}.\n\nGruß\n{NAME}\n")
    (made.folder / "mail.eml").write_bytes(bytes(mail))
    assert made.good("import", str(made.folder / "mail.eml")) == "C-2026-0001\n"
    return made


def rows(count: int) -> bytes:
    texts = (f"Nr. {n}: Mail an kunde{n}@post.example, danke" for n in range(count))
    lines = (json.dumps({"text": text, "id": n}) for n, text in enumerate(texts))
    return "".join(line + "\n" for line in lines).encode()


def first_line(stream: IO[bytes] | None) -> bytes:
    assert stream is not None
    return stream.readline()


# --- the main job -----------------------------------------------------------------------------


def test_the_whole_path(filled: Shell) -> None:
    case, folder = "C-2026-0001", filled.folder
    assert filled.good("list").startswith(f"{case}\tdetected\t2026-11-02\t")
    shown = json.loads(filled.good("show", case))
    assert {span["value"]: span["label"] for span in shown["spans"]}[ADDRESS] == "EMAIL"
    assert shown["complete"] is True
    assert json.loads(filled.good("approve", case))["state"] == "approved"
    package = folder / "out.twp.json"
    sent = json.loads(filled.good("export", case, "--vendor", "Nord", "--out", str(package)))
    text = package.read_text("utf-8")
    assert "Wimmerlein" not in text
    assert ADDRESS not in text
    description = json.loads(text)["problembeschreibung"]
    reply = folder / "reply.txt"
    reply.write_text(f"Paket {sent['package']}\n\nErledigt.\n{description}", "utf-8")
    tokens = json.loads(filled.good("reply", str(reply)))["tokens"]
    assert set(tokens.values()) <= {"restored", "repeated"}
    answer = folder / "answer.eml"
    filled.good("answer", case, "--out", str(answer))
    assert ADDRESS.encode() in answer.read_bytes()
    assert json.loads(filled.good("verify"))["ok"] is True
    filled.good("backup", str(folder / "copy.backup"))
    other = ("--workspace", str(folder / "other"), "--password-file", str(folder / "pw"))
    restored = filled.run("restore", *other, str(folder / "copy.backup"))
    assert (restored.code, restored.err) == (0, "")
    listed = filled.run("list", *other)
    assert listed.out.startswith(f"{case}\tanswered\t")


def test_the_password_from_standard_input(filled: Shell) -> None:
    where = ("--workspace", str(filled.folder / "w"))
    listed = filled.run("list", *where, "--password-file", "-", stdin=PASSWORD + "\n")
    assert (listed.code, listed.err) == (0, "")
    assert "falsch" in filled.bad("list", *where, "--password-file", "-", stdin="anders\n")
    assert "--password-file" in filled.bad("list", *where)


def test_refusals_are_one_line(filled: Shell) -> None:
    """A file that is none, a case that is none, a folder in the way, a vault that is there."""
    assert "C-1999-0001" in filled.bad("show", *filled.vault, "C-1999-0001")
    assert "nowhere.eml" in filled.bad("import", *filled.vault, "nowhere.eml")
    assert "nowhere.txt" in filled.bad("reply", *filled.vault, "nowhere.txt")
    assert "Tresor" in filled.bad("init", *filled.vault)
    assert "C-2026-0001" in filled.bad("import", *filled.vault, str(filled.folder / "mail.eml"))
    assert "Sicherung" in filled.bad("restore", *filled.vault, str(filled.folder / "mail.eml"))


def test_nothing_is_left_lying_about(filled: Shell) -> None:
    assert list(filled.work.iterdir()) == []
    assert list(filled.temporary.iterdir()) == []
    logs = [path for path in filled.home.rglob("*") if path.is_file()]
    assert [path.name for path in logs] == ["trennwerk.log"]
    log = logs[0].read_text("ascii")
    assert "Wimmerlein" not in log
    assert "post.example" not in log


# --- detect -----------------------------------------------------------------------------------


def test_two_hundred_lines_in_order(shell: Shell) -> None:
    done = shell.run("detect", "--jsonl", "--labels", "EMAIL", stdin=rows(200))
    assert (done.code, done.err) == (0, "")
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [answer["id"] for answer in answers] == list(range(200))
    for answer in answers:
        (span,) = answer["spans"]
        assert answer["text"][span["start"] : span["end"]] == f"kunde{answer['id']}@post.example"
        assert answer["complete"] is True


def test_a_reader_that_leaves_early(shell: Shell) -> None:
    process = shell.start("detect", "--jsonl")
    assert process.stdin is not None
    process.stdin.write(rows(64))  # one batch
    process.stdin.flush()
    assert json.loads(first_line(process.stdout))["id"] == 0
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(rows(200), timeout=LIMIT)
    assert process.returncode == 1
    assert err == b""


@pytest.mark.parametrize(
    ("words", "stdin", "part"),
    [
        (("detect", "--jsonl"), b'{"text": "a"}\n{"text": "\xff"}\n', "Zeile 2"),
        (("detect", "--jsonl"), b"[" * 100_000, "Zeile 1"),
        (("detect", "--labels", "NAME"), b"", "NAME"),
        (("detect",), b"", "-"),
        (("detect", "nowhere.eml"), b"", "nowhere.eml"),
        (("evaluate", "nowhere.jsonl"), b"", "nowhere.jsonl"),
    ],
)
def test_bad_input_is_one_line(
    shell: Shell, words: tuple[str, ...], stdin: bytes, part: str
) -> None:
    assert part in shell.bad(*words, stdin=stdin)


def test_half_a_surrogate_comes_back_as_it_came(shell: Shell) -> None:
    done = shell.run("detect", "--jsonl", stdin=rb'{"text": "\ud83d an a@post.example"}')
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["text"] == "\ud83d an a@post.example"


# --- streams, usage, interrupts ---------------------------------------------------------------


def closed(number: int, *words: str) -> list[str]:
    """Through a shell that closes one of the program's streams."""
    redirect = "<&-" if number == 0 else f"{number}>&-"
    return ["sh", "-c", f'exec "$@" {redirect}', "sh", *words]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_closed_streams(shell: Shell, number: int) -> None:
    done = subprocess.run(
        closed(number, *shell.words("detect", "-")),
        input=b"Mail an a@post.example",
        capture_output=True,
        timeout=LIMIT,
        check=False,
        cwd=shell.work,
        env=shell.environment,
    )
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == (0 if number == 2 else 1)
    assert done.returncode == (0 if number == 2 else 1)
    assert bool(done.stdout) is (number == 2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(shell: Shell) -> None:
    with Path("/dev/full").open("wb") as full:
        shell.bad("detect", "-", stdin="Mail an a@post.example", stdout=full)


def test_wrong_usage(shell: Shell) -> None:
    for words in (("export", "C-2026-0001"), ("nonsense",), ("detect", "--nonsense")):
        done = shell.run(*words)
        assert (done.code, done.out) == (2, "")
        assert "usage: trennwerk" in done.err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_no_screen_no_window(shell: Shell) -> None:
    assert "demo --headless" in shell.bad()


def test_the_demo_prints_every_step(shell: Shell) -> None:
    done = shell.run("demo", "--headless")
    assert (done.code, done.err) == (0, "")
    for step in range(1, 8):
        assert any(line.startswith(f"{step}. ") for line in done.out.splitlines()), step
    assert "Tresor und Protokoll geprüft: complete" in done.out
    assert list(shell.temporary.iterdir()) == []


def test_interrupted_detection_ends_at_once(shell: Shell) -> None:
    process = shell.start("detect", "--jsonl")
    assert process.stdin is not None
    process.stdin.write(rows(64))
    process.stdin.flush()
    first_line(process.stdout)
    os.killpg(process.pid, signal.SIGINT)  # as Ctrl+C in a terminal: the model's process too
    _, err = process.communicate(timeout=LIMIT)
    assert process.returncode == -signal.SIGINT
    assert err == b""


def test_an_interrupted_demo_cleans_up(shell: Shell) -> None:
    process = shell.start("demo", "--headless")
    while not first_line(process.stdout).startswith(b"1. "):
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=LIMIT)
    assert process.returncode == 1
    assert err.decode() == "trennwerk: abgebrochen\n"
    assert list(shell.temporary.iterdir()) == []
