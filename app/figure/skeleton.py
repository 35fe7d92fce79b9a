"""The body in numbers: segments, the 25 levels of the spine, joint limits; read from `resources/figures/body.toml`.

Proportions after Drillis & Contini 1966 (in Winter, Biomechanics and Motor Control of Human Movement); the study of
every other number stands beside it in the file. Lengths here are cm for the chosen height, angles degrees.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.figure.errors import FigureError

SIDES = ("left", "right")
REGIONS = ("lumbar", "thoracic", "neck", "head")
MOVES = ("flexion", "bend", "turn")  # of a level, in this order; flexion, left and left are positive
LEVELS = (*(f"L{n}" for n in range(5, 0, -1)), *(f"T{n}" for n in range(12, 0, -1)),
          *(f"C{n}" for n in range(7, 0, -1)), "skull")  # fmt: skip
_SEGMENTS = (
    "foot_height", "foot_length", "shank", "thigh", "hip_width", "shoulder_width", "upper_arm", "forearm", "hand",
    "lumbar", "thoracic", "neck", "atlas", "sacrum_up", "sacrum_back", "collar_up", "collar_forward",
)  # fmt: skip
_JOINTS = (
    "girdle_lift", "girdle_forward", "shoulder_flexion", "shoulder_abduction", "shoulder_turn", "elbow",
    "forearm_turn", "wrist", "wrist_side", "hip_flexion", "hip_flexion_straight_knee", "hip_abduction", "hip_turn",
    "knee", "ankle", "ankle_side", "toes",
)  # fmt: skip
_FLESH = ("upper_arm", "forearm", "palm", "fingers", "thigh", "shank", "heel", "foot", "toes", "shoulder")

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Level:
    """One vertebra (or the skull) on the one below. Typical limits each way; `rest` is its flexion in standing."""

    name: str
    region: str
    flexion: float
    extension: float
    bend: float
    turn: float
    rest: float
    length: float

    def limit(self, move: str, way: float) -> float:
        """The typical limit for moving in the direction of the sign of `way`."""
        if move == "flexion":
            return self.flexion if way >= 0 else self.extension
        return self.bend if move == "bend" else self.turn


@dataclass(frozen=True, slots=True)
class Body:
    """A person's size and limits. `cm` are the segments, `flesh` the radii at the two ends of each limb.

    `supple` is how much further than the typical sum a whole region may go. `trained` are the wider limits that a
    figure may ask for by name.
    """

    height_cm: float
    cm: Mapping[str, float]
    flesh: Mapping[str, Span]
    levels: tuple[Level, ...]
    joints: Mapping[str, Span]
    trained: Mapping[str, Span]
    sacrum_tilt: float
    supple: float

    @property
    def scale(self) -> float:
        """Places in figure files are written for 170 cm."""
        return self.height_cm / 170.0

    @property
    def hip_side(self) -> float:
        """From the middle to the hip joint: half the width less the thigh's flesh."""
        return self.cm["hip_width"] / 2 - self.flesh["thigh"][0]

    @property
    def shoulder_side(self) -> float:
        """From the middle to the shoulder joint: half the width less the shoulder's flesh."""
        return self.cm["shoulder_width"] / 2 - self.flesh["shoulder"][0]

    def region_limit(self, region: str, move: str, way: float) -> float:
        """How far a supple person moves a whole region: the sum of its levels by `supple`."""
        return self.supple * sum(level.limit(move, way) for level in self.levels if level.region == region)


def load_body(path: Path, height_cm: float | None = None) -> Body:
    """Read and check the body file. Raises FigureError for the first thing that is wrong."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FigureError(path.name, "", f"can't be read: {error}") from error
    return _Reader(path.name, table).body(height_cm)


class _Reader:
    """Takes the body out of its table, naming the file and the key of what is wrong."""

    def __init__(self, file: str, table: Mapping[str, Any]) -> None:
        self._file = file
        self._table = table

    def body(self, height_cm: float | None) -> Body:
        height = height_cm or self._number(self._table, "height_cm", "height_cm")
        cm = {name: share * height for name, share in self._segments().items()}
        joints = self._rows("joints", _JOINTS)
        return Body(
            height_cm=height,
            cm=cm,
            flesh={name: self._flesh(name, height) for name in _FLESH},
            levels=self._levels(cm),
            joints={name: self._span(row, "range", f"joints.{name}") for name, row in joints.items()},
            trained={
                name: self._span(row, "trained", f"joints.{name}") for name, row in joints.items() if "trained" in row
            },
            sacrum_tilt=self._number(self._table, "sacrum_tilt", "sacrum_tilt"),
            supple=self._number(self._table, "supple", "supple"),
        )

    def _segments(self) -> dict[str, float]:
        rows = self._rows("segments", _SEGMENTS)
        return {name: self._number(row, "share", f"segments.{name}") for name, row in rows.items()}

    def _levels(self, cm: Mapping[str, float]) -> tuple[Level, ...]:
        rows = self._table.get("levels", [])
        names = tuple(row.get("name") for row in rows)
        if names != LEVELS:
            raise FigureError(self._file, "levels", "must be L5…L1, T12…T1, C7…C1 and skull, in this order")
        return tuple(self._level(row, cm) for row in rows)

    def _level(self, row: Mapping[str, Any], cm: Mapping[str, float]) -> Level:
        key, region = f"levels.{row['name']}", row.get("region")
        lengths = {"lumbar": cm["lumbar"] / 5, "thoracic": cm["thoracic"] / 12, "neck": cm["neck"] / 6}
        lengths["head"] = cm["atlas"] if row["name"] == "C1" else 0.0
        if region not in lengths:
            raise FigureError(self._file, key, f"has an unknown region: {region}")
        self._sourced(row, key)
        limits = {name: self._number(row.get("limits", {}), name, key) for name in (*MOVES, "extension")}
        rest = row.get("rest")
        if not isinstance(rest, float):
            raise FigureError(self._file, key, "needs “rest”, a number")
        return Level(name=row["name"], region=region, rest=rest, length=lengths[region], **limits)

    def _flesh(self, name: str, height: float) -> Span:
        top, bottom = self._span(self._table.get("flesh", {}), name, "flesh")
        return (top * height, bottom * height)

    def _rows(self, table: str, names: tuple[str, ...]) -> dict[str, Mapping[str, Any]]:
        rows: dict[str, Mapping[str, Any]] = self._table.get(table, {})
        for name in names:
            if name not in rows:
                raise FigureError(self._file, f"{table}.{name}", "is missing")
        for name, row in rows.items():
            if name not in names:
                raise FigureError(self._file, f"{table}.{name}", "is not known")
            self._sourced(row, f"{table}.{name}")
        return rows

    def _sourced(self, row: Mapping[str, Any], key: str) -> None:
        if row.get("from") not in self._table.get("sources", {}):
            raise FigureError(self._file, key, "must name one of the sources in “from”")

    def _number(self, row: Mapping[str, Any], name: str, key: str) -> float:
        value = row.get(name)
        if not isinstance(value, float) or value <= 0:
            raise FigureError(self._file, key, f"needs “{name}”, a number above 0")
        return value

    def _span(self, row: Mapping[str, Any], name: str, key: str) -> Span:
        match row.get(name):
            case [float() as low, float() as high]:
                return (low, high)
        raise FigureError(self._file, key, f"needs “{name}”, two numbers")
