"""Making a routine: its steps in a list, the chosen one's dose beside it, and how long it takes at every moment."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.choices import NOTHING_CHOSEN
from app.domain.exercise import Exercise
from app.domain.own.documents import routine_document
from app.domain.own.ids import make_own_id
from app.domain.own.routine_draft import (
    NAME,
    STEPS,
    Edits,
    Problem,
    added,
    changed,
    doubled,
    empty_routine,
    moved,
    problems,
    removed,
)
from app.domain.preferences import KEYS, Preferences, read_preferences
from app.domain.routine import Routine, RoutineStep
from app.domain.routine_lengths import lengths
from app.domain.suiting import suit
from app.i18n import _
from app.store.evidence import what_is_closed
from app.ui.figures import Figures
from app.ui.library.builder.builder_footer import BuilderFooter
from app.ui.library.builder.builder_head import BuilderHead
from app.ui.library.builder.dose_panel import DosePanel
from app.ui.library.builder.exercise_list import ExerciseList
from app.ui.library.builder.exercise_picker import ExercisePicker
from app.ui.library.builder.nothing_yet import NothingYet
from app.ui.library.builder.sharing import share
from app.ui.library.builder.steps_model import step_rows
from app.ui.library.builder.steps_view import StepsView
from app.ui.live import Live
from app.ui.look import Look
from app.ui.page import Page
from app.ui.widgets.card import centred
from app.ui.widgets.speaking import announce
from app.ui.widgets.stops import order_stops
from app.ui.widgets.undo_keys import is_undo, matches


class BuilderPage(Page):
    """Nothing is kept before Save. Leaving with changes sets the draft aside, and `set_aside` tells so."""

    kinds = frozenset({"exercise", "routine", "reading", "setting", "choice"})
    left = Signal(str)  # the id of the routine to show next, "" for none
    kept = Signal(str)  # what was done, to be said with undo
    said = Signal(str)
    set_aside = Signal(object)  # Edits
    play_asked = Signal(object, int)  # Routine, the step to begin with

    def __init__(self, live: Live, catalogue: Catalogue, look: Look, figures: Figures) -> None:
        super().__init__(live)
        self._catalogue, self._look, self._figures = catalogue, look, figures
        self._locks: dict[str, str] = {}
        self._preferences, self._chosen = Preferences(), NOTHING_CHOSEN
        self._edits = Edits(empty_routine())
        self._saved = self._edits.now
        self._problems: tuple[Problem, ...] = ()
        self._list: ExerciseList | None = None
        self._lengths: dict[RoutineStep, float] = {}  # known already, so that typing is not kept waiting
        self._tried = False  # to save: from then on all that is wrong is shown
        self.head = BuilderHead(look)
        self.footer = BuilderFooter(look)
        self.nothing = NothingYet(look)
        self.steps = StepsView(look, figures)
        self.dose = DosePanel(look, figures)
        self._lay_out()
        self._connect()

    @property
    def routine(self) -> Routine:
        """The draft as it is now."""
        return self._edits.now

    @property
    def edits(self) -> Edits:
        """The draft, and the way back and forth."""
        return self._edits

    @property
    def is_changed(self) -> bool:
        return self._edits.now != self._saved

    def open(self, routine: Routine) -> None:
        """Begin with `routine`: an own one, a copy (`copied`) or an empty one."""
        self._saved = routine
        self._take_up(Edits(routine))

    def go_on(self, edits: Edits) -> None:
        """Take up a draft that was set aside."""
        kept = self._catalogue.routines.get(edits.now.id)
        self._saved = kept if kept is not None else empty_routine()
        self._take_up(edits)

    def refresh(self) -> None:
        """Exercises and what is open may have changed."""
        self._lengths.clear()
        find = self.live.store.find
        self._locks = what_is_closed(find, self._catalogue)
        self._preferences, self._chosen = read_preferences(find.settings().get), find.chosen()
        self._show()

    # What can be done

    def save(self) -> None:
        """Keep the routine and leave, or go to what keeps it from being kept."""
        self._tried = True
        self._show()
        if self._problems:
            self._go_to(self._problems[0])
            return
        document = routine_document(replace(self.routine, name=self.routine.name.strip()))
        kept = self.live.do(self.live.store.items.save_routine, document, self._catalogue, self._other_times())
        if kept is None:
            return
        self._saved = self.routine
        self.kept.emit(_("Saved: {name}").format(name=self.routine.name.strip()))
        self.left.emit(kept.ids[0])

    def _other_times(self) -> tuple[str, object] | None:
        """The times changed in routines but for this one, whose are part of it now; None where there were none."""
        preferences = self.live.ask(read_preferences, self.live.store.find.setting)
        times = preferences.times if preferences is not None else {}
        if self.routine.id not in times:
            return None
        return KEYS["times"], {each: kept for each, kept in times.items() if each != self.routine.id}

    def leave(self) -> None:
        """Back to the library; what is not kept can be gone on with."""
        if self.is_changed:
            self.set_aside.emit(self._edits)
        self.left.emit(self.routine.id)

    def archive(self) -> None:
        name = self.routine.name
        if self.live.do(self.live.store.items.archive, self.routine.id) is not None:
            self.kept.emit(_("Archived: {name}").format(name=name))
            self.left.emit("")

    def share(self) -> None:
        """As a file for somebody else."""
        if self._is_whole():
            said = share(self, self._with_id(), self._catalogue, self.live.store)
            if said:
                self.said.emit(said)

    def play(self) -> None:
        """Try the routine as it stands, from the chosen step on; the draft stays here."""
        if self._is_whole():
            self.play_asked.emit(self._with_id(), max(0, self.steps.place))

    def undo(self) -> None:
        self._step(self._edits.undo())

    def redo(self) -> None:
        self._step(self._edits.redo())

    def add_exercises(self) -> None:
        """Pick some, each to stand after the chosen step."""
        listed = self._catalogue.listed_exercises
        if self._list is None or self._list.all != listed:  # of thousands it takes a moment to make
            if self._list is not None:
                self._list.deleteLater()
            self._list = ExerciseList(listed, self)
        picker = ExercisePicker(self._look, self._figures, self._list, self)
        picker.picked.connect(self._add)
        picker.finished.connect(picker.deleteLater)
        picker.finished.connect(lambda: (self.steps if self.routine.steps else self.nothing.add_button).setFocus())
        picker.open()

    # Changing the draft

    def _start_from(self, routine: Routine) -> None:
        """All of another routine's steps, to change; the name is for the person to give."""
        now = self.routine
        self._do(replace(now, steps=routine.steps, voice=routine.voice, about=now.about or routine.about), 0)
        self.steps.setFocus()

    def _add(self, exercise: Exercise) -> None:
        place = self.steps.place + 1 if self.steps.place >= 0 else len(self.routine.steps)
        self._do(added(self.routine, exercise, place), place)

    def _move(self, place: int, to: int) -> None:
        self._do(moved(self.routine, place, to), to)
        name = self._name_of(self.routine.steps[to])
        text = _("{name}, now {number} of {count}")
        announce(self, text.format(name=name, number=to + 1, count=len(self.routine.steps)))

    def _move_by(self, by: int) -> None:
        to = self.steps.place + by
        if self.steps.place >= 0 and 0 <= to < len(self.routine.steps):
            self._move(self.steps.place, to)

    def _remove(self, place: int) -> None:
        name = self._name_of(self.routine.steps[place])
        self._do(removed(self.routine, place), min(place, len(self.routine.steps) - 2))
        announce(self, _("{name} taken out").format(name=name))

    def _double(self, place: int) -> None:
        self._do(doubled(self.routine, place), place + 1)

    def _change_step(self, step: RoutineStep, key: str) -> None:
        place = self.steps.place
        if place >= 0:
            self._do(changed(self.routine, place, step), place, f"{key}-{place}" if key else "")

    def _do(self, routine: Routine, place: int | None = None, key: str = "") -> None:
        """Make `routine` the draft, and the step at `place` the chosen one."""
        self._edits = self._edits.do(routine, key)
        self._show(place)

    def _step(self, edits: Edits) -> None:
        """Back or forth; the first step that differs is the chosen one."""
        before, now = self.routine.steps, edits.now.steps
        self._edits = edits
        place = next((n for n, pair in enumerate(zip(before, now, strict=False)) if pair[0] != pair[1]), None)
        if place is None and len(before) != len(now):
            place = min(len(before), len(now) - 1)
        self._show(place)

    def _take_up(self, edits: Edits) -> None:
        self._edits, self._tried = edits, False
        self.refresh()
        self.steps.choose(0)
        self._show()
        self.nothing.offer(each for each in self._catalogue.listed_routines if each.id != edits.now.id)
        self._order()
        (self.steps if edits.now.steps and edits.now.name else self.head.name).setFocus()

    # Showing it

    def _show(self, place: int | None = None) -> None:
        """Everything as the draft says; what keeps it from being kept once somebody tried."""
        routine, exercises = self.routine, self._catalogue.exercises
        chosen = self.steps.place if place is None else place
        names = [each.name for each in self._catalogue.listed_routines if each.is_own and each.id != routine.id]
        self._problems = problems(routine, exercises, names)
        taken = lengths(routine, exercises, self._locks, self._lengths, self._suited)
        self.steps.steps.show_rows(step_rows(routine, exercises, taken, self._problems, self._preferences))
        self.steps.choose(min(chosen, len(routine.steps) - 1))
        self._content.setCurrentIndex(0 if routine.steps else 1)
        self.head.show_routine(routine, taken.total_s)
        self.footer.show_edits(self._edits)
        self._show_dose()
        self._show_problem()

    def _suited(self, played: Routine) -> Routine:
        """As this person plays it: with their own doses, without what they have no equipment for."""
        return suit(played, self._catalogue.exercises, self._preferences, self._chosen).routine

    def _show_dose(self) -> None:
        place = self.steps.place
        step = self.routine.steps[place] if 0 <= place < len(self.routine.steps) else None
        exercise = self._catalogue.exercises.get(step.exercise_id) if step is not None else None
        self.dose.show_step(step, exercise)
        self.dose.up_button.setEnabled(place > 0)
        self.dose.down_button.setEnabled(0 <= place < len(self.routine.steps) - 1)

    def _show_problem(self, asked: Problem | None = None) -> None:
        """`asked`, or the first thing wrong: at once where it is a step's, else once somebody tried to save."""
        shown = asked or next((each for each in self._problems if self._tried or each.place is not None), None)
        sentence = shown.sentence if shown is not None else ""
        self.footer.say_problem(sentence)
        self.head.name.mark(sentence if shown is not None and shown.field == NAME else "")

    def _go_to(self, problem: Problem) -> None:
        if problem.place is not None:
            self.steps.choose(problem.place)
            self.steps.setFocus()
        elif problem.field == STEPS:
            self.nothing.add_button.setFocus()
        else:
            (self.head.name if problem.field == NAME else self.head.about).setFocus()
        announce(self, problem.sentence)

    def _is_whole(self) -> bool:
        """Whether it can be played and shared; a name is not needed for that."""
        missing = next((each for each in self._problems if each.field != NAME), None)
        if missing is not None:
            self._show_problem(missing)
            self._go_to(missing)
        return missing is None

    def _with_id(self) -> Routine:
        """With the name and the id that it gets when it is kept."""
        name = self.routine.name.strip() or _("New routine")
        taken = {*self._catalogue.exercises, *self._catalogue.routines}
        return replace(self.routine, name=name, id=self.routine.id or make_own_id(name, taken, "routine"))

    def _name_of(self, step: RoutineStep) -> str:
        exercise = self._catalogue.exercises.get(step.exercise_id)
        return exercise.name if exercise is not None else step.exercise_id

    # Making the parts

    def _lay_out(self) -> None:
        self._content = QStackedWidget()
        filled = QWidget()
        columns = QHBoxLayout(filled)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addWidget(self.steps, 62)
        columns.addWidget(self.dose, 38)
        for each in (filled, self.nothing):
            self._content.addWidget(each)
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 16, 0, 16)
        box.setSpacing(12)
        box.addWidget(self.head)
        box.addWidget(self._content, 1)
        box.addWidget(self.footer)
        self.setLayout(centred(content))

    def _connect(self) -> None:
        head, footer = self.head, self.footer
        head.name_given.connect(lambda text: self._do(replace(self.routine, name=text), key="name"))
        head.about_given.connect(lambda text: self._do(replace(self.routine, about=text), key="about"))
        head.voice_given.connect(lambda on: self._do(replace(self.routine, voice=on)))
        head.back_asked.connect(self.leave)
        for asked, do in (
            (footer.add_asked, self.add_exercises),
            (footer.undo_asked, self.undo),
            (footer.redo_asked, self.redo),
            (footer.share_asked, self.share),
            (footer.archive_asked, self.archive),
            (footer.save_asked, self.save),
            (self.nothing.add_asked, self.add_exercises),
        ):
            asked.connect(do)
        self.nothing.start_asked.connect(self._start_from)
        self.steps.chosen.connect(lambda place: self._show_dose())
        self.steps.move_asked.connect(self._move)
        self.steps.remove_asked.connect(self._remove)
        self.steps.double_asked.connect(self._double)
        self.steps.dose_asked.connect(self._go_to_dose)
        self.steps.add_asked.connect(self.add_exercises)
        self.dose.rebuilt.connect(self._order)
        self.dose.changed.connect(self._change_step)
        self.dose.play_asked.connect(self.play)
        self.dose.moved.connect(self._move_by)
        self.dose.double_asked.connect(lambda: self._double(self.steps.place))
        self.dose.remove_asked.connect(lambda: self._remove(self.steps.place))
        for keys, do in (("Ctrl+S", self.save), ("Ctrl+Return", self.play), ("Esc", self.leave)):
            QShortcut(QKeySequence(keys), self, do, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _order(self) -> None:
        """Tab goes from the head over the list and the dose to the footer."""
        order_stops(*self.head.order, *self.nothing.order, self.steps, *self.dose.order, *self.footer.order)

    def _go_to_dose(self) -> None:
        field = self.dose.first_field
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """Undo is the draft's while one is here, not the window's."""
        if event.type() is QEvent.Type.ShortcutOverride and is_undo(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if matches(event, QKeySequence.StandardKey.Redo):
            self.redo()
        elif matches(event, QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)
