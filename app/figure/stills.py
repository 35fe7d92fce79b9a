"""Pictures of one moment of each exercise that are kept, since a page shows many of them before anything moves.

Solving nine figures takes longer than the rest of the window. `packaging/make_stills.py` makes `stills.json` from the
figures; a test makes it again and compares.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.figure.shapes import Area, Capsule, Disc, Shape

SIDE = 1000.0  # pixels of the square that the shapes are kept for
_KINDS: dict[int, Any] = {len(kind._fields): kind for kind in (Capsule, Disc, Area)}


@dataclass(frozen=True, slots=True)
class Still:
    """`width` and `height` are the whole movement's, cm: a moment is as large as it is while the figure moves."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def fit(self, width: float, height: float) -> list[Shape]:
        """The shapes in the middle of `width` × `height` pixels, as `Stage.shapes` would give them."""
        scale = min(width / self.width, height / self.height) / min(SIDE / self.width, SIDE / self.height)
        right, down = (width - SIDE * scale) / 2, (height - SIDE * scale) / 2
        return [_placed(shape, scale, right, down) for shape in self.shapes]


def read_stills(file: Path) -> dict[str, Still]:
    """Each exercise's by its id."""
    return {name: _read(kept) for name, kept in json.loads(file.read_text(encoding="utf-8")).items()}


def as_document(stills: Mapping[str, Still]) -> str:
    """What `read_stills` reads; a tenth of a pixel of the square can't be seen."""
    lines = [f"{json.dumps(name)}: {_line(still)}" for name, still in stills.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(still: Still) -> str:
    shapes = json.loads(json.dumps(still.shapes), parse_float=lambda text: round(float(text), 1))
    return json.dumps([round(still.width, 2), round(still.height, 2), shapes], separators=(",", ":"))


def _read(kept: tuple[float, float, list[list[Any]]]) -> Still:
    width, height, shapes = kept
    return Still(width, height, tuple(_KINDS[len(shape)](*shape) for shape in shapes))


def _placed(shape: Shape, scale: float, right: float, down: float) -> Shape:
    if isinstance(shape, Area):
        return Area(shape.role, tuple((x * scale + right, y * scale + down) for x, y in shape.points))
    if isinstance(shape, Disc):
        return shape._replace(x=shape.x * scale + right, y=shape.y * scale + down, r=shape.r * scale)
    return Capsule(
        shape.role,
        shape.x0 * scale + right, shape.y0 * scale + down, shape.r0 * scale,
        shape.x1 * scale + right, shape.y1 * scale + down, shape.r1 * scale,
    )  # fmt: skip
