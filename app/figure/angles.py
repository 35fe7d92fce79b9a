"""Anatomical angles: from degrees to frames and back, and which of them pass their limit.

Limits are those of `resources/figures/body.toml` (AAOS and CDC tables; segmental ranges for the spine). A ball joint
is told as flexion, then abduction, then turn about its own length. Two such triples tell every position (as 180°
flexion is 180° abduction); a position is within its limits where one of the two is.
"""

from collections.abc import Iterator, Mapping
from math import asin, atan2, cos, degrees, radians
from typing import NamedTuple

from app.figure.geometry import UPRIGHT, Frame, angle_between, dot, hinged, inside, turned
from app.figure.pose import Posture
from app.figure.skeleton import LEVELS, MOVES, SIDES, Body, Span
from app.figure.spine import Angles

TOLERANCE = 0.5  # degrees
_STRAIGHT_KNEE = 30.0
_SHARING, _SHARED = 0.5, 6.0  # from 60° of abduction on, and by no more than 6° of direction


class Excess(NamedTuple):
    """An angle past its limit: `value` is what it is, `limit` what it may be, degrees."""

    joint: str
    value: float
    limit: Span


def ball(flexion: float, abduction: float, turn: float, side: float) -> Frame:
    """An upper arm or thigh in its chest or pelvis; `side` is 1 on the left, −1 on the right. Degrees."""
    frame = hinged(UPRIGHT, -radians(flexion))
    frame = turned(frame, side * radians(abduction), 0.0, 0.0)
    return turned(frame, 0.0, 0.0, side * radians(turn))


def ball_angles(frame: Frame, side: float) -> tuple[float, float, float]:
    """The inverse of `ball`, with the abduction between −90 and 90."""
    up = frame[2]
    abduction = asin(max(-1.0, min(1.0, -up[1] * side)))
    flexion = atan2(-up[0], up[2])
    base = turned(hinged(UPRIGHT, -flexion), side * abduction, 0.0, 0.0)
    turn = atan2(dot(base[1], frame[0]), dot(base[0], frame[0])) * side
    return degrees(flexion), degrees(abduction), degrees(turn)


def hand(turn: float, wrist: float, aside: float, side: float) -> Frame:
    """A hand in its forearm: `turn` 0 has the thumb forward, 90 the palm down; palm-ward and thumb-ward positive."""
    frame = hinged(turned(UPRIGHT, 0.0, 0.0, -side * radians(90.0 + turn)), -radians(wrist))
    return turned(frame, side * radians(aside), 0.0, 0.0)


def hand_angles(frame: Frame, side: float) -> tuple[float, float, float]:
    """The inverse of `hand`, with the wrist between −90 and 90."""
    forward, left, up = frame
    wrist = degrees(asin(max(-1.0, min(1.0, forward[2]))))
    turn = -side * degrees(atan2(forward[1], forward[0])) - 90.0
    return (turn + 180.0) % 360.0 - 180.0, wrist, side * degrees(atan2(left[2], up[2]))


def joint_angles(posture: Posture) -> dict[str, tuple[float, float, float]]:
    """What each joint of a posture does, by joint ("left_hip"), degrees.

    Shoulders and hips: flexion, abduction, turn; elbows and knees: flexion, 0, 0; wrists: forearm turn, wrist,
    aside; ankles: up, outer edge up, toes out.
    """
    angles: dict[str, tuple[float, float, float]] = {}
    frames = posture.frames
    for name in SIDES:
        side = 1.0 if name == "left" else -1.0
        upper, fore, thigh, shank = (frames[f"{name}_{part}"] for part in ("upper_arm", "forearm", "thigh", "shank"))
        angles[f"{name}_shoulder"] = ball_angles(inside(frames["T4"], upper), side)
        angles[f"{name}_elbow"] = (angle_between(upper[2], fore[2]), 0.0, 0.0)
        angles[f"{name}_wrist"] = hand_angles(inside(fore, frames[f"{name}_hand"]), side)
        angles[f"{name}_hip"] = ball_angles(inside(frames["pelvis"], thigh), side)
        angles[f"{name}_knee"] = (angle_between(thigh[2], shank[2]), 0.0, 0.0)
        angles[f"{name}_ankle"] = ball_angles(inside(shank, frames[f"{name}_foot"]), side)
    return angles


def excesses(body: Body, spine: Angles, posture: Posture, trained: frozenset[str] = frozenset()) -> list[Excess]:
    """Every level of the spine and every joint that is past its limit. `trained` names the wider limits allowed."""
    limits = {**body.joints, **{name: span for name, span in body.trained.items() if name in trained}}
    return [*_spine_excesses(body, spine), *_joint_excesses(limits, joint_angles(posture))]


def _spine_excesses(body: Body, spine: Angles) -> Iterator[Excess]:
    for index, (name, level) in enumerate(zip(LEVELS, body.levels, strict=True)):
        for move, value in zip(MOVES, spine[3 * index : 3 * index + 3], strict=True):
            most = level.limit(move, value) * body.supple
            if abs(value) > most + 1e-6:
                yield Excess(f"{name}.{move}", value, (-most, most))


def _joint_excesses(limits: Mapping[str, Span], angles: Mapping[str, tuple[float, float, float]]) -> Iterator[Excess]:
    for joint, (first, second, third) in angles.items():
        side, part = joint.split("_")
        if part == "shoulder":
            spans = (limits["shoulder_flexion"], limits["shoulder_abduction"], limits["shoulder_turn"])
            yield from _nearest(joint, (first, second, third), spans)
        elif part == "hip":
            straight = angles[f"{side}_knee"][0] < _STRAIGHT_KNEE
            flexion = limits["hip_flexion_straight_knee" if straight else "hip_flexion"]
            if first > 90.0:  # a leg that is held out wide is lifted less far than it is flexed
                first = 90.0 + degrees(asin(-cos(radians(first)) * cos(radians(second))))
            yield from _nearest(joint, (first, second, third), (flexion, limits["hip_abduction"], limits["hip_turn"]))
        elif part == "wrist":
            yield from _over(f"{side}_forearm.turn", first, limits["forearm_turn"])
            yield from _over(f"{joint}.flexion", second, limits["wrist"])
            yield from _over(f"{joint}.aside", third, limits["wrist_side"])
        elif part == "ankle":
            yield from _over(f"{joint}.up", first, limits["ankle"])
            yield from _over(f"{joint}.aside", second, limits["ankle_side"])
        else:
            yield from _over(f"{joint}.flexion", first, limits[part])


def _over(joint: str, value: float, limit: Span) -> Iterator[Excess]:
    if not limit[0] - TOLERANCE <= value <= limit[1] + TOLERANCE:
        yield Excess(joint, round(value, 1), limit)


def _nearest(joint: str, triple: tuple[float, float, float], limits: tuple[Span, Span, Span]) -> Iterator[Excess]:
    """The excesses of the triple or of its twin, whichever has fewer."""
    flexion, abduction, turn = triple
    twin = (flexion + 180.0, 180.0 - abduction, turn + 180.0)
    yield from min(_ball_excesses(joint, triple, limits), _ball_excesses(joint, twin, limits), key=len)


def _ball_excesses(joint: str, triple: tuple[float, float, float], limits: tuple[Span, Span, Span]) -> list[Excess]:
    """Near 90° of abduction flexion and turn are one and the same: what one has too much the other may take over."""
    flexion, abduction, turn = _near(triple[0], limits[0]), triple[1], _near(triple[2], limits[2])
    lean = cos(radians(abduction))
    found = list(_over(f"{joint}.abduction", abduction, limits[1]))
    for name, value, limit, other, other_limit in (
        ("flexion", flexion, limits[0], turn, limits[2]),
        ("turn", turn, limits[2], flexion, limits[0]),
    ):
        beyond = min(value - limit[0], 0.0) or max(value - limit[1], 0.0)
        given = other + beyond if abduction > 0 else other - beyond
        shared = abs(lean) < _SHARING and abs(beyond * lean) <= _SHARED and other_limit[0] <= given <= other_limit[1]
        if abs(beyond) > TOLERANCE and not shared:
            found.append(Excess(f"{joint}.{name}", round(value, 1), limit))
    return found


def _near(angle: float, limit: Span) -> float:
    """The same direction, no more than half a turn from the middle of its limits."""
    middle = (limit[0] + limit[1]) / 2
    return (angle - middle + 180.0) % 360.0 - 180.0 + middle
