"""The three ways in which work ends badly.

``UserError``: the user can mend it; ``Cancelled``: the user wanted it; anything else is a bug and
gets a reference number where it is shown (``desktop.log.reference``).
"""

from __future__ import annotations


class UserError(Exception):
    """A failure that the user can mend.

    ``code`` names the message in the user interface (``ui/messages.py`` and ``cli.py`` translate
    it); ``values`` fill its placeholders and never hold mail content.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{key}={value}" for key, value in self.values.items())
        return f"{self.code} ({details})" if details else self.code


class Cancelled(Exception):
    """The user cancelled the work; nothing was changed."""
