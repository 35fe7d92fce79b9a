"""Movement along the tempo: eased, at rest at its ends, and seen to travel through the spine."""

from math import radians

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.figure.geometry import STILL, UPRIGHT, distance, to_frame, to_quat, turned
from app.figure.motion import Stop, Track, ease, mirror_pose, track
from app.figure.pose import Pose
from app.figure.skeleton import LEVELS, REGIONS, Body
from app.figure.stage import Figures, Stage
from tests.figure.conftest import EXERCISES, FOLDER, moment

FIGURES = Figures(FOLDER)


def _moving_regions(body: Body, move: Track, progress: float) -> dict[str, float]:
    """The strongest glow of each region."""
    glow = move.glow_at(progress)
    return {
        region: max(g for g, level in zip(glow, body.levels, strict=True) if level.region == region)
        for region in REGIONS
    }


def _order(name: str, move: int, first: bool = False) -> list[str]:
    """The regions in the order in which they move the most."""
    stage = Stage(FIGURES.exercise(name))
    way = stage.track(moment(move, 0.0, first))
    seen = [_moving_regions(FIGURES.body, way, n / 50) for n in range(51)]
    return sorted(REGIONS, key=lambda region: max(range(51), key=lambda n: seen[n][region]))


def test_cat_cow_rounds_from_the_low_back_up_and_arches_from_the_neck_down() -> None:
    assert _order("segmental-cat-cow", 0) == ["lumbar", "thoracic", "neck", "head"]
    assert _order("segmental-cat-cow", 2) == ["head", "neck", "thoracic", "lumbar"]


def test_the_jefferson_curl_begins_with_the_chin_and_comes_up_low_back_first_head_last() -> None:
    assert _order("jefferson-curl", 0, first=True) == ["head", "neck", "thoracic", "lumbar"]
    assert _order("jefferson-curl", 2) == ["lumbar", "thoracic", "neck", "head"]


def test_the_reverse_crunch_peels_the_back_off_from_the_pelvis() -> None:
    assert _order("reverse-crunch", 0)[:2] == ["lumbar", "thoracic"]


@pytest.mark.parametrize("name", EXERCISES)
def test_a_hold_is_still_and_nothing_glows(name: str) -> None:
    holds = [move for move in FIGURES.exercise(name).tracks if move.still]
    assert holds
    for hold in holds:
        assert hold.pose_at(0.2) == hold.pose_at(0.8)
        assert not any(hold.glow_at(0.5))


@pytest.mark.parametrize("name", EXERCISES)
def test_a_move_begins_and_ends_at_rest(name: str) -> None:
    """In the first and the last two hundredth parts of its time nothing gets anywhere to speak of."""
    figure = FIGURES.exercise(name)
    for move in figure.tracks:
        for at, near in ((0.0, 0.005), (1.0, 0.995)):
            a, b = figure.posture(move.pose_at(at)).points, figure.posture(move.pose_at(near)).points
            assert max(distance(a[point], b[point]) for point in a) < 0.3


def test_progress_outside_of_a_move_is_its_end() -> None:
    move = FIGURES.exercise("side-bend").tracks[0]
    assert move.pose_at(-1.0) == move.pose_at(0.0)
    assert move.pose_at(2.0) == move.pose_at(1.0)
    assert not any(move.glow_at(0.0))
    assert all(0.0 <= glow <= 1.0 for glow in move.glow_at(0.5))
    assert len(move.glow_at(0.5)) == len(LEVELS)


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_easing_never_goes_back(a: float, b: float) -> None:
    assert (ease(a) <= ease(b)) == (a <= b) or abs(a - b) < 1e-6
    assert 0.0 <= ease(a) <= 1.0


@settings(max_examples=30, deadline=None)
@given(name=st.sampled_from([*EXERCISES]), progress=st.floats(0.0, 1.0))
def test_a_mirrored_key_is_the_mirror_image_solved(name: str, progress: float) -> None:
    figure = FIGURES.exercise(name)
    pose = figure.tracks[0].pose_at(progress)
    by_key, by_posture = figure.posture(mirror_pose(pose)), figure.posture(pose, right=True)
    for point, place in by_posture.points.items():
        assert distance(place, by_key.points[point]) < 0.05, point
    assert mirror_pose(mirror_pose(pose)) == pose


def test_a_turn_goes_the_short_way_round() -> None:
    """From 170° to the left to 170° to the right is 20° by way of the back."""
    poses = [Pose((0.0, 0.0, 90.0), to_quat(turned(UPRIGHT, 0.0, 0.0, radians(angle)))) for angle in (170.0, -170.0)]
    half = to_frame(track(poses[0], [Stop(poses[1])]).pose_at(0.5).turn)
    assert half[0] == pytest.approx((-1.0, 0.0, 0.0), abs=1e-6)


def test_a_stop_on_the_way_is_passed_at_its_time_and_not_overshot() -> None:
    poses = [Pose((x, 0.0, 90.0), STILL) for x in (0.0, 10.0, 10.0, 4.0)]
    way = track(poses[0], [Stop(poses[1], 0.25), Stop(poses[2], 0.5), Stop(poses[3], 1.0)])
    xs = [way.pose_at(n / 100).place[0] for n in range(101)]
    assert (xs[25], xs[50], xs[100]) == pytest.approx((10.0, 10.0, 4.0))
    assert max(xs) <= 10.0 + 1e-9
    assert xs[:26] == sorted(xs[:26])
