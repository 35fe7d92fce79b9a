"""Time is handed in, never taken: tests run an hour-long session in a millisecond."""

import time
from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The moment by the wall clock, with the local offset."""
        ...

    def monotonic(self) -> float:
        """Seconds from an arbitrary start that never run backwards."""
        ...

    @property
    def speed(self) -> float:
        """Seconds of this clock in one real second."""
        ...


class SystemClock:
    """The machine's clocks."""

    speed = 1.0

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def monotonic(self) -> float:
        return time.monotonic()


class FastClock:
    """The machine's clocks run `speed` times as fast: for trying a whole session in a minute."""

    def __init__(self, speed: float) -> None:
        self.speed = speed
        self._wall = SystemClock().now()
        self._start = time.monotonic()

    def now(self) -> datetime:
        return self._wall + timedelta(seconds=self.monotonic() - self._start)

    def monotonic(self) -> float:
        return self._start + (time.monotonic() - self._start) * self.speed


class ManualClock:
    """Stands still until told: for pictures of a session and for tests."""

    def __init__(self, wall: datetime, speed: float = 1.0) -> None:
        self.wall = wall
        self.speed = speed
        self._monotonic = 0.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, seconds: float) -> None:
        """Move both clocks on. Setting `wall` moves only the one on the wall."""
        self.wall += timedelta(seconds=seconds)
        self._monotonic += seconds
