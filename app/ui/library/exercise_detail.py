"""Everything the catalogue knows about one exercise, set to be read."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.exercise import Exercise
from app.domain.wording import describe_dose
from app.i18n import _
from app.ui.figures import Figures
from app.ui.library.movement_panel import MovementPanel
from app.ui.library.passages import bulleted, hanging, note, numbered, paragraph, passage
from app.ui.library.picture import still
from app.ui.library.words import direction_name, exercise_source, level_name, load_range, tempo_rows, tempo_title
from app.ui.look import Look
from app.ui.widgets.card import rule
from app.ui.widgets.direction_picture import DirectionPicture
from app.ui.widgets.text import label

PICTURE_HEIGHT = 168


def exercise_detail(look: Look, figures: Figures, exercise: Exercise, lock_reason: str | None) -> QWidget:
    """The page of `exercise`; `lock_reason` is the sentence for one that is not open yet."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(16)
    box.addWidget(_picture(look, figures, exercise))
    box.addWidget(_title(exercise))
    if lock_reason:
        box.addWidget(note(look, "lock", "muted", label(lock_reason, wrap=True)))
    box.addWidget(numbered(exercise.steps))
    box.addWidget(paragraph(_("What to feel"), exercise.feel))
    box.addWidget(paragraph(_("Easier"), exercise.easier))
    heading = label(_("Take care"), strong=True)
    box.addWidget(note(look, "caution", "caution", heading, bulleted(exercise.cautions)))
    for fact in _facts(exercise):
        box.addWidget(fact)
    box.addWidget(rule())
    box.addWidget(paragraph(_("Why do it"), exercise.why))
    box.addWidget(label(exercise_source(exercise), "small", "muted", wrap=True))
    box.addStretch(1)
    return made


def _picture(look: Look, figures: Figures, exercise: Exercise) -> QWidget:
    """The figure; the direction of movement where there is none of this exercise."""
    if still(figures, exercise) is None:
        return _direction(look, exercise)
    return MovementPanel(look, figures, exercise)


def _direction(look: Look, exercise: Exercise) -> QWidget:
    picture = DirectionPicture(look, QSize(0, PICTURE_HEIGHT))
    picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    direction = exercise.directions[0]
    picture.show_direction(direction, name=_("Direction: {direction}").format(direction=direction_name(direction)))
    return picture


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
    facts = [paragraph(_("Getting ready"), exercise.setup)]
    facts.append(passage(tempo_title(exercise), hanging(tempo_rows(exercise), gap=4)))
    if exercise.load_kg is not None:
        facts.append(paragraph(_("Weight"), load_range(exercise.load_kg)))
    if exercise.equipment:
        facts.append(paragraph(_("Equipment"), _sentence(_(needed) for needed in exercise.equipment)))
    facts.append(paragraph(_("Trains"), _sentence(exercise.muscles)))
    if exercise.aliases:
        facts.append(paragraph(_("Also known as"), ", ".join(exercise.aliases)))
    return facts


def _sentence(words: Iterable[str]) -> str:
    """The words in a row, the first one with a capital."""
    text = ", ".join(words)
    return text[:1].upper() + text[1:]
