"""What must hold in every frame of every exercise, at 60 frames a second, from the set-up into the second rep."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import pytest

from app.domain.exercise import Sides
from app.figure.angles import Excess, excesses
from app.figure.figures import REACH_CM
from app.figure.flesh import heights
from app.figure.geometry import Vec, distance
from app.figure.motion import Track
from app.figure.pose import Posture, mirror
from app.figure.skeleton import LEVELS, SIDES, Body
from app.figure.stage import Figures, Stage
from tests.figure.conftest import EXERCISES, FOLDER, frames, phase_seconds

_BONES = (("shoulder", "elbow"), ("elbow", "wrist"), ("wrist", "knuckles"), ("knuckles", "fingertip"),
          ("collar", "shoulder"), ("hip", "knee"), ("knee", "ankle"), ("ankle", "heel"), ("ankle", "ball"),
          ("ball", "toe"))  # fmt: skip
SUNK_CM, JUMP_CM = 0.5, 4.0
CAT, TO_MID_RANGE = "segmental-cat-cow", " to mid-range"
_Walk = list[tuple[Track, float, Posture]]


@pytest.fixture(scope="module", params=[*EXERCISES, f"{CAT}{TO_MID_RANGE}"])
def walk(request: pytest.FixtureRequest, figures: Figures) -> tuple[str, _Walk]:
    name: str = request.param
    if name.endswith(TO_MID_RANGE):
        name, figures = name.removesuffix(TO_MID_RANGE), Figures(FOLDER, mid_range=True)
    return name, list(frames(Stage(figures.exercise(name)), EXERCISES[name]))


def _bones(posture: Posture) -> Iterator[tuple[str, float]]:
    points = posture.points
    for side in SIDES:
        for a, b in _BONES:
            yield f"{side}_{b}", distance(points[f"{side}_{a}"], points[f"{side}_{b}"])
        yield f"{side}_hip", distance(points["hips"], points[f"{side}_hip"])
    for below, level in pairwise(("sacrum", *LEVELS)):
        yield level, distance(points[below], points[level])


def test_bones_keep_their_length(walk: tuple[str, _Walk]) -> None:
    name, postures = walk
    lengths = dict(_bones(postures[0][2]))
    for __, progress, posture in postures:
        for bone, length in _bones(posture):
            assert abs(length - lengths[bone]) <= 1e-3 * lengths[bone], (name, progress, bone)


def test_no_joint_and_no_vertebra_passes_its_limit(walk: tuple[str, _Walk], figures: Figures) -> None:
    name, postures = walk
    figure = figures.exercise(name)
    worst: dict[str, tuple[float, Excess]] = {}
    for track, progress, posture in postures:
        for excess in excesses(figure.body, track.pose_at(progress).spine, posture, figure.trained):
            worst[excess.joint] = (progress, excess)
    assert not worst


def test_what_bears_stays_where_it_is(walk: tuple[str, _Walk]) -> None:
    """Every hold that lasts is met, and one whose place does not change in a move does not move at all."""
    name, postures = walk
    began: dict[tuple[int, str], tuple[Vec, Vec]] = {}
    moved: dict[tuple[int, str], float] = defaultdict(float)
    for track, progress, posture in postures:
        for held in posture.helds:
            assert distance(held.wanted, held.actual) <= REACH_CM, (name, progress, held)
            first = began.setdefault((id(track), held.limb), (held.wanted, held.actual))
            if held.wanted == first[0]:
                moved[id(track), held.limb] = max(moved[id(track), held.limb], distance(held.actual, first[1]))
    assert max(moved.values(), default=0.0) <= REACH_CM


def test_nothing_sinks_into_the_floor(walk: tuple[str, _Walk], body: Body) -> None:
    name, postures = walk
    for __, progress, posture in postures:
        height, part = min((height, part) for part, height in heights(body, posture))
        assert height >= -SUNK_CM, (name, progress, part)


def test_nothing_jumps(walk: tuple[str, _Walk]) -> None:
    """From frame to frame, and from the end of one move to the beginning of the next."""
    name, postures = walk
    for (__, at, before), (___, progress, after) in pairwise(postures):
        way, point = max((distance(before.points[point], after.points[point]), point) for point in before.points)
        most = JUMP_CM if progress > 0 else 0.01
        assert way <= most, (name, at, progress, point)


def test_the_right_is_the_mirror_image_of_the_left(walk: tuple[str, _Walk], figures: Figures) -> None:
    name, postures = walk
    figure = figures.exercise(name)
    for track, progress, left in postures[:: max(1, len(postures) // 40)]:
        right = figure.posture(track.pose_at(progress), right=True)
        assert right == mirror(left)
        for point, place in left.points.items():
            side = point.replace("left", "*").replace("right", "left").replace("*", "right")
            assert right.points[side] == (place[0], -place[1], place[2])


@pytest.mark.parametrize("name", EXERCISES)
def test_there_is_a_move_for_every_phase(name: str, figures: Figures) -> None:
    figure, exercise = figures.exercise(name), EXERCISES[name]
    assert len(figure.tracks) == len(phase_seconds(exercise))
    assert len(figure.positions) == max(1, len(exercise.positions))


@pytest.mark.parametrize("name", [name for name, exercise in EXERCISES.items() if exercise.sides is Sides.ALTERNATE])
def test_alternating_reps_meet_in_a_pose_that_is_its_own_mirror_image(name: str, figures: Figures) -> None:
    figure = figures.exercise(name)
    end = figure.posture(figure.tracks[-1].pose_at(1.0))
    for point, place in mirror(end).points.items():
        assert distance(place, end.points[point]) < 0.05, point
