"""The figure in a session: on the same clock as the count, the right side shown, at rest between sets."""

from functools import partial

import pytest

from app.bootstrap import stand_as_told
from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.playing.timeline import Segment, SegmentKind, build_timeline
from app.domain.preferences import KEYS
from app.paths import resources_dir
from app.ui.figures import Figures
from app.ui.live import Live


@pytest.fixture(scope="module")
def segments(catalogue: Catalogue) -> tuple[Segment, ...]:
    return build_timeline(catalogue.routine("whole-back"), catalogue.exercises).segments


def test_every_exercise_has_a_figure_whose_moves_are_its_tempos_phases(catalogue: Catalogue, figures: Figures) -> None:
    for exercise in catalogue.exercises.values():
        moves = len(figures.stage(exercise.id).figure.tracks)
        series = sum(2 + (position.leave_s > 0) for position in exercise.positions)
        assert moves == (series or len(exercise.tempo)), exercise.id


def test_a_rep_begins_where_the_one_before_ended(
    segments: tuple[Segment, ...], catalogue: Catalogue, figures: Figures
) -> None:
    for segment in segments:
        if segment.kind not in {SegmentKind.REPS, SegmentKind.HOLD}:
            continue
        exercise = catalogue.exercise(str(segment.exercise_id))
        for phase in segment.phases[1:]:
            if phase.side not in {None, segment.phases[0].side}:
                continue
            before = figures.in_session(exercise, segment, phase.start_s - 0.001)
            after = figures.in_session(exercise, segment, phase.start_s + 0.001)
            assert before.moment is not None
            assert after.moment is not None
            one, other = before.stage.posture(before.moment).points, after.stage.posture(after.moment).points
            for name, point in one.items():
                assert point == pytest.approx(other[name], abs=0.5), (exercise.id, phase, name)


def test_the_other_side_is_shown_mirrored(
    segments: tuple[Segment, ...], catalogue: Catalogue, figures: Figures
) -> None:
    sides = {
        segment.side: figures.in_session(catalogue.exercise("side-bend"), segment, 5.0)
        for segment in segments
        if segment.exercise_id == "side-bend" and segment.kind is SegmentKind.REPS
    }
    assert sides[Side.LEFT].right != sides[Side.RIGHT].right


def test_from_the_front_left_is_on_the_left_of_the_screen(
    segments: tuple[Segment, ...], catalogue: Catalogue, figures: Figures
) -> None:
    segment = next(each for each in segments if each.exercise_id == "side-bend" and each.kind is SegmentKind.REPS)
    assert segment.side is Side.LEFT
    scene = figures.in_session(catalogue.exercise("side-bend"), segment, 3.0)
    assert scene.moment is not None
    points, eye = scene.stage.posture(scene.moment).points, scene.stage.eye(400, 400, scene.right)
    assert eye.at(points["head"])[0] < eye.at(points["hips"])[0]


def test_between_sets_the_figure_rests(segments: tuple[Segment, ...], catalogue: Catalogue, figures: Figures) -> None:
    rest = next(segment for segment in segments if segment.kind is SegmentKind.REST)
    scene = figures.in_session(catalogue.exercise(str(rest.exercise_id)), rest, 1.0)
    assert scene.moment is None
    assert scene.stage.figure.id in {"standing", "sitting", "lying"}


def test_the_end_of_a_rest_shows_how_the_next_set_begins(
    segments: tuple[Segment, ...], catalogue: Catalogue, figures: Figures
) -> None:
    rest = next(each for each in segments if each.kind is SegmentKind.REST)
    exercise = catalogue.exercise(str(rest.exercise_id))
    assert figures.in_session(exercise, rest, rest.length_s - 5.1) == figures.at_rest(exercise)
    assert figures.in_session(exercise, rest, rest.length_s - 3).stage is figures.stage(exercise.id)


def test_a_load_is_left_away_where_there_is_none(catalogue: Catalogue, figures: Figures) -> None:
    segments = build_timeline(catalogue.routine("starter"), catalogue.exercises).segments
    side_bend = next(each for each in segments if each.exercise_id == "side-bend")
    assert not figures.in_session(catalogue.exercise("side-bend"), side_bend, 0.0).loaded


def test_a_hold_is_one_scene_so_that_nothing_is_painted_twice(
    segments: tuple[Segment, ...], catalogue: Catalogue, figures: Figures
) -> None:
    holds = [each for each in segments if each.exercise_id == "chair-twist" and each.kind is SegmentKind.HOLD]
    hold = holds[0]
    exercise = catalogue.exercise("chair-twist")
    assert figures.in_session(exercise, hold, 5.0) == figures.in_session(exercise, hold, 9.0)
    assert figures.in_session(exercise, hold, 1.0) != figures.in_session(exercise, hold, 2.0)


def test_who_leaves_out_deep_bending_is_shown_cat_cow_to_mid_range(live: Live, catalogue: Catalogue) -> None:
    figures = Figures(resources_dir())
    live.changed.connect(partial(stand_as_told, live, figures))

    def rounded() -> float:
        scene = figures.still(catalogue.exercise("segmental-cat-cow"))
        assert scene.moment is not None
        return sum(scene.stage.track(scene.moment).pose_at(1.0).spine[0::3])

    whole = rounded()
    live.do(live.store.settings.set, KEYS["leave_out_deep_bending"], True)
    half = rounded()
    assert half < whole - 40
    live.do(live.store.settings.set, KEYS["leave_out_deep_bending"], False)
    assert rounded() == whole
