"""The keys of the player, shown over it on `?`."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.i18n import _
from app.ui.session.player.actions import Action, action_of, key_list
from app.ui.session.player.overlay import Overlay
from app.ui.widgets.sizes import BODY_PX
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label

KEYS_SHARE = 0.3  # of the room
BESIDE = 160  # pixels of the card's padding, and of what stays seen around it
_ALONE = frozenset(  # pressed by themselves they ask for nothing: with Ctrl a screen reader falls silent
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
     Qt.Key.Key_Insert}
)  # fmt: skip


class KeysOverlay(Overlay):
    """Any key or click takes it away, and the key of the safety page opens that page too."""

    left = Signal()  # to go on

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAccessibleName(_("Keys"))
        self.box.addWidget(label(_("Keys"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(10)
        self._keys: list[QLabel] = []
        self._does: list[QLabel] = []
        for line, (keys, does) in enumerate(key_list()):
            self._keys.append(label(keys, strong=True, wrap=True))
            grid.addWidget(self._keys[-1], line, 0, Qt.AlignmentFlag.AlignTop)
            self._does.append(label(does, tone="muted", wrap=True))
            grid.addWidget(self._does[-1], line, 1)
        self.box.addLayout(grid)

    def appear(self) -> None:
        self.fit_text(self._dress)
        super().appear()
        announce(self, ". ".join(f"{keys}: {does}" for keys, does in key_list()))
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)  # for a key or a click anywhere

    def _dress(self, share: float) -> None:
        """Long words take two lines rather than more room than there is."""
        room = self._over.width() - BESIDE
        for said, part in ((self._keys, KEYS_SHARE), (self._does, 1 - KEYS_SHARE)):
            for words in said:
                words.ensurePolished()
                font = words.font()
                font.setPixelSize(round(BODY_PX * share))
                words.setFont(font)
                words.setFixedWidth(min(words.fontMetrics().horizontalAdvance(words.text()) + 4, round(part * room)))

    def hideEvent(self, event: QHideEvent) -> None:
        if (application := QCoreApplication.instance()) is not None:
            application.removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isVisible() or event.type() not in {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress}:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.key() in _ALONE:
            return False
        self.hide()
        self.left.emit()
        return not (isinstance(event, QKeyEvent) and action_of(event) is Action.SAFETY)
