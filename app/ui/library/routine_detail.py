"""A routine set to be read: what it is, how long, and its exercises with their doses."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.exercise import Exercise
from app.domain.plan import chosen_sentence
from app.domain.playing.laying_out import LaidOut
from app.domain.routine import Routine, RoutineStep, needed_equipment
from app.domain.routine_lengths import played_places
from app.domain.wording import describe_step, minutes
from app.i18n import _, ngettext
from app.ui.figures import Figures
from app.ui.library.passages import TOP, paragraph
from app.ui.library.words import routine_source
from app.ui.look import Look
from app.ui.widgets.card import rule
from app.ui.widgets.still_view import StillView
from app.ui.widgets.text import label

THUMBNAIL = QSize(72, 56)


def routine_detail(
    look: Look,
    figures: Figures,
    routine: Routine,
    laid_out: LaidOut,
    exercises: Mapping[str, Exercise],
    locked: Mapping[str, str],
) -> QWidget:
    """The page of `routine`, with doses and minutes as this person would play it; `locked`: what is closed, and why."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(16)
    box.addWidget(_title(laid_out))
    for text in (routine.about, " ".join(laid_out.left_out)):
        if text:
            box.addWidget(label(text, wrap=True))
    written, played = laid_out.written, laid_out.routine
    for step, place in zip(written.steps, played_places(written, played), strict=True):
        exercise = exercises[step.exercise_id]
        now = step if place is None else played.steps[place]
        if exercise.id not in locked:
            instead = "" if place is not None else _("Left out.")
            box.addWidget(_step(look, figures, exercise, now, instead))
        else:
            stand_in = None if place is None else exercises[now.exercise_id]
            box.addWidget(_step(look, figures, exercise, step, _instead(stand_in, locked[exercise.id])))
    box.addWidget(rule())
    equipment = ", ".join(_(needed) for needed in needed_equipment(routine, exercises))
    if equipment:
        box.addWidget(paragraph(_("Equipment"), equipment[:1].upper() + equipment[1:]))
    box.addWidget(label(routine_source(routine.source), "small", "muted", wrap=True))
    box.addStretch(1)
    return made


def _title(laid_out: LaidOut) -> QWidget:
    routine, length = laid_out.written, minutes(laid_out.timeline.total_s)
    count = len(laid_out.routine.steps)
    exercises = ngettext("{count} exercise", "{count} exercises", count).format(count=count)
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(4)
    box.addWidget(label(routine.name, "title", wrap=True))
    box.addWidget(label(f"{length} · {exercises}", tone="muted", wrap=True))
    return made


def _step(look: Look, figures: Figures, exercise: Exercise, step: RoutineStep, instead: str) -> QWidget:
    """The figure, and beside it the name, the dose, and what there is to say about it."""
    picture = StillView(look, figures.picture(exercise), "", THUMBNAIL)
    picture.setFixedSize(THUMBNAIL)
    lines = [label(exercise.name, strong=True, wrap=True)]
    lines.append(label(describe_step(exercise, step), tone="muted", wrap=True))
    lines += [label(text, "small", "muted", wrap=True) for text in (step.note, instead) if text]
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addStretch(1)
    for line in lines:
        words.addWidget(line)
    words.addStretch(1)
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setColumnStretch(1, 1)
    grid.addWidget(picture, 0, 0, TOP)
    grid.addLayout(words, 0, 1)
    return made


def _instead(stand_in: Exercise | None, why: str) -> str:
    """What happens to an exercise that is not open."""
    if stand_in is not None:
        return _("Not open yet: {exercise} instead.").format(exercise=stand_in.name)
    return why if why == chosen_sentence() else _("Not open yet: left out for now.")
