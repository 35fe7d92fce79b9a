"""Stand-ins for what a test must be able to steer."""

from datetime import datetime, timedelta, timezone

from app.domain.clock import ManualClock

A_MORNING = datetime(2026, 3, 2, 7, 30, tzinfo=timezone(timedelta(hours=1)))


class FakeClock(ManualClock):
    """A clock that stands still until told, on a Monday morning in March."""

    def __init__(self, wall: datetime = A_MORNING, speed: float = 1.0) -> None:
        super().__init__(wall, speed)
