"""The chips under the search: exercises, routines or both, a direction, a level, equipment, no weights, favourites."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.domain.exercise import Direction, Level
from app.i18n import _, pgettext
from app.ui.library.catalogue_model import Wish
from app.ui.library.entries import Group
from app.ui.library.words import level_name
from app.ui.look import Look
from app.ui.widgets.buttons import chip, show_checked, tinted
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import set_property

MOST_OFFERED = 20


class MenuChip(QPushButton):
    """A chip that opens a menu of which at most one is on, and then says which; `all_name` stands for none."""

    chosen = Signal()

    def __init__(self, look: Look, name: str, all_name: str) -> None:
        super().__init__(name)
        self.setProperty("kind", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._name, self._all_name = name, all_name
        self.key: str | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill_menu)
        self.setMenu(self._menu)
        self._options: list[tuple[str, str]] = []
        tinted(self, look, "chevron-down", "muted", 14)

    def offer(self, options: Iterable[tuple[str, str]]) -> None:
        """`options` are keys and names; what is chosen and not among them is given up."""
        self._options = list(options)
        if self.key not in {key for key, _name in self._options}:
            self.choose(None)

    def choose(self, key: str | None) -> None:
        self.key = key
        name = dict(self._options).get(key or "", self._name)
        self.setText(name)
        self.setAccessibleName(self._name if key is None else f"{self._name}: {name}")
        set_property(self, "on", key is not None)

    def fill_menu(self) -> QMenu:
        """The menu as it opens."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for key, name in ((None, self._all_name), *self._options):
            action = QAction(name, group, checkable=True, checked=key == self.key)
            action.triggered.connect(lambda checked=False, k=key: self._take(k))
            self._menu.addAction(action)
        return self._menu

    def _take(self, key: str | None) -> None:
        self.choose(key)
        self.chosen.emit()


class FilterChips(QWidget):
    """Of exercises and routines, and of the directions, at most one is on.

    "All" is on while nothing else is, and turns the others off.
    """

    accessible_role = QAccessible.Role.Grouping
    filters_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(_("Filters"))
        self.all_chip = chip(_("All"), checked=True)
        self.group_chips = {Group.EXERCISES: chip(_("Exercises")), Group.ROUTINES: chip(_("Routines"))}
        self.direction_chips = {
            Direction.FLEXION: chip(_("Flexion")),
            Direction.EXTENSION: chip(_("Extension")),
            Direction.LATERAL_FLEXION: chip(pgettext("direction", "Side")),
            Direction.ROTATION: chip(_("Rotation")),
        }
        self.no_weights_chip = chip(_("No weights"))
        self.favourites_chip = chip(_("Favourites"))
        self.level_chip = MenuChip(look, _("Level"), _("Any level"))
        self.level_chip.offer((level.value, _capital(level_name(level))) for level in Level)
        self.equipment_chip = MenuChip(look, _("Equipment"), _("Any equipment"))
        flow = FlowLayout(self)
        for made in self._chips():
            flow.addWidget(made)
        self.all_chip.toggled.connect(self.clear)
        for made in (self.no_weights_chip, self.favourites_chip):
            made.toggled.connect(self._tell)
        for menu_chip in (self.level_chip, self.equipment_chip):
            menu_chip.chosen.connect(self._tell)
        for rivals in (self.group_chips, self.direction_chips):
            for made in rivals.values():
                made.toggled.connect(partial(self._choose, made, rivals.values()))

    def wish(self, search: str) -> Wish:
        """What the chips leave, with what is searched."""
        return Wish(
            search=search,
            group=_chosen(self.group_chips),
            direction=_chosen(self.direction_chips),
            equipment=self.equipment_chip.key,
            level=Level(self.level_chip.key) if self.level_chip.key else None,
            no_weights=self.no_weights_chip.isChecked(),
            favourites=self.favourites_chip.isChecked(),
        )

    def offer_equipment(self, equipment: Iterable[str]) -> None:
        """What there is, as often needed first."""
        self.equipment_chip.offer((needed, _capital(_(needed))) for needed in list(equipment)[:MOST_OFFERED])

    def clear(self) -> None:
        """No filter any more."""
        for made in self._chips():
            show_checked(made, False)
        for menu_chip in (self.level_chip, self.equipment_chip):
            menu_chip.choose(None)
        self._tell()

    def _chips(self) -> tuple[QPushButton, ...]:
        return (
            self.all_chip,
            *self.group_chips.values(),
            *self.direction_chips.values(),
            self.level_chip,
            self.equipment_chip,
            self.no_weights_chip,
            self.favourites_chip,
        )

    def _choose(self, made: QPushButton, rivals: Iterable[QPushButton], _on: bool) -> None:
        for other in rivals:
            if other is not made:
                show_checked(other, False)
        self._tell()

    def _tell(self) -> None:
        show_checked(self.all_chip, self.wish("") == Wish())
        self.filters_changed.emit()


Chosen = TypeVar("Chosen", Group, Direction)


def _chosen(chips: Mapping[Chosen, QPushButton]) -> Chosen | None:
    return next((key for key, made in chips.items() if made.isChecked()), None)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
