"""An exercise of the person's own: made, changed, archived."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.exercise import Direction, Exercise, Level, Sides
from app.domain.own.exercise_draft import KIND, DraftError, ExerciseDraft, Way, document_of, problem_of
from app.domain.own.history import History
from app.domain.own.items import LONGEST_NAME
from app.domain.own.pictures import picture_bytes, picture_text
from app.i18n import _, ngettext, pgettext
from app.ui.library.words import direction_name, level_name
from app.ui.live import Live
from app.ui.look import Look
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import button, chip, show_checked
from app.ui.widgets.card import row
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.photo import read_photo, shrink_photo
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import label, set_property
from app.ui.widgets.undo_keys import is_undo, matches
from app.ui.widgets.unwheeled import DropDown

WIDTH, TEXT_HEIGHT, PREVIEW = 680, 96, 120


class ExerciseDialog(Asking):
    """Begins with `draft`. Nothing is kept before Save; Esc leaves all as it was."""

    saved = Signal(str)  # the exercise's id
    archived = Signal(str)

    def __init__(
        self, live: Live, catalogue: Catalogue, look: Look, draft: ExerciseDraft, parent: QWidget | None = None
    ) -> None:
        title = _("Change this exercise") if draft.id else _("An exercise of your own")
        super().__init__(title, _("Save"), parent, width=WIDTH, by_field=True)
        self._live, self._catalogue, self._begun = live, catalogue, draft
        self._picture = draft.picture
        self.name = _line(draft.name, _("Name"))
        self.name.setMaxLength(LONGEST_NAME)
        self.directions = {each: chip(direction_name(each), each.value in draft.directions) for each in Direction}
        self.ways = Segments(_("How it is done"), _ways(), draft.way)
        self.amounts = {
            "sets": _line(draft.sets, _("Sets")),
            "reps": _line(draft.reps, _("Reps, one number or a range")),
            "hold_s": _line(draft.hold_s, _("Seconds of a hold")),
            "tempo": _line(draft.tempo, _("Tempo: seconds there, held, back")),
            "rest_s": _line(draft.rest_s, _("Seconds of rest between sets")),
            "load_kg": _line(draft.load_kg, _("Weight in kg, may stay empty")),
        }
        self.sides = Segments(_("Sides"), _sides(), draft.sides if draft.sides is not Sides.WITHIN else Sides.NONE)
        self.pulses = Segments(_("Each position"), [("", _("Held")), ("pulses", _("Small pulses"))],
                               "pulses" if draft.pulses else "")  # fmt: skip
        self.positions = _text(draft.positions, _("Positions, one a line, such as “left: ear to knee”"))
        self.levels = Segments(_("Level"), [(each.value, level_name(each)) for each in Level], draft.level)
        self.equipment = _line(draft.equipment, _("Equipment, with commas between"))
        self.steps = _text(draft.steps, _("Steps, one a line"))
        self.cautions = _text(draft.cautions, _("What to take care of, one a line"))
        self.figure = DropDown(_("Movement of the figure"))
        self.picture = QLabel()
        self.picture.setAccessibleName(_("Your picture"))
        self._captions: dict[str, QWidget] = {}
        self._fields: dict[str, tuple[QWidget, QLabel]] = {}  # what is typed into, and what is said below it
        self._tried = self._asked = self._showing = False
        self._direction_asked = bool(draft.id) and not draft.directions  # it was left open before
        self._fill(look)
        self.ways.chosen.connect(lambda _way: self._fit_to_way())
        self._offer_figures()
        self._fit_to_way()
        self._show_picture()
        self._begun_as = self.draft
        self._history = History(self._begun_as)
        self._watch()
        live.failed.connect(self.say_problem)
        self.name.setFocus()

    @property
    def draft(self) -> ExerciseDraft:
        """The exercise as it is typed."""
        amounts = {name: made.text() for name, made in self.amounts.items()}
        return ExerciseDraft(
            id=self._begun.id,
            name=self.name.text(),
            way=Way(self.ways.key),
            directions=tuple(each.value for each, made in self.directions.items() if made.isChecked()),
            sides=Sides(self.sides.key),
            level=Level(self.levels.key),
            **amounts,
            equipment=self.equipment.text(),
            steps=self.steps.toPlainText(),
            cautions=self.cautions.toPlainText(),
            positions=self.positions.toPlainText(),
            pulses=bool(self.pulses.key),
            figure=str(self.figure.currentData() or ""),
            picture=self._picture,
            others=self._begun.others,
        )

    def field_problem(self, field: str) -> QLabel:
        """What is said below a field."""
        return self._fields[field][1]

    def do(self) -> None:
        """Keep the exercise, or say why it can't be kept."""
        self._tried = True
        problem = self._problem()
        self._mark(problem)
        if problem is not None:
            self.say_problem(str(problem))
            if problem.field in self._fields:
                self._fields[problem.field][0].setFocus()
            return
        if not self.draft.directions and not self._direction_asked:
            self._direction_asked = True
            self.say_problem(_("Which way does it move your back? Choose a direction, or save again to leave it open."))
            self.directions[Direction.FLEXION].setFocus()
            return
        document = document_of(self.draft, self._catalogue.exercises)
        changes = self._live.do(self._live.store.items.save_exercise, document, self._catalogue)
        if changes is not None:
            self.accept()
            self.saved.emit(changes.ids[0])

    def archive(self) -> None:
        """Off the lists; what was done of it stays, and routines keep it."""
        if self._live.do(self._live.store.items.archive, self._begun.id) is not None:
            self.accept()
            self.archived.emit(self._begun.id)

    def choose_picture(self, file: str = "") -> None:
        """Take the image in `file`, "" to be asked for one."""
        if not file:
            kinds = _("Pictures (*.jpg *.jpeg *.png *.webp *.bmp)")
            file, _kind = QFileDialog.getOpenFileName(self, _("Choose a picture"), "", kinds)
        if not file:
            return
        jpeg = shrink_photo(file)
        if jpeg is None:
            self.say_problem(_("{file} can't be read as a picture: choose a JPEG or PNG file.").format(file=file))
            return
        self._picture = picture_text(jpeg)
        self._show_picture()
        self._on_changed()

    def reject(self) -> None:
        """What was changed is asked about once before it is lost."""
        if self.draft == self._begun_as or self._asked:
            super().reject()
            return
        self._asked = True
        self.say_problem(_("Your changes are not saved. Press Cancel or Esc again to leave without them."))

    def undo(self) -> None:
        self._go_to(self._history.undo())

    def redo(self) -> None:
        self._go_to(self._history.redo())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo goes through the whole form, whichever field is typed in."""
        if not is_undo(event):
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self.redo() if matches(event, QKeySequence.StandardKey.Redo) else self.undo()
        return True

    def _problem(self) -> DraftError | None:
        names = [each.name for each in self._catalogue.listed_exercises if each.id != self._begun.id]
        return problem_of(self.draft, self._catalogue.exercises, names)

    def _on_changed(self, typed: str = "") -> None:
        """Remember the step, and tell at the field what can't be kept; `typed` names a field that is typed into."""
        if self._showing:
            return
        self._history = self._history.do(self.draft, typed)
        self._asked = False
        self.problem.hide()
        self._mark(self._problem())

    def _on_typed(self, field: str, _text: str = "") -> None:
        self._on_changed(field)

    def _mark(self, problem: DraftError | None) -> None:
        """That a name is missing is told once somebody tried to save."""
        early = problem is not None and problem.field == "name" and not self.draft.name.strip() and not self._tried
        for field, (part, said) in self._fields.items():
            wrong = problem is not None and not early and problem.field == field
            said.setText(str(problem) if wrong else "")
            said.setVisible(wrong)
            part.setAccessibleDescription(said.text())
            set_property(part, "wrong", wrong)

    def _go_to(self, history: History[ExerciseDraft]) -> None:
        if history is self._history:
            return
        self._history = history
        self._showing = True
        draft = history.now
        self.name.setText(draft.name)
        for direction, made in self.directions.items():
            show_checked(made, direction.value in draft.directions)
        self.ways.choose(draft.way)
        for name, amount in self.amounts.items():
            amount.setText(getattr(draft, name))
        self.sides.choose(draft.sides if draft.sides is not Sides.WITHIN else Sides.NONE)
        self.pulses.choose("pulses" if draft.pulses else "")
        self.levels.choose(draft.level)
        self.equipment.setText(draft.equipment)
        for text, typed in (
            (self.positions, draft.positions),
            (self.steps, draft.steps),
            (self.cautions, draft.cautions),
        ):
            if text.toPlainText() != typed:
                text.setPlainText(typed)
        self._picture = draft.picture
        self._fit_to_way()
        self.figure.setCurrentIndex(max(0, self.figure.findData(draft.figure)))
        self._show_picture()
        self._showing = False
        self._mark(self._problem())

    def _watch(self) -> None:
        """Every change is a step to undo and is looked at."""
        lines = (self.name, *self.amounts.values(), self.equipment)
        texts = (self.positions, self.steps, self.cautions)
        for line in lines:
            line.textEdited.connect(partial(self._on_typed, line.accessibleName()))
        for text in texts:
            text.textChanged.connect(partial(self._on_typed, text.accessibleName()))
        for segments in (self.ways, self.sides, self.pulses, self.levels):
            segments.chosen.connect(lambda _key: self._on_changed())
        for made in self.directions.values():
            made.toggled.connect(lambda: self._on_changed())
        self.figure.activated.connect(lambda _row: self._on_changed())
        for part in (*lines, *texts):
            part.installEventFilter(self)

    def _fill(self, look: Look) -> None:
        self._group(_("Name"), self.name, "name")
        moves = QWidget()
        flow = FlowLayout(moves)
        for made in self.directions.values():
            flow.addWidget(made)
        self._group(_("Which way your back moves"), moves)
        self._group(_("How it is done"), self.ways)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)
        for name, amount in self.amounts.items():
            self._captions[name] = self._captioned(amount.accessibleName(), amount, name)
            self._captions[name].setParent(self.inside.parentWidget())
        self.inside.addLayout(self._grid)
        self._captions["positions"] = self._group(self.positions.accessibleName(), self.positions, "positions")
        self._captions["pulses"] = self._group(_("Each position"), self.pulses)
        self._captions["sides"] = self._group(_("Sides"), self.sides)
        self._group(_("Steps, one a line"), self.steps, "steps")
        self._group(_("What to take care of, one a line"), self.cautions, "cautions")
        self._group(_("Equipment, with commas between"), self.equipment, "equipment")
        self._group(_("Level"), self.levels)
        self._captions["figure"] = self._group(_("Movement of the figure"), self.figure, "figure")
        self.choose_button = button(_("Choose a picture…"), self.choose_picture)
        self.remove_button = button(_("Remove"), self._remove_picture, kind="quiet")
        pictures = QWidget()
        pictures.setLayout(row(self.picture, self.choose_button, self.remove_button))
        self._group(_("Your picture, shown where no figure moves"), pictures)
        self.archive_button = button(_("Archive"), self.archive, kind="quiet")
        self.archive_button.setToolTip(_("Off the lists; what you did of it stays"))
        self.archive_button.setVisible(bool(self._begun.id))
        self.footer.addWidget(self.archive_button)

    def _captioned(self, name: str, part: QWidget, field: str = "") -> QWidget:
        """Named above; below it there is room for what is wrong with `field`."""
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(label(name, "small", "muted", wrap=True))
        box.addWidget(part)
        if field:
            said = label(kind="small", tone="stop", wrap=True)
            said.hide()
            box.addWidget(said)
            self._fields[field] = (part, said)
        box.addStretch(1)  # beside a field that says something the others stay where they are
        return made

    def _group(self, name: str, part: QWidget, field: str = "") -> QWidget:
        made = self._captioned(name, part, field)
        self.inside.addWidget(made)
        return made

    def _fit_to_way(self) -> None:
        """Only what the way it is done asks for is there."""
        way = Way(self.ways.key)
        series, held = way is Way.SERIES, way in (Way.HOLD, Way.SERIES, Way.SHORT_HOLDS)
        shown = {
            "reps": way not in (Way.HOLD, Way.SERIES),
            "hold_s": held,
            "tempo": way in (Way.BEAT, Way.OWN_PACE),
            "positions": series,
            "pulses": series,
            "sides": not series,
        }
        for name, visible in shown.items():
            self._captions[name].setVisible(visible)
        asked = [self._captions[name] for name in self.amounts if shown.get(name, True)]
        for name in self.amounts:
            self._grid.removeWidget(self._captions[name])
        for place, caption in enumerate(asked):
            self._grid.addWidget(caption, place // 2, place % 2)
        self.sides.buttons[Sides.ALTERNATE].setEnabled(way is not Way.HOLD)
        if way is Way.HOLD and self.sides.key == Sides.ALTERNATE:
            self.sides.choose(Sides.EACH)
        self._offer_figures()

    def _offer_figures(self) -> None:
        """The movements of the same kind of dose, and none."""
        chosen = self.figure.currentData() if self.figure.count() else self._begun.figure
        self.figure.clear()
        self.figure.addItem(_("None"), "")
        for each in self._catalogue.listed_exercises:
            if not each.is_own and each.kind is KIND[Way(self.ways.key)]:
                self.figure.addItem(_in_parts(each), each.id)
        self.figure.setCurrentIndex(max(0, self.figure.findData(chosen)))

    def _show_picture(self) -> None:
        image = read_photo(picture_bytes(self._picture)) if self._picture is not None else None
        self.picture.setVisible(image is not None)
        self.remove_button.setVisible(image is not None)
        if image is not None:
            from PySide6.QtGui import QPixmap

            small = image.scaled(PREVIEW, PREVIEW, Qt.AspectRatioMode.KeepAspectRatio,
                                 Qt.TransformationMode.SmoothTransformation)  # fmt: skip
            self.picture.setPixmap(QPixmap.fromImage(small))

    def _remove_picture(self) -> None:
        self._picture = None
        self._show_picture()
        self._on_changed()


def _in_parts(exercise: Exercise) -> str:
    """Its name, and how many phases or positions an exercise that moves as it does has."""
    if exercise.positions:
        count = len(exercise.positions)
        return ngettext("{name}: {count} position", "{name}: {count} positions", count).format(
            name=exercise.name, count=count)  # fmt: skip
    count = sum(phase.seconds is not None for phase in exercise.tempo)
    return ngettext("{name}: tempo of {count} part", "{name}: tempo of {count} parts", count).format(
        name=exercise.name, count=count)  # fmt: skip


def _ways() -> list[tuple[str, str]]:
    return [
        (Way.BEAT, _("Reps to a beat")),
        (Way.OWN_PACE, _("Own pace")),
        (Way.HOLD, _("One hold")),
        (Way.SHORT_HOLDS, _("Short holds")),
        (Way.SERIES, _("Positions")),
    ]


def _sides() -> list[tuple[str, str]]:
    return [
        (Sides.NONE, pgettext("sides", "None")),
        (Sides.EACH, _("Left, then right")),
        (Sides.ALTERNATE, _("Alternating")),
    ]


def _line(text: str, name: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    return made


def _text(text: str, name: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setObjectName("note")
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(TEXT_HEIGHT)
    return made
