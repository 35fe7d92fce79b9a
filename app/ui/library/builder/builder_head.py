"""The top of the builder: the routine's name and what it is for, whether it is spoken, and how long it takes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.own.items import LONGEST_NAME, LONGEST_TEXT
from app.domain.playing.timeline import FINISH_S
from app.domain.routine import Routine
from app.domain.wording import format_clock
from app.i18n import _
from app.ui.library.builder.plain_field import PlainField, SentenceField
from app.ui.look import Look
from app.ui.widgets.buttons import icon_button, show_checked
from app.ui.widgets.switch import Switch
from app.ui.widgets.text import label

HOUR_S = 3600


class BuilderHead(QWidget):
    name_given = Signal(str)
    about_given = Signal(str)
    voice_given = Signal(bool)
    back_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.name = PlainField(_("Name of the routine"), LONGEST_NAME)
        self.about = SentenceField(_("What it is for, in a sentence, if you like"), LONGEST_TEXT)
        self.voice = Switch(look, _("Spoken"), on=True)
        self.back_button = icon_button(look, "chevron-left", _("Back to the library (Esc)"), self.back_asked.emit)
        self.total = label(kind="number")
        self._caption = label(kind="small", tone="muted")
        self._end = label(_("with {seconds} s at the end").format(seconds=round(FINISH_S)), kind="small", tone="muted")
        self.name.setProperty("big", True)
        self.name.textEdited.connect(self.name_given)
        self.about.edited.connect(self.about_given)
        self.voice.toggled.connect(self.voice_given)
        self._lay_out()

    @property
    def order(self) -> list[QWidget]:
        """As the Tab key goes through it."""
        return [self.back_button, self.name, self.about, self.voice]

    def show_routine(self, routine: Routine, total_s: float) -> None:
        self.name.show_text(routine.name)
        self.about.show_text(routine.about)
        show_checked(self.voice, routine.voice)
        shown = format_clock(round(total_s))
        self.total.setText(shown)
        self.total.setAccessibleName(_("In all {total}").format(total=shown))
        self._end.setVisible(total_s > 0)  # without it the steps are not the whole
        self._caption.setText(_("minutes in all") if round(total_s) < HOUR_S else _("hours in all"))

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.about, 1)
        spoken = QHBoxLayout()
        spoken.addWidget(label(_("Spoken"), "small", "muted"))
        spoken.addWidget(self.voice)
        below.addLayout(spoken)
        below.setAlignment(spoken, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.name)
        words.addLayout(below)
        time = QVBoxLayout()
        time.setSpacing(0)
        for line in (self.total, self._caption, self._end):
            time.addWidget(line, 0, Qt.AlignmentFlag.AlignRight)
        time.addStretch(1)
        head = QHBoxLayout(self)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(12)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addSpacing(12)
        head.addLayout(time)
