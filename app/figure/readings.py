"""The pose of a measured value: how far the body of the person who took it must have moved.

Each test has a figure in `resources/figures/measures/` whose one move leads from its easiest to its furthest position,
the reading changing one way all along; the pose is found by halving the move until the reading is met. Past what the
spine turns, the move turns the pelvis on the seat.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin

from app.figure.figures import Figure
from app.figure.geometry import Vec, add, middle, mirrored, place
from app.figure.pose import Posture, mirror, raised
from app.figure.props import Prop, step
from app.figure.skeleton import Body

STEP_CM = 30.0
_HALVINGS = 40
_CLOSE = 0.01
_ARC_CM, _ARC_POINTS, _OVER_HEAD_CM = 40.0, 24, 22.0
_BREASTBONE: Vec = (15.2, 0.0, 2.0)  # seen from the top of T6 at 170 cm: the front of the chest


@dataclass(frozen=True, slots=True)
class Dimension:
    """The measured distance or angle as a line through `points` (two, or an arc), with its label at `label`."""

    points: tuple[Vec, ...]
    label: Vec


@dataclass(frozen=True, slots=True)
class ReadingPose:
    """`value` is the reading that the posture shows: the one asked for, or the nearest that this body can show."""

    value: float
    posture: Posture
    dimension: Dimension
    props: tuple[Prop, ...]


def pose_for_reading(figure: Figure, value: float, right: bool = False) -> ReadingPose:
    """The posture of the test's `figure` that reads `value` (cm or degrees), on the left unless `right`."""
    test = _TESTS[figure.id]
    low, high = 0.0, 1.0
    posture = figure.posture(figure.first.pose_at(high))
    rising = test.read(figure.body, posture) > test.read(figure.body, figure.posture(figure.start))
    for _halving in range(_HALVINGS):
        half = (low + high) / 2
        posture = figure.posture(figure.first.pose_at(half))
        off = test.read(figure.body, posture) - value
        if abs(off) < _CLOSE:
            break
        low, high = (low, half) if (off > 0) == rising else (half, high)
    read = test.read(figure.body, posture)
    dimension, props = test.dimension(figure.body, posture), figure.props
    if test.step and value < 0:
        posture, dimension = raised(posture, STEP_CM), _raised(dimension, STEP_CM)
        props = (*props, step(figure.body, STEP_CM))
    if right:
        posture, dimension = mirror(posture), _mirrored(dimension)
    return ReadingPose(read, posture, dimension, props)


@dataclass(frozen=True, slots=True)
class _Test:
    """How a test is read off a posture (its left side), and where its dimension line runs."""

    read: Callable[[Body, Posture], float]
    dimension: Callable[[Body, Posture], Dimension]
    step: bool = False


def _fingertips(body: Body, posture: Posture) -> Vec:
    """The lowest points of both hands, their middle."""
    tip = middle(posture.points["left_fingertip"], posture.points["right_fingertip"])
    return add(tip, (0.0, 0.0, -body.flesh["fingers"][1]))


def _floor_touch(body: Body, posture: Posture) -> float:
    return _fingertips(body, posture)[2]


def _floor_touch_line(body: Body, posture: Posture) -> Dimension:
    tip = _fingertips(body, posture)
    return _upright_line(tip, 0.0)


def _hand_to_knee(body: Body, posture: Posture) -> float:
    return posture.points["left_fingertip"][2] - body.flesh["fingers"][1] - posture.points["left_knee"][2]


def _hand_to_knee_line(body: Body, posture: Posture) -> Dimension:
    """Beside the leg, from the fingertip's height to the knee's."""
    tip, knee = posture.points["left_fingertip"], posture.points["left_knee"]
    beside = max(tip[1], knee[1]) + 6.0 * body.scale
    return _upright_line((knee[0], beside, tip[2] - body.flesh["fingers"][1]), knee[2])


def _seated_rotation(body: Body, posture: Posture) -> float:
    """How far the line through both shoulders has turned to the left, seen from above."""
    x, y, __ = (a - b for a, b in zip(posture.points["left_shoulder"], posture.points["right_shoulder"], strict=True))
    return degrees(atan2(-x, y))


def _seated_rotation_line(body: Body, posture: Posture) -> Dimension:
    """An arc over the head, from where the chest faced to where it faces."""
    turn = radians(_seated_rotation(body, posture))
    x, y, __ = posture.points["T4"]
    z = posture.points["skull"][2] + _OVER_HEAD_CM * body.scale
    radius = _ARC_CM * body.scale
    arc = [turn * n / _ARC_POINTS for n in range(_ARC_POINTS + 1)]
    points = ((x, y, z), *((x + radius * cos(a), y + radius * sin(a), z) for a in arc), (x, y, z))
    half = turn / 2
    return Dimension(points, (x + 1.2 * radius * cos(half), y + 1.2 * radius * sin(half), z))


def _breastbone(body: Body, posture: Posture) -> Vec:
    x, y, z = _BREASTBONE
    return place(posture.points["T6"], posture.frames["T6"], (x * body.scale, y, z * body.scale))


def _pancake(body: Body, posture: Posture) -> float:
    return _breastbone(body, posture)[2]


def _pancake_line(body: Body, posture: Posture) -> Dimension:
    return _upright_line(_breastbone(body, posture), 0.0)


def _upright_line(end: Vec, height: float) -> Dimension:
    x, y, z = end
    return Dimension(((x, y, height), end), (x, y, (z + height) / 2))


def _raised(line: Dimension, by: float) -> Dimension:
    up = (0.0, 0.0, by)
    return Dimension(tuple(add(point, up) for point in line.points), add(line.label, up))


def _mirrored(line: Dimension) -> Dimension:
    return Dimension(tuple(mirrored(point) for point in line.points), mirrored(line.label))


_TESTS: Mapping[str, _Test] = {
    "floor-touch": _Test(_floor_touch, _floor_touch_line, step=True),
    "hand-to-knee": _Test(_hand_to_knee, _hand_to_knee_line),
    "seated-rotation": _Test(_seated_rotation, _seated_rotation_line),
    "pancake": _Test(_pancake, _pancake_line),
}
TESTS = tuple(_TESTS)
