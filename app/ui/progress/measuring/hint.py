"""One friendly line when the moment is not the best one for a test. Nothing is ever blocked."""

from dataclasses import replace
from datetime import datetime

from app.domain.measurement import Measure, Reading
from app.domain.progress.sentences import rhythm_sentence
from app.i18n import _

EARLY_FROM, EARLY_TO = 4, 10  # hours: the bends ask until then too


def hint(measure: Measure, last: Reading | None, now: datetime) -> str:
    """About the first hour after waking, else about testing more than weekly; mostly empty.

    The same day's other side goes on with a test, so it is no second one.
    """
    if EARLY_FROM <= now.hour < EARLY_TO:
        return _("Just up? In the first hour after waking the back is stiffer; a little later is better.")
    if last is None or last.performed_at.date() >= now.date():
        return ""
    return rhythm_sentence(measure, (last, replace(last, id="", performed_at=now)), now.date())
