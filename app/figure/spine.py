"""The movable spine: 24 vertebrae and the skull, each moving by its own share, and the wave that runs through them.

A region's angle is shared out between its levels in proportion to their typical limits (the segmental ranges in
`resources/figures/body.toml`), so no level ever goes further than the region as a whole.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import radians

from app.figure.geometry import Frame, Vec, along, hinged, place, turned
from app.figure.skeleton import LEVELS, MOVES, Body

WAVE_WIDTH = 0.3  # the part of a move in which one level moves
_RADIAN = radians(1.0)

Angles = tuple[float, ...]  # flexion, bend, turn of each level in turn, degrees: 75 numbers
STRAIGHT: Angles = (0.0,) * (3 * len(LEVELS))


class Wave(StrEnum):
    """Which way a movement travels through the spine; NONE: all levels at once."""

    NONE = "none"
    UP = "up"  # from the low back to the head
    DOWN = "down"  # from the head to the low back


def spread(body: Body, regions: Mapping[str, Mapping[str, float]]) -> Angles:
    """The angle of every level from those of the regions: `{"lumbar": {"flexion": 40.0}, …}`, degrees."""
    angles: list[float] = []
    for level in body.levels:
        for move in MOVES:
            total = regions.get(level.region, {}).get(move, 0.0)
            whole = body.region_limit(level.region, move, total) / body.supple
            angles.append(total * level.limit(move, total) / whole)
    return tuple(angles)


def windows(wave: Wave) -> tuple[tuple[float, float], ...]:
    """The part of the move, (start, end) from 0 to 1, in which each level moves."""
    last = len(LEVELS) - 1
    if wave is Wave.NONE:
        return ((0.0, 1.0),) * len(LEVELS)
    order = range(len(LEVELS)) if wave is Wave.UP else range(last, -1, -1)
    return tuple((n / last * (1 - WAVE_WIDTH), n / last * (1 - WAVE_WIDTH) + WAVE_WIDTH) for n in order)


def sacrum(body: Body, hips: Vec, pelvis: Frame) -> Vec:
    """Where the lowest level stands on the pelvis."""
    return place(hips, pelvis, (-body.cm["sacrum_back"], 0.0, body.cm["sacrum_up"]))


def chain(body: Body, foot: Vec, pelvis: Frame, angles: Sequence[float]) -> tuple[list[Vec], list[Frame]]:
    """The top of every level and its frame, from L5 to the skull, for a spine that stands at `foot` on `pelvis`.

    A frame says where the level would face in a body that stands straight: the curves at rest are in the places
    only, so that a pose of no angles has 25 upright frames.
    """
    tops: list[Vec] = []
    frames: list[Frame] = []
    frame, lean, point = pelvis, body.sacrum_tilt * _RADIAN, foot
    for index, level in enumerate(body.levels):
        flexion, bend, turn = angles[3 * index : 3 * index + 3]
        if flexion or bend or turn:
            frame = turned(frame, -bend * _RADIAN, flexion * _RADIAN, turn * _RADIAN)
        lean += level.rest * _RADIAN
        point = along(point, hinged(frame, lean)[2], level.length)
        tops.append(point)
        frames.append(frame)
    return tops, frames
