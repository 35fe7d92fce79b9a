"""Keys: a pose as it is written in a figure file, in anatomical terms, made into numbers.

    [keys.round]
    like = "all-fours"                     # another key that this one is laid over
    pelvis = { tilt = 58.0, place = [0.0, 0.0, 47.5] }
    arms = { forward = 20.0, hold = { hand = [52.0, 17.0, 0.0] } }
    [keys.round.spine]
    lumbar = { flexion = 46.0 }

Degrees; cm for a body of 170 cm. The pelvis is turned about the world's up, tilted forward, rolled about its own
length and leant to the left. `arms` and `legs` stand for both sides and are written for the left; `left_arm` … are laid
over them, `hold = false` takes a hold away. Angles of a held limb follow from the hold (see `holds.py`).
"""

from collections.abc import Mapping
from dataclasses import replace
from math import radians
from typing import Any

from app.figure.angles import ball, hand
from app.figure.geometry import (
    ORIGIN,
    STILL,
    UPRIGHT,
    Frame,
    Vec,
    along,
    angle_between,
    hinged,
    inside,
    to_quat,
    turned,
)
from app.figure.holds import Bond, read_hold
from app.figure.pose import ARMS, LIMBS, Hold, LimbPose, Pose, Posture, Rig, other_side
from app.figure.reach import solve
from app.figure.skeleton import MOVES, REGIONS, Body
from app.figure.spine import spread
from app.figure.table import Table

_ARM_POLE = (-1.0, 0.3, -0.6)  # elbows back, a little out and down
_PELVIS = ("tilt", "turn", "roll", "lean", "place")
_ARM = (
    "lift",
    "forward",
    "flexion",
    "abduction",
    "turn",
    "elbow",
    "forearm",
    "wrist",
    "aside",
    "fingers",
    "pole",
    "hold",
)
_LEG = ("flexion", "abduction", "turn", "knee", "ankle", "aside", "toes", "pole", "hold")
_MIRRORED_NUMBERS = ("heading", "roll")


def read_keys(body: Body, keys: Table) -> dict[str, Pose]:
    """All keys of a file, not yet settled. Raises FigureError."""
    return {name: _pose(body, keys.table(name).with_items(_merged(keys, name, ()))) for name in keys}


def settled(body: Body, rig: Rig, pose: Pose) -> tuple[Pose, Posture]:
    """The pose as it solves: its place after the holds have pulled at it, and the angles of every held limb."""
    posture = solve(body, rig, pose)
    free = solve(body, rig, replace(pose, holds=(None,) * 4))
    x, y, z = (p + a - b for p, a, b in zip(pose.place, posture.points["hips"], free.points["hips"], strict=True))
    limbs = tuple(
        limb if hold is None else _with_angles(limb, posture, name)
        for limb, hold, name in zip(pose.limbs, pose.holds, LIMBS, strict=True)
    )
    return replace(pose, place=(x, y, z), limbs=limbs), posture


def _with_angles(limb: LimbPose, posture: Posture, name: str) -> LimbPose:
    side, arm, frames = name.split("_")[0], name in ARMS, posture.frames
    upper, lower, end = (
        frames[f"{side}_{part}"] for part in (("upper_arm", "forearm", "hand") if arm else ("thigh", "shank", "foot"))
    )
    return limb._replace(
        root=to_quat(inside(frames["T4" if arm else "pelvis"], upper)),
        hinge=angle_between(upper[2], lower[2]),
        end=to_quat(inside(lower, end)),
    )


def _merged(keys: Table, name: str, seen: tuple[str, ...]) -> dict[str, Any]:
    """The key's table over the one that it is `like`."""
    table = keys.table(name)
    if "like" not in table:
        return dict(table.items)
    like = table.one_of("like", [other for other in keys if other not in (*seen, name)])
    own = {key: value for key, value in table.items.items() if key != "like"}
    return _over(_merged(keys, like, (*seen, name)), own)


def _pose(body: Body, key: Table) -> Pose:
    key.only(("pelvis", "spine", "arms", "legs", *LIMBS))
    pelvis = key.table("pelvis")
    pelvis.only(_PELVIS)
    limbs, holds = zip(*(_limb(body, key, limb) for limb in LIMBS), strict=True)
    return Pose(
        place=_scaled(body, pelvis.vec("place", (0.0, 0.0, 90.0))),
        turn=to_quat(_facing(pelvis)),
        spine=spread(body, _regions(body, key.table("spine"))),
        limbs=limbs,
        holds=holds,
    )


def _facing(pelvis: Table) -> Frame:
    frame = turned(UPRIGHT, 0.0, 0.0, radians(pelvis.number("turn")))
    frame = hinged(frame, radians(pelvis.number("tilt")))
    frame = turned(frame, 0.0, 0.0, radians(pelvis.number("roll")))
    return turned(frame, -radians(pelvis.number("lean")), 0.0, 0.0)


def _regions(body: Body, spine: Table) -> Mapping[str, Mapping[str, float]]:
    """The regions' angles, none past what a supple person does."""
    spine.only(REGIONS)
    regions = {}
    for region in spine:
        table = spine.table(region)
        table.only(MOVES)
        regions[region] = {move: table.number(move) for move in table}
        for move, angle in regions[region].items():
            most = body.region_limit(region, move, angle)
            if abs(angle) > most:
                table.refuse(move, f"is {angle:g}°, past its limit of {most:.1f}°")
    return regions


def _limb(body: Body, key: Table, limb: str) -> tuple[LimbPose, Hold | None]:
    arm, side = limb in ARMS, 1.0 if limb.startswith("left") else -1.0
    both = key.table("arms" if arm else "legs").items
    own = key.table(limb).with_items(_over(_mirrored(both) if side < 0 else both, key.table(limb).items))
    own.only(_ARM if arm else _LEG)
    bond = read_hold(body, own.table("hold"), arm, side) if "hold" in own else Bond(None, ORIGIN, STILL, 0.0)
    upper = ball(own.number("flexion"), own.number("abduction"), own.number("turn"), side)
    if arm:
        end = hand(own.number("forearm"), own.number("wrist"), own.number("aside"), side)
    else:
        end = ball(own.number("ankle"), own.number("aside"), 0.0, side)
    pose = LimbPose(
        lift=own.number("lift"),
        forward=own.number("forward"),
        root=to_quat(upper),
        hinge=own.number("elbow" if arm else "knee"),
        end=to_quat(end),
        digits=own.number("fingers" if arm else "toes", bond.digits),
        target=_scaled(body, bond.target),
        facing=bond.facing,
        pole=own.vec("pole", _ARM_POLE if arm else ORIGIN),
    )
    return pose, bond.hold


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """`above` laid over `below`, table by table; a hold replaces the whole hold, and false takes it away."""
    merged = dict(below)
    for name, value in above.items():
        under = merged.get(name)
        if isinstance(value, dict) and isinstance(under, dict) and name != "hold":
            merged[name] = _over(under, value)
        else:
            merged[name] = value
    if merged.get("hold") is False:
        del merged["hold"]
    return merged


def _mirrored(limb: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is written for both limbs, for the right one: places, headings and hosts change sides."""
    hold = limb.get("hold")
    if not isinstance(hold, dict):
        return limb
    mirrored: dict[str, Any] = {}
    for name, value in hold.items():
        if name in _MIRRORED_NUMBERS and isinstance(value, float):
            mirrored[name] = -value
        elif isinstance(value, list) and len(value) == 3:
            mirrored[name] = [value[0], -value[1], value[2]]
        else:
            mirrored[name] = other_side(value) if isinstance(value, str) else value
    return {**limb, "hold": mirrored}


def _scaled(body: Body, place: Vec) -> Vec:
    return along(ORIGIN, place, body.scale)
