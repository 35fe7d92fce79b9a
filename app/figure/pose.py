"""What a pose is (angles and contacts) and what a solved posture is (where every joint lies, how every part faces)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from app.figure.geometry import ORIGIN, STILL, Frame, Quat, Vec, add, mirrored, mirrored_frame
from app.figure.spine import STRAIGHT, Angles

ARMS = ("left_arm", "right_arm")
LEGS = ("left_leg", "right_leg")
LIMBS = ARMS + LEGS

WORLD = "world"
# What a hand can lie on: the point and the frame that carry it.
HOSTS: Mapping[str, tuple[str, str]] = {
    "head": ("skull", "skull"),
    "chest": ("T4", "T4"),
    "pelvis": ("hips", "pelvis"),
    "left_thigh": ("left_hip", "left_thigh"),
    "right_thigh": ("right_hip", "right_thigh"),
    "left_shank": ("left_knee", "left_shank"),
    "right_shank": ("right_knee", "right_shank"),
}


class Grasp(StrEnum):
    """How a limb is held: by its end (hand or foot, turned as the target says), by its grip (the palm's middle, the
    hand in line with the forearm), or by its middle joint (knee or elbow, the lower bone turned as the target says).
    HANG bears nothing: the upper bone faces as the target says, as an arm hangs down whatever the trunk does."""

    END = "end"
    GRIP = "grip"
    MIDDLE = "middle"
    HANG = "hang"


@dataclass(frozen=True, slots=True)
class Hold:
    """A limb's bond to `host`: the world, or one of HOSTS. `part` names the bearing part, for people.

    `straight` keeps an arm straight: the trunk tilts about the hips rather than that the elbow bends.
    """

    grasp: Grasp
    part: str
    host: str = WORLD
    straight: bool = False


class LimbPose(NamedTuple):
    """One limb, all of it numbers that may be interpolated. Frames are told by quaternions.

    `lift, forward` are the shoulder blade's (degrees, arms only); `root` the upper bone in chest or pelvis; `hinge`
    elbow or knee (degrees); `end` hand or foot in the lower bone; `digits` how far fingers curl or toes bend up
    (degrees). `target, facing` is where a hold is, in its host; `pole` where elbow or knee should point (chest or
    pelvis: forward, outward, up).
    """

    lift: float = 0.0
    forward: float = 0.0
    root: Quat = STILL
    hinge: float = 0.0
    end: Quat = STILL
    digits: float = 0.0
    target: Vec = ORIGIN
    facing: Quat = STILL
    pole: Vec = ORIGIN


@dataclass(frozen=True, slots=True)
class Rig:
    """Where the pose's own turn and place belong: `root` is the frame that `turn` turns (pelvis or a level), `anchor`
    what stands at `place`: "hips" or "shoulders" (the middle of each pair of joints)."""

    root: str = "pelvis"
    anchor: str = "hips"


@dataclass(frozen=True, slots=True)
class Pose:
    """A whole body. `limbs` and `holds` in the order of LIMBS; a limb without a hold follows its own angles."""

    place: Vec
    turn: Quat
    spine: Angles = STRAIGHT
    limbs: tuple[LimbPose, ...] = (LimbPose(),) * 4
    holds: tuple[Hold | None, ...] = (None,) * 4


class Held(NamedTuple):
    """A hold as it came out: where it should be and where it is, in the world."""

    limb: str
    hold: Hold
    wanted: Vec
    actual: Vec


@dataclass(frozen=True, slots=True)
class Posture:
    """A solved pose. Points: "hips", "sacrum", the top of every level, "head", and per side collar, shoulder, elbow,
    wrist, knuckles, fingertip, hip, knee, ankle, heel, ball, toe ("left_knee"). Frames: "pelvis", every level, and per
    side upper_arm, forearm, hand, fingers, thigh, shank, foot, toes."""

    points: Mapping[str, Vec]
    frames: Mapping[str, Frame]
    helds: tuple[Held, ...] = ()


def other_side(name: str) -> str:
    """The same part of the other side; the same name for what has no side."""
    if name.startswith("left"):
        return "right" + name[4:]
    return "left" + name[5:] if name.startswith("right") else name


def mirror(posture: Posture) -> Posture:
    """The mirror image: the other side of an exercise, written once."""
    return Posture(
        {other_side(name): mirrored(point) for name, point in posture.points.items()},
        {other_side(name): mirrored_frame(frame) for name, frame in posture.frames.items()},
        tuple(
            Held(
                other_side(held.limb),
                replace(held.hold, host=other_side(held.hold.host)),
                mirrored(held.wanted),
                mirrored(held.actual),
            )
            for held in posture.helds
        ),
    )


def raised(posture: Posture, by: float) -> Posture:
    """The same posture on something `by` cm high."""
    up = (0.0, 0.0, by)
    helds = tuple(held._replace(wanted=add(held.wanted, up), actual=add(held.actual, up)) for held in posture.helds)
    return Posture({name: add(point, up) for name, point in posture.points.items()}, posture.frames, helds)
