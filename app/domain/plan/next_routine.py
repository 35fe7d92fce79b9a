"""Which routine comes next."""

from collections.abc import Collection, Iterable
from datetime import datetime

from app.domain.training import Session

FIRST_ROUTINE = "starter"


def next_routine(sessions: Iterable[Session], routine_ids: Collection[str]) -> str:
    """The routine played last, while it still exists; else the one to start with."""
    played = [session for session in sessions if session.routine_id in routine_ids]
    return max(played, key=_start).routine_id if played else FIRST_ROUTINE


def _start(session: Session) -> datetime:
    return session.started_at
