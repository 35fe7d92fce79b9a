"""The eye: a parallel projection that keeps one scale for a whole movement, so that nothing jumps."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin

from app.figure.geometry import Vec, dot

Box = tuple[float, float, float, float]  # left, low, right, high in cm as the camera sees them


@dataclass(frozen=True, slots=True)
class Camera:
    """Turned `yaw` degrees round the figure (0 looks at its front, 90 at its left side) and raised by `pitch`."""

    yaw: float
    pitch: float

    @property
    def axes(self) -> tuple[Vec, Vec, Vec]:
        """Right, up and away from the eye, in the world."""
        a, b = radians(self.yaw), radians(self.pitch)
        return (
            (-sin(a), cos(a), 0.0),
            (-cos(a) * sin(b), -sin(a) * sin(b), cos(b)),
            (-cos(a) * cos(b), -sin(a) * cos(b), -sin(b)),
        )

    def mirrored(self) -> "Camera":
        """The same look at the mirror image."""
        return Camera(-self.yaw, self.pitch)

    def box(self, points: Iterable[tuple[Vec, float]]) -> Box:
        """The smallest box round `points`, each with a radius, cm."""
        right, up, __ = self.axes
        seen = [(dot(right, point), dot(up, point), radius) for point, radius in points]
        return (
            min(x - r for x, __, r in seen),
            min(y - r for __, y, r in seen),
            max(x + r for x, __, r in seen),
            max(y + r for __, y, r in seen),
        )

    def fit(self, box: Box, width: float, height: float, margin: float = 0.06) -> "Projection":
        """The projection that shows `box` whole in the middle of `width` × `height` pixels, y down."""
        left, low, wide, high = box
        scale = min(width / (wide - left), height / (high - low)) * (1 - 2 * margin)
        x, y = (left + wide) / 2, (low + high) / 2
        return Projection(*self.axes, scale, width / 2 - x * scale, height / 2 + y * scale)


@dataclass(frozen=True, slots=True)
class Projection:
    """From the world in cm to a picture in pixels."""

    right: Vec
    up: Vec
    away: Vec
    scale: float
    x: float
    y: float

    def at(self, point: Vec) -> tuple[float, float]:
        return (self.x + self.scale * dot(self.right, point), self.y - self.scale * dot(self.up, point))

    def depth(self, point: Vec) -> float:
        """How far away `point` is, cm: more is further."""
        return dot(self.away, point)
