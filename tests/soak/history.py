"""A made-up history of any length."""

from collections.abc import Sequence
from datetime import timedelta

from app.domain.catalogue import load_catalogue
from app.domain.clock import SystemClock
from app.domain.demo import make_history
from app.domain.measurement import Reading
from app.domain.training.sessions import Session
from app.paths import resources_dir


def history(years: float) -> tuple[Sequence[Session], Sequence[Reading]]:
    """The last so many years of a longer one."""
    now = SystemClock().now()
    sessions, readings = make_history(load_catalogue(resources_dir()), now, years=max(1, round(years)), seed=1)
    since = now - timedelta(days=365 * years)
    return (
        tuple(each for each in sessions if each.started_at >= since),
        tuple(each for each in readings if each.performed_at >= since),
    )
