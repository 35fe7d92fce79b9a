"""The figure of one exercise, large: to be turned round, played, slowed down and looked at part by part."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.exercise import Exercise, Sides
from app.i18n import _
from app.ui.figures import Figures
from app.ui.library.rehearsal import Rehearsal
from app.ui.library.scrubber import Scrubber
from app.ui.library.ticker import Ticker
from app.ui.look import Look
from app.ui.widgets.buttons import button, chip, one_of_several
from app.ui.widgets.card import row
from app.ui.widgets.figure_view import FigureView, Kept, Shown

LEAST_HEIGHT, HEIGHT = 140, 224
SHARE = 0.45
ICON = 16
TENTHS = 10  # the slider counts tenths of a second
SLOW = 0.5


class MovementPanel(QWidget):
    """Still at first, in the moment that tells most. It plays on and on until it is paused or out of sight."""

    def __init__(self, look: Look, figures: Figures, exercise: Exercise) -> None:
        super().__init__()
        self._look, self._figures, self._exercise = look, figures, exercise
        self._rehearsal = Rehearsal(exercise)
        self._seconds = self._rehearsal.telling_s
        self.ticker = Ticker(self)
        self.ticker.passed.connect(self._go_on)
        self.view = FigureView(look, QSize(0, HEIGHT))
        self.view.setFixedHeight(HEIGHT)
        self.view.setToolTip(_("Drag or press the arrow keys to turn it, double-click or Home to turn it back"))
        self.play_button = button("", self._play_or_pause, kind="chip")
        self.play_button.setIconSize(QSize(ICON, ICON))
        self.slider = self._make_slider()
        self.slow_chip = chip(_("½×"))
        self.slow_chip.setAccessibleName(_("Half speed"))
        self.slow_chip.setToolTip(_("Half speed"))
        self.left_chip, self.right_chip = (one_of_several(side, "chip", _("Side")) for side in (_("Left"), _("Right")))
        self.left_chip.setChecked(True)
        self._lay_out()
        self._show_state()
        self._show_still()

    def fit(self, room: int) -> None:
        """Of `room` pixels of height the figure takes what leaves the name below it in sight."""
        self.view.setFixedHeight(max(LEAST_HEIGHT, min(HEIGHT, round(SHARE * room))))

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause()
        super().hideEvent(event)

    def _make_slider(self) -> Scrubber:
        slider = Scrubber(self._look)
        slider.setAccessibleName(_("Place in the movement"))
        slider.setRange(0, round(self._rehearsal.length_s * TENTHS))
        slider.setSingleStep(TENTHS // 5)
        slider.setPageStep(TENTHS)
        slider.valueChanged.connect(self._scrub)
        return slider

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.play_button)
        bar.addWidget(self.slider, 1)
        bar.addWidget(self.slow_chip)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.view)
        box.addLayout(bar)
        if self._exercise.sides is Sides.EACH:
            box.addLayout(self._side_row())

    def _side_row(self) -> QHBoxLayout:
        sides = QButtonGroup(self)
        for made in (self.left_chip, self.right_chip):
            sides.addButton(made)
        self.right_chip.toggled.connect(lambda checked: self._show_figure())
        return row(self.left_chip, self.right_chip)

    def _play_or_pause(self) -> None:
        if self.ticker.is_running:
            self._pause()
        else:
            self.ticker.start()
            self._show_state()

    def _pause(self) -> None:
        self.ticker.stop()
        self._show_state()

    def _go_on(self, passed_s: float) -> None:
        if self.window().isMinimized():
            self._pause()
            return
        self._seconds += passed_s * (SLOW if self.slow_chip.isChecked() else 1.0)
        self._show_figure()

    def _scrub(self, tenths: int) -> None:
        """Go to a place in the rep; looking at one moment is not playing."""
        self._pause()
        lap = self._seconds // self._rehearsal.length_s
        within = min(tenths / TENTHS, self._rehearsal.length_s - 1 / (2 * TENTHS))
        self._seconds = lap * self._rehearsal.length_s + within
        self._show_figure()

    def _show_state(self) -> None:
        playing = self.ticker.is_running
        name = _("Pause the figure") if playing else _("Play the figure")
        self.play_button.setIcon(self._look.icon("pause" if playing else "play", "text", (ICON,)))
        self.play_button.setAccessibleName(name)
        self.play_button.setToolTip(name)

    def _show_still(self) -> None:
        """Nothing is solved until it moves or is turned, where a picture of the moment is kept."""
        kept = self._figures.kept(self._exercise)
        solve = partial(self._rehearsal.scene_at, self._figures, self._seconds)
        self._show(solve() if kept is None else Kept(kept, solve))

    def _show_figure(self) -> None:
        right = self.right_chip.isChecked()
        self._show(self._rehearsal.scene_at(self._figures, self._seconds, right=right))

    def _show(self, shown: Shown) -> None:
        self.view.show_scene(shown, _("Figure: {exercise}").format(exercise=self._exercise.name))
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(self._seconds % self._rehearsal.length_s * TENTHS))
