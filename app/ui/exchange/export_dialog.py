"""What an export contains, chosen before a file is named."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.exchange.by_ending import JSON, ZIP
from app.i18n import _
from app.ui.widgets.asking import Asking
from app.ui.widgets.card import Card
from app.ui.widgets.text import label


class ExportDialog(Asking):
    """`ending` is what was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Take your data along"), _("Save as…"), parent)
        self.choices = {
            JSON: self._choice(
                _("Everything, for Limber"),
                _("All you recorded, made and chose, what you deleted too, in one file (JSON). Limber reads it again, "
                  "here or on another computer, and nothing is lost on the way."),
            ),
            ZIP: self._choice(
                _("Tables, for a spreadsheet"),
                _("Readings with every trial, sessions, sets and pain stops as CSV in one ZIP, with a description of "
                  "the columns. Settings, goals and what you made yourself stay behind."),
            ),
        }  # fmt: skip
        group = QButtonGroup(self)
        for radio in self.choices.values():
            group.addButton(radio)
        self.choices[JSON].setChecked(True)
        self.choices[JSON].setFocus()
        self.inside.addWidget(
            label(_("It is about your health: keep it safe. Limber itself sends it nowhere."), tone="muted", wrap=True)
        )

    @property
    def ending(self) -> str:
        return next(ending for ending, radio in self.choices.items() if radio.isChecked())

    def _choice(self, name: str, about: str) -> QRadioButton:
        radio = QRadioButton(name)
        radio.setAccessibleDescription(about)
        words = label(about, "small", "muted", wrap=True)
        words.setContentsMargins(30, 0, 0, 0)
        words.setBuddy(radio)
        card = Card(spacing=4)
        card.box.addWidget(radio)
        card.box.addWidget(words)
        self.inside.addWidget(card)
        return radio
