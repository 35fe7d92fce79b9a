"""What the player shows to read and to see: all there is to know, each in its place, and nothing over it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.playing.timeline import SegmentKind
from app.store.store import Store
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.session.conductor import Conductor
from app.ui.session.player.actions import key_list
from app.ui.session.player.session_figure import SessionFigure
from app.ui.session.session_page import SessionPage


def play(page: SessionPage, catalogue: Catalogue, routine: str) -> Conductor:
    page.play(catalogue.routine(routine))
    assert page.conductor is not None
    return page.conductor


def go_to(conductor: Conductor, exercise_id: str, kind: SegmentKind, number: int = 0) -> None:
    """Into that segment of an exercise; a jump lands on the time before it."""
    segments = conductor.timeline.segments
    found = [n for n, each in enumerate(segments) if (each.exercise_id, each.kind) == (exercise_id, kind)][number]
    conductor.jump(found)
    if conductor.player.index < found:
        conductor.skip()
    assert conductor.player.index == found


def texts(page: SessionPage) -> list[str]:
    return [each.text() for each in page.player_view.findChildren(QLabel) if each.isVisible() and each.text()]


def test_the_set_is_told_in_words_while_its_reps_are_counted(page: SessionPage, catalogue: Catalogue) -> None:
    conductor = play(page, catalogue, "whole-back")
    go_to(conductor, "reverse-crunch", SegmentKind.REPS, 1)
    assert {"set 2 of 3", "of 20"} <= set(texts(page))
    go_to(conductor, "segmental-cat-cow", SegmentKind.REPS)
    assert not [text for text in texts(page) if text.startswith("set ")]


def test_getting_ready_shows_the_dose_and_how_and_the_work_where_it_is_felt(
    page: SessionPage, catalogue: Catalogue
) -> None:
    conductor, exercise = play(page, catalogue, "whole-back"), catalogue.exercise("segmental-cat-cow")
    assert {"Get ready", "5 reps", exercise.setup} <= set(texts(page))
    conductor.mark_done()
    assert exercise.feel in texts(page)
    assert exercise.setup not in texts(page)


def test_a_switch_shows_how_the_other_side_begins_where_that_differs(page: SessionPage, catalogue: Catalogue) -> None:
    conductor = play(page, catalogue, "whole-back")
    go_to(conductor, "side-bend", SegmentKind.SWITCH)
    assert catalogue.exercise("side-bend").setup_right in texts(page)
    go_to(conductor, "chair-twist", SegmentKind.SWITCH)
    assert catalogue.exercise("chair-twist").setup not in texts(page)


def test_without_a_dumbbell_no_weight_is_spoken_of(page: SessionPage, catalogue: Catalogue, store: Store) -> None:
    store.settings.set("plan.equipment", ["mat", "chair"])
    conductor, bend = play(page, catalogue, "whole-back"), catalogue.exercise("side-bend")
    go_to(conductor, "side-bend", SegmentKind.READY)
    assert bend.setup_without_load in texts(page)
    go_to(conductor, "side-bend", SegmentKind.SWITCH)
    assert not {bend.setup, bend.setup_right, bend.setup_without_load} & set(texts(page))


def test_picture_and_digits_stay_in_their_place_from_getting_ready_to_the_end_of_an_exercise(
    page: SessionPage, catalogue: Catalogue
) -> None:
    conductor, view = play(page, catalogue, "whole-back"), page.player_view
    figure = view.findChild(SessionFigure)
    assert figure is not None
    places = set()
    for exercise_id in ("segmental-cat-cow", "chair-twist"):
        first = next(n for n, each in enumerate(conductor.timeline.segments) if each.exercise_id == exercise_id)
        conductor.jump(first)
        while conductor.player.segment.exercise_id == exercise_id:
            QApplication.processEvents()
            places.add((exercise_id, figure.size().toTuple(), view.words.ring.mapTo(view, QPoint()).toTuple()))
            conductor.skip()
            if conductor.asked_step is not None:
                conductor.answer(0)
    assert len(places) == 2, places


@pytest.mark.parametrize("size", [QSize(1024, 640), QSize(1280, 720), QSize(1920, 1080)])
def test_at_every_size_each_text_has_its_room_and_none_lies_on_another(
    page: SessionPage, catalogue: Catalogue, size: QSize
) -> None:
    page.resize(size)
    conductor, view = play(page, catalogue, "whole-back"), page.player_view
    for segment in range(len(conductor.timeline.segments) - 1):
        conductor.jump(segment)
        QApplication.processEvents()
        shown = [each for each in view.words.findChildren(QLabel) if each.isVisible() and each.text()]
        ring, places = view.words.ring.geometry(), [each.geometry() for each in shown]
        assert not [each.text() for each, place in zip(shown, places, strict=True) if place.intersects(ring)]
        cut = [
            each.text() for each in shown if each.wordWrap() and each.heightForWidth(each.width()) > each.height() + 1
        ]
        assert not cut
        setup = view.findChild(QLabel, "setup")
        assert setup is not None
        assert setup.heightForWidth(setup.width()) <= setup.height() + 1, setup.text()
        assert view.words.rect().contains(ring)


def test_a_name_too_long_for_the_line_is_smaller_and_what_is_next_is_cut_with_dots(
    page: SessionPage, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    exercise = catalogue.exercise("chair-twist")
    long_name = "An exercise whose name has no end " * 2
    monkeypatch.setitem(catalogue.exercises, exercise.id, replace(exercise, name=long_name))
    page.resize(1024, 640)
    play(page, catalogue, "starter")
    QApplication.processEvents()
    [name] = [each for each in page.player_view.words.findChildren(QLabel) if each.text() == long_name]
    assert name.font().pixelSize() < 0.064 * 640
    assert [text for text in texts(page) if text.startswith("Next: ") and text.endswith("…")]


def test_every_key_is_in_the_overlay() -> None:
    keys = " ".join(keys for keys, _ in key_list())
    for key in ("Space", "Page Down", "Page Up", "Enter", "→", "←", "↑", "↓", "[", "]", "R", "0 … 9", "-", "X", "S",
                "M", "F", "Esc"):  # fmt: skip
        assert key in keys, key


def test_what_lies_behind_a_question_is_veiled_until_it_is_answered(
    qtbot: QtBot, page: SessionPage, catalogue: Catalogue
) -> None:
    def corner() -> int:
        controls = page.player_view.controls
        button = controls.pain_button.geometry().translated(controls.pos())
        return page.player_view.grab(button).toImage().pixel(20, 1)

    play(page, catalogue, "starter")
    clear = corner()
    page.ask_to_end()
    assert corner() != clear
    qtbot.keyClick(page.end_question, Qt.Key.Key_Escape)
    assert corner() == clear


# One picture gives way to another


def a_figure(qtbot: QtBot, look: Look) -> SessionFigure:
    made = SessionFigure(look, QSize(300, 300))
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    return made


def picture(view: SessionFigure) -> QImage:
    """Without the ground's round corners."""
    return view.grab(view.rect().adjusted(12, 12, -12, -12)).toImage()


def test_one_figure_gives_way_to_another_softly_and_then_nothing_moves(
    qtbot: QtBot, look: Look, catalogue: Catalogue, figures: Figures
) -> None:
    view, crunch = a_figure(qtbot, look), catalogue.exercise("reverse-crunch")
    view.show_scene(figures.at_rest(crunch))
    assert not view.fading, "the first comes at once"
    resting = picture(view)
    view.show_scene(figures.scene(crunch, 0, 0.0))
    assert view.fading
    assert picture(view) == resting, "it begins with what was seen"
    qtbot.waitUntil(lambda: not view.fading)
    alone = a_figure(qtbot, look)
    alone.show_scene(figures.scene(crunch, 0, 0.0))
    assert picture(view) == picture(alone)


def test_a_movement_that_goes_on_is_never_blurred_and_the_other_side_fades_in(
    qtbot: QtBot, look: Look, catalogue: Catalogue, figures: Figures
) -> None:
    view, bend = a_figure(qtbot, look), catalogue.exercise("side-bend")
    view.show_scene(figures.scene(bend, 0, 0.0))
    view.show_scene(figures.scene(bend, 0, 0.5))
    assert not view.fading
    view.show_scene(figures.scene(bend, 0, 0.0, right=True))
    assert view.fading
    view.rest()
    assert not view.fading
