"""What was deleted lately, each with its way back."""

from datetime import datetime
from statistics import median

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.measurement import Unit
from app.domain.units import format_value
from app.domain.wording import day_name, side_name
from app.i18n import _
from app.store.changes import Changes
from app.store.deleted import Deleted
from app.ui.live import Live
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.text import label

WIDTH = 640


class DeletedDialog(Asking):
    """A restored thing leaves the list; `restored` tells its words. Nobody deletes for good here."""

    restored = Signal(str)

    def __init__(
        self, live: Live, catalogue: Catalogue, clock: Clock, parent: QWidget | None = None, *, archived: bool = False
    ) -> None:
        """`archived` shows what was put aside and nothing else, however long ago."""
        super().__init__(_("Archived") if archived else _("Recently deleted"), "", parent, width=WIDTH)
        self._archived = archived
        self._live, self._catalogue, self._today = live, catalogue, clock.now().date()
        self.buttons: dict[str, QPushButton] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.inside.addLayout(self._list)
        self.inside.addStretch(1)
        live.changed.connect(self._show_again)
        live.failed.connect(self.say_problem)
        self._show()
        next(iter(self.buttons.values()), self.leave_button).setFocus()

    def _show_again(self, changes: Changes) -> None:
        if changes.kinds:
            self._show()

    def _show(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self.buttons.clear()
        records = self._live.store.deleted
        found = self._live.ask(records.archived if self._archived else records.all) or []
        if not found:
            words = _("There is nothing here. Sessions and readings that you delete can be brought back from here.")
            if self._archived:
                words = _("There is nothing here. Exercises and routines you archive can be brought back from here.")
            self._list.addWidget(label(words, tone="muted", wrap=True))
        for each in found:
            self._list.addWidget(self._row(each))

    def _row(self, gone: Deleted) -> Card:
        name = self._words(gone)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(name, wrap=True))
        words.addWidget(label(self._when(gone), "small", "muted", wrap=True))
        back = button(_("Bring back") if gone.archived else _("Restore"), lambda: self._restore(gone, name))
        back.setAccessibleDescription(name)
        self.buttons[gone.row_id] = back
        card = Card(padding=14)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addLayout(words, 1)
        line.addWidget(back)
        card.box.addLayout(line)
        return card

    def _restore(self, gone: Deleted, name: str) -> None:
        self.problem.hide()
        if self._live.do(self._live.store.deleted.restore, gone) is not None:
            self.restored.emit(_("Restored: {what}").format(what=name))
            next(iter(self.buttons.values()), self.leave_button).setFocus()

    def _words(self, gone: Deleted) -> str:
        """ "Floor touch, 4.5 cm, 3 November" """
        measure = self._catalogue.every_measure.get(gone.name) if gone.values else None
        parts = [measure.name if measure else gone.name]
        if gone.side is not None:
            parts.append(side_name(gone.side))
        if gone.values:
            parts.append(format_value(median(gone.values), measure.unit if measure else Unit.CM, gone.unit))
        if gone.when is not None:
            parts.append(self._day(gone.when))
        return ", ".join(parts)

    def _when(self, gone: Deleted) -> str:
        day = self._day(gone.gone_at.astimezone())
        return _("Archived on {day}").format(day=day) if gone.archived else _("Deleted on {day}").format(day=day)

    def _day(self, moment: datetime) -> str:
        return day_name(moment.date(), self._today)
