"""What stands and lies about: mat, chair, box, bench, dumbbell, plate, as blocks, rods and wheels in the world."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import radians
from typing import NamedTuple

from app.figure.geometry import ORIGIN, UPRIGHT, Frame, Vec, along, compose, hinged, place
from app.figure.skeleton import Body
from app.figure.table import Table


class Block(NamedTuple):
    """A box round `middle` with half its sizes along the frame's axes."""

    middle: Vec
    frame: Frame
    half: Vec


class Rod(NamedTuple):
    start: Vec
    end: Vec
    radius: float


class Wheel(NamedTuple):
    """A flat cylinder: a plate or the end of a dumbbell, `thick` from the middle to a face."""

    middle: Vec
    axis: Vec
    radius: float
    thick: float


Piece = Block | Rod | Wheel


@dataclass(frozen=True, slots=True)
class Prop:
    """`pieces` in the world, or carried: `on` names one or both hands or the chest, whose frame they are then told in.

    `load` marks what is left away when the exercise is done without weight. `under` lies below everything.
    """

    kind: str
    pieces: tuple[Piece, ...]
    on: str = ""
    load: bool = False
    under: bool = False


def _mat(at: Vec, table: Table) -> tuple[Piece, ...]:
    length, width = table.numbers("size", (190.0, 70.0))
    return (Block(along(at, (0.0, 0.0, 1.0), -0.6), UPRIGHT, (length / 2, width / 2, 0.6)),)


def _box(at: Vec, table: Table) -> tuple[Piece, ...]:
    size = table.vec("size", (40.0, 50.0, 30.0))
    return (_crate(at, size),)


def _crate(at: Vec, size: Vec) -> Block:
    length, width, height = size
    return Block(along(at, (0.0, 0.0, 1.0), height / 2), UPRIGHT, (length / 2, width / 2, height / 2))


def _chair(at: Vec, table: Table) -> tuple[Piece, ...]:
    """`at` is the floor under the seat's middle; the back is behind (−x)."""
    seat, top, half, deep = 44.0, 88.0, 22.0, 21.0
    posts = [(x, y) for x in (-deep + 2, deep - 2) for y in (-half + 2, half - 2)]
    legs = [Rod(place(at, UPRIGHT, (x, y, 1.2)), place(at, UPRIGHT, (x, y, seat - 2)), 1.2) for x, y in posts]
    rails = [
        Rod(place(at, UPRIGHT, (-deep + 1, y, seat)), place(at, UPRIGHT, (-deep - 3, y, top)), 1.2)
        for y in (-half + 2, half - 2)
    ]
    rest = Block(place(at, UPRIGHT, (-deep - 2.2, 0.0, top - 8)), hinged(UPRIGHT, -0.09), (1.2, half - 1, 8.0))
    return (*legs, *rails, rest, Block(place(at, UPRIGHT, (0.0, 0.0, seat - 1.5)), UPRIGHT, (deep, half, 1.5)))


def _bench(at: Vec, table: Table) -> tuple[Piece, ...]:
    """A 45° back-extension bench: `at` is the middle of the hip pad's face; the legs go back and down from it."""
    slope = hinged(UPRIGHT, radians(45.0))  # up: along the body towards the head; forward: down into the pad
    pad = Block(place(at, slope, (3.0, 0.0, 0.0)), slope, (3.0, 15.0, 12.0))
    down, feet = place(at, slope, (8.0, 0.0, -4.0)), place(at, slope, (8.0, 0.0, -91.0))
    base = (feet[0] + 6.0, 0.0, 2.0)
    plate = Block(place(at, slope, (6.0, 0.0, -92.0)), slope, (14.0, 18.0, 1.2))
    roller = place(at, slope, (-6.5, 0.0, -79.0))
    foot = (down[0] + 8.0, 0.0, 2.0)
    return (
        Rod(down, feet, 2.2),
        Rod(down, foot, 2.2),
        Rod(base, foot, 2.2),
        Rod(feet, base, 2.2),
        Rod((foot[0], -22.0, 2.0), (foot[0], 22.0, 2.0), 2.2),
        Rod((base[0], -22.0, 2.0), (base[0], 22.0, 2.0), 2.2),
        plate,
        Rod((roller[0], -20.0, roller[2]), (roller[0], 20.0, roller[2]), 3.0),
        pad,
    )


def _dumbbell(at: Vec, table: Table) -> tuple[Piece, ...]:
    """Across the palm: the bar lies in the hand's forward–left plane."""
    bar = (0.0, 1.0, 0.0)
    ends = [place(at, UPRIGHT, (2.5, y, 0.0)) for y in (-7.5, 7.5)]
    return (Rod(ends[0], ends[1], 1.4), Wheel(ends[0], bar, 5.0, 2.2), Wheel(ends[1], bar, 5.0, 2.2))


def _plate(at: Vec, table: Table) -> tuple[Piece, ...]:
    return (Wheel(at, (1.0, 0.0, 0.0), 10.0, 1.3),)


def _stick(at: Vec, table: Table) -> tuple[Piece, ...]:
    """Over the collarbones, seen from the chest."""
    return (Rod((10.0, -46.0, 5.0), (10.0, 46.0, 5.0), 1.1),)


def step(body: Body, height: float) -> Prop:
    """A step of `height` cm to stand on, the toes at its edge."""
    return Prop("box", (_crate((3.0 * body.scale, 0.0, 0.0), (34.0 * body.scale, 50.0 * body.scale, height)),))


_KINDS: Mapping[str, Callable[[Vec, Table], tuple[Piece, ...]]] = {
    "mat": _mat,
    "box": _box,
    "chair": _chair,
    "bench": _bench,
    "dumbbell": _dumbbell,
    "plate": _plate,
    "stick": _stick,
}
_CARRIERS = ("", "left_hand", "hands", "chest")


def read_props(body: Body, tables: Sequence[Table]) -> tuple[Prop, ...]:
    """The props of one figure file. Raises FigureError for an unknown one."""
    return tuple(_prop(body, table) for table in tables)


def _prop(body: Body, table: Table) -> Prop:
    table.only(("kind", "on", "load", "at", "size"))
    kind = table.one_of("kind", _KINDS)
    on, at = table.choice("on", _CARRIERS), table.vec("at")
    if at[1]:
        table.refuse("at", "must have 0.0 in its middle: props stand in the middle, whichever side is done")
    pieces = _KINDS[kind](at, table)
    if not on:  # what stands grows with the body, weights do not
        pieces = tuple(_scaled(piece, body.scale) for piece in pieces)
    return Prop(kind, pieces, on, table.flag("load"), under=kind == "mat")


def _scaled(piece: Piece, by: float) -> Piece:
    def grown(point: Vec) -> Vec:
        return along(ORIGIN, point, by)

    if isinstance(piece, Block):
        return piece._replace(middle=grown(piece.middle), half=grown(piece.half))
    if isinstance(piece, Rod):
        return Rod(grown(piece.start), grown(piece.end), piece.radius * by)
    return piece._replace(middle=grown(piece.middle), radius=piece.radius * by, thick=piece.thick * by)


def corners(block: Block) -> list[Vec]:
    """The eight corners of a block, those of its top last, going round."""
    x, y, z = block.half
    ways = [(i * x, j * y, k * z) for k in (-1, 1) for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    return [place(block.middle, block.frame, way) for way in ways]


def extent(piece: Piece) -> list[tuple[Vec, float]]:
    """Balls, middle and radius, whose hull holds a piece."""
    if isinstance(piece, Block):
        return [(corner, 0.0) for corner in corners(piece)]
    if isinstance(piece, Rod):
        return [(piece.start, piece.radius), (piece.end, piece.radius)]
    return [(piece.middle, piece.radius + piece.thick)]


def carried(piece: Piece, point: Vec, frame: Frame) -> Piece:
    """A piece told in a carrier's frame, brought into the world."""
    if isinstance(piece, Block):
        return Block(place(point, frame, piece.middle), compose(frame, piece.frame), piece.half)
    if isinstance(piece, Rod):
        return Rod(place(point, frame, piece.start), place(point, frame, piece.end), piece.radius)
    return piece._replace(middle=place(point, frame, piece.middle), axis=place(ORIGIN, frame, piece.axis))
