"""The command line of DESIGN.md section 8: the same services as the window, headless.

Exit codes: 0 ok, 1 refused or failed (one clear line on standard error), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import signal
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from desktop import __version__, paths
from desktop.domain import Cancel, Clock, Detection, Label
from desktop.errors import Cancelled, UserError

if TYPE_CHECKING:
    from desktop.detect.detector import Detector
    from desktop.services.context import Context

BATCH = 64  # texts handed to the detector at once: enough for both cores, little to wait for


@dataclass(frozen=True, slots=True)
class Wiring:
    """What the composition root hands in: the detector's maker, time, dice, streams."""

    make_detector: Callable[[], Detector]
    clock: Clock
    random: Callable[[int], bytes]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    cancel: Cancel = field(default_factory=Cancel)


def build_parser() -> argparse.ArgumentParser:
    """The grammar of the command line, in the language of the contract (English keywords)."""
    parser = argparse.ArgumentParser(
        prog="trennwerk",
        description="Trennt personenbezogene Daten vom Problem. Ohne Befehl: das Fenster.",
    )
    parser.add_argument("--version", action="version", version=f"trennwerk {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="BEFEHL")

    demo = commands.add_parser("demo", help="Rundgang mit Beispielnachrichten")
    demo.add_argument("--headless", action="store_true", help="ohne Fenster, Schritt für Schritt")

    detect = commands.add_parser("detect", help="personenbezogene Daten in Nachrichten finden")
    detect.add_argument("--jsonl", action="store_true", help='Zeilen {"text": …} lesen')
    detect.add_argument("--labels", default="", help="nur diese Arten, durch Komma getrennt")
    detect.add_argument("path", nargs="?", default="-", metavar="PATH|-")

    evaluate = commands.add_parser("evaluate", help="Erkennung an markierten Nachrichten messen")
    evaluate.add_argument("gold", type=Path)
    evaluate.add_argument("--json", action="store_true")

    def vault_command(name: str, help_text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help_text)
        command.add_argument("--workspace", type=Path, default=None, metavar="DIR")
        command.add_argument("--password-file", default=None, metavar="FILE")
        return command

    init = vault_command("init", "Tresor anlegen")
    init.add_argument("--user", default=None, help="Name der Benutzerin oder des Benutzers")
    vault_command("import", "Nachrichten einlesen").add_argument("paths", nargs="+", type=Path)
    vault_command("list", "Vorgänge zeigen")
    vault_command("show", "einen Vorgang als JSON zeigen").add_argument("case")
    approve = vault_command("approve", "Trennung freigeben")
    approve.add_argument("case")
    approve.add_argument("--override", default=None, metavar="GRUND")
    opinion = vault_command("opinion", "Zweitmeinung eines Chat-Modells einholen")
    opinion.add_argument("case")
    opinion.add_argument("--model", type=Path, required=True, metavar="GGUF")
    export = vault_command("export", "Paket für einen Dienstleister schreiben")
    export.add_argument("case")
    export.add_argument("--vendor", required=True)
    export.add_argument("--out", type=Path, required=True)
    export.add_argument(
        "--accept-uncertain",
        action="store_true",
        help="auch ausgeben, wenn ein Wort einem Namen nur gleicht",
    )
    vault_command("reply", "Antwort eines Dienstleisters einlesen").add_argument("file", type=Path)
    answer = vault_command("answer", "Antwortentwurf als .eml schreiben")
    answer.add_argument("case")
    answer.add_argument("--out", type=Path, required=True)
    record = vault_command("record", "strukturierten Datensatz eines Vorgangs schreiben")
    record.add_argument("case")
    record.add_argument("--out", type=Path, required=True)
    record.add_argument("--enc", choices=["A256GCM", "A256CBC-HS512"], default="A256CBC-HS512")
    vault_command("verify", "Tresor und Protokoll prüfen")
    vault_command("backup", "Sicherung schreiben").add_argument("file", type=Path)
    vault_command("restore", "Sicherung einspielen").add_argument("file", type=Path)
    return parser


def run(args: argparse.Namespace, wiring: Wiring) -> int:
    """Carry out one parsed command; returns the exit code and never raises what a user can mend."""
    try:
        if args.command == "detect":
            return detect_command(args, wiring)
        if args.command == "evaluate":
            return evaluate_command(args, wiring)
        if args.command == "demo":
            return demo_command(wiring)
        return vault_commands(args, wiring)
    except UserError as error:
        complain(wiring.stderr, message(error))
    except Cancelled:
        complain(wiring.stderr, message(UserError("interrupted")))
    return 1


def complain(stderr: TextIO, text: str) -> None:
    """One line that says what went wrong, whatever the text holds."""
    stderr.write("trennwerk: " + " ".join(text.split()) + "\n")


def message(error: UserError) -> str:
    """The error as one line in the user's language; an untranslated code stands for itself."""
    texts: dict[str, dict[str, str]] = json.loads(
        (paths.resources() / "cli" / "messages.json").read_text("utf-8")
    )
    language = os.environ.get("LC_ALL") or os.environ.get("LANG") or "de"
    entry = texts.get(error.code)
    if entry is None:
        return str(error)
    text = entry["en" if language.startswith("en") else "de"]
    try:
        return text.format(**error.values)
    except (KeyError, IndexError):
        return f"{text} [{error}]"


# --- without a vault ------------------------------------------------------------------------


def detect_command(args: argparse.Namespace, wiring: Wiring) -> int:
    labels = parse_labels(args.labels)
    detector = wiring.make_detector()
    try:
        if args.jsonl:
            return detect_lines(args, wiring, detector, labels)
        from desktop.services import headless

        for path, mail in headless.read_mails(args.path, wiring.stdin):
            detection = detector.detect(mail.text)
            record = {"path": path, "text": mail.text} | as_json(detection, labels)
            wiring.stdout.write(json_line(record))
            wiring.stdout.flush()
    finally:
        detector.close()
    return 0


def detect_lines(
    args: argparse.Namespace, wiring: Wiring, detector: Detector, labels: frozenset[Label]
) -> int:
    """Answer each JSON line with itself plus ``spans`` and ``complete``, in the same order."""
    with input_lines(args.path, wiring.stdin) as lines:
        numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
        while batch := list(islice(numbered, BATCH)):
            records = [parse_line(number, line) for number, line in batch]
            texts = [record["text"] for record in records]
            for record, detection in zip(records, detector.detect_many(texts), strict=True):
                wiring.stdout.write(json_line(record | as_json(detection, labels)))
            wiring.stdout.flush()
    return 0


def input_lines(path: str, stdin: TextIO) -> BinaryIO:
    if path == "-":
        return stdin.buffer
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise UserError("unreadable_file", file=path, reason=error.strerror or "io") from error


def parse_line(number: int, line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except (ValueError, RecursionError) as error:
        raise UserError("bad_json_line", line=number) from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UserError("bad_json_line", line=number)
    return record


def json_line(record: dict[str, Any]) -> str:
    """Readable JSON in one line; half surrogates, which UTF-8 does not know, stay escaped."""
    text = json.dumps(record, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(record)
    return text + "\n"


def parse_labels(words: str) -> frozenset[Label]:
    try:
        return frozenset(Label(word.strip().upper()) for word in words.split(",") if word.strip())
    except ValueError as error:
        raise UserError("unknown_label", label=words) from error


def as_json(detection: Detection, labels: frozenset[Label]) -> dict[str, Any]:
    return {
        "complete": detection.complete,
        "spans": [
            {
                "start": span.start,
                "end": span.end,
                "label": span.label.value,
                "score": round(span.score, 4),
                "source": span.source,
            }
            for span in detection.spans
            if not labels or span.label in labels
        ],
    }


def evaluate_command(args: argparse.Namespace, wiring: Wiring) -> int:
    from desktop.services import headless

    detector = wiring.make_detector()
    try:
        scores = headless.evaluate_file(args.gold, detector)
    finally:
        detector.close()
    wiring.stdout.write((scores.to_json() if args.json else scores.to_table()) + "\n")
    return 0


def demo_command(wiring: Wiring) -> int:
    from desktop.services import demo

    def show(line: str) -> None:
        wiring.stdout.write(line + "\n")
        wiring.stdout.flush()

    detector = wiring.make_detector()
    try:
        tour = demo.run(detector=detector, clock=wiring.clock, random=wiring.random)
        with closing(tour):  # its folder goes with it
            for step in tour:
                wiring.cancel.check()
                show(demo_line(step.code, step.values))
    finally:
        detector.close()
    return 0


def demo_line(code: str, values: dict[str, Any]) -> str:
    texts: dict[str, str] = json.loads((paths.resources() / "cli" / "demo.json").read_text("utf-8"))
    checked = "vollständig geprüft" if values.get("complete") else "NICHT vollständig geprüft"
    return texts[code].format(**values, checked=checked)


# --- with a vault ---------------------------------------------------------------------------


def vault_commands(args: argparse.Namespace, wiring: Wiring) -> int:
    from desktop.services import backups, workspace

    folder: Path = args.workspace or paths.default_workspace()
    password = read_password(args.password_file, wiring.stdin)
    if args.command == "init":
        name = args.user or getpass.getuser()
        sheet = workspace.create(
            folder, password=password, user_name=name, clock=wiring.clock, random=wiring.random
        )
        return emit(wiring, {"workspace": str(folder), "recovery": sheet.code})
    if args.command == "restore":
        done = backups.restore(args.file, workspace=folder, password=password, clock=wiring.clock)
        kept = {"kept": str(done.replaced)} if done.replaced else {}
        return emit(wiring, {"restored": str(folder), **kept})
    detector = wiring.make_detector()  # costs nothing until the first text
    try:
        ctx = workspace.unlock(
            folder, password=password, detector=detector, clock=wiring.clock, random=wiring.random
        )
        try:
            return case_command(args, wiring, ctx)
        finally:
            workspace.lock(ctx)
    finally:
        detector.close()


def read_password(source: str | None, stdin: TextIO) -> str:
    """The password: a file's first line, one line of standard input (``-``), or asked for."""
    if source is None:
        if not stdin.isatty():
            raise UserError("password_needed")
        return ask_password()
    if source == "-":
        return stdin.readline().rstrip("\r\n")
    try:
        with Path(source).open(encoding="utf-8") as file:
            return file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("unreadable_file", file=source, reason="password_file") from error


def ask_password() -> str:
    """Ask on the terminal; Ctrl+C must give the terminal its echo back before the program ends."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return getpass.getpass("Passwort: ")
    except EOFError as error:
        raise UserError("password_needed") from error
    except KeyboardInterrupt as error:
        raise Cancelled from error
    finally:
        signal.signal(signal.SIGINT, before)


def case_command(args: argparse.Namespace, wiring: Wiring, ctx: Context) -> int:
    """The commands that need an unlocked vault; each prints lines or one JSON object."""
    from desktop.services import headless

    match args.command:
        case "import":
            return import_command(args, wiring, ctx)
        case "list":
            for line in headless.case_lines(ctx):
                wiring.stdout.write(line + "\n")
            return 0
        case "show":
            said = headless.describe_case(ctx, case_id=args.case)
        case "approve":
            said = headless.approve(ctx, case_id=args.case, reason=args.override)
        case "opinion":
            said = headless.opinion(ctx, case_id=args.case, model=args.model)
        case "export":
            said = headless.export(
                ctx,
                case_id=args.case,
                vendor=args.vendor,
                out=args.out,
                accept_uncertain=args.accept_uncertain,
            )
        case "reply":
            said = headless.reply(ctx, file=args.file)
        case "answer":
            said = headless.answer(ctx, case_id=args.case, out=args.out)
        case "record":
            said = headless.record(ctx, case_id=args.case, out=args.out, enc=args.enc)
        case "verify":
            said = headless.verify(ctx)
        case "backup":
            said = headless.backup(ctx, file=args.file)
        case other:
            raise AssertionError(other)
    emit(wiring, said)
    if said.get("ok") is False:
        raise UserError("verify_failed")
    return 0


def import_command(args: argparse.Namespace, wiring: Wiring, ctx: Context) -> int:
    from desktop.services import intake, review

    imported = intake.import_paths(ctx, paths=args.paths, cancel=wiring.cancel)
    for case_id in imported.case_ids:
        review.detect(ctx, case_id=case_id, cancel=wiring.cancel)
        wiring.stdout.write(case_id + "\n")
    for reply in imported.replies:
        wiring.stdout.write(f"{reply.case_id}\n")
    for failure in imported.failures:
        text = message(UserError(failure.code, **failure.values))
        complain(wiring.stderr, f"{failure.name}: {text}")
    return 1 if imported.failures else 0


def emit(wiring: Wiring, value: dict[str, Any]) -> int:
    wiring.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
    return 0
