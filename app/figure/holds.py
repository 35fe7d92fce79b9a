"""Holds: what a hand or foot bears on, as written in a figure file.

Arms: `hand = [x, y, z]` flat on a surface, z its height, under the heel of the hand; `grip` the palm's middle at a
place; `forearm` on a surface, under the elbow; `hang` degrees outward from straight down, `back` degrees backward.
Legs: `sole` (under the ankle), `ball`, `heel`, `edge` of the foot on a surface; `knee` on a surface, the ankle `ankle`
cm high. `heading` is where fingers or toes point (0 forward, 90 left), `pitch` lifts the heel, `roll` the outer edge of
a left foot; `on` names what else than the world carries a grip, its place then being seen from there.
`straight` tilts the trunk until the arm is straight.
"""

from math import pi, radians, sin
from typing import NamedTuple

from app.figure.geometry import ORIGIN, UPRIGHT, Frame, Quat, Vec, add, along, hinged, place, to_quat, turned
from app.figure.pose import HOSTS, WORLD, Grasp, Hold
from app.figure.reach import ball_of, heel_of
from app.figure.skeleton import Body
from app.figure.table import Table

_ARM_PARTS = {"hand": Grasp.END, "grip": Grasp.GRIP, "forearm": Grasp.MIDDLE, "hang": Grasp.HANG}
_LEG_PARTS = {"sole": Grasp.END, "ball": Grasp.END, "heel": Grasp.END, "edge": Grasp.END, "knee": Grasp.MIDDLE}
_WORDS = ("heading", "on", "straight", "slope", "back", "pitch", "roll", "ankle")


class Bond(NamedTuple):
    """A hold and the numbers that go with it: where, in cm at 170 cm; facing where; how far the digits bend."""

    hold: Hold | None
    target: Vec
    facing: Quat
    digits: float


def read_hold(body: Body, table: Table, arm: bool, side: float) -> Bond:
    """The hold of one limb; `side` is 1 on the left, −1 on the right. Raises FigureError."""
    parts = _ARM_PARTS if arm else _LEG_PARTS
    table.only((*parts, *_WORDS))
    named = [part for part in parts if part in table]
    if len(named) != 1:
        table.refuse("", f"needs one of {', '.join(parts)}")
    part = named[0]
    hold = Hold(parts[part], part, table.choice("on", (WORLD, *HOSTS)), table.flag("straight"))
    reader = _Reader(body, table, side)
    if part == "hang":
        target, facing, digits = reader.hang()
    elif arm:
        target, facing, digits = {"hand": reader.hand, "grip": reader.grip, "forearm": reader.forearm}[part]()
    elif part == "knee":
        target, facing, digits = reader.knee()
    else:
        target, facing, digits = reader.foot(part)
    return Bond(hold, target, to_quat(facing), digits)


class _Reader:
    def __init__(self, body: Body, table: Table, side: float) -> None:
        self._body, self._table, self._side = body, table, side

    def hand(self) -> tuple[Vec, Frame, float]:
        """The wrist is as high as the hand is thick at its heel; the palm slopes down to the fingers, which lie flat.

        So a wrist under an upright forearm extends by 70°, its limit, not by 90°.
        """
        slope = self._table.number("slope", 18.0)
        height = self._cm(self._body.flesh["palm"][1]) + self._cm(0.5 * self._body.cm["hand"]) * sin(radians(slope))
        palm = hinged(turned(self._heading(), 0.0, 0.0, pi), radians(90.0 - slope))
        return self._above("hand", height), palm, -slope

    def grip(self) -> tuple[Vec, Frame, float]:
        return self._table.vec("grip"), UPRIGHT, 70.0

    def forearm(self) -> tuple[Vec, Frame, float]:
        elbow, wrist = self._cm(self._body.flesh["upper_arm"][1]), self._cm(self._body.flesh["forearm"][1])
        drop = (elbow - wrist) / self._cm(self._body.cm["forearm"])
        return self._above("forearm", elbow), hinged(self._heading(), drop - radians(90.0)), 20.0

    def hang(self) -> tuple[Vec, Frame, float]:
        back, out = radians(self._table.number("back")), radians(self._table.number("hang"))
        return ORIGIN, turned(hinged(self._heading(), back), out * self._side, 0.0, 0.0), 25.0

    def foot(self, part: str) -> tuple[Vec, Frame, float]:
        """The ankle above the part that bears; toes on the floor bend up as the heel rises."""
        body, pitch = self._body, self._table.number("pitch")
        frame = turned(hinged(self._heading(), radians(pitch)), radians(self._table.number("roll")), 0.0, 0.0)
        bearing, radius = {
            "sole": ((0.0, 0.0, -body.cm["foot_height"]), 0.0),
            "ball": (ball_of(body), body.flesh["foot"][1]),
            "heel": (heel_of(body), body.flesh["heel"][1]),
            "edge": (ORIGIN, body.flesh["shank"][1]),
        }[part]
        ankle = place(ORIGIN, frame, along(ORIGIN, bearing, self._cm(-1.0)))
        return add(self._above(part, self._cm(radius)), ankle), frame, pitch if part == "ball" else 0.0

    def knee(self) -> tuple[Vec, Frame, float]:
        knee = self._cm(self._body.flesh["shank"][0])
        rise = (self._table.number("ankle", 9.0) - knee) / self._cm(self._body.cm["shank"])
        return self._above("knee", knee), hinged(self._heading(), radians(90.0) + rise), 0.0

    def _above(self, part: str, height: float) -> Vec:
        return along(self._table.vec(part), (0.0, 0.0, 1.0), height)

    def _heading(self) -> Frame:
        return turned(UPRIGHT, 0.0, 0.0, radians(self._table.number("heading")))

    def _cm(self, length: float) -> float:
        """A length of this body as it would be at 170 cm: places in files are."""
        return length / self._body.scale
