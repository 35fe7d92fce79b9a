"""An exercise of the person's own: made, changed, archived."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.errors import Refused
from app.domain.exercise import Direction, Level, Sides
from app.domain.exercise_draft import KIND, ExerciseDraft, Way, document_of
from app.domain.own_items import LONGEST_NAME, check_figure, read_own_exercise
from app.domain.own_pictures import picture_bytes, picture_text
from app.i18n import _, pgettext
from app.ui.library.words import direction_name, level_name
from app.ui.live import Live
from app.ui.look import Look
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import button, chip
from app.ui.widgets.card import row
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.photo import read_photo, shrink_photo
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import label
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
        super().__init__(title, _("Save"), parent, width=WIDTH)
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
        self._fill(look)
        self.ways.chosen.connect(lambda _way: self._fit_to_way())
        self._offer_figures()
        self._fit_to_way()
        self._show_picture()
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

    def do(self) -> None:
        """Keep the exercise, or say why it can't be kept."""
        try:
            document = document_of(self.draft, self._catalogue.exercises)
            self._check(document)
        except Refused as refused:
            self.say_problem(str(refused))
            return
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

    def _check(self, document: dict[str, object]) -> None:
        if not document["name"]:
            raise Refused(_("The exercise needs a name."))
        exercise = read_own_exercise({"id": "own-exercise", **document})
        check_figure(exercise, self._catalogue.exercises)
        names = {each.name.casefold() for each in self._catalogue.listed_exercises if each.id != self._begun.id}
        if exercise.name.casefold() in names:
            raise Refused(_("There is an exercise “{name}” already: give this one another name.").format(
                name=exercise.name))  # fmt: skip

    def _fill(self, look: Look) -> None:
        self._group(_("Name"), self.name)
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
            self._captions[name] = _captioned(amount.accessibleName(), amount)
            self._captions[name].setParent(self.inside.parentWidget())
        self.inside.addLayout(self._grid)
        self._captions["positions"] = self._group(self.positions.accessibleName(), self.positions)
        self._captions["pulses"] = self._group(_("Each position"), self.pulses)
        self._captions["sides"] = self._group(_("Sides"), self.sides)
        self._group(_("Steps, one a line"), self.steps)
        self._group(_("What to take care of, one a line"), self.cautions)
        self._group(_("Equipment, with commas between"), self.equipment)
        self._group(_("Level"), self.levels)
        self._captions["figure"] = self._group(_("Movement of the figure"), self.figure)
        self.choose_button = button(_("Choose a picture…"), self.choose_picture)
        self.remove_button = button(_("Remove"), self._remove_picture, kind="quiet")
        pictures = QWidget()
        pictures.setLayout(row(self.picture, self.choose_button, self.remove_button))
        self._group(_("Your picture, shown where no figure moves"), pictures)
        self.archive_button = button(_("Archive"), self.archive, kind="quiet")
        self.archive_button.setToolTip(_("Off the lists; what you did of it stays"))
        self.archive_button.setVisible(bool(self._begun.id))
        self.footer.addWidget(self.archive_button)

    def _group(self, name: str, part: QWidget) -> QWidget:
        made = _captioned(name, part)
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
                self.figure.addItem(each.name, each.id)
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
        (Sides.ALTERNATE, _("In turn")),
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


def _captioned(name: str, part: QWidget) -> QWidget:
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(label(name, "small", "muted", wrap=True))
    box.addWidget(part)
    return made
