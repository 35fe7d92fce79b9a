"""One figure per exercise, per test and per pose at rest: `resources/figures/**/*.toml`, checked when read.

A file holds keys (poses in anatomical terms, see `keys.py`), the moves between them in the order of the phases of the
exercise's tempo, props, and a camera. A move is a `key` or a `path` of keys with the times `at` which it passes them;
`wave` sends it through the spine, `others` is the part of it in which everything else moves, `side = "right"` mirrors
its keys, `position` is the series' position that it belongs to. `[mid_range]` names for a key the one that takes its
place for who stays in the middle of the range: `round = "half-round"`.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.figure.angles import excesses
from app.figure.camera import Camera
from app.figure.errors import FigureError
from app.figure.geometry import distance
from app.figure.keys import read_keys, settled
from app.figure.motion import Stop, Track, mirror_pose, track
from app.figure.pose import Pose, Posture, Rig, mirror
from app.figure.props import Prop, read_props
from app.figure.reach import solve
from app.figure.skeleton import Body
from app.figure.spine import Wave
from app.figure.table import Table

REACH_CM = 0.5  # how far from its place a contact may lie
RESTS = ("standing", "sitting", "lying")


@dataclass(frozen=True, slots=True)
class Figure:
    """A body that does one exercise.

    `tracks` stand in the order of the tempo's phases (for a series: of all its positions) and follow one another round
    and round; `first` leads from the `start` into the first of them. `positions` is where each position of a series
    begins in `tracks`. `rest` is the id of the figure shown between the sets.
    """

    id: str
    body: Body
    rig: Rig
    keys: Mapping[str, Pose]
    start: Pose
    first: Track
    tracks: tuple[Track, ...]
    positions: tuple[int, ...]
    camera: Camera
    props: tuple[Prop, ...]
    rest: str
    trained: frozenset[str]

    def posture(self, pose: Pose, right: bool = False) -> Posture:
        """`pose` solved; `right` shows its mirror image, the other side."""
        posture = solve(self.body, self.rig, pose)
        return mirror(posture) if right else posture


def load_figure(path: Path, body: Body, mid_range: bool = False) -> Figure:
    """Read one file and check every key: angles within their limits, contacts within reach. Raises FigureError.

    With `mid_range` the figure goes no further than its file says for that.
    """
    try:
        items = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FigureError(path.name, "", f"can't be read: {error}") from error
    return build_figure(Table(path.name, "", items), path.stem, body, mid_range)


def build_figure(table: Table, figure_id: str, body: Body, mid_range: bool = False) -> Figure:
    """The figure of one file's table. Raises FigureError."""
    table.only(("rest", "camera", "rig", "trained", "props", "keys", "start", "moves", "mid_range"))
    rig, trained = _rig(table.table("rig")), table.choices("trained", tuple(body.trained))
    tables = table.table("keys")
    keys = {
        name: _checked(tables.table(name), body, rig, pose, trained) for name, pose in read_keys(body, tables).items()
    }
    nearer = table.table("mid_range")
    instead = {name: keys[nearer.one_of(name, keys)] for name in nearer}
    keys |= instead if mid_range else {}
    start = keys[table.one_of("start", keys)]
    moves = table.tables("moves")
    stops = [_stops(move, keys) for move in moves]
    positions = [move.number("position", 1.0) for move in moves]
    return Figure(
        id=figure_id,
        body=body,
        rig=rig,
        keys=keys,
        start=start,
        first=_track(moves[0], start, stops[0]) if moves else track(start, [Stop(start)]),
        tracks=tuple(_track(move, stops[n - 1][-1].pose, stops[n]) for n, move in enumerate(moves)),
        positions=tuple(positions.index(position) for position in dict.fromkeys(positions)),
        camera=_camera(table.table("camera")),
        props=read_props(body, table.tables("props")),
        rest=table.choice("rest", RESTS),
        trained=trained,
    )


def _rig(table: Table) -> Rig:
    table.only(("root", "anchor"))
    return Rig(table.choice("root", ("pelvis", "T3")), table.choice("anchor", ("hips", "shoulders")))


def _camera(table: Table) -> Camera:
    table.only(("yaw", "pitch"))
    return Camera(table.number("yaw", -90.0), table.number("pitch", 8.0))


def _checked(table: Table, body: Body, rig: Rig, pose: Pose, trained: frozenset[str]) -> Pose:
    pose, posture = settled(body, rig, pose)
    for held in posture.helds:
        if (gap := distance(held.wanted, held.actual)) > REACH_CM:
            table.refuse(f"{held.limb}.hold.{held.hold.part}", f"is out of reach by {gap:.1f} cm")
    for excess in excesses(body, pose.spine, posture, trained):
        low, high = excess.limit
        table.refuse(excess.joint, f"is {excess.value:g}°, past its limit of {low:g}° to {high:g}°")
    return pose


def _stops(move: Table, keys: Mapping[str, Pose]) -> list[Stop]:
    move.only(("key", "path", "side", "wave", "others", "position"))
    if "path" not in move:
        return [_stop(move, keys, move)]
    stops = [_stop(stop, keys, move) for stop in move.tables("path")]
    ats = [0.0, *(stop.at for stop in stops)]
    if ats != sorted(set(ats)) or ats[-1] != 1.0:
        move.refuse("path", "needs stops “at” rising times, the last at 1.0")
    return stops


def _stop(stop: Table, keys: Mapping[str, Pose], move: Table) -> Stop:
    pose = keys[stop.one_of("key", keys)]
    if move.choice("side", ("left", "right")) == "right":
        pose = mirror_pose(pose)
    return Stop(pose, stop.number("at", 1.0))


def _track(move: Table, start: Pose, stops: Sequence[Stop]) -> Track:
    begin, end = move.numbers("others", (0.0, 1.0))
    if not 0.0 <= begin < end <= 1.0:
        move.refuse("others", "must be two rising numbers from 0 to 1")
    wave = Wave(move.choice("wave", tuple(Wave)))
    if len(stops) > 1 and (wave is not Wave.NONE or "others" in move):
        move.refuse("path", "has no wave and no “others”: those are for a single key")
    return track(start, stops, wave, (begin, end))
