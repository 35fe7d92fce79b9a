"""Movement: from key to key along the tempo, eased so that it begins and ends at rest; and the wave in the spine.

A pose is told by numbers only, so a movement is a curve for each of them: cubic, at rest at both ends, without
overshoot between (Fritsch & Carlson 1980, Monotone Piecewise Cubic Interpolation).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot
from typing import TypeVar

from app.figure.geometry import mirrored, mirrored_quat
from app.figure.pose import Hold, LimbPose, Pose, other_side
from app.figure.skeleton import LEVELS
from app.figure.spine import Wave, windows

_PLACE, _TURN, _SPINE = slice(0, 3), slice(3, 7), slice(7, 82)
_LIMB_AT = tuple(82 + 22 * index for index in range(4))
_QUATERNIONS = (3, *(at + offset for at in _LIMB_AT for offset in (2, 7, 15)))
_STILL_DEGREES = 1.0

Values = tuple[float, ...]
_T = TypeVar("_T")


def _flat(pose: Pose) -> Values:
    values = [*pose.place, *pose.turn, *pose.spine]
    for limb in pose.limbs:
        values += (limb.lift, limb.forward, *limb.root, limb.hinge, *limb.end, limb.digits)
        values += (*limb.target, *limb.facing, *limb.pole)
    return tuple(values)


def _pose(v: Sequence[float], holds: tuple[Hold | None, ...]) -> Pose:
    return Pose(
        (v[0], v[1], v[2]), (v[3], v[4], v[5], v[6]), tuple(v[_SPINE]),
        tuple(_limb_pose(v[at : at + 22]) for at in _LIMB_AT), holds,
    )  # fmt: skip


def _limb_pose(v: Sequence[float]) -> LimbPose:
    a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, w, x = v
    return LimbPose(a, b, (c, d, e, f), g, (h, i, j, k), m, (n, o, p), (q, r, s, t), (u, w, x))


def ease(s: float) -> float:
    """From 0 to 1, at rest at both ends."""
    return s * s * (3.0 - 2.0 * s)


@dataclass(frozen=True, slots=True)
class Stop:
    """A key that a move passes at `at`, 0–1 of its time."""

    pose: Pose
    at: float = 1.0


@dataclass(frozen=True, slots=True)
class Track:
    """One move: from a pose through stops to the last one. `others` is the part of it in which all but the spine
    moves, where a wave runs through the spine."""

    times: tuple[float, ...]
    values: tuple[Values, ...]
    slopes: tuple[Values, ...]
    holds: tuple[tuple[Hold | None, ...], ...]
    windows: tuple[tuple[float, float], ...]
    others: tuple[float, float]
    weights: tuple[float, ...]

    @property
    def still(self) -> bool:
        """Whether nothing moves in it."""
        return all(values == self.values[0] for values in self.values)

    def pose_at(self, progress: float) -> Pose:
        """The pose at `progress` from 0 to 1 of the move's time."""
        t = min(max(progress, 0.0), 1.0)
        leg = next(n for n, end in enumerate(self.times[1:]) if t <= end)
        begin, end = self.times[leg], self.times[leg + 1]
        span = end - begin
        s = _within((t - begin) / span, self.others)
        a, b = self.values[leg], self.values[leg + 1]
        h = ease(s)
        m, n = span * s * (1.0 - s) * (1.0 - s), -span * s * s * (1.0 - s)
        before, after = self.slopes[leg], self.slopes[leg + 1]
        values = [
            x + (y - x) * h + m * p + n * q for x, y, p, q in zip(a, b, before, after, strict=True)
        ]  # fmt: skip
        if len(self.times) == 2:
            self._wave(t, values)
        return _pose(values, self.holds[leg])

    def _wave(self, t: float, values: list[float]) -> None:
        first, last = self.values
        for level, window in enumerate(self.windows):
            s = ease(_within(t, window))
            for n in range(7 + 3 * level, 10 + 3 * level):
                values[n] = first[n] + (last[n] - first[n]) * s

    def glow_at(self, progress: float) -> tuple[float, ...]:
        """How much each level moves right now, from 0 (still) to 1, in the order of LEVELS."""
        t = min(max(progress, 0.0), 1.0)
        return tuple(
            4.0 * s * (1.0 - s) * weight
            for s, weight in zip((_within(t, window) for window in self.windows), self.weights, strict=True)
        )


def track(
    start: Pose, stops: Sequence[Stop], wave: Wave = Wave.NONE, others: tuple[float, float] = (0.0, 1.0)
) -> Track:
    """The movement from `start` through `stops`. A wave and a window for the others need a single stop."""
    poses = [start, *(stop.pose for stop in stops)]
    values = _aligned([_flat(pose) for pose in poses])
    times = (0.0, *(stop.at for stop in stops))
    return Track(
        times=times,
        values=tuple(values),
        slopes=_slopes(times, values),
        holds=tuple(_shared(a, b) for a, b in pairwise(poses)),
        windows=windows(wave),
        others=others,
        weights=_weights(values),
    )


def _within(t: float, window: tuple[float, float]) -> float:
    begin, end = window
    return min(max((t - begin) / (end - begin), 0.0), 1.0)


def _shared(a: Pose, b: Pose) -> tuple[Hold | None, ...]:
    """The holds that last from one key to the next; a limb that lets go or takes hold moves by its angles."""
    return tuple(
        y if x and y and (x.grasp, x.host, x.straight) == (y.grasp, y.host, y.straight) else None
        for x, y in zip(a.holds, b.holds, strict=True)
    )


def _aligned(values: list[Values]) -> list[Values]:
    """The same values with neighbouring quaternions on the same side, so that they turn the short way."""
    aligned = [values[0]]
    for current in values[1:]:
        before, now = aligned[-1], list(current)
        for at in _QUATERNIONS:
            if sum(before[n] * now[n] for n in range(at, at + 4)) < 0:
                now[at : at + 4] = [-x for x in now[at : at + 4]]
        aligned.append(tuple(now))
    return aligned


def _slopes(times: Sequence[float], values: Sequence[Values]) -> tuple[Values, ...]:
    """The speed of every number at every key: 0 at the ends and where it turns back or rests."""
    rest = (0.0,) * len(values[0])
    inner = [
        tuple(
            _slope(times[n] - times[n - 1], times[n + 1] - times[n], b - a, c - b)
            for a, b, c in zip(values[n - 1], values[n], values[n + 1], strict=True)
        )
        for n in range(1, len(values) - 1)
    ]
    return (rest, *inner, rest)


def _slope(before_s: float, after_s: float, before: float, after: float) -> float:
    left, right = before / before_s, after / after_s
    if left * right <= 0.0:
        return 0.0
    near, far = 2 * after_s + before_s, after_s + 2 * before_s
    return (near + far) / (near / left + far / right)


def _weights(values: Sequence[Values]) -> tuple[float, ...]:
    """How much of the movement each level has, from 0 to 1; all 0 where the spine stays as it is."""
    first, last = values[0], values[-1]
    ways = [hypot(*(last[n] - first[n] for n in range(at, at + 3))) for at in range(7, 82, 3)]
    most = max(ways)
    return tuple(min(3 * way / most, 1.0) for way in ways) if most >= _STILL_DEGREES else (0.0,) * len(LEVELS)


def mirror_pose(pose: Pose) -> Pose:
    """The same key for the other side."""
    spine = tuple(-angle if n % 3 else angle for n, angle in enumerate(pose.spine))
    limbs = tuple(_mirror_limb(limb) for limb in _swapped(pose.limbs))
    holds = tuple(None if hold is None else replace(hold, host=other_side(hold.host)) for hold in _swapped(pose.holds))
    return Pose(mirrored(pose.place), mirrored_quat(pose.turn), spine, limbs, holds)


def _swapped(items: Iterable[_T]) -> tuple[_T, _T, _T, _T]:
    a, b, c, d = items
    return (b, a, d, c)


def _mirror_limb(limb: LimbPose) -> LimbPose:
    return limb._replace(
        root=mirrored_quat(limb.root),
        end=mirrored_quat(limb.end),
        target=mirrored(limb.target),
        facing=mirrored_quat(limb.facing),
    )
