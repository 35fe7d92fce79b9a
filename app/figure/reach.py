"""From a pose to a posture: forward kinematics, and the arms and legs that close on what they hold.

Two bones and a target make a triangle, so arms and legs are closed by the law of cosines; which way the elbow or knee
points is the pole's to say. Before that the whole body is moved by the least that brings every target into reach.
"""

from collections.abc import Mapping
from math import acos, atan2, hypot, pi, radians, sqrt

from app.figure.geometry import (
    ORIGIN,
    UPRIGHT,
    Frame,
    Vec,
    add,
    along,
    compose,
    cross,
    distance,
    dot,
    hinged,
    middle,
    place,
    sub,
    to_frame,
    transposed,
    turned,
    unit,
)
from app.figure.pose import ARMS, HOSTS, LEGS, LIMBS, WORLD, Grasp, Held, Hold, LimbPose, Pose, Posture, Rig
from app.figure.skeleton import LEVELS, Body
from app.figure.spine import chain, sacrum

STRETCH = 0.9998  # of a limb's length: as straight as a knee that is held straight gets (2°)
_EASY = 0.994  # and as straight as an arm that bears weight (13°)
_PASSES = 20
_CLOSE = 1e-3  # cm
_DAMPING = 1e-4
_TINY = 1e-9
_ALIKE = 0.98  # of the largest overstretch: left and right pull together
_CHEST = "T4"
_GRIP = 0.45  # the grip lies this far along the hand

_Points = dict[str, Vec]
_Frames = dict[str, Frame]


def solve(body: Body, rig: Rig, pose: Pose) -> Posture:
    """Where everything lies in `pose`. Holds that are out of reach stay short of it: see `Posture.helds`."""
    pelvis = _pelvis(body, rig, pose)
    tops, frames, roots, hips = _standing(body, rig, pose, pelvis)
    if any(hold is not None and hold.straight for hold in pose.holds):
        pelvis = hinged(pelvis, _tilt(body, pose, pelvis, roots, hips))
        tops, frames, roots, hips = _standing(body, rig, pose, pelvis)
    points: _Points = {"hips": hips, "sacrum": add(hips, sacrum(body, ORIGIN, pelvis))}
    points.update(zip(LEVELS, [add(hips, top) for top in tops], strict=True))
    all_frames: _Frames = {"pelvis": pelvis, **dict(zip(LEVELS, frames, strict=True))}
    skull = frames[-1]
    points["head"] = place(points["skull"], skull, (0.012 * body.height_cm, 0.0, 0.032 * body.height_cm))
    helds: list[Held] = []
    for index in (2, 3, 0, 1):  # legs first: a hand may lie on one
        limb, hold = LIMBS[index], pose.holds[index]
        root = add(hips, roots[index])
        _limb(body, limb, pose.limbs[index], hold, root, points, all_frames)
        if hold is not None and hold.grasp is not Grasp.HANG:
            wanted = _target(pose.limbs[index], hold, points, all_frames)
            helds.append(Held(limb, hold, wanted, _held_point(body, limb, hold, points, all_frames)))
    return Posture(points, all_frames, tuple(helds))


_LEVEL = {name: index for index, name in enumerate(LEVELS)}


def _pelvis(body: Body, rig: Rig, pose: Pose) -> Frame:
    turn = to_frame(pose.turn)
    if rig.root == "pelvis":
        return turn
    __, frames = chain(body, ORIGIN, UPRIGHT, pose.spine)
    return compose(turn, transposed(frames[_LEVEL[rig.root]]))


def _standing(body: Body, rig: Rig, pose: Pose, pelvis: Frame) -> tuple[list[Vec], list[Frame], tuple[Vec, ...], Vec]:
    """Tops and frames of the spine and the roots of the limbs, seen from the hips; and where the hips are."""
    tops, frames = chain(body, sacrum(body, ORIGIN, pelvis), pelvis, pose.spine)
    roots = _roots(body, pelvis, tops[_LEVEL[_CHEST]], frames[_LEVEL[_CHEST]], pose.limbs)
    anchor = middle(roots[0], roots[1]) if rig.anchor == "shoulders" else ORIGIN
    return tops, frames, roots, _nudged(body, pose, roots, sub(pose.place, anchor))


def _tilt(body: Body, pose: Pose, pelvis: Frame, roots: tuple[Vec, ...], hips: Vec) -> float:
    """By how much the trunk must turn about the hips until the arms that are to be straight just are, radians.

    A shoulder at s from the hips, turned by t, is at arm's length from its target where p·cos t + q·sin t = k.
    """
    forward, __, up = pelvis
    tilts = []
    for limb, hold, root in zip(pose.limbs[:2], pose.holds[:2], roots[:2], strict=True):
        if hold is not None and hold.straight:
            gap = sub(hips, limb.target)
            sf, su, gf, gu = dot(root, forward), dot(root, up), dot(gap, forward), dot(gap, up)
            p, q = sf * gf + su * gu, su * gf - sf * gu
            arm = (body.cm["upper_arm"] + body.cm["forearm"]) * _EASY
            k = (arm * arm - dot(root, root) - dot(gap, gap)) / 2 - dot(root, pelvis[1]) * dot(gap, pelvis[1])
            middle_way, aside = atan2(q, p), acos(max(-1.0, min(1.0, k / hypot(p, q))))
            tilts.append(min((_short(middle_way + aside), _short(middle_way - aside)), key=abs))
    return sum(tilts) / len(tilts)


def _short(angle: float) -> float:
    return (angle + pi) % (2 * pi) - pi


def _roots(body: Body, pelvis: Frame, chest: Vec, frame: Frame, limbs: tuple[LimbPose, ...]) -> tuple[Vec, ...]:
    """Shoulders and hips, seen from the middle of the hips, in the order of LIMBS."""
    side = body.hip_side
    return (
        _shoulder(body, 1.0, chest, frame, limbs[0])[1],
        _shoulder(body, -1.0, chest, frame, limbs[1])[1],
        place(ORIGIN, pelvis, (0.0, side, 0.0)),
        place(ORIGIN, pelvis, (0.0, -side, 0.0)),
    )


def _shoulder(body: Body, side: float, chest: Vec, frame: Frame, limb: LimbPose) -> tuple[Vec, Vec]:
    """The collarbone's two ends. It begins a quarter of the way out and carries the shoulder up and forward."""
    out = body.shoulder_side
    collar = place(chest, frame, (body.cm["collar_forward"], side * out / 4, body.cm["collar_up"]))
    bone = turned(frame, radians(limb.lift) * side, 0.0, -radians(limb.forward) * side)
    return collar, along(collar, bone[1], side * out * 3 / 4)


def _nudged(body: Body, pose: Pose, roots: tuple[Vec, ...], hips: Vec) -> Vec:
    """The place near `hips` from which everything that the world holds can be reached.

    Every bond is a distance from a root to its target that must be met (a kneeling thigh) or not be passed; damped
    least squares (Wampler 1986) moves the body by the least that does so.
    """
    bonds: list[tuple[Vec, float, bool]] = []  # target less root, length, whether the length must be met
    for limb, pose_of, hold, root in zip(LIMBS, pose.limbs, pose.holds, roots, strict=True):
        if hold is not None and hold.host == WORLD and hold.grasp is not Grasp.HANG and not hold.straight:
            upper, lower = _bones(body, limb, hold)
            length = upper if hold.grasp is Grasp.MIDDLE else (upper + lower) * STRETCH
            bonds.append((sub(pose_of.target, root), length, hold.grasp is Grasp.MIDDLE))
    for _pass in range(_PASSES if bonds else 0):
        rows: list[tuple[Vec, float]] = []
        slack: list[tuple[Vec, float]] = []  # where only the most overstretched limb pulls: the others then give way
        for target, length, exact in bonds:
            reach = distance(hips, target) or _TINY
            if exact or reach > length:
                row = (along(ORIGIN, sub(hips, target), 1 / reach), length - reach)
                (rows if exact else slack).append(row)
        most = min((off for __, off in slack), default=0.0) * _ALIKE
        rows += [row for row in slack if row[1] <= most]
        if all(abs(off) < _CLOSE for __, off in rows):
            break
        hips = add(hips, _step(rows))
    return hips


def _step(rows: list[tuple[Vec, float]]) -> Vec:
    """The shortest way that lengthens the distance along every row's direction by its amount."""
    a = d = f = _DAMPING
    b = c = e = x = y = z = 0.0
    for (i, j, k), off in rows:
        a, b, c = a + i * i, b + i * j, c + i * k
        d, e, f = d + j * j, e + j * k, f + k * k
        x, y, z = x + i * off, y + j * off, z + k * off
    aa, bb, cc = d * f - e * e, c * e - b * f, b * e - c * d
    dd, ee, ff = a * f - c * c, b * c - a * e, a * d - b * b
    whole = a * aa + b * bb + c * cc
    return ((aa * x + bb * y + cc * z) / whole, (bb * x + dd * y + ee * z) / whole, (cc * x + ee * y + ff * z) / whole)


def _bones(body: Body, limb: str, hold: Hold | None) -> tuple[float, float]:
    """Upper and lower bone; a grip makes the lower one reach to the palm's middle."""
    if limb in LEGS:
        return body.cm["thigh"], body.cm["shank"]
    grip = _GRIP * body.cm["hand"] if hold is not None and hold.grasp is Grasp.GRIP else 0.0
    return body.cm["upper_arm"], body.cm["forearm"] + grip


def _target(limb: LimbPose, hold: Hold, points: Mapping[str, Vec], frames: Mapping[str, Frame]) -> Vec:
    if hold.host == WORLD:
        return limb.target
    point, frame = HOSTS[hold.host]
    return place(points[point], frames[frame], limb.target)


def _held_point(body: Body, limb: str, hold: Hold, points: Mapping[str, Vec], frames: Mapping[str, Frame]) -> Vec:
    side, arm = limb.split("_")[0], limb in ARMS
    if hold.grasp is Grasp.MIDDLE:
        return points[f"{side}_elbow" if arm else f"{side}_knee"]
    if hold.grasp is Grasp.GRIP:
        return along(points[f"{side}_wrist"], frames[f"{side}_hand"][2], -_GRIP * body.cm["hand"])
    return points[f"{side}_wrist" if arm else f"{side}_ankle"]


def _limb(
    body: Body, limb: str, pose: LimbPose, hold: Hold | None, root: Vec, points: _Points, frames: _Frames
) -> None:
    """Upper bone, lower bone, end and digits of one limb into `points` and `frames`."""
    side, arm = limb.split("_")[0], limb in ARMS
    sign = -1.0 if arm else 1.0  # elbows bend forward, knees back
    base = frames[_CHEST] if arm else frames["pelvis"]
    bones = _bones(body, limb, hold)
    if hold is None:
        upper = compose(base, to_frame(pose.root))
        lower = hinged(upper, sign * radians(pose.hinge))
        end = compose(lower, to_frame(pose.end))
    else:
        target = _target(pose, hold, points, frames)
        facing = to_frame(pose.facing)
        if hold.host != WORLD:
            facing = compose(frames[HOSTS[hold.host][1]], facing)
        if hold.grasp is Grasp.HANG:
            upper, lower = facing, hinged(facing, sign * radians(pose.hinge))
        elif hold.grasp is Grasp.MIDDLE:
            upper, lower = _aimed(root, target, facing, sign)
        else:
            pole = _pole(pose, side, base, facing, arm)
            upper, lower = _closed(root, target, bones, pole, sign)
        end = facing if hold.grasp is Grasp.END else compose(lower, to_frame(pose.end))
    mid = along(root, upper[2], -bones[0])
    tip = along(mid, lower[2], -(body.cm["forearm"] if arm else body.cm["shank"]))
    if arm:
        chest = points[_CHEST]
        points[f"{side}_collar"] = _shoulder(body, 1.0 if side == "left" else -1.0, chest, base, pose)[0]
        _arm_points(body, side, (root, mid, tip), (upper, lower, end), pose.digits, points, frames)
    else:
        _leg_points(body, side, (root, mid, tip), (upper, lower, end), pose.digits, points, frames)


def _pole(pose: LimbPose, side: str, base: Frame, facing: Frame, arm: bool) -> Vec:
    """Where elbow or knee should point: a knee over its toes and up from its foot; the pose may say more."""
    forward, out, up = pose.pole
    pole = place(ORIGIN, base, (forward, out if side == "left" else -out, up))
    return pole if arm else add(pole, add(facing[0], facing[2]))


def _closed(root: Vec, target: Vec, bones: tuple[float, float], pole: Vec, sign: float) -> tuple[Frame, Frame]:
    """Upper and lower frame of two bones that reach from `root` towards `target`."""
    upper, lower = bones
    gap = sub(target, root)
    reach = min(max(distance(target, root), abs(upper - lower) * 1.0005 + 1e-6), (upper + lower) * STRETCH)
    line = unit(gap, (0.0, 0.0, -1.0))
    foot = (upper * upper - lower * lower + reach * reach) / (2 * reach)
    height = sqrt(max(upper * upper - foot * foot, 0.0))
    aside = unit(sub(pole, along(ORIGIN, line, dot(pole, line))), (1.0, 0.0, 0.0))
    joint = along(along(ORIGIN, line, foot), aside, height)
    up = unit((-joint[0], -joint[1], -joint[2]))
    shin = unit(sub(joint, along(ORIGIN, line, reach)))
    left = unit(cross(up, aside)) if sign > 0 else unit(cross(aside, up))
    return (cross(left, up), left, up), (cross(left, shin), left, shin)


def _aimed(root: Vec, joint: Vec, facing: Frame, sign: float) -> tuple[Frame, Frame]:
    """The upper bone aimed at `joint`, where the lower one lies as `facing` says; the hinge is square to both."""
    up = unit(sub(root, joint))
    bend = cross(up, facing[2])
    left = unit((bend[0] * sign, bend[1] * sign, bend[2] * sign), facing[1])
    return (cross(left, up), left, up), (cross(left, facing[2]), left, facing[2])


def _arm_points(
    body: Body,
    side: str,
    joints: tuple[Vec, Vec, Vec],
    parts: tuple[Frame, Frame, Frame],
    digits: float,
    points: _Points,
    frames: _Frames,
) -> None:
    hand = parts[2]
    fingers = hinged(hand, -radians(digits))
    knuckles = along(joints[2], hand[2], -0.5 * body.cm["hand"])
    points[f"{side}_shoulder"], points[f"{side}_elbow"], points[f"{side}_wrist"] = joints
    points[f"{side}_knuckles"] = knuckles
    points[f"{side}_fingertip"] = along(knuckles, fingers[2], -0.5 * body.cm["hand"])
    frames[f"{side}_upper_arm"], frames[f"{side}_forearm"], frames[f"{side}_hand"] = parts
    frames[f"{side}_fingers"] = fingers


def _leg_points(
    body: Body,
    side: str,
    joints: tuple[Vec, Vec, Vec],
    parts: tuple[Frame, Frame, Frame],
    digits: float,
    points: _Points,
    frames: _Frames,
) -> None:
    ankle, foot = joints[2], parts[2]
    toes = hinged(foot, -radians(digits))
    ball = place(ankle, foot, ball_of(body))
    points[f"{side}_hip"], points[f"{side}_knee"], points[f"{side}_ankle"] = joints
    points[f"{side}_heel"] = place(ankle, foot, heel_of(body))
    points[f"{side}_ball"] = ball
    points[f"{side}_toe"] = along(ball, toes[0], 0.22 * body.cm["foot_length"])
    frames[f"{side}_thigh"], frames[f"{side}_shank"], frames[f"{side}_foot"] = parts
    frames[f"{side}_toes"] = toes


def ball_of(body: Body) -> Vec:
    """The ball's middle in the foot, seen from the ankle."""
    return (0.46 * body.cm["foot_length"], 0.0, body.flesh["foot"][1] - body.cm["foot_height"])


def heel_of(body: Body) -> Vec:
    """The heel's middle in the foot, seen from the ankle."""
    return (-0.16 * body.cm["foot_length"], 0.0, body.flesh["heel"][1] - body.cm["foot_height"])
