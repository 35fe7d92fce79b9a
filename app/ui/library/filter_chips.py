"""The chips under the search: one direction or all, and whether weights may be needed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.exercise import Direction
from app.i18n import _, pgettext
from app.ui.widgets.buttons import chip
from app.ui.widgets.flow import FlowLayout


class FilterChips(QWidget):
    """Of the directions at most one is on. "All" is on while nothing else is, and turns the others off."""

    filters_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Filters"))
        self.all_chip = chip(_("All"), checked=True)
        self.direction_chips = {
            Direction.FLEXION: chip(_("Flexion")),
            Direction.EXTENSION: chip(_("Extension")),
            Direction.LATERAL_FLEXION: chip(pgettext("direction", "Side")),
            Direction.ROTATION: chip(_("Rotation")),
        }
        self.no_weights_chip = chip(_("No weights"))
        flow = FlowLayout(self)
        for made in self._chips():
            flow.addWidget(made)
        self.all_chip.clicked.connect(self.clear)
        self.no_weights_chip.clicked.connect(self._tell)
        for direction, made in self.direction_chips.items():
            made.clicked.connect(lambda checked=False, d=direction: self._choose(d))

    @property
    def direction(self) -> Direction | None:
        return next((direction for direction, made in self.direction_chips.items() if made.isChecked()), None)

    @property
    def no_weights(self) -> bool:
        return self.no_weights_chip.isChecked()

    def clear(self) -> None:
        """No filter any more."""
        for made in (*self.direction_chips.values(), self.no_weights_chip):
            made.setChecked(False)
        self._tell()

    def _chips(self) -> tuple[QPushButton, ...]:
        return (self.all_chip, *self.direction_chips.values(), self.no_weights_chip)

    def _choose(self, direction: Direction) -> None:
        for other, made in self.direction_chips.items():
            if other is not direction:
                made.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        self.all_chip.setChecked(self.direction is None and not self.no_weights)
        self.filters_changed.emit()
