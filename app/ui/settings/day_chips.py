"""The days of the week, each on or off."""

from PySide6.QtWidgets import QWidget

from app.domain.wording import weekday, weekday_letters
from app.ui.settings.rows import CONTROL
from app.ui.widgets.buttons import chip, show_checked
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.sizes import in_text


class DayChips(QWidget):
    """Days count from Monday as 0."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(in_text(CONTROL))
        flow = FlowLayout(self, gap=4)
        self.chips = [chip(letters) for letters in weekday_letters()]
        for day, made in enumerate(self.chips):
            made.setAccessibleName(weekday(day))
            made.setToolTip(weekday(day))
            flow.addWidget(made)

    def chosen(self) -> frozenset[int]:
        return frozenset(day for day, made in enumerate(self.chips) if made.isChecked())

    def show_days(self, days: frozenset[int]) -> None:
        for day, made in enumerate(self.chips):
            show_checked(made, day in days)
