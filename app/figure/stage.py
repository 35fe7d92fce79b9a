"""What a painter and the player ask: the shapes of a figure at a moment, in a picture whose scale never changes.

figures = Figures(resources_dir() / "figures")
stage = Stage(figures.exercise("segmental-cat-cow"))
shapes = stage.shapes(stage.moment(phase_index, progress), width, height)
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.figure.camera import Camera, Projection
from app.figure.drawing import draw
from app.figure.figures import Figure, load_figure
from app.figure.flesh import SECTIONS, balls
from app.figure.geometry import Vec, dot, unit
from app.figure.motion import Track
from app.figure.pose import Posture
from app.figure.props import Prop, extent
from app.figure.readings import ReadingPose, pose_for_reading
from app.figure.shapes import Shape
from app.figure.skeleton import Body, load_body
from app.figure.turn import Turn

_SAMPLES = 3  # moments of each move that the picture must hold
_TOP_PITCH = 60.0  # degrees; from right above a body is a heap, and the picture no longer holds every swing of it
_Ball = tuple[Vec, float]


class Figures:
    """All figures of one body, each read when it is first asked for. Raises FigureError where a file is broken.

    With `mid_range` those that know a middle of their range stay in it.
    """

    def __init__(self, folder: Path, height_cm: float | None = None, mid_range: bool = False) -> None:
        self._folder = folder
        self._mid_range = mid_range
        self.body: Body = load_body(folder / "body.toml", height_cm)
        self._read: dict[str, Figure] = {}

    def exercise(self, exercise_id: str) -> Figure:
        return self._figure(f"{exercise_id}.toml")

    def has(self, exercise_id: str) -> bool:
        """Whether there is a figure for an exercise; people's own exercises have none."""
        return (self._folder / f"{exercise_id}.toml").is_file()

    def rest(self, figure: Figure) -> Figure:
        """The relaxed pose between the sets of a figure: standing, sitting or lying."""
        return self._figure(f"{figure.rest}.toml")

    def measure(self, measure_id: str) -> Figure:
        """The figure of one of `readings.TESTS`."""
        return self._figure(f"measures/{measure_id}.toml")

    def reading(self, measure_id: str, value: float, right: bool = False) -> ReadingPose:
        return pose_for_reading(self.measure(measure_id), value, right)

    def _figure(self, name: str) -> Figure:
        if name not in self._read:
            self._read[name] = load_figure(self._folder / name, self.body, self._mid_range)
        return self._read[name]


@dataclass(frozen=True, slots=True)
class Moment:
    """`progress` (0–1) in phase `move` of a figure. `first`: nothing came before, so it begins from the start pose."""

    move: int
    progress: float
    first: bool = False
    right: bool = False


_UNTURNED = Turn()


class Stage:
    """One figure in its picture. The picture holds the whole movement, so that nothing jumps while it runs."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure

    @cached_property
    def _edges(self) -> tuple[_Ball, ...]:
        """Of all that is seen while it moves: some twenty poses are solved for it."""
        return tuple(_outermost(_everything(self.figure)))

    def moment(self, phase: int, progress: float, right: bool = False, position: int | None = None) -> Moment:
        """Phase number `phase` (from 0) of a set, all its reps counted through; in a series, of its `position`."""
        figure = self.figure
        begin = figure.positions[position - 1] if position is not None else 0
        return Moment((begin + phase) % len(figure.tracks), progress, first=begin + phase == 0, right=right)

    def track(self, moment: Moment) -> Track:
        return self.figure.first if moment.first else self.figure.tracks[moment.move]

    def posture(self, moment: Moment) -> Posture:
        return self.figure.posture(self.track(moment).pose_at(moment.progress), moment.right)

    def start(self, right: bool = False) -> Posture:
        """The pose one gets ready in."""
        return self.figure.posture(self.figure.start, right)

    def shapes(
        self, moment: Moment, width: float, height: float, turn: Turn = _UNTURNED, loaded: bool = True
    ) -> list[Shape]:
        """The whole picture of a moment, `width` × `height` pixels, furthest first."""
        glow = self.track(moment).glow_at(moment.progress)
        return self.paint(self.posture(moment), width, height, moment.right, turn, loaded, glow)

    def paint(
        self,
        posture: Posture,
        width: float,
        height: float,
        right: bool = False,
        turn: Turn = _UNTURNED,
        loaded: bool = True,
        glow: Sequence[float] = (),
        props: Iterable[Prop] | None = None,
    ) -> list[Shape]:
        """The picture of any posture of this figure's body."""
        eye = self.eye(width, height, right, turn)
        return draw(self.figure.body, posture, eye, glow, self.figure.props if props is None else props, loaded, right)

    def eye(self, width: float, height: float, right: bool = False, turn: Turn = _UNTURNED) -> Projection:
        """How the picture is seen: the other side from the other side, so that it is the mirror image."""
        own = self.figure.camera
        yaw, pitch = own.yaw + turn.yaw, max(-_TOP_PITCH, min(_TOP_PITCH, own.pitch + turn.pitch))
        left = Camera(yaw if not right else own.yaw - turn.yaw, pitch)
        box = left.box(self._edges)
        if not right:
            return left.fit(box, width, height)
        low_x, low_y, high_x, high_y = box
        return left.mirrored().fit((-high_x, low_y, -low_x, high_y), width, height)

    def extent(self) -> tuple[float, float]:
        """Width and height of all that is seen in the picture as nobody has turned it, cm."""
        own = self.figure.camera
        left, low, wide, high = Camera(own.yaw, own.pitch).box(self._edges)
        return wide - left, high - low


def _everything(figure: Figure) -> Iterator[_Ball]:
    """Balls round all that is ever seen: the body in samples of every move, and what stands about."""
    for track in (figure.first, *figure.tracks):
        for n in range(1 if track.still else _SAMPLES + 1):
            posture = figure.posture(track.pose_at(n / _SAMPLES))
            for __, middle, radius in balls(figure.body, posture):
                yield middle, radius
            for section in SECTIONS:
                yield section.middle(figure.body, posture), max(section.halves(figure.body))
    for prop in figure.props:
        if not prop.on:
            for piece in prop.pieces:
                yield from extent(piece)


def _outermost(found: Iterable[_Ball]) -> Iterator[_Ball]:
    """Of many balls those that are furthest out in one of many directions: the picture's edge from any side."""
    everything = list(dict.fromkeys(found))
    steps = (-1.0, -0.5, 0.0, 0.5, 1.0)
    ways = dict.fromkeys(unit((x, y, z)) for x in steps for y in steps for z in steps)
    outer = (max((dot(middle, way) + radius, n) for n, (middle, radius) in enumerate(everything))[1] for way in ways)
    for n in dict.fromkeys(outer):
        yield everything[n]
