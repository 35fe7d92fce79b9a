"""How far back a chart looks. Without matplotlib, so that a page can offer the choice before its first chart."""

from datetime import datetime, time, timedelta
from enum import Enum

from app.i18n import N_, _


class Span(Enum):
    """A range of time that ends now: its short label and its days; None goes back to the first reading."""

    MONTH = (N_("1M"), 30)
    QUARTER = (N_("3M"), 91)
    HALF_YEAR = (N_("6M"), 182)
    YEAR = (N_("1Y"), 365)
    ALL = (N_("All"), None)

    def __init__(self, words: str, days: int | None) -> None:
        self._words = words
        self.days = days

    @property
    def label(self) -> str:
        """A few letters in the person's language, for a button."""
        return _(self._words)

    def start(self, now: datetime) -> datetime | None:
        """The midnight it begins at, on the same clock as `now`; None where it has no beginning."""
        if self.days is None:
            return None
        return datetime.combine((now - timedelta(days=self.days)).date(), time.min, now.tzinfo)
