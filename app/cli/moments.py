"""Moments as they are typed."""

from datetime import date, datetime, time

from app.domain.errors import Refused
from app.i18n import _


def parse_moment(text: str, now: datetime) -> datetime:
    """An ISO moment, local unless it says otherwise; a date alone is noon of that day, or now if it is today."""
    try:
        if len(text) <= len("2026-11-03"):
            day = date.fromisoformat(text)
            if day == now.date():
                return now
            moment = datetime.combine(day, time(12))
        else:
            moment = datetime.fromisoformat(text)
        return moment if moment.utcoffset() is not None else moment.astimezone()
    except (ValueError, OverflowError) as error:
        raise Refused(_("“{text}” is no date or moment: write {date} or {moment}.").format(
            text=text, date="2026-11-03", moment="2026-11-03T07:30")) from error  # fmt: skip
