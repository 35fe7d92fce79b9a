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
    test, start = _TESTS[figure.id], figure.posture(figure.start)
    low, high = 0.0, 1.0
    posture = figure.posture(figure.first.pose_at(high))
    rising = test.reading(figure.body, posture, start) > test.reading(figure.body, start, start)
    for _halving in range(_HALVINGS):
        half = (low + high) / 2
        posture = figure.posture(figure.first.pose_at(half))
        off = test.reading(figure.body, posture, start) - value
        if abs(off) < _CLOSE:
            break
        low, high = (low, half) if (off > 0) == rising else (half, high)
    read = test.reading(figure.body, posture, start)
    dimension, props = test.dimension(figure.body, posture, read), figure.props
    if test.step and value < 0:
        posture, dimension = raised(posture, STEP_CM), _raised(dimension, STEP_CM)
        props = (*props, step(figure.body, STEP_CM))
    if right:
        posture, dimension = mirror(posture), _mirrored(dimension)
    return ReadingPose(read, posture, dimension, props)


@dataclass(frozen=True, slots=True)
class _Test:
    """How a test is read off a posture (its left side), and where the dimension line of a value runs.

    With `travel` it is how far what is read has gone down since the start.
    """

    read: Callable[[Body, Posture], float]
    dimension: Callable[[Body, Posture, float], Dimension]
    step: bool = False
    travel: bool = False

    def reading(self, body: Body, posture: Posture, start: Posture) -> float:
        found = self.read(body, posture)
        return self.read(body, start) - found if self.travel else found


def _fingertips(body: Body, posture: Posture) -> Vec:
    """The lowest points of both hands, their middle."""
    tip = middle(posture.points["left_fingertip"], posture.points["right_fingertip"])
    return add(tip, (0.0, 0.0, -body.flesh["fingers"][1]))


def _floor_touch(body: Body, posture: Posture) -> float:
    return _fingertips(body, posture)[2]


def _floor_touch_line(body: Body, posture: Posture, value: float) -> Dimension:
    return _upright_line(_fingertips(body, posture), value)


def _hand(body: Body, posture: Posture) -> float:
    """How high the left fingertip is."""
    return posture.points["left_fingertip"][2] - body.flesh["fingers"][1]


def _hand_to_knee(body: Body, posture: Posture) -> float:
    return _hand(body, posture) - posture.points["left_knee"][2]


def _beside_the_leg(body: Body, posture: Posture, value: float) -> Dimension:
    tip, knee = posture.points["left_fingertip"], posture.points["left_knee"]
    beside = max(tip[1], knee[1]) + 6.0 * body.scale
    return _upright_line((knee[0], beside, _hand(body, posture)), value)


def _side_bend_travel_line(body: Body, posture: Posture, value: float) -> Dimension:
    return _beside_the_leg(body, posture, -value)


def _seated_rotation(body: Body, posture: Posture) -> float:
    """How far the line through both shoulders has turned to the left, seen from above."""
    x, y, __ = (a - b for a, b in zip(posture.points["left_shoulder"], posture.points["right_shoulder"], strict=True))
    return degrees(atan2(-x, y))


def _seated_rotation_line(body: Body, posture: Posture, value: float) -> Dimension:
    """An arc over the head, from where the chest faced to where it faces."""
    turn = radians(value)
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


def _breastbone_height(body: Body, posture: Posture) -> float:
    return _breastbone(body, posture)[2]


def _breastbone_line(body: Body, posture: Posture, value: float) -> Dimension:
    return _upright_line(_breastbone(body, posture), value)


def _foremost(body: Body, posture: Posture) -> Vec:
    """The ends of both hands, their middle, where they reach forwards."""
    tip = middle(posture.points["left_fingertip"], posture.points["right_fingertip"])
    return add(tip, (body.flesh["fingers"][1], 0.0, 0.0))


def _past_the_sole(body: Body, posture: Posture) -> float:
    """How far the hands are past the sole of the left foot, which stands upright."""
    return _foremost(body, posture)[0] - posture.points["left_heel"][0] - body.flesh["heel"][1]


def _past_the_sole_line(body: Body, posture: Posture, value: float) -> Dimension:
    x, y, z = _foremost(body, posture)
    return Dimension(((x - value, y, z), (x, y, z)), (x - value / 2, y, z))


def _upright_line(end: Vec, length: float) -> Dimension:
    """From `length` below `end` up to it; above it where that is negative."""
    x, y, z = end
    return Dimension(((x, y, z - length), end), (x, y, z - length / 2))


def _raised(line: Dimension, by: float) -> Dimension:
    up = (0.0, 0.0, by)
    return Dimension(tuple(add(point, up) for point in line.points), add(line.label, up))


def _mirrored(line: Dimension) -> Dimension:
    return Dimension(tuple(mirrored(point) for point in line.points), mirrored(line.label))


_TESTS: Mapping[str, _Test] = {
    "floor-touch": _Test(_floor_touch, _floor_touch_line, step=True),
    "hand-to-knee": _Test(_hand_to_knee, _beside_the_leg),
    "side-bend-travel": _Test(_hand, _side_bend_travel_line, travel=True),
    "seated-rotation": _Test(_seated_rotation, _seated_rotation_line),
    "pancake": _Test(_breastbone_height, _breastbone_line),
    "sit-and-reach": _Test(_past_the_sole, _past_the_sole_line),
    "back-saver": _Test(_past_the_sole, _past_the_sole_line),
    "press-up": _Test(_breastbone_height, _breastbone_line),
}
TESTS = tuple(_TESTS)
