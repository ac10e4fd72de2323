"""The main job as one user does it, from the first start to the saved answer.

    python tests/e2e/main_job.py OUT     with OUT/mail.eml, in an environment of its own

Writes what it saw to ``OUT/seen.json``; ``test_main_job.py`` judges that.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "Kranich Leiter 83 Wolke"
USER = "Erika Beck"
REASON = "Text ganz gelesen"
ADDED = "Kranichstube"  # a house's name that no detector can know: marked by hand

if TYPE_CHECKING:
    from robot import Robot, Until

    from desktop.ui.main_window import Workbench

# The model's process imports this module again: everything heavy is imported where it is used.


class MainJob:
    """The story and what was seen on the way."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.seen: dict[str, Any] = {}

    def __call__(self, robot: Robot) -> Iterator[Until]:
        self.robot = robot
        for part in (
            self.first_run,
            self.take_in,
            self.correct,
            self.approve,
            self.export,
            self.reply,
            self.answer,
            self.lock_and_unlock,
        ):
            yield from part()
        (self.out / "seen.json").write_text(json.dumps(self.seen), "utf-8")
        robot.close_window()

    @property
    def bench(self) -> Workbench:
        from desktop.ui.main_window import Workbench

        screen = self.robot.screen
        assert isinstance(screen, Workbench)
        return screen

    # --- parts ------------------------------------------------------------------------------

    def first_run(self) -> Iterator[Until]:
        from PySide6.QtCore import Qt
        from robot import Until

        from desktop.ui.main_window import Workbench
        from desktop.ui.wizard import FirstRun
        from desktop.ui.wizard_logic import Step

        robot, key = self.robot, Qt.Key
        yield Until("the wizard", lambda: robot.shows(FirstRun))
        wizard = robot.screen
        assert isinstance(wizard, FirstRun)
        yield from robot.click(wizard.next_button)
        yield Until("the password page", wizard.name.hasFocus)
        robot.type(USER)
        robot.press(key.Key_Tab)
        yield Until("the password field", wizard.password.password.hasFocus)
        robot.type(PASSWORD)
        robot.press(key.Key_Tab)
        yield Until("the second password field", wizard.password.repeat.hasFocus)
        robot.type(PASSWORD)
        yield Until("the password is good", wizard.next_button.isEnabled)
        robot.press(key.Key_Return)
        yield Until("the recovery sheet", lambda: wizard.wizard.step is Step.RECOVERY)
        yield Until("it can be typed into", wizard.typed.isEnabled)
        yield from robot.click(wizard.typed)
        yield Until("its question", wizard.typed.hasFocus)
        robot.type(wizard.expected_group())
        yield Until("the answer is right", wizard.next_button.isEnabled)
        robot.press(key.Key_Return)
        yield Until("the last page", lambda: wizard.wizard.step is Step.DONE)
        yield Until("its button", wizard.next_button.hasFocus)
        robot.press(key.Key_Space)
        yield Until("the inbox", lambda: robot.shows(Workbench))

    def take_in(self) -> Iterator[Until]:
        from robot import Until

        desk = self.bench.desk
        self.robot.drop(self.out / "mail.eml")
        yield Until("the text", lambda: ADDED in desk.views.original.text)
        yield Until("the marks", lambda: desk.status.checked and desk.status.marks > 0)
        yield Until("the description", lambda: "[" in desk.views.description.text)
        self.seen["found"] = self.marked()
        self.seen["complete"] = desk.status.complete
        self.seen["gaps"] = desk.status.gaps

    def correct(self) -> Iterator[Until]:
        """Remove and undo, relabel by digit, add by keyboard; all without the mouse."""
        from PySide6.QtCore import Qt
        from robot import Until

        from desktop.ui import labels

        robot, key, modifier = self.robot, Qt.Key, Qt.KeyboardModifier
        desk, ctrl = self.bench.desk, modifier.ControlModifier
        before = desk.status.marks
        robot.press(key.Key_Down, modifier.AltModifier)
        yield Until("a mark is chosen", lambda: desk.editing.current is not None)
        yield Until("the text has the keyboard", desk.views.original.hasFocus)
        robot.press(key.Key_Delete)
        yield Until("the mark is gone", lambda: desk.status.marks == before - 1)
        robot.press(key.Key_Z, ctrl)
        yield Until("the mark is back", lambda: desk.status.marks == before)
        first = desk.editing.current
        assert first is not None
        other = next(each for each in labels.KEYED if each is not first.label)
        robot.press(getattr(key, f"Key_{labels.key(other)}"))
        yield Until("another kind", lambda: self.label_at(first.start) == other.value)
        robot.press(key.Key_Z, ctrl)
        yield Until("the old kind", lambda: self.label_at(first.start) == first.label.value)
        robot.press(key.Key_Home, ctrl)
        robot.press(key.Key_Right, ctrl | modifier.ShiftModifier)
        chosen = desk.views.selection
        yield Until("the first word is selected", lambda: (chosen() or (1, 0))[0] == 0)
        robot.press(getattr(key, f"Key_{labels.key(labels.Label.LOCATION)}"))
        yield Until("a place is marked", lambda: self.marked().get(ADDED) == "LOCATION")
        yield Until("it is stored", lambda: desk.status.saved)
        yield Until("a token", lambda: ADDED not in desk.views.description.text)
        self.seen["marked"] = self.marked()

    def approve(self) -> Iterator[Until]:
        from PySide6.QtCore import Qt
        from robot import Until

        from desktop.domain import CaseState

        robot, desk = self.robot, self.bench.desk
        reason = desk.notices.reason
        robot.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        yield Until(
            "approved, or asked for a reason",
            lambda: desk.status.state is CaseState.APPROVED or reason.field.hasFocus(),
        )
        if desk.status.state is not CaseState.APPROVED:
            robot.type(REASON)
            robot.press(Qt.Key.Key_Return)
        yield Until("approved", lambda: desk.status.state is CaseState.APPROVED)
        self.seen["override"] = desk.status.override_reason

    def export(self) -> Iterator[Until]:
        """To a vendor that is new, into a file."""
        from PySide6.QtCore import Qt
        from robot import Until

        panel, robot = self.bench.export, self.robot
        yield Until("the export panel", panel.isVisible)
        yield Until("the new vendor's name", panel.fields.name.hasFocus)
        robot.type("Werkstatt Nord")
        robot.press(Qt.Key.Key_Return)
        yield Until("the last check", lambda: panel.preview is not None)
        assert panel.preview is not None
        self.seen["leaks"] = len(panel.preview.leaks)
        if panel.accept.isVisible():
            yield from robot.click(panel.accept)
        yield Until("the package may go", panel.file_button.isEnabled)
        package = self.out / "package.twp.json"
        yield from robot.click(panel.file_button)
        yield from robot.choose_file(package)
        yield Until("the package", package.exists)
        yield Until("the panel closes", lambda: not panel.isVisible())

    def reply(self) -> Iterator[Until]:
        """The vendor answers with some of the tokens; the file is dropped over the inbox."""
        from PySide6.QtCore import QPoint
        from robot import Until

        package = json.loads((self.out / "package.twp.json").read_text("utf-8"))
        (self.out / "reply.eml").write_bytes(vendor_reply(package))
        merge = self.bench.replies.merge
        self.robot.drop(self.out / "reply.eml", at=QPoint(120, 400))
        yield Until("the merge view", lambda: merge.view is not None and merge.isVisible())
        view = merge.view
        assert view is not None
        self.seen["states"] = {seen.token: seen.state.value for seen in view.sightings}
        rows = [merge.tokens.topLevelItem(n) for n in range(merge.tokens.topLevelItemCount())]
        self.seen["shown"] = {row.text(0): row.text(1) for row in rows if row is not None}
        self.seen["needs_human"] = view.needs_human
        self.seen["head"] = f"{merge.summary.text()} {merge.counts.text()}"

    def answer(self) -> Iterator[Until]:
        from PySide6.QtCore import Qt
        from robot import Until

        robot, merge = self.robot, self.bench.replies.merge
        control = Qt.KeyboardModifier.ControlModifier
        yield from robot.click(merge.answer)
        yield Until("the answer has the keyboard", merge.answer.hasFocus)
        robot.press(Qt.Key.Key_End, control)
        robot.press(Qt.Key.Key_Return)
        yield Until("a new line", lambda: merge.answer.plain().endswith("\n"))
        robot.type("Viele Gruesse vom Kundendienst")
        robot.press(Qt.Key.Key_Return, control)
        yield from robot.choose_file(self.out / "answer.eml")
        yield Until("the draft", (self.out / "answer.eml").exists)
        yield Until("the mail program has it", (self.out / "opened").exists)
        yield Until("answered", lambda: "answered" in self.states())

    def lock_and_unlock(self) -> Iterator[Until]:
        from PySide6.QtCore import Qt
        from robot import Until

        from desktop.ui.main_window import Workbench
        from desktop.ui.unlock import Unlock

        robot = self.robot
        robot.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        yield Until("the locked door", lambda: robot.shows(Unlock))
        door = robot.screen
        assert isinstance(door, Unlock)
        assert robot.window is not None
        self.seen["locked title"] = robot.window.windowTitle()
        yield Until("the password field", door.password.hasFocus)
        robot.type("not the password")
        robot.press(Qt.Key.Key_Return)
        yield Until("refused", door.trouble.isVisible)
        yield Until("the password field again", door.password.hasFocus)
        robot.type(PASSWORD)
        robot.press(Qt.Key.Key_Return)
        yield Until("the inbox again", lambda: robot.shows(Workbench))
        yield Until("the case in the list", lambda: self.states() == ["answered"])

    # --- looking ----------------------------------------------------------------------------

    def marked(self) -> dict[str, str]:
        session = self.bench.desk.session
        return {
            session.text[span.start : span.end]: span.label.value for span in session.marks.spans
        }

    def label_at(self, place: int) -> str:
        span = self.bench.desk.session.marks.at(place)
        return span.label.value if span is not None else ""

    def states(self) -> list[str]:
        return [row.state.value for row in self.bench._rows]


def vendor_reply(package: dict[str, Any]) -> bytes:
    """A vendor's mail: the name as it was, the number twice, a foreign token, the rest missing."""
    tokens = {each["art"]: each["platzhalter"] for each in package["platzhalter"]}
    name, phone = tokens["PERSON"], tokens["PHONE"]
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Technik <technik@werkstatt.example>"
    mail["To"] = "service@helfer.example"
    mail["Subject"] = f"Re: Paket {package['id']}"
    mail["Message-ID"] = "<reply-1@werkstatt.example>"
    mail.set_content(
        f"Guten Tag {name},\n\nbitte den Schalter S2 umlegen, dann {phone} anrufen.\n"
        f"Nochmals: {phone}. Nicht verwechseln mit [NAME-9-ZZZ].\n"
    )
    return bytes(mail)


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
    import robot

    folder = Path(sys.argv[1])
    robot.main(MainJob(folder), folder)
