"""The body round its bones: what is drawn, and what may not sink into the floor. Ours: no study gives these shapes."""

from collections.abc import Iterator
from math import hypot
from typing import NamedTuple

from app.figure.geometry import Frame, Vec, place
from app.figure.pose import Posture
from app.figure.skeleton import SIDES, Body


class Section(NamedTuple):
    """One ellipsoid of the trunk, at the top of a level or at the hips: half its depth, width and height, and how far
    its middle lies before and above. cm at 170 cm."""

    at: str
    depth: float
    width: float
    height: float
    forward: float
    up: float

    def middle(self, body: Body, posture: Posture) -> Vec:
        x, z = self.forward * body.scale, self.up * body.scale
        return place(posture.points[self.at], self.frame(posture), (x, 0.0, z))

    def frame(self, posture: Posture) -> Frame:
        return posture.frames["pelvis" if self.at == "hips" else self.at]

    def halves(self, body: Body) -> Vec:
        return (self.depth * body.scale, self.width * body.scale, self.height * body.scale)


SECTIONS = (
    Section("hips", 10.2, 16.0, 9.0, -0.8, 2.0),
    Section("L4", 9.1, 14.4, 5.0, 2.4, 0.0),
    Section("L2", 8.9, 13.2, 5.0, 3.2, 0.0),
    Section("T12", 9.3, 13.0, 5.0, 3.9, 0.0),
    Section("T10", 10.1, 13.9, 5.0, 4.6, 0.0),
    Section("T8", 10.6, 14.8, 5.0, 4.8, 0.0),
    Section("T6", 10.6, 15.2, 5.0, 4.6, 0.0),
    Section("T4", 9.5, 14.4, 5.0, 3.5, 0.0),
    Section("T2", 7.7, 11.0, 4.0, 2.1, 0.0),
    Section("T1", 6.4, 8.0, 3.5, 1.4, 0.0),
)
# The head's two balls in the skull: forward, up, radius. cm at 170 cm.
JAW = (4.6, -1.6, 5.6)
CROWN = (1.2, 5.6, 9.0)
# Which radius of Body.flesh lies round which joint: the limb's name and its end.
_JOINTS = (
    ("shoulder", "shoulder", 0), ("elbow", "upper_arm", 1), ("wrist", "forearm", 1), ("knuckles", "palm", 1),
    ("fingertip", "fingers", 1), ("knee", "thigh", 1), ("ankle", "shank", 1), ("heel", "heel", 1),
    ("ball", "foot", 1), ("toe", "toes", 1),
)  # fmt: skip


def head_balls(body: Body, posture: Posture) -> tuple[tuple[Vec, float], tuple[Vec, float]]:
    """Jaw and crown of the head: middle and radius."""
    base, skull, scale = posture.points["skull"], posture.frames["skull"], body.scale
    jaw = place(base, skull, (JAW[0] * scale, 0.0, JAW[1] * scale))
    crown = place(base, skull, (CROWN[0] * scale, 0.0, CROWN[1] * scale))
    return (jaw, JAW[2] * scale), (crown, CROWN[2] * scale)


def balls(body: Body, posture: Posture) -> Iterator[tuple[str, Vec, float]]:
    """Head and joints as balls: name, middle, radius."""
    for name, (middle, radius) in zip(("jaw", "crown"), head_balls(body, posture), strict=True):
        yield name, middle, radius
    for side in SIDES:
        for joint, limb, end in _JOINTS:
            yield f"{side}_{joint}", posture.points[f"{side}_{joint}"], body.flesh[limb][end]


def heights(body: Body, posture: Posture) -> Iterator[tuple[str, float]]:
    """How high the lowest point of every part is above the floor, cm: below 0 it has sunk in."""
    for name, middle, radius in balls(body, posture):
        yield name, middle[2] - radius
    for section in SECTIONS:
        halves, frame = section.halves(body), section.frame(posture)
        drop = hypot(*(half * axis[2] for half, axis in zip(halves, frame, strict=True)))
        yield section.at, section.middle(body, posture)[2] - drop
