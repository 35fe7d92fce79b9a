"""Sessions done elsewhere and written down afterwards."""

from datetime import datetime, timedelta

from app.domain.errors import Refused
from app.domain.reading_check import EARLIEST
from app.domain.training.sessions import Session, check_amounts, check_discomfort, check_note
from app.i18n import _

ELSEWHERE = "elsewhere"  # the routine's id of a session that followed none of Limber's
LONGEST = timedelta(hours=24)


def check_logged(session: Session, now: datetime) -> None:
    """Whether somebody can have done that. Raises `Refused`."""
    check_times(session.started_at, session.finished_at, now)
    check_note(session.note)
    for done in session.sets:
        check_amounts(done)
        check_discomfort(done.discomfort)


def check_times(started_at: datetime, finished_at: datetime | None, now: datetime) -> None:
    """Whether a session that is over can have been then. Raises `Refused`."""
    if finished_at is None or finished_at < started_at:
        raise Refused(_("A session ends after it begins: choose a later end."))
    if finished_at - started_at > LONGEST:
        raise Refused(_("A session of more than {hours} hours can't be: choose an earlier end.").format(
            hours=LONGEST // timedelta(hours=1)))  # fmt: skip
    if finished_at > now:
        raise Refused(_("{moment} is in the future: a session is from now or earlier.").format(
            moment=finished_at.strftime("%Y-%m-%d %H:%M")))  # fmt: skip
    if started_at.date() < EARLIEST:
        raise Refused(_("{moment} is too long ago: a session is from {day} or later.").format(
            moment=started_at.strftime("%Y-%m-%d %H:%M"), day=EARLIEST))  # fmt: skip
