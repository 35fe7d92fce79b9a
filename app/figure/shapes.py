"""What a painter fills, in its turn: the roles are told in `drawing.py`, which makes them."""

from typing import NamedTuple


class Capsule(NamedTuple):
    """The hull of two circles."""

    role: str
    x0: float
    y0: float
    r0: float
    x1: float
    y1: float
    r1: float


class Disc(NamedTuple):
    """`glow` from 0 to 1: how far the role's colour goes over into the accent."""

    role: str
    x: float
    y: float
    r: float
    glow: float = 0.0


class Area(NamedTuple):
    """A filled polygon."""

    role: str
    points: tuple[tuple[float, float], ...]


Shape = Capsule | Disc | Area
