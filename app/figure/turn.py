"""How a person has turned the figure: all that a picture which stands still needs to know of the camera."""

from typing import NamedTuple


class Turn(NamedTuple):
    """How far the camera is dragged away from the figure's own, degrees."""

    yaw: float = 0.0
    pitch: float = 0.0
