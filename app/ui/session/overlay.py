"""A card in the middle of the player, over everything else."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.ui.widgets.card import Card


class Overlay(Card):
    """Hidden at first; stays centred over `over`."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(padding=32, spacing=16)
        self.setParent(over)
        self._over = over
        over.installEventFilter(self)
        self.hide()

    def appear(self) -> None:
        self.adjustSize()
        self._centre()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._centre()
        return False

    def _centre(self) -> None:
        self.move((self._over.width() - self.width()) // 2, (self._over.height() - self.height()) // 2)
