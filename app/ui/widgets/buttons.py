"""Buttons in the kinds of the style sheet."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton

from app.ui.look import Look
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _Button(QPushButton):
    """Enter presses it as Space does; one that is on or off leaves Enter to what it stands in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if event.key() in _ENTER and plain and not self.isCheckable() and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, clicked: Callable[[], object] | None = None, kind: str = "", *, big: bool = False) -> QPushButton:
    """A push button. `kind`: primary, quiet, danger or chip, else plain."""
    made = _Button(text)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if big:
        made.setProperty("big", True)
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made


def chip(text: str, checked: bool = False) -> QPushButton:
    """A small round button that is on or off.

    Listen to `toggled`, as with everything that is on or off: a screen reader turns it over without a click.
    """
    made = button(text, kind="chip")
    made.setCheckable(True)
    made.setChecked(checked)
    return made


def one_of_several(text: str, kind: str, group: str) -> QPushButton:
    """A button of a QButtonGroup of which exactly one is down: a radio button of `group` to a screen reader."""
    made = button(text, kind=kind)
    made.setCheckable(True)
    made.setAutoExclusive(True)
    made.setAccessibleDescription(group)
    return made


def show_checked(made: QAbstractButton, on: bool) -> None:
    """What is so already: `toggled` then tells of nothing but what a person does."""
    with QSignalBlocker(made):
        made.setChecked(on)


class _Tint(QObject):
    """Belongs to its button and paints its icon anew with every theme."""

    def __init__(self, made: QPushButton, look: Look, icon: str, role: str) -> None:
        super().__init__(made)
        self._made, self._look, self._icon, self._role = made, look, icon, role
        look.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        size = self._made.iconSize().width()
        self._made.setIcon(self._look.icon(self._icon, self._role, (size,)))


def tinted(made: QPushButton, look: Look, icon: str, role: str = "text", pixels: int = 18) -> QPushButton:
    """Give a button a line icon that follows the theme, `pixels` large beside text of the usual size."""
    made.setIconSize(QSize(in_text(pixels), in_text(pixels)))
    _Tint(made, look, icon, role)
    return made


def icon_button(
    look: Look, icon: str, name: str, clicked: Callable[[], object], role: str = "muted", pixels: int = 18
) -> QPushButton:
    """A quiet button that is only an icon; `name` is its accessible name and tooltip."""
    made = tinted(button("", clicked, kind="quiet"), look, icon, role, pixels)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def with_key(made: QPushButton, key: str) -> QLabel:
    """Show on a primary button which key presses it; the answer is what shows it."""
    cap = label(key, "keycap")
    cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.setProperty("keyed", True)
    line = QHBoxLayout(made)
    line.setContentsMargins(24, 0, 24, 0)
    line.addStretch(1)
    line.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
    show_key(made, cap, True)
    return cap


def show_key(made: QPushButton, cap: QLabel, shown: bool) -> None:
    """Whether there is room for the key on it."""
    cap.setVisible(shown)
    cap.ensurePolished()
    room = cap.sizeHint().width() + 34  # its margin and what is between the two
    sheet = f'QPushButton[keyed="true"] {{ padding-right: {room}px; }}' if shown else ""  # Qt turns it round itself
    if made.styleSheet() != sheet:
        made.setStyleSheet(sheet)


def in_two_lines(text: str, metrics: QFontMetricsF, room: float) -> str:
    """`text` broken where its halves are most alike, if it is wider than `room` pixels."""
    words = text.split()
    if metrics.horizontalAdvance(text) <= room or len(words) < 2:
        return text
    breaks = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    return "\n".join(min(breaks, key=lambda lines: max(map(metrics.horizontalAdvance, lines))))
