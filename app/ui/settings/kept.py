"""What the person chose, kept at once with every choice."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.preferences import KEYS, Preferences, read_preferences
from app.ui.live import Live


class Kept(QObject):
    """The preferences as they are in the store. A choice that could not be kept is `refused`: show the old one."""

    changed = Signal(object)  # Preferences
    refused = Signal()

    def __init__(self, live: Live, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.preferences: Preferences = live.ask(read_preferences, live.store.find.setting) or Preferences()

    def keep(self, name: str, value: Any) -> None:
        """Keep `value` as the field `name` of the preferences."""
        if getattr(self.preferences, name) == value:
            return
        if self._live.do(self._live.store.settings.set, KEYS[name], value) is None:
            self.refused.emit()
            return
        self.preferences = replace(self.preferences, **{name: value})
        self.changed.emit(self.preferences)

    def follow(self, show: Callable[[], object]) -> None:
        """Call `show` now, and whenever a control has to show again what is kept."""
        show()
        self.changed.connect(lambda _preferences: show())
        self.refused.connect(show)
