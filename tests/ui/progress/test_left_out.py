"""Who leaves out deep forward bending is offered no test that does it; what was recorded stays to be seen."""

from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.preferences import KEYS
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.progress.progress_page import ProgressPage
from app.ui.quiet import Silence
from tests.fakes import FakeClock
from tests.ui.progress.conftest import Keep


def leave_out(live: Live, *, on: bool = True) -> None:
    live.do(live.store.settings.set, KEYS["leave_out_deep_bending"], on)


def listed(page: ProgressPage) -> list[str]:
    model = page.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def in_form(page: ProgressPage) -> set[str]:
    field = page.form.fields.measures
    return {str(field.itemData(place)) for place in range(field.count())} - {"None"}


def test_no_test_that_bends_deep_forwards_is_listed_or_in_the_form(
    page: ProgressPage, live: Live, catalogue: Catalogue
) -> None:
    deep = {each for each in catalogue.measures.values() if each.deep_forward_bend}
    assert {"floor-touch", "pancake", "sit-and-reach", "back-saver"} <= {each.id for each in deep}
    leave_out(live)
    assert {each.name for each in deep}.isdisjoint(listed(page))
    assert page.chosen.id == "hand-to-knee"
    page.measure()
    assert {each.id for each in deep}.isdisjoint(in_form(page))
    leave_out(live, on=False)
    assert {each.name for each in deep} <= set(listed(page))


def test_what_was_recorded_stays_below_the_usual_ones(page: ProgressPage, live: Live, keep: Keep) -> None:
    keep(4, measure="floor-touch", days=3)
    leave_out(live)
    rows = listed(page)
    assert rows[:2] == ["Hand to knee", "Seated rotation"]
    assert "Floor touch" in rows[2:]
    assert "Sit and reach" not in rows
    page.choose("floor-touch")
    assert page.history.table.model.rowCount() == 1
    page.measure("hand-to-knee")
    assert "floor-touch" not in in_form(page)


def test_the_page_begins_with_a_test_that_is_offered(
    page: ProgressPage, live: Live, keep: Keep, qtbot: QtBot, catalogue: Catalogue, look: Look,
    clock: FakeClock, figures: Figures,
) -> None:  # fmt: skip
    keep(4, measure="floor-touch", days=3)
    leave_out(live)
    anew = ProgressPage(live, catalogue, look, clock, figures, Silence())
    qtbot.addWidget(anew)
    anew.show()
    assert "Floor touch" in listed(anew)
    assert anew.chosen.id == "hand-to-knee"
