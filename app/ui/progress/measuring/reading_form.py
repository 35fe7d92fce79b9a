"""The form for a reading: the guide beside it, three large fields, everything else already filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.errors import Refused
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading, Unit, offered
from app.domain.preferences import Preferences, read_preferences
from app.domain.units import Amount, format_value
from app.i18n import _
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.progress.measuring.draft import Draft, Verdict, judge, likely_aid, moment, understand
from app.ui.progress.measuring.footer import Footer
from app.ui.progress.measuring.frame import FormHead, scrolling
from app.ui.progress.measuring.hint import hint
from app.ui.progress.measuring.measure_guide import MeasureGuide
from app.ui.progress.measuring.pace import MeasuringPace
from app.ui.progress.measuring.reading_fields import COLD, NOTHING, WARM, ReadingFields
from app.ui.progress.measuring.unusual_question import UnusualQuestion
from app.ui.progress.measuring.upright import Upright
from app.ui.progress.measuring.view import MeasuringView
from app.ui.progress.own_measure_dialog import OwnMeasureDialog
from app.ui.progress.shown import side_title, typed, understood
from app.ui.sound.announcers import Announcers
from app.ui.widgets.card import Card

OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


class ReadingForm(QWidget):
    """Records a reading or edits one. What was typed stays until it is safely on disk or the person leaves."""

    saved = Signal(object)  # Reading
    closed = Signal()
    warm_up_asked = Signal()
    archived = Signal(str)  # a test of the person's own, by id

    def __init__(
        self, live: Live, catalogue: Catalogue, look: Look, clock: Clock, figures: Figures,
        announcers: Announcers | None = None,
    ) -> None:  # fmt: skip
        """Without `announcers` the pacing is seen, not heard."""
        super().__init__()
        self._live, self._catalogue, self._clock = live, catalogue, clock
        self._measure = next(iter(catalogue.measures.values()))
        self._latest: Mapping[str, Reading] = {}
        self._edited: Reading | None = None
        self._last: Reading | None = None
        self._opened_at = clock.now()
        self._saved_sides: set[Side] = set()
        self._amounts: Sequence[Amount] = ()
        self._aid_chosen = self._goes_on = False
        self._untouched: Sequence[str] = ()
        self._typed: dict[str, Sequence[str]] = {}  # tries not saved yet, by the test that they were typed for
        self.head = FormHead(look)
        self.done, self.hint = self.head.done, self.head.hint
        self.guide = MeasureGuide(look, figures)
        self.upright = Upright(live)
        self.fields = ReadingFields(self.upright)
        self.pacing = MeasuringView(look, figures, MeasuringPace(clock, announcers, self))
        self.footer = Footer()
        self.next_button, self.save_button = self.footer.next_button, self.footer.save_button
        self.question = UnusualQuestion()
        self.fields.question_place.addWidget(self.question)
        self._scroll = scrolling(self.fields)
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    @property
    def measure(self) -> Measure:
        return self._measure

    @property
    def _side(self) -> Side | None:
        return Side(self.fields.sides.key) if self._measure.sided else None

    @property
    def _preferences(self) -> Preferences:
        return self._live.ask(read_preferences, self._live.store.find.setting) or Preferences()

    # Opening

    def show_latest(self, latest: Mapping[str, Reading]) -> None:
        """The last reading of each measure, by its id: a new one begins as that one was taken."""
        self._latest = latest

    def begin(self, measure: Measure) -> None:
        """A new reading of `measure`, now."""
        self._edited = None
        self._offer_measures(measure.id)  # there may be new ones of the person's own
        self.head.title.setText(_("Measure"))
        self._opened_at = self._clock.now()
        self.fields.clear(self._opened_at)
        self._untouched = self.fields.texts
        self.fields.set_trials(self._typed.pop(measure.id, NOTHING))
        last = self._latest.get(measure.id)
        self.fields.warmth.choose(WARM if last and last.warm else COLD)
        self._take(measure, last)

    def _offer_measures(self, wanted_id: str) -> list[Measure]:
        found = offered(self._catalogue.measures.values(), self._preferences.leave_out_deep_bending, (wanted_id,))
        self.fields.offer_measures(found)
        return found

    def edit(self, reading: Reading) -> None:
        """Change what was recorded."""
        self._edited = reading
        self.head.title.setText(_("Edit reading"))
        self._opened_at = reading.performed_at
        fields = self.fields
        fields.clear(self._opened_at)
        for trial, value in zip(fields.trials, reading.trials, strict=False):
            trial.field.setText(typed(value, reading.entered_unit))
        fields.sides.choose(reading.side or "")
        fields.warmth.choose(WARM if reading.warm else COLD)
        fields.note.setText(reading.note)
        self._untouched = self.fields.texts
        self._take(self._catalogue.measure(reading.measure_id), reading)

    def _take(self, measure: Measure, last: Reading | None) -> None:
        """Shape the form for `measure`. `last` says its aid, and the unit where none was chosen yet."""
        self._measure, self._last = measure, last
        self._saved_sides = set()
        self._aid_chosen = False
        fields = self.fields
        fields.show_measure(measure, may_change=self._edited is None)
        if measure.unit is Unit.CM and not fields.units.key:
            fields.units.choose(last.entered_unit if last else self._preferences.length_unit)
        self.guide.show_measure(measure, first_time=last is None and self._edited is None)
        self.upright.show_measure(measure)
        self.hint.setText("" if self._edited else hint(measure, last, self._clock.now()))
        self._come_in()

    def _come_in(self) -> None:
        """To the first try, with nothing said yet of what was done here."""
        self.done.clear()
        self._hide_questions()
        self._understand()
        self._turn()
        self.fields.trials[0].field.setFocus()
        self._scroll.verticalScrollBar().setValue(0)

    # Making the parts

    def _arrange(self) -> None:
        guide = Card()
        guide.box.addWidget(self.guide)
        form = Card()
        form.box.addWidget(self._scroll, 1)
        form.box.addWidget(self.footer)
        both = QWidget()
        cards = QHBoxLayout(both)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        cards.addWidget(guide, 5)
        cards.addWidget(form, 7)
        self._stack.addWidget(both)
        self._stack.addWidget(self.pacing)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.head)
        box.addWidget(self._stack, 1)

    def _connect(self) -> None:
        fields = self.fields
        fields.measure_chosen.connect(lambda chosen: self._change_to(self._catalogue.measure(chosen)))
        fields.side_chosen.connect(self._turn)
        fields.trials_edited.connect(self._understand)
        fields.trial_left.connect(self._look_at)
        fields.aids.chosen.connect(self._on_aid)
        self.question.kept.connect(lambda: self.save(goes_on=self._goes_on, confirmed=True))
        self.question.refused.connect(self._on_refused)
        fields.guided.connect(self.guide.press)
        fields.own_asked.connect(self.make_own)
        fields.units.chosen.connect(self._show_upright)
        self.upright.edited.connect(self._understand)
        self.guide.warm_up_asked.connect(self.warm_up_asked)
        fields.pace_asked.connect(self.start_pacing)
        self.guide.pace_asked.connect(self.start_pacing)
        self.guide.change_asked.connect(lambda: self.make_own(self._measure.id))
        self.pacing.ended.connect(self._end_pacing)
        self.pacing.left.connect(self._end_pacing)
        self.head.close_asked.connect(self.close_asked)
        self.footer.save_asked.connect(self.save)
        self.footer.next_asked.connect(lambda: self.save(goes_on=True))
        self.footer.close_asked.connect(self.close_asked)
        self.footer.question.left.connect(lambda: self._typed.clear())
        self.footer.question.left.connect(self.closed)
        self.footer.question.stayed.connect(self._on_stayed)

    # While it is filled in

    def _draft(self) -> Draft:
        fields, last = self.fields, self._last
        return Draft(
            measure=self._measure,
            side=self._side,
            trials=tuple(trial.text for trial in fields.trials),
            typed_in=fields.units.key if self._measure.unit is Unit.CM else self._measure.unit,
            performed_at=moment(fields.typed_moment, self._opened_at, self._edited, self._clock.now()),
            aid=fields.aids.key if self._aid_chosen else None,
            last_aid=last.aid if last else None,
            warm=fields.warmth.key == WARM,
            note=self._edited.note if self._edited and not fields.note.isModified() else fields.note.text().strip(),
            edited=self._edited,
        )

    def _understand(self) -> None:
        """Say beside each field what was understood of it; the one that is being typed in is left in peace."""
        self.question.hide()
        draft, now = self._draft(), self._clock.now()
        amounts: list[Amount] = []
        for place, trial in enumerate(self.fields.trials):
            trial.say("")
            try:
                if trial.text.strip():
                    amounts.append(understand(draft, place, now))
                    trial.say(understood(amounts[-1], self._measure.unit))
            except Refused as refused:
                if not trial.field.hasFocus():
                    trial.say(str(refused), wrong=True)
        self._amounts = amounts
        values = [amount.value for amount in amounts]
        self.fields.sum_up(values, self._measure.unit, draft.typed_in)
        self.upright.say(median(values) if values else None, draft.typed_in)
        if not self._aid_chosen and self._measure.aids:
            self.fields.aids.choose(likely_aid(self._measure, self._last, values))
        self._pose()

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
        last = self._amounts[-1] if self._amounts else None
        words = format_value(last.value, self._measure.unit, last.entered) if last else ""
        on_step = self.fields.aids.key == self._measure.below_zero_aid
        self.guide.show_value(self._measure, self._side, last.value if last else None, words, on_step=on_step)

    def _change_to(self, measure: Measure) -> None:
        """Tries belong to the test they were typed for: they go with it, and come back with it."""
        self._typed[self._measure.id] = [trial.text for trial in self.fields.trials]
        self.fields.set_trials(self._typed.pop(measure.id, NOTHING))
        self._take(measure, self._latest.get(measure.id))

    def _show_upright(self) -> None:
        if self._side is not None:
            self.upright.show_side(self._side, self.fields.units.key)
            self._understand()

    def _on_aid(self) -> None:
        self._aid_chosen = True
        self.fields.aid_problem.hide()
        self._pose()

    def _turn(self) -> None:
        """The side has changed: the figure and the buttons follow."""
        self._pose()
        self._show_upright()
        side = self._side
        offers = side is not None and self._edited is None and OTHER[side] not in self._saved_sides
        self.footer.offer(OTHER[side] if offers and side is not None else None)

    # Saving

    def save(self, *, goes_on: bool = False, confirmed: bool = False) -> None:
        """Keep the reading if it can be kept; `goes_on` then offers the other side."""
        before = self._live.ask(self._live.store.find.readings, self._measure.id) or []
        verdict = judge(self._draft(), self._clock.now(), confirmed=confirmed, before=before)
        self._show(verdict)
        self._goes_on = goes_on
        if verdict.reading is None or not self.upright.keep():
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
        self.fields.set_trials(NOTHING)
        self._untouched = self.fields.texts
        self.fields.sides.choose(OTHER[side])
        self._come_in()
        value = format_value(kept.value, self._measure.unit, kept.entered_unit)
        self.done.setText(_("{side} is saved: {value}").format(side=side_title(side), value=value))

    def _show(self, verdict: Verdict) -> None:
        """Say beside every field what is wrong with it, and go to the first."""
        first = self.fields.show_problems(verdict)
        self._hide_questions()
        if verdict.unusual:
            self.question.ask(verdict.unusual)
            self._scroll.ensureWidgetVisible(self.question)
        if first is not None:
            first.setFocus()
            self._scroll.ensureWidgetVisible(first)

    def _on_refused(self) -> None:
        self.question.hide()
        self.fields.trials[0].field.setFocus()

    # Leaving

    def close_asked(self) -> None:
        """Close, or ask first where something was typed that is not saved."""
        elsewhere = self._edited is None and any(map(any, self._typed.values()))
        if self.fields.texts != self._untouched or elsewhere or self.upright.field.isModified():
            self.footer.ask()
        else:
            self.closed.emit()

    def _hide_questions(self) -> None:
        self.question.hide()
        self.footer.calm()

    def _on_stayed(self) -> None:
        self._hide_questions()
        self.fields.go_to_tries()

    # Pacing

    def start_pacing(self) -> None:
        """The paced reaches over the whole form."""
        self._stack.setCurrentWidget(self.pacing)
        self.pacing.start(self._measure, self._side, self._preferences)

    def _end_pacing(self) -> None:
        self._stack.setCurrentIndex(0)
        self.fields.go_to_tries()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pacing.pace.stop()
        self._stack.setCurrentIndex(0)

    # Tests of the person's own

    def make_own(self, measure_id: str = "") -> None:
        """Make a test, or change that one."""
        self.fields.measures.setCurrentIndex(self.fields.measures.findData(self._measure.id))
        dialog = OwnMeasureDialog(self._live, self._catalogue.measures.values(), measure_id, self.window())
        dialog.saved.connect(self._on_own_changed)
        dialog.archived.connect(self._on_own_changed)
        dialog.archived.connect(self.archived)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_own_changed(self, measure_id: str) -> None:
        """Go on with the test just made or changed; with the first one after one was archived."""
        measures = self._offer_measures(measure_id)
        self._change_to(next((each for each in measures if each.id == measure_id), measures[0]))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._enter(save=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def _enter(self, *, save: bool) -> None:
        """Enter presses the button it is on, goes to the next field, and saves from the last try and the note."""
        here = self.focusWidget()
        if save or here in (self.fields.trials[-1].field, self.fields.note):
            self.footer.main_button.click()
        elif isinstance(here, QPushButton):
            here.click()
        elif self.focusNextChild() and self.fields.isAncestorOf(self.focusWidget()):
            self._scroll.ensureWidgetVisible(self.focusWidget())
