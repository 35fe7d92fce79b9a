"""The keys of the player, shown over it on `?`."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n import _
from app.ui.session.actions import Action, action_of, key_list
from app.ui.session.overlay import Overlay
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label


class KeysOverlay(Overlay):
    """Any key or click takes it away, and the key of the safety page opens that page too."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAccessibleName(_("Keys"))
        self.box.addWidget(label(_("Keys"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(10)
        for line, (keys, does) in enumerate(key_list()):
            grid.addWidget(label(keys, strong=True), line, 0)
            grid.addWidget(label(does, tone="muted"), line, 1)
        self.box.addLayout(grid)

    def appear(self) -> None:
        super().appear()
        announce(self, ". ".join(f"{keys}: {does}" for keys, does in key_list()))
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)  # for a key or a click anywhere

    def hideEvent(self, event: QHideEvent) -> None:
        if (application := QCoreApplication.instance()) is not None:
            application.removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible() and event.type() in {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress}:
            self.hide()
            return not (isinstance(event, QKeyEvent) and action_of(event) is Action.SAFETY)
        return super().eventFilter(watched, event)
