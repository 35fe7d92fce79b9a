"""What a person can ask of the player, and the keys for it. Clickers send Page Down and Page Up."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.i18n import _
from app.ui.session.summary.discomfort_picker import read_answer

FINE, TOO_MUCH = 0, 5  # answers of a clicker, which has two keys; 4 or more eases the next session


class Action(StrEnum):
    PAUSE = "pause"
    DONE = "done"
    SKIP = "skip"
    BACK = "back"
    REPEAT = "repeat"
    LONGER = "longer"
    SHORTER = "shorter"
    SLOWER = "slower"
    FASTER = "faster"
    MUTE = "mute"
    FULL_SCREEN = "full-screen"
    PAIN = "pain"
    END = "end"
    KEYS = "keys"
    SAFETY = "safety"


_KEYS = {
    Qt.Key.Key_Space: Action.PAUSE,
    Qt.Key.Key_PageDown: Action.PAUSE,
    Qt.Key.Key_MediaPlay: Action.PAUSE,
    Qt.Key.Key_MediaPause: Action.PAUSE,
    Qt.Key.Key_MediaTogglePlayPause: Action.PAUSE,
    Qt.Key.Key_Return: Action.DONE,
    Qt.Key.Key_Enter: Action.DONE,
    Qt.Key.Key_Right: Action.SKIP,
    Qt.Key.Key_Left: Action.BACK,
    Qt.Key.Key_Up: Action.LONGER,
    Qt.Key.Key_Down: Action.SHORTER,
    Qt.Key.Key_BracketLeft: Action.SLOWER,
    Qt.Key.Key_BracketRight: Action.FASTER,
    Qt.Key.Key_R: Action.REPEAT,
    Qt.Key.Key_M: Action.MUTE,
    Qt.Key.Key_F: Action.FULL_SCREEN,
    Qt.Key.Key_X: Action.PAIN,
    Qt.Key.Key_Escape: Action.END,
    Qt.Key.Key_Question: Action.KEYS,
    Qt.Key.Key_S: Action.SAFETY,
}
_CLICKER = {Qt.Key.Key_PageDown: FINE, Qt.Key.Key_PageUp: TOO_MUCH}
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def action_of(event: QKeyEvent) -> Action | None:
    """What a key asks for; with Ctrl or Alt it is somebody else's."""
    if event.modifiers() & _COMMAND:
        return None
    return _KEYS.get(Qt.Key(event.key()))


def answer_of(event: QKeyEvent) -> int | None:
    """What a key answers when the discomfort is asked for: 0–9, `-` for ten, a clicker's two keys."""
    if event.modifiers() & _COMMAND:
        return None
    if event.key() in _CLICKER:
        return _CLICKER[Qt.Key(event.key())]
    return read_answer(event.text())


def key_list() -> tuple[tuple[str, str], ...]:
    """The keys and what they do, to read."""
    return (
        (_("Space, Page Down"), _("pause; go on, with 3-2-1")),
        (_("Enter"), _("done: on to the next; while getting ready: start now")),
        ("→", _("skip, and keep what was done")),
        ("←", _("back to the start; twice for the one before")),
        ("↑  ↓", _("10 seconds or one rep more, less; 30 more while getting ready")),
        ("[  ]", _("slower, faster reps")),
        ("R", _("repeat the set")),
        ("0 … 9  -", _("when asked: how much it hurt; - is ten")),
        (_("Page Down, Page Up"), _("when asked, with a clicker: fine, too much")),
        ("X", _("a sharp pain: stop")),
        ("S", _("safety: when to stop, when to get help")),
        ("M", _("mute voice and tones")),
        (_("F or F11"), _("full screen")),
        (_("a click on the strip, or Tab to it and ← →"), _("jump there")),
        ("Esc", _("end the session")),
    )
