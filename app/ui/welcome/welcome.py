"""The first start: what Limber is, what to be careful about, and what a first session has to know."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.preferences import SAFETY_ACKNOWLEDGED, VoiceMode
from app.i18n import _, pgettext
from app.ui.live import Live
from app.ui.look import Look
from app.ui.safety.safety_notes import SafetyNotes
from app.ui.settings.announcing import Announcing
from app.ui.settings.kept import Kept
from app.ui.settings.rows import Row, SettingsCard
from app.ui.settings.training_choices import (
    deep_bending_row,
    equipment_choice,
    target_choice,
    target_words,
    unit_choice,
    weights_choice,
)
from app.ui.settings.voice_card import test_words
from app.ui.widgets.buttons import button, show_checked, tinted, with_key
from app.ui.widgets.card import centred, rule
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.scrolling import Column
from app.ui.widgets.switch import Switch
from app.ui.widgets.text import NameLabel, label, set_tone

GAP = 24


class Welcome(QWidget):
    """Every choice is kept at once. Going on acknowledges the safety note; skipping leaves it for the next start.

    Esc does neither: what is said here is to be read first.
    """

    left = Signal()
    import_asked = Signal()

    def __init__(self, live: Live, look: Look, announcers: Announcing) -> None:
        super().__init__()
        self.setObjectName("page")
        self._live, self._look, self._announcers = live, look, announcers
        self._kept = kept = Kept(live, self)
        self.target, self.unit = target_choice(kept), unit_choice(kept)
        self.equipment, self.weights = equipment_choice(kept), weights_choice(kept)
        deep = deep_bending_row(kept, look)
        self.deep_bending = deep.switch
        self.voice = Switch(look, _("Voice"))
        self.test_button = tinted(button(pgettext("button", "Test"), self._test), look, "play", pixels=16)
        self.test_button.setAccessibleName(_("Test the voice"))
        self.test_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who has clicked it goes on with Enter
        self.begin_button = button(_("Understood, go on"), self._acknowledge, kind="primary")
        with_key(self.begin_button, _("Enter"))
        self.import_button = button(_("I have data already…"), self.import_asked.emit, kind="quiet")
        self.skip_button = button(_("Skip for now"), self._leave, kind="quiet")
        self._arrange(deep)
        self.voice.toggled.connect(lambda on: kept.keep("voice", VoiceMode.FULL if on else VoiceMode.OFF))
        kept.follow(lambda: show_checked(self.voice, kept.preferences.voice is not VoiceMode.OFF))
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self, self._enter, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _arrange(self, deep: QWidget) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addLayout(_greeting())
        cards = QHBoxLayout()
        cards.setSpacing(GAP)
        for card, share in ((self._make_safety(deep), 7), (self._make_choices(), 6)):
            card.box.setContentsMargins(24, 14, 24, 4)
            side = QVBoxLayout()
            side.addWidget(card)
            side.addStretch(1)
            cards.addLayout(side, share)
        inside.addLayout(cards)
        column = Column(0, below=8)  # with room for the longer words of other languages
        column.box.addLayout(centred(content))
        column.box.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(column, 1)
        box.addWidget(rule())
        box.addLayout(centred(self._make_answers()))

    def _make_safety(self, deep: QWidget) -> SettingsCard:
        card = SettingsCard(_("Before you begin"))
        card.box.addWidget(SafetyNotes())
        card.box.addSpacing(4)
        card.box.addWidget(rule())
        card.add_row(deep)
        return card

    def _make_choices(self) -> SettingsCard:
        card = SettingsCard(_("Your sessions"))
        voice = QWidget()
        line = QHBoxLayout(voice)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.test_button)
        line.addWidget(self.voice)
        card.add_row(self.equipment)
        card.add_row(self.weights)
        card.add_row(_above(_("Training days a week"), target_words(), self.target))
        card.add_row(Row(_("Lengths in"), self.unit))
        card.add_row(Row(_("Voice"), voice, _("Leads you where you can't see the screen.")))
        return card

    def _make_answers(self) -> QWidget:
        answers = QWidget()
        line = QHBoxLayout(answers)
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(12)
        buttons = FlowLayout(gap=12)
        for made in (self.begin_button, self.skip_button, self.import_button):
            buttons.addWidget(made)
        line.addLayout(buttons, 1)
        told = NameLabel("small")
        told.setText(_("All of this can be changed in the menu."))
        set_tone(told, "muted")
        line.addWidget(told)
        return answers

    def _enter(self) -> None:
        """Presses the button the keyboard is on, else the big one. What is chosen stays: Space turns that over."""
        here = self.focusWidget()
        if isinstance(here, QPushButton) and here.hasFocus() and not here.isCheckable():
            here.click()
        else:
            self.begin_button.click()

    def _acknowledge(self) -> None:
        if self._live.do(self._live.store.settings.set, SAFETY_ACKNOWLEDGED, True) is not None:
            self._leave()

    def _leave(self) -> None:
        self._announcers.hush()
        self._announcers.release()
        self.left.emit()

    def _test(self) -> None:
        preferences = self._kept.preferences
        self._announcers.use(preferences, preferences.voice)
        self._announcers.say(test_words())


def _greeting() -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addWidget(label(_("Welcome to Limber"), "title"))
    about = _(
        "Limber leads you through short sessions that train how far and how well your back moves. It keeps how far you "
        "reach and shows whether a change is real; nothing leaves this computer."
    )
    words.addWidget(label(about, "lead", wrap=True))
    return words


def _above(name: str, about: str, control: QWidget) -> QWidget:
    """A row whose control stands below its words."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 12, 0, 12)
    box.setSpacing(2)
    box.addWidget(label(name, wrap=True))
    box.addWidget(label(about, "small", "muted", wrap=True))
    box.addSpacing(8)
    box.addWidget(control)
    return made
