"""The form for a reading: the guide beside it, three large fields, everything else already filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from statistics import median

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.errors import Refused
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading, Unit
from app.domain.units import Amount, format_value
from app.i18n import _
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.progress.draft import Draft, Verdict, judge, understand
from app.ui.progress.measure_guide import MeasureGuide
from app.ui.progress.reading_fields import COLD, WARM, ReadingFields
from app.ui.progress.shown import side_title, typed, understood
from app.ui.progress.unusual_question import UnusualQuestion
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.card import Card
from app.ui.widgets.text import label, set_property, set_tone

OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


class ReadingForm(QWidget):
    """Records a reading or edits one. What was typed stays until it is safely on disk or the person leaves."""

    saved = Signal(object)  # Reading
    closed = Signal()

    def __init__(self, live: Live, catalogue: Catalogue, look: Look, clock: Clock, figures: Figures) -> None:
        super().__init__()
        self._live, self._catalogue, self._look, self._clock = live, catalogue, look, clock
        self._measure = next(iter(catalogue.measures.values()))
        self._latest: Mapping[str, Reading] = {}
        self._edited: Reading | None = None
        self._last: Reading | None = None
        self._opened_at = clock.now()
        self._saved_sides: set[Side] = set()
        self._amounts: Sequence[Amount] = ()
        self._aid_chosen = False
        self._goes_on = False
        self.title = label(kind="title")
        self.done = label(tone="good", strong=True)
        self.guide = MeasureGuide(look, figures)
        self.fields = ReadingFields()
        self.fields.offer_measures(catalogue.measures.values())
        self.question = UnusualQuestion()
        self.fields.question_place.addWidget(self.question)
        self._scroll = _scrolling(self.fields)
        self._arrange()
        self._connect()

    @property
    def measure(self) -> Measure:
        return self._measure

    # Opening

    def show_latest(self, latest: Mapping[str, Reading]) -> None:
        """The last reading of each measure, by its id: a new one begins as that one was taken."""
        self._latest = latest

    def begin(self, measure: Measure) -> None:
        """A new reading of `measure`, now."""
        self._edited = None
        self.title.setText(_("Measure"))
        self._opened_at = self._clock.now()
        self.fields.clear(self._opened_at)
        last = self._latest.get(measure.id)
        self.fields.warmth.choose(WARM if last and last.warm else COLD)
        self._take(measure, last)

    def edit(self, reading: Reading) -> None:
        """Change what was recorded."""
        self._edited = reading
        self.title.setText(_("Edit reading"))
        self._opened_at = reading.performed_at
        fields = self.fields
        fields.clear(self._opened_at)
        for trial, value in zip(fields.trials, reading.trials, strict=False):
            trial.field.setText(typed(value, reading.entered_unit))
        fields.sides.choose(reading.side or "")
        fields.warmth.choose(WARM if reading.warm else COLD)
        fields.note.setText(reading.note)
        self._take(self._catalogue.measure(reading.measure_id), reading)

    def _take(self, measure: Measure, last: Reading | None) -> None:
        """Shape the form for `measure`. `last` says its aid, and the unit where none was chosen yet."""
        self._measure, self._last = measure, last
        self._saved_sides = set()
        self._aid_chosen = False
        fields = self.fields
        fields.show_measure(measure, may_change=self._edited is None)
        if measure.unit is Unit.CM and not fields.units.key:
            fields.units.choose(last.entered_unit if last else measure.unit)
        self.guide.show_measure(measure)
        self._come_in()

    def _come_in(self) -> None:
        """To the first try, with nothing said yet of what was done here."""
        self.done.clear()
        self._understand()
        self._turn()
        self.fields.trials[0].field.setFocus()
        self._scroll.verticalScrollBar().setValue(0)

    # Making the parts

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addSpacing(16)
        head.addWidget(self.done, 1)
        self.close_button = icon_button(self._look, "close", _("Close"), self.closed.emit)
        head.addWidget(self.close_button)
        guide = Card()
        guide.box.addWidget(_scrolling(self.guide))
        form = Card()
        form.box.addWidget(self._scroll, 1)
        form.box.addSpacing(8)
        form.box.addLayout(self._make_footer())
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addWidget(guide, 5)
        cards.addWidget(form, 7)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(head)
        box.addLayout(cards, 1)

    def _make_footer(self) -> QHBoxLayout:
        self.next_button = button("", lambda: self.save(goes_on=True), kind="primary")
        self.save_button = button(_("Save"), self.save)
        self.cancel_button = button(_("Cancel"), self.closed.emit, kind="quiet")
        self.cancel_button.setToolTip(_("Cancel (Esc)"))
        line = QHBoxLayout()
        line.setSpacing(8)
        for made in (self.next_button, self.save_button, self.cancel_button):
            line.addWidget(made)
        line.addStretch(1)
        return line

    def _connect(self) -> None:
        fields = self.fields
        fields.measure_chosen.connect(self._on_measure)
        fields.side_chosen.connect(self._turn)
        fields.trials_edited.connect(self._understand)
        fields.trial_left.connect(self._look_at)
        fields.aids.chosen.connect(self._on_aid)
        self.question.kept.connect(lambda: self.save(goes_on=self._goes_on, confirmed=True))
        self.question.refused.connect(self._on_refused)

    # While it is filled in

    def _draft(self) -> Draft:
        fields, last = self.fields, self._last
        return Draft(
            measure=self._measure,
            side=Side(fields.sides.key) if self._measure.sided else None,
            trials=tuple(trial.text for trial in fields.trials),
            typed_in=fields.units.key if self._measure.unit is Unit.CM else self._measure.unit,
            performed_at=self._performed_at(),
            aid=fields.aids.key if self._aid_chosen else None,
            last_aid=last.aid if last else None,
            warm=fields.warmth.key == WARM,
            note=self._edited.note if self._edited and not fields.note.isModified() else fields.note.text().strip(),
            edited=self._edited,
        )

    def _performed_at(self) -> datetime:
        """The moment typed; one left alone is now, or for an edited reading what it was, to the second."""
        wall = self.fields.typed_moment
        if wall == self._opened_at.replace(tzinfo=None, second=0, microsecond=0):
            return self._edited.performed_at if self._edited else self._clock.now()
        return wall.replace(tzinfo=self._edited.performed_at.tzinfo) if self._edited else wall.astimezone()

    def _understand(self) -> None:
        """Say beside each field what was understood of it; what isn't finished yet is left in peace."""
        self.question.hide()
        draft, now = self._draft(), self._clock.now()
        amounts: list[Amount] = []
        for place, trial in enumerate(self.fields.trials):
            trial.say("")
            try:
                if trial.text.strip():
                    amounts.append(understand(draft, place, now))
                    trial.say(understood(amounts[-1], self._measure.unit))
            except Refused:
                continue
        self._amounts = amounts
        self._pose()
        self._sum_up([amount.value for amount in amounts], draft.typed_in)
        self._guess_aid([amount.value for amount in amounts])

    def _look_at(self, place: int) -> None:
        """A field was left: if it can't be kept, say why."""
        trial = self.fields.trials[place]
        if trial.text.strip():
            try:
                understand(self._draft(), place, self._clock.now())
            except Refused as refused:
                trial.say(str(refused), wrong=True)

    def _pose(self) -> None:
        """The guide's figure takes the pose of the last try that was understood, on the side that is measured."""
        side = Side(self.fields.sides.key) if self._measure.sided else None
        last = self._amounts[-1] if self._amounts else None
        words = format_value(last.value, self._measure.unit, last.entered) if last else ""
        self.guide.show_value(self._measure, side, last.value if last else None, words)

    def _sum_up(self, values: list[float], shown_in: str) -> None:
        summary = self.fields.summary
        if not values:
            summary.setText(_("Your reading is the middle of the three. One or two will do as well."))
        else:
            value = format_value(median(values), self._measure.unit, shown_in)
            summary.setText(_("Your reading: {value}").format(value=value))
        set_property(summary, "type", "heading" if values else "small")
        set_tone(summary, "" if values else "muted")

    def _guess_aid(self, values: list[float]) -> None:
        """Show the aid that will be kept while the person hasn't chosen one."""
        measure, last = self._measure, self._last
        if self._aid_chosen or not measure.aids:
            return
        aid = measure.aid(last.aid) if last else None
        guess = aid.id if aid else measure.aids[0].id
        below = measure.below_zero_aid is not None and any(value < 0 for value in values)
        self.fields.aids.choose(measure.below_zero_aid or guess if below else guess)

    def _on_measure(self, measure_id: str) -> None:
        self._take(self._catalogue.measure(measure_id), self._latest.get(measure_id))

    def _on_aid(self) -> None:
        self._aid_chosen = True
        self.fields.aid_problem.hide()

    def _turn(self) -> None:
        """The side has changed: the figure and the buttons follow."""
        self._pose()
        side = Side(self.fields.sides.key) if self._measure.sided else None
        offers = side is not None and self._edited is None and OTHER[side] not in self._saved_sides
        self.next_button.setVisible(offers)
        if offers and side is not None:
            words = {Side.LEFT: _("Save and measure right"), Side.RIGHT: _("Save and measure left")}
            self.next_button.setText(words[side])
        self.save_button.setProperty("kind", "" if offers else "primary")
        self.save_button.style().polish(self.save_button)
        main, other = (self.next_button, self.save_button) if offers else (self.save_button, self.next_button)
        main.setToolTip(_("Save (Ctrl+Enter)"))
        other.setToolTip("")

    # Saving

    def save(self, *, goes_on: bool = False, confirmed: bool = False) -> None:
        """Keep the reading if it can be kept; `goes_on` then offers the other side."""
        verdict = judge(self._draft(), self._clock.now(), confirmed=confirmed)
        self._show(verdict)
        self._goes_on = goes_on
        if verdict.reading is None:
            return
        records = self._live.store.readings
        changes = self._live.do(records.edit if self._edited else records.record, verdict.reading)
        if changes is None:
            return
        kept = replace(verdict.reading, id=verdict.reading.id or changes.ids[0])
        if goes_on and kept.side is not None:
            self._go_on(kept, kept.side)
        else:
            self.saved.emit(kept)

    def _go_on(self, kept: Reading, side: Side) -> None:
        """One side is on disk; the other one next, taken the same way."""
        self._saved_sides.add(side)
        self._last = kept
        self._aid_chosen = False
        self._opened_at = self._clock.now()
        self.fields.set_moment(self._opened_at)
        self.fields.set_trials([""] * len(self.fields.trials))
        self.fields.sides.choose(OTHER[side])
        self._come_in()
        value = format_value(kept.value, self._measure.unit, kept.entered_unit)
        self.done.setText(_("{side} is saved: {value}").format(side=side_title(side), value=value))

    def _show(self, verdict: Verdict) -> None:
        """Say beside every field what is wrong with it, and go to the first."""
        fields = self.fields
        for place, sentence in verdict.trials.items():
            fields.trials[place].say(sentence, wrong=True)
        problems = (fields.moment_problem, fields.aid_problem, fields.note_problem)
        for problem, sentence in zip(problems, (verdict.moment, verdict.aid, verdict.note), strict=True):
            problem.setText(sentence)
            problem.setVisible(bool(sentence))
        self.question.setVisible(bool(verdict.unusual))
        if verdict.unusual:
            self.question.ask(verdict.unusual)
            self._scroll.ensureWidgetVisible(self.question)
        wrong: list[QWidget] = [fields.trials[place].field for place in sorted(verdict.trials)]
        wrong += [fields.moment] if verdict.moment else []
        wrong += [fields.aids.buttons[fields.aids.key]] if verdict.aid else []
        wrong += [fields.note] if verdict.note else []
        if wrong:
            wrong[0].setFocus()
            self._scroll.ensureWidgetVisible(wrong[0])

    def _on_refused(self) -> None:
        self.question.hide()
        self.fields.trials[0].field.setFocus()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._enter(save=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def _enter(self, *, save: bool) -> None:
        """Enter presses the button it is on, goes to the next field, and saves from the last try and the note."""
        here = self.focusWidget()
        ends = (self.fields.trials[-1].field, self.fields.note)
        if save or here in ends:
            self._main_button().click()
        elif isinstance(here, QPushButton):
            here.click()
        elif self.focusNextChild() and self.fields.isAncestorOf(self.focusWidget()):
            self._scroll.ensureWidgetVisible(self.focusWidget())

    def _main_button(self) -> QPushButton:
        return self.save_button if self.next_button.isHidden() else self.next_button


def _scrolling(content: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(content)
    return scroll
