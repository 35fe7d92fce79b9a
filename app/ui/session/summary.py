"""After a session: what was done against what was planned."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.routine import Routine
from app.domain.timeline import Segment, Timeline
from app.domain.training import FinishedSet
from app.domain.wording import format_plain
from app.i18n import _, ngettext
from app.ui.look import Look
from app.ui.widgets.buttons import button, tinted
from app.ui.widgets.card import Card, centred, row, rule
from app.ui.widgets.text import label


class Summary(QWidget):
    """A calm page with one line for each exercise of the routine and one button on.

    Where something could not be stored it says so, and the button tries again.
    """

    closed = Signal()
    retried = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self._title = label(kind="display")
        self._lead = label(kind="lead", tone="muted", wrap=True)
        self._state = label(tone="stop", strong=True, wrap=True)
        self._card = Card(padding=32, spacing=0)
        self._table = QWidget()
        self._card.box.addWidget(self._table)
        self._unsaved = 0
        self.done_button = tinted(button("", self._press, kind="primary", big=True), look, "check", "on_accent", 20)
        self.leave_button = button(_("Leave without saving"), self.closed.emit, kind="quiet")
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 48, 0, 32)
        box.setSpacing(8)
        box.addWidget(self._title)
        box.addWidget(self._lead)
        box.addWidget(self._state)
        box.addSpacing(16)
        box.addWidget(self._card)
        box.addSpacing(16)
        box.addLayout(row(self.done_button, self.leave_button))
        box.addStretch(1)
        page = QWidget()
        page.setLayout(centred(content, most=760))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            shortcut = QShortcut(QKeySequence(key), self, self._press)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_session(
        self, routine: Routine, timeline: Timeline, done: Iterable[FinishedSet], names: Mapping[str, str]
    ) -> None:
        """`names` are the exercises' names by id."""
        finished = {each.work: each for each in done}
        planned = _works(timeline)
        self._title.setText(_("Well done") if len(finished) == len(planned) else _("Kept"))
        count = ngettext("{done} of {planned} set of {routine}", "{done} of {planned} sets of {routine}",
                         len(planned))  # fmt: skip
        self._lead.setText(count.format(done=len(finished), planned=len(planned), routine=routine.name))
        self._fill(planned, finished, names)
        self.done_button.setFocus()

    def show_unsaved(self, count: int) -> None:
        """How many of the sets are not on the disk (0: all are)."""
        self._unsaved = count
        self._state.setVisible(count > 0)
        self._state.setText(
            ngettext(
                "{count} set is not saved yet. Make room on the disk, then try again.",
                "{count} sets are not saved yet. Make room on the disk, then try again.",
                count,
            ).format(count=count)
        )
        self.done_button.setText(_("Try again") if count else _("Done"))
        self.leave_button.setVisible(count > 0)

    def _press(self) -> None:
        (self.retried if self._unsaved else self.closed).emit()

    def _fill(self, planned: Sequence[Segment], finished: dict[int, FinishedSet], names: Mapping[str, str]) -> None:
        self._table.deleteLater()
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(12)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for column, heading in enumerate((_("Exercise"), _("Planned"), _("Done"))):
            grid.addWidget(label(heading, "small", "muted"), 0, column)
        line = 1
        for _step, works in groupby(planned, key=lambda segment: segment.step):
            segments = list(works)
            grid.addWidget(rule(), line, 0, 1, 3)
            name = names.get(str(segments[0].exercise_id), "")
            grid.addWidget(label(name, strong=True), line + 1, 0)
            grid.addWidget(label(segments[0].dose, tone="muted"), line + 1, 1)
            sets = [finished[segment.work] for segment in segments if segment.work in finished]
            text = _done(sets, len(segments))
            grid.addWidget(label(text, tone="" if sets else "muted"), line + 1, 2)
            line += 2
        self._card.box.addWidget(self._table)


def _works(timeline: Timeline) -> list[Segment]:
    """The first segment of each work, in order."""
    first: dict[int, Segment] = {}
    for segment in timeline.segments:
        if segment.work is not None:
            first.setdefault(segment.work, segment)
    return list(first.values())


def _done(sets: Sequence[FinishedSet], planned: int) -> str:
    """“20 · 20 · 15” reps, “10 s · 10 s”; a dash where nothing was done."""
    if not sets:
        return "–"
    amounts = [str(each.reps) if each.reps is not None else _seconds(each) for each in sets]
    text = " · ".join(amounts)
    return text if len(sets) == planned else _("{amounts} ({done} of {planned})").format(
        amounts=text, done=len(sets), planned=planned)  # fmt: skip


def _seconds(finished: FinishedSet) -> str:
    return _("{seconds} s").format(seconds=format_plain(finished.hold_s or 0))
