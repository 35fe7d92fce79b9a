"""The row of buttons under the session's strip."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.i18n import _
from app.ui.look import Look
from app.ui.session.player.actions import Action, action_of
from app.ui.widgets.buttons import button, icon_button, show_key, tinted, with_key
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label, set_property

PAIN_PX = 52  # as high as the largest, to be hit without aiming
PAUSE_WIDTH, GAP = 240, 8
WORDS, AIR, KEY, LARGE = range(1, 5)  # what is given up, one after the other, where there is too little room


class Controls(QWidget):
    """Every button asks for an action; Enter presses the one the keyboard is on, all other keys mean what they mean."""

    asked = Signal(object)  # Action
    key_pressed = Signal(object)  # QKeyEvent, meant for the player

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the strip above and the arrow keys, everywhere
        self._look = look
        self.elapsed = label(tone="muted")
        self.left = label(tone="muted")
        self.pain_button = button(_("Sharp pain"), lambda: self.asked.emit(Action.PAIN), kind="danger")
        self.pain_button.setMinimumHeight(PAIN_PX)
        self.pain_button.setToolTip(_("{action} (X)").format(action=self.pain_button.text()))
        self.back_button = self._button(_("Back"), "back", Action.BACK, "←")
        self.pause_button = button(_("Pause"), lambda: self.asked.emit(Action.PAUSE), kind="primary", big=True)
        self._key_cap = with_key(self.pause_button, _("Space"))
        self.pause_button.setIconSize(QSize(in_text(24), in_text(24)))
        self.skip_button = self._button(_("Skip"), "skip", Action.SKIP, "→")
        self.end_button = self._button(_("End"), "close", Action.END, "Esc")
        self.mute_button = self._icon("sound", _("Mute (M)"), Action.MUTE)
        self._muted = False
        look.changed.connect(lambda: self.show_muted(self._muted))
        self.help_button = self._icon("keys", _("Keys (?)"), Action.KEYS)
        self.full_button = self._icon("fullscreen", _("Full screen (F)"), Action.FULL_SCREEN)
        self._worded = {made: made.text() for made in (self.back_button, self.skip_button, self.end_button)}
        for made in self._buttons():
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.installEventFilter(self)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self.elapsed)
        line.addSpacing(8)
        line.addWidget(self.pain_button)
        line.addStretch(1)
        for made in (self.back_button, self.pause_button, self.skip_button):
            line.addWidget(made)
        line.addStretch(1)
        for made in (self.end_button, self.mute_button, self.help_button, self.full_button):
            line.addWidget(made)
        line.addSpacing(8)
        line.addWidget(self.left)

    def show_paused(self, paused: bool) -> None:
        self.pause_button.setText(_("Resume") if paused else _("Pause"))
        self.pause_button.setIcon(self._look.icon("play" if paused else "pause", "on_accent"))
        self.pause_button.setToolTip(_("{action} (Space)").format(action=self.pause_button.text()))
        self._fit()

    def show_muted(self, muted: bool) -> None:
        self._muted = muted
        name = _("Sound on (M)") if muted else _("Mute (M)")
        sizes = (self.mute_button.iconSize().width(),)
        self.mute_button.setIcon(self._look.icon("muted" if muted else "sound", "caution" if muted else "muted", sizes))
        self.mute_button.setToolTip(name)
        self.mute_button.setAccessibleName(name)

    def show_time(self, elapsed: str, left: str) -> None:
        for shown, text in ((self.elapsed, elapsed), (self.left, left)):
            if shown.text() != text:
                shown.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is too little room, less is said: the tooltips have what is left out."""
        for given_up in range(5):
            for made, text in self._worded.items():
                made.setText(text if given_up < WORDS else "")
            for made in self._buttons():
                set_property(made, "tight", given_up >= AIR)
            show_key(self.pause_button, self._key_cap, given_up < KEY)
            self._line.setSpacing(GAP if given_up < KEY else GAP // 2)
            set_property(self.pause_button, "big", given_up < LARGE)
            least = PAUSE_WIDTH if given_up < KEY else 0
            self.pause_button.setMinimumWidth(max(least, self.pause_button.sizeHint().width()))
            if self.sizeHint().width() <= self.width():
                break

    def set_steerable(self, steerable: bool) -> None:
        for made in self._buttons():
            made.setEnabled(steerable)

    def set_time_font(self, font: QFont) -> None:
        self.elapsed.setFont(font)
        self.left.setFont(font)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QPushButton) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            action = action_of(event)
            if action is Action.DONE:
                watched.click()
                return True
            if action is not None:
                self.key_pressed.emit(event)
                return True
        return super().eventFilter(watched, event)

    def _button(self, text: str, icon: str, action: Action, key: str, kind: str = "quiet") -> QPushButton:
        made = button(text, lambda: self.asked.emit(action), kind=kind)
        made.setToolTip(f"{text} ({key})")
        made.setAccessibleName(text)
        return tinted(made, self._look, icon, "muted") if icon else made

    def _icon(self, icon: str, name: str, action: Action) -> QPushButton:
        return icon_button(self._look, icon, name, lambda: self.asked.emit(action))

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.pain_button, self.back_button, self.pause_button, self.skip_button, self.end_button,
                self.mute_button, self.help_button, self.full_button)  # fmt: skip
