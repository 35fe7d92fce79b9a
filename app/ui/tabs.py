"""The tabs in the header."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar

from app.i18n import _


class Tabs(QTabBar):
    """`neared` tells to which tab the mouse comes: what its page needs can be there when it is clicked."""

    neared = Signal(int)

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self._near = -1
        self.setAccessibleName(_("Pages"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setMouseTracking(True)
        for name in names:
            self.addTab(name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        near = self.tabAt(event.position().toPoint())
        if near not in (-1, self._near):
            self.neared.emit(near)
        self._near = near
