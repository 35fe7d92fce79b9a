"""A number of a stored set, typed into a small field: reps, seconds or kilograms."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.errors import Refused
from app.domain.wording import format_plain
from app.i18n import _
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import set_property

_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?")
WIDTH = 76


class SessionAmount(QLineEdit):
    """`whole`: only whole numbers. What is possible is the domain's part."""

    def __init__(self, name: str, amount: float, *, whole: bool) -> None:
        super().__init__(format_plain(amount))
        self._whole = whole
        self.setAccessibleName(name)
        self.setMaxLength(9)
        self.setFixedWidth(in_text(WIDTH))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(lambda: set_property(self, "wrong", False))

    def amount(self) -> float:
        """Understands 12, 2.5 and 2,5. Raises Refused, and marks the field, for anything else."""
        plain = self.text().strip()
        number = float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None
        if number is None or (self._whole and number != int(number)):
            set_property(self, "wrong", True)
            self.setFocus()
            allowed = _("a whole number, such as 12") if self._whole else _("a number, such as 2.5")
            raise Refused(_("“{text}” can't be kept: write {allowed}.").format(text=plain, allowed=allowed))
        return number
