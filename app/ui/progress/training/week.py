"""One week of the calendar, marked as away or ill with a switch: it then counts neither for nor against."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.charts.training_rows import week_name
from app.domain.training.log import WEEK, monday_of
from app.i18n import _
from app.ui.look import Look
from app.ui.widgets.buttons import icon_button, show_checked
from app.ui.widgets.card import together
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.switch import Switch
from app.ui.widgets.text import label


class WeekAway(QWidget):
    """The chosen week stays in sight of the year that is shown."""

    away_asked = Signal(object, bool)  # the Monday as a date

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.monday = date.min
        self._away: set[date] = set()
        self._today = date.min
        self.name = label()
        self.before = icon_button(look, "chevron-left", _("The week before"), lambda: self.choose(self.monday - WEEK))
        self.after = icon_button(look, "chevron-right", _("The week after"), lambda: self.choose(self.monday + WEEK))
        self.switch = Switch(look, _("Away or ill in this week"))
        self.switch.toggled.connect(lambda on: self.away_asked.emit(self.monday, on))
        line = FlowLayout(self, gap=16)
        line.addWidget(together(self.before, self.name, self.after))
        line.addWidget(together(label(_("Away or ill")), self.switch, spacing=8))

    def show_away(self, away: set[date], today: date) -> None:
        """`away` are the Mondays that are marked."""
        self._away, self._today = away, today
        self.choose(self.monday if self.monday != date.min else today)

    def choose(self, day: date) -> None:
        """The week of that day."""
        self.monday = monday_of(day)
        self.name.setText(week_name(self.monday, self._today))
        show_checked(self.switch, self.monday in self._away)
        self.switch.setAccessibleDescription(self.name.text())
