"""Small documents of a person's own exercises and routines."""

import base64
from typing import Any

JPEG = b"\xff\xd8\xff\xe0 not to be drawn"
JPEG_TEXT = base64.b64encode(JPEG).decode()


def hip_hinge(**changes: Any) -> dict[str, Any]:
    """An exercise with all it needs and nothing else, still without an id."""
    document: dict[str, Any] = {
        "name": "Hip hinge — früh",
        "source": "own",
        "level": "easy",
        "sides": "none",
        "setup_s": 10,
        "switch_s": 0,
        "rest_s": 30,
        "dose": {"kind": "reps", "sets": 2, "reps": [8, 12]},
        "tempo": [{"kind": "move", "seconds": 2, "cue": "Down"}, {"kind": "move", "seconds": 2.5, "cue": "Up"}],
    }
    return {**document, **changes}


def evening(**changes: Any) -> dict[str, Any]:
    """A routine of two steps, still without an id."""
    document: dict[str, Any] = {
        "name": "Evening",
        "source": "own",
        "voice": True,
        "steps": [{"exercise": "segmental-cat-cow", "reps": 3}, {"exercise": "chair-twist"}],
    }
    return {**document, **changes}
