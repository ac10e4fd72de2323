"""The recovery sheet as a printable page: the one thing that opens a vault without its password."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QPdfWriter, QTextDocument

from desktop.errors import UserError
from desktop.ui.ages import moment_text
from desktop.ui.wizard_logic import groups

if TYPE_CHECKING:
    from desktop.services.workspace import RecoverySheet


def code_lines(code: str, *, a_line: int = 4) -> list[str]:
    """The code's groups in lines that are easy to copy by hand."""
    parts = groups(code)
    return [" – ".join(parts[at : at + a_line]) for at in range(0, len(parts), a_line)]


def document(sheet: RecoverySheet) -> QTextDocument:
    """The sheet as it is printed or saved."""
    translate = QCoreApplication.translate
    lines = "<br/>".join(escape(line) for line in code_lines(sheet.code))
    made = translate("Sheet", "Angelegt am {moment}. Kennung des Tresors: {id}").format(
        moment=moment_text(sheet.created), id=sheet.workspace_id
    )
    explained = translate(
        "Sheet",
        "Mit diesem Code lässt sich der Tresor öffnen, wenn das Passwort vergessen ist. "
        "Wer ihn hat, kann alles lesen: Bewahren Sie das Blatt verschlossen und getrennt vom "
        "Rechner auf. Der Code wird kein zweites Mal gezeigt.",
    )
    result = QTextDocument()
    result.setDefaultFont(QFont("sans-serif", 11))
    result.setHtml(
        f"<h1>{escape(translate('Sheet', 'Trennwerk: Wiederherstellungsblatt'))}</h1>"
        f"<p>{escape(explained)}</p>"
        f'<p style="font-family:monospace; font-size:16pt; line-height:160%">{lines}</p>'
        f"<p>{escape(made)}</p>"
    )
    return result


def save_pdf(sheet: RecoverySheet, path: Path) -> None:
    """Write the sheet as a PDF; raises ``UserError("unwritable_file")``."""
    try:
        path.touch()
    except OSError as error:
        raise UserError("unwritable_file", file=path.name, reason="io") from error
    writer = QPdfWriter(str(path))
    writer.setTitle("Trennwerk")
    page = document(sheet)
    page.setPageSize(writer.pageLayout().paintRectPoints().size().toSizeF())
    page.print_(writer)
