"""The keys of undo and redo, which a text field would otherwise keep to itself."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_undo(event: QEvent) -> bool:
    """Whether somebody is asked if they want the keys of undo or redo, or gets them."""
    return matches(event, QKeySequence.StandardKey.Undo) or matches(event, QKeySequence.StandardKey.Redo)


def matches(event: QEvent, key: QKeySequence.StandardKey) -> bool:
    asked = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    return asked and isinstance(event, QKeyEvent) and event.matches(key)
