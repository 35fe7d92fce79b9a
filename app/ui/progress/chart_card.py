"""The card of the chart. matplotlib is loaded after the card was first painted: words and table come first."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from app.domain.errors import Refused
from app.exchange.errors import ExchangeError
from app.exchange.files import write_whole
from app.exchange.tidy import readings_csv
from app.i18n import _
from app.ui.look import Look
from app.ui.progress.goals.row import GoalRow
from app.ui.progress.shown import ChartShown
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.speaking import announce
from app.ui.widgets.stops import order_stops, stop_before
from app.ui.widgets.text import label, set_tone

if TYPE_CHECKING:
    from app.ui.progress.reach_canvas import ReachCanvas

SMALLEST_HEIGHT, SMALLEST_WITH_SIDES = 330, 410
SETTLING_ROUNDS = 4  # in which everything else finds its place: nothing moves while matplotlib is loaded
KINDS = ("png", "svg", "pdf", "csv")

AskFile = Callable[[QWidget, str, str, str], str]


def ask_file(parent: QWidget, title: str, name: str, kinds: str) -> str:
    """Where to save, "" for nowhere."""
    return QFileDialog.getSaveFileName(parent, title, name, kinds)[0]


class ChartCard(Card):
    """Keeps what is to be shown until there is a canvas; redraws when the theme changes.

    `ask_file` is how a person is asked for a file.
    """

    goal_chosen = Signal(object, object, str)  # Goal, Measure, the unit it is shown in
    goal_removed = Signal(object, object, str)  # the same

    def __init__(self, look: Look) -> None:
        super().__init__(padding=16)
        self._look = look
        self._shown: ChartShown | None = None
        self._asked = False
        self.ask_file: AskFile = ask_file
        self.canvas: ReachCanvas | None = None
        self.goals = GoalRow(look)
        self.reset_button = button(_("Reset"), self._reset, kind="quiet")
        self.reset_button.setToolTip(_("Back to the whole range (Home)"))
        self.reset_button.hide()
        self.save_menu = self._make_save_menu()
        self.save_button = button(_("Save…"), kind="quiet")
        self.save_button.setMenu(self.save_menu)
        self.notice = label(kind="small", tone="muted", wrap=True)
        self.notice.hide()
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.goals, 1)
        foot.addWidget(self.reset_button)
        foot.addWidget(self.save_button)
        self.box.addStretch(1)  # where the canvas will be
        self.box.addLayout(foot)
        self.box.addWidget(self.notice)
        self.setMinimumHeight(SMALLEST_HEIGHT)
        self.goals.goal_chosen.connect(self.goal_chosen)
        self.goals.goal_removed.connect(self.goal_removed)
        self.goals.opened.connect(lambda is_open: self.save_button.setVisible(not is_open))
        look.changed.connect(self._draw)

    def show_chart(self, shown: ChartShown) -> None:
        """Draw this, in another view where nothing but the range is another."""
        before, self._shown = self._shown, shown
        self.setMinimumHeight(SMALLEST_WITH_SIDES if shown.measure.sided else SMALLEST_HEIGHT)
        if before is None or not _same_but_range(before, shown):
            self.notice.hide()
            self.goals.show_goals(shown)
            self._draw()
        elif self.canvas is not None:
            self.canvas.show_range(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._asked:
            self._asked = True
            self._wait(SETTLING_ROUNDS)

    def save(self, kind: str) -> None:
        """Ask where to, and write the chart (png, svg, pdf) or the readings (csv) there; say how it went."""
        if self._shown is None or (kind != "csv" and self.canvas is None):
            return
        name = f"{self._shown.measure.id}.{kind}"
        titles = {"csv": _("Save the readings")}
        chosen = self.ask_file(self, titles.get(kind, _("Save the chart")), name, f"{kind.upper()} (*.{kind})")
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")
        try:
            write_whole(path, self._content(kind))
        except (ExchangeError, Refused) as error:
            self._say(str(error), wrong=True)
            return
        self._say(_("Saved as {file}.").format(file=path))

    def _content(self, kind: str) -> bytes:
        assert self._shown is not None  # noqa: S101  # what is saved is shown
        if kind == "csv" or self.canvas is None:
            measure = self._shown.measure
            return readings_csv(self._shown.readings, {measure.id: measure}).encode()
        from app.charts.export import chart_bytes

        return chart_bytes(self.canvas.figure_to_save(), kind)

    def _make_save_menu(self) -> QMenu:
        menu = QMenu(self)
        names = {"png": _("Chart as PNG…"), "svg": _("Chart as SVG…"), "pdf": _("Chart as PDF…"),
                 "csv": _("Readings as CSV…")}  # fmt: skip
        for kind in KINDS:
            menu.addAction(names[kind]).triggered.connect(lambda _on=False, kind=kind: self.save(kind))
        return menu

    def _wait(self, rounds: int) -> None:
        """Let the events go round so often, then load."""
        QTimer.singleShot(0, self, partial(self._wait, rounds - 1) if rounds else self._load)

    def _load(self) -> None:
        from app.ui.progress.reach_canvas import ReachCanvas

        self.canvas = ReachCanvas(self._look)
        self.canvas.moved.connect(self.reset_button.setVisible)
        self.box.takeAt(0)
        self.box.insertWidget(0, self.canvas, 1)
        order_stops(*stop_before(self.goals), self.canvas)
        self._draw()

    def _draw(self) -> None:
        if self.canvas is not None and self._shown is not None:
            self.canvas.setAccessibleName(self._shown.measure.name)
            self.canvas.show_chart(self._shown)

    def _reset(self) -> None:
        if self.canvas is not None:
            self.canvas.go_home()
            self.canvas.setFocus()

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.notice.setText(words)
        set_tone(self.notice, "stop" if wrong else "muted")
        self.notice.show()
        announce(self, words)


def _same_but_range(one: ChartShown, other: ChartShown) -> bool:
    """Whether somebody only chose a range: the course is the very same."""
    return one.course is other.course
