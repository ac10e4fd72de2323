"""The main job in the real program, in a process of its own on a real X server.

A robot (``main_job.py``) sits at its keyboard; here is judged what it saw and what is left behind.
"""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import uuid
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
LIMIT = 120  # seconds for the whole job
NAME = "Tjorven Quastenberg"
ADDRESS = "tjorven.quastenberg@post.example"
PHONE = "05931 80 44 217"
IBAN = "DE89 3704 0044 0532 0130 00"
HOUSE = "Kranichstube"
PERSONAL = ("Tjorven", "Quastenberg", "80 44 217", "0532 0130", HOUSE)
LOG_LINE = re.compile(r"[\d-]+ [\d:,]+ [a-z_]+( [a-z_]+=[-+.e\d]+)*")  # codes and numbers
# llama_cpp keeps two files on /dev/null open for as long as its process lives.
LLAMA = "ignore:unclosed file <_io.TextIOWrapper name='/dev/null':ResourceWarning"
WARNINGS = ("-W", "always", "-W", LLAMA)

pytestmark = pytest.mark.skipif(
    not os.environ.get("DISPLAY"),
    reason="needs an X server: run it under xvfb-run, as installer/test.sh does",
)


@dataclass(frozen=True)
class Job:
    """The finished process and the folders it had."""

    code: int
    out: str
    err: str
    folder: Path  # what the robot saved
    home: Path  # everything the program could write to besides
    mark: str  # stands in the environment of all its processes

    @property
    def seen(self) -> dict[str, Any]:
        return json.loads((self.folder / "seen.json").read_text("utf-8"))


def customer_mail() -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{NAME} <{ADDRESS}>"
    mail["To"] = "service@helfer.example"
    mail["Subject"] = f"{HOUSE} meldet Fehler E04"
    mail["Date"] = "Mon, 02 Nov 2026 09:12:00 +0100"
    mail["Message-ID"] = "<frage-1@post.example>"
    mail.set_content(
        "Guten Tag,\n\nseit gestern bleibt die Heizung kalt, die Anzeige zeigt E04. Ein Neustart "
        f"half nicht.\n\nSie erreichen mich unter {PHONE} oder {ADDRESS}. Die Kaution bitte auf "
        f"{IBAN}.\n\nMit freundlichen Grüßen\n{NAME}\n"
    )
    return bytes(mail)


def environment(home: Path, opened: Path, mark: str) -> dict[str, str]:
    """A user's account of its own, with a mail program that notes that it was started."""
    folders = {
        "HOME": home,
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_STATE_HOME": home / "state",
        "XDG_RUNTIME_DIR": home / "run",
        "TMPDIR": home / "tmp",
    }
    programs = home / "bin"
    for folder in (*folders.values(), programs):
        folder.mkdir(parents=True, exist_ok=True)
    folders["XDG_RUNTIME_DIR"].chmod(0o700)
    opener = programs / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > "{opened}"\n', "utf-8")
    opener.chmod(opener.stat().st_mode | stat.S_IXUSR)
    kept = {name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY") if name in os.environ}
    return {
        **kept,
        **{name: str(folder) for name, folder in folders.items()},
        "PATH": f"{programs}:{os.environ['PATH']}",
        "LANG": "de_DE.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONDONTWRITEBYTECODE": "1",
        "TRENNWERK_TEST": mark,
    }


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    folder, home = tmp_path_factory.mktemp("out"), tmp_path_factory.mktemp("home")
    (folder / "mail.eml").write_bytes(customer_mail())
    mark = uuid.uuid4().hex
    words = [sys.executable, *WARNINGS, str(HERE / "main_job.py"), str(folder)]
    done = subprocess.run(
        words,
        env=environment(home, folder / "opened", mark),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LIMIT,
        check=False,
    )
    return Job(done.returncode, done.stdout, done.stderr, folder, home, mark)


def test_it_ends_well_and_without_a_warning(job: Job) -> None:
    assert job.err == ""
    assert job.out == ""
    assert job.code == 0


def test_the_marks_and_the_corrections(job: Job) -> None:
    found, marked = job.seen["found"], job.seen["marked"]
    assert found[ADDRESS] == "EMAIL"
    assert found[IBAN] == "IBAN"
    assert found[PHONE] == "PHONE"
    assert found[NAME] == "PERSON"
    assert marked == found | {HOUSE: "LOCATION"}


def test_an_unchecked_mail_needs_a_reason(job: Job) -> None:
    assert bool(job.seen["override"]) is not job.seen["complete"]


def test_the_package_holds_tokens_only(job: Job) -> None:
    text = (job.folder / "package.twp.json").read_text("utf-8")
    package = json.loads(text)
    assert [word for word in PERSONAL if word in text] == []
    assert "die Anzeige zeigt E04" in package["problembeschreibung"]
    assert package["problembeschreibung"].startswith("[ORT-1-")
    assert len(package["platzhalter"]) >= 5


def test_the_merge_view_shows_every_state(job: Job) -> None:
    package = json.loads((job.folder / "package.twp.json").read_text("utf-8"))
    issued = {each["art"]: each["platzhalter"] for each in package["platzhalter"]}
    expected = dict.fromkeys(issued.values(), "missing") | {"[NAME-9-ZZZ]": "foreign"}
    expected |= {issued["PERSON"]: "restored", issued["PHONE"]: "repeated"}
    assert job.seen["states"] == expected
    words = {"missing": "fehlt", "restored": "eingesetzt", "repeated": "mehrfach (2×)"}
    words["foreign"] = "fremd"
    assert job.seen["shown"] == {token: words[state] for token, state in expected.items()}
    assert job.seen["needs_human"] is True


def test_the_answer_is_a_draft_with_the_values(job: Job) -> None:
    data = (job.folder / "answer.eml").read_bytes()
    mail = message_from_bytes(data, policy=default)
    assert (mail["X-Unsent"], mail["In-Reply-To"]) == ("1", "<frage-1@post.example>")
    assert mail["To"].addresses[0].addr_spec == ADDRESS
    assert mail["Subject"] == f"Re: {HOUSE} meldet Fehler E04"
    part = mail.get_body(("plain",))
    assert part is not None
    lines = part.get_content().splitlines()
    own = [line for line in lines if not line.startswith(">")]
    assert own[0] == f"Guten Tag {NAME},"
    assert sum(line.count(PHONE) for line in own) == 2
    assert any("[NAME-9-ZZZ]" in line for line in own)
    assert "Viele Gruesse vom Kundendienst" in own
    assert (job.folder / "opened").read_text("utf-8").endswith("answer.eml")


def test_nothing_is_left_running(job: Job) -> None:
    left = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if job.mark.encode() in (process / "environ").read_bytes():
                left.append((process / "cmdline").read_bytes())
        except OSError:  # ended meanwhile, or somebody else's
            continue
    assert left == []


def test_nothing_is_left_lying_about(job: Job) -> None:
    workspace = job.home / "data" / "Trennwerk"
    files = {path for path in job.home.rglob("*") if path.is_file()}
    files -= {job.home / "bin" / "xdg-open"}
    outside = {str(path.relative_to(job.home)) for path in files if workspace not in path.parents}
    assert {name for name in outside if not name.startswith("cache/fontconfig/")} <= {
        "cache/Trennwerk/log/trennwerk.log",
        "config/QtProject.conf",  # where Qt's own file dialog keeps its size
    }
    assert workspace / "vault.json" in files
    log = (job.home / "cache" / "Trennwerk" / "log" / "trennwerk.log").read_text("ascii")
    assert [line for line in log.splitlines() if not LOG_LINE.fullmatch(line)] == []
    saved = {"mail.eml", "package.twp.json", "reply.eml", "answer.eml", "opened", "seen.json"}
    assert {path.name for path in job.folder.iterdir()} == saved


def test_nothing_personal_is_outside_the_vault(job: Job) -> None:
    assert job.seen["locked title"] == "Trennwerk"
    for path in job.home.rglob("*"):
        words = [word for word in PERSONAL if word.lower() in path.name.lower()]
        assert not words, path
        if path.is_file():
            data = path.read_bytes()
            assert [word for word in PERSONAL if word.encode() in data] == [], path
