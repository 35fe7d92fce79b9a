"""Pictures of one moment of each exercise that are kept, since a page shows many of them before anything moves.

Solving nine figures takes longer than the rest of the window, and painting them shape by shape half as long as solving.
`packaging/make_stills.py` makes `stills.json` from the figures; a test makes it again and compares.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from math import acos, atan2, cos, hypot, pi, sin
from pathlib import Path

from app.figure.shapes import Area, Capsule, Disc, Shape

SIDE = 1000.0  # pixels of the square that the shapes are kept for


@dataclass(frozen=True, slots=True)
class Still:
    """`width` and `height` are the whole movement's, cm: a moment is as large as it is while the figure moves.

    `drawing` is an SVG of `SIDE` × `SIDE` with its colours left open: `$skin` stands for that of the role.
    """

    width: float
    height: float
    drawing: str

    def fit(self, width: float, height: float) -> tuple[float, float, float]:
        """Left, top and side of the drawing in `width` × `height` pixels, where `Stage.shapes` would have the same."""
        scale = min(width / self.width, height / self.height) / min(SIDE / self.width, SIDE / self.height)
        side = SIDE * scale
        return (width - side) / 2, (height - side) / 2, side


def read_stills(file: Path) -> dict[str, Still]:
    """Each exercise's by its id."""
    return {name: Still(**kept) for name, kept in json.loads(file.read_text(encoding="utf-8")).items()}


def as_document(stills: Mapping[str, Still]) -> str:
    """What `read_stills` reads."""
    return json.dumps({name: asdict(still) for name, still in stills.items()}, indent=0) + "\n"


def draw_still(width: float, height: float, shapes: Iterable[Shape]) -> Still:
    """The `shapes` of a moment in a square of `SIDE`; nothing of a still glows."""
    groups = (
        f'<g fill="${role}">{"".join(map(_element, of_role))}</g>'
        for role, of_role in groupby(shapes, lambda shape: shape.role)
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE:.0f} {SIDE:.0f}">'
    return Still(round(width, 2), round(height, 2), f"{head}{''.join(groups)}</svg>")


def _element(shape: Shape) -> str:
    if isinstance(shape, Area):
        return f'<polygon points="{" ".join(_point(x, y) for x, y in shape.points)}"/>'
    if isinstance(shape, Disc):
        return _circle(shape.x, shape.y, shape.r)
    return _hull(shape)


def _hull(capsule: Capsule) -> str:
    """The outer arc of each circle, and between them their common tangents."""
    _role, x0, y0, r0, x1, y1, r1 = capsule
    apart = hypot(x1 - x0, y1 - y0)
    if apart <= abs(r0 - r1):
        return _circle(x0, y0, r0) if r0 > r1 else _circle(x1, y1, r1)
    way, open_by = atan2(y1 - y0, x1 - x0), acos((r0 - r1) / apart)
    a, b = (_point(x0 + r0 * cos(turn), y0 + r0 * sin(turn)) for turn in (way + open_by, way - open_by))
    c, d = (_point(x1 + r1 * cos(turn), y1 + r1 * sin(turn)) for turn in (way - open_by, way + open_by))
    most = open_by < pi / 2  # whether the first circle shows more than half of itself
    return f'<path d="M{a}A{_arc(r0)} 0 {most:d} 1 {b}L{c}A{_arc(r1)} 0 {not most:d} 1 {d}Z"/>'


def _circle(x: float, y: float, r: float) -> str:
    return f'<circle cx="{_short(x)}" cy="{_short(y)}" r="{_short(r)}"/>'


def _arc(r: float) -> str:
    return f"{_short(r)} {_short(r)}"


def _point(x: float, y: float) -> str:
    return f"{_short(x)} {_short(y)}"


def _short(number: float) -> str:
    """To a hundredth of a pixel of the square: the middle of an arc that is nearly round hangs on its short chord."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
