"""The shipped figures, and what the exercises ask of their time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.catalogue import load_catalogue
from app.domain.exercise import DoseKind, Exercise
from app.domain.wording import low_end
from app.figure.motion import Track
from app.figure.pose import Posture
from app.figure.skeleton import Body
from app.figure.stage import Figures, Moment, Stage
from app.paths import resources_dir

FOLDER = resources_dir() / "figures"
EXERCISES = load_catalogue(resources_dir()).exercises
FRAMES_A_SECOND = 60


@pytest.fixture(scope="session")
def figures() -> Figures:
    return Figures(FOLDER)


@pytest.fixture(scope="session")
def body(figures: Figures) -> Body:
    return figures.body


def phase_seconds(exercise: Exercise) -> list[float]:
    """The seconds of every phase of a rep, a hold or a whole series, the dose at its low end."""
    hold = low_end(exercise.dose.hold_s) if exercise.dose.hold_s else 0.0
    if exercise.kind is DoseKind.POSITIONS:
        parts = [(position.enter_s, hold, position.leave_s) for position in exercise.positions]
        return [seconds for part in parts for seconds in part if seconds > 0]
    return [hold if phase.seconds is None else phase.seconds for phase in exercise.tempo]


def set_tracks(stage: Stage, exercise: Exercise) -> Iterator[tuple[Track, float]]:
    """From the set-up pose through a whole rep and into the next: each move with its seconds."""
    seconds = phase_seconds(exercise)
    for number in range(len(seconds) + 1):
        yield stage.track(stage.moment(number, 0.0)), seconds[number % len(seconds)]


def frames(stage: Stage, exercise: Exercise) -> Iterator[tuple[Track, float, Posture]]:
    """Every frame of that at 60 a second; where nothing moves, the first and the last one."""
    for track, seconds in set_tracks(stage, exercise):
        count = 1 if track.still else round(seconds * FRAMES_A_SECOND)
        for number in range(count + 1):
            yield track, number / count, stage.figure.posture(track.pose_at(number / count))


def moment(move: int, progress: float, first: bool = False, right: bool = False) -> Moment:
    return Moment(move, progress, first, right)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
