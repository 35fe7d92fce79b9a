"""The week as seven dots against its target."""

from collections.abc import Sequence

from app.domain.plan import WeekDay
from app.domain.wording import weekday_letters
from app.i18n import _, ngettext
from app.ui.look import Look
from app.ui.session.today.side_card import WIDTH
from app.ui.widgets.card import Card, row
from app.ui.widgets.dots import Dot, Dots
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label


class WeekCard(Card):
    def __init__(self, look: Look) -> None:
        super().__init__(padding=20, spacing=6)
        self.setFixedWidth(in_text(WIDTH))
        self._count = label(kind="body", tone="muted")
        self.dots = Dots(look, size=30)
        heading = row(label(_("This week"), "heading"))
        heading.addWidget(self._count)
        self.box.addLayout(heading)
        self.box.addSpacing(4)
        self.box.addWidget(self.dots)

    @property
    def count(self) -> str:
        return self._count.text()

    def show_week(self, days: Sequence[WeekDay], target: int) -> None:
        done = sum(day.trained for day in days)
        self._count.setText(_("{done} of {target}").format(done=done, target=target))
        dots = [Dot.DONE if day.trained else Dot.NOW if day.today else Dot.OPEN for day in days]
        words = ngettext(
            "{done} training day of {target} this week", "{done} training days of {target} this week", done
        )
        letters = weekday_letters()
        self.dots.show_dots(dots, letters, words.format(done=done, target=target))
