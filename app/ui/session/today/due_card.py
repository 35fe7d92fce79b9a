"""The tests that are due."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from app.domain.measurement import Measure
from app.domain.plan import Evidence
from app.domain.units import format_value
from app.domain.wording import day_name
from app.i18n import _
from app.ui.session.today.side_card import SideCard
from app.ui.widgets.buttons import button

MOST_NAMED = 2


class DueCard(SideCard):
    """Its button asks for the first of them."""

    measure_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._first = ""
        self.measure_button = button(_("Measure"), lambda: self.measure_asked.emit(self._first))
        self.add_words()
        self.add_buttons(self.measure_button)
        self.hide()

    def show_due(self, due: Sequence[str], evidence: Evidence, measures: Mapping[str, Measure]) -> None:
        self.setVisible(bool(due))
        if not due:
            return
        self._first = due[0]
        names = [measures[each].name for each in due]
        title = _("{test} is due") if len(names) == 1 else _("{test} and {other} are due")
        if len(names) > MOST_NAMED:
            title = _("{test} and others are due")
        self.say(title.format(test=names[0], other=names[-1]), _last(measures[self._first], evidence))


def _last(measure: Measure, evidence: Evidence) -> str:
    """When it was taken last, and its value where that is at hand."""
    days = [day for (measure_id, _side), day in evidence.measured.items() if measure_id == measure.id]
    if not days:
        return _("Where do you start? Three reaches take two minutes.")
    day = day_name(max(days), evidence.today)
    for reading in evidence.floor_touches:
        if reading.measure_id == measure.id and reading.performed_at.date() == max(days):
            value = format_value(reading.value, measure.unit, evidence.preferences.length_unit)
            return _("Last: {value} on {day}.").format(value=value, day=day)
    return _("Last measured on {day}.").format(day=day)
