"""Everything the catalogue knows about one exercise, set to be read."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.exercise import Exercise
from app.domain.wording import describe_dose
from app.i18n import _
from app.ui.figures import Figures
from app.ui.library.movement_panel import MovementPanel
from app.ui.library.passages import bulleted, hanging, note, numbered, paragraph, passage
from app.ui.library.words import direction_name, exercise_source, level_name, load_range, tempo_rows, tempo_title
from app.ui.look import Look
from app.ui.widgets.card import rule
from app.ui.widgets.still_view import StillView
from app.ui.widgets.text import label

PICTURE_HEIGHT, PHOTO_HEIGHT = 168, 224


def exercise_detail(
    look: Look, figures: Figures, exercise: Exercise, lock_reason: str | None, record: QWidget | None
) -> QWidget:
    """The page of `exercise`; `lock_reason` is the sentence for one that is not open yet, `record` the person's own."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(16)
    box.addWidget(_picture(look, figures, exercise))
    box.addWidget(_title(exercise))
    if lock_reason:
        box.addWidget(note(look, "lock", "muted", label(lock_reason, wrap=True)))
    if record is not None:
        box.addWidget(record)
    if exercise.steps:
        box.addWidget(numbered(exercise.steps))
    _tell(box, _("What to feel"), exercise.feel)
    _tell(box, _("Easier"), exercise.easier)
    if exercise.cautions:
        heading = label(_("Take care"), strong=True)
        box.addWidget(note(look, "caution", "caution", heading, bulleted(exercise.cautions)))
    _tell(box, _("Getting ready"), exercise.setup)
    for fact in _facts(exercise):
        box.addWidget(fact)
    box.addWidget(rule())
    _tell(box, _("Why do it"), exercise.why)
    box.addWidget(label(exercise_source(exercise), "small", "muted", wrap=True))
    box.addStretch(1)
    return made


def _picture(look: Look, figures: Figures, exercise: Exercise) -> QWidget:
    """The figure; a photo where none does this exercise."""
    if figures.moves(exercise):
        return MovementPanel(look, figures, exercise)
    photo = figures.photo(exercise)
    directions = ", ".join(direction_name(direction) for direction in exercise.directions)
    name = _("Direction: {direction}").format(direction=directions) if photo.image is None and directions else ""
    picture = StillView(look, photo, name or _("Picture of {exercise}").format(exercise=exercise.name), QSize(0, 0))
    picture.setFixedHeight(PICTURE_HEIGHT if photo.image is None else PHOTO_HEIGHT)
    return picture


def _tell(box: QVBoxLayout, title: str, text: str) -> None:
    """A paragraph, where there is something to say: people's own exercises may say little."""
    if text:
        box.addWidget(paragraph(title, text))


def _title(exercise: Exercise) -> QWidget:
    facts = [
        describe_dose(exercise, exercise.dose),
        ", ".join(_(needed) for needed in exercise.equipment),
        level_name(exercise.level),
    ]
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(4)
    box.addWidget(label(exercise.name, "title", wrap=True))
    box.addWidget(label(" · ".join(fact for fact in facts if fact), tone="muted", wrap=True))
    return made


def _facts(exercise: Exercise) -> list[QWidget]:
    facts = [passage(tempo_title(exercise), hanging(tempo_rows(exercise), gap=4))]
    if exercise.load_kg is not None:
        facts.append(paragraph(_("Weight"), load_range(exercise.load_kg)))
    if exercise.equipment:
        facts.append(paragraph(_("Equipment"), _sentence(_(needed) for needed in exercise.equipment)))
    if exercise.muscles:
        facts.append(paragraph(_("Trains"), _sentence(exercise.muscles)))
    if exercise.aliases:
        facts.append(paragraph(_("Also known as"), ", ".join(exercise.aliases)))
    return facts


def _sentence(words: Iterable[str]) -> str:
    """The words in a row, the first one with a capital."""
    text = ", ".join(words)
    return text[:1].upper() + text[1:]
