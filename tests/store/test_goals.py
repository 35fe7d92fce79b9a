import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.exercise import Side
from app.domain.progress.goals import Goal
from app.store.store import Store, StoreError
from tests.fakes import A_MORNING, FakeClock
from tests.store.samples import reading

TOUCH = Goal("floor-touch", -2.5, due=date(2026, 12, 31), set_at=A_MORNING)
LEFT = Goal("hand-to-knee", 3, Side.LEFT)


def test_a_goal_comes_back_as_it_was_set_even_after_a_restart(store: Store, folder: Path, clock: FakeClock) -> None:
    changes = store.goals.set(TOUCH)
    store.goals.set(LEFT)
    assert (changes.op, changes.kinds, changes.ids) == ("Set goal", frozenset({"goal"}), ("floor-touch",))
    store.close()

    again = Store.open(folder, clock)
    assert again.find.goals() == [TOUCH, LEFT]
    assert again.has_data()
    again.close()


def test_a_measure_has_one_goal_a_side(store: Store) -> None:
    right, both = replace(LEFT, side=Side.RIGHT, value=4), replace(LEFT, side=None, value=5)
    for goal in (LEFT, right, both, replace(LEFT, value=1)):
        store.goals.set(goal)
    assert store.find.goals() == [both, replace(LEFT, value=1), right]
    assert len(store.dump()["goals"]) == 3


def test_a_goal_removed_and_set_again_is_one_row_that_copies_meet_in(store: Store) -> None:
    store.goals.set(LEFT)
    assert store.goals.remove("hand-to-knee", Side.LEFT).op == "Remove goal"
    assert store.find.goals() == []
    store.goals.set(LEFT)
    assert (store.find.goals(), len(store.dump()["goals"])) == ([LEFT], 1)


def test_what_can_not_be_a_goal_is_refused_and_nothing_is_changed(store: Store) -> None:
    store.goals.set(TOUCH)
    for value in (float("nan"), float("inf"), 1001.0):
        with pytest.raises(StoreError, match="can't be a goal"):
            store.goals.set(replace(TOUCH, value=value))
    with pytest.raises(StoreError, match="is past"):
        store.goals.set(replace(TOUCH, due=date(2026, 1, 1)))
    assert store.find.goals() == [TOUCH]


def test_what_is_not_there_can_not_be_removed_or_reached(store: Store) -> None:
    store.goals.set(LEFT)
    store.undo.undo()
    with pytest.raises(StoreError, match="This goal is not there any more"):
        store.goals.remove("hand-to-knee", Side.LEFT)
    with pytest.raises(StoreError, match="This goal is not there any more"):
        store.goals.mark_reached("hand-to-knee", None, "x")


def test_that_it_was_reached_is_kept_until_its_reading_goes(store: Store) -> None:
    store.goals.set(TOUCH)
    reached = store.readings.record(reading(-3)).ids[0]
    changes = store.goals.mark_reached("floor-touch", None, reached)
    assert (changes.kinds, changes.step) == (frozenset({"goal"}), None)
    assert [goal.reached_by for goal in store.find.goals()] == [reached]

    assert store.undo.undo().op == "Record reading"
    assert [goal.reached_by for goal in store.find.goals()] == [None]
    store.undo.redo()
    assert [goal.reached_by for goal in store.find.goals()] == [reached]
    store.goals.set(replace(TOUCH, value=-9))
    assert [goal.reached_by for goal in store.find.goals()] == [None]


def test_a_store_costs_no_start_the_statistics_before_goals_are_asked_for(folder: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from app.store.store import Store\nfrom app.domain.clock import SystemClock\n"
        f"store = Store.open(Path({str(folder)!r}), SystemClock()); store.find.measures(); store.find.readings()\n"
        "sys.exit('app.domain.progress' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_weeks_away_are_kept_by_their_monday(store: Store) -> None:
    monday = date(2026, 2, 2)
    changes = store.weeks.set_away(monday + timedelta(days=6), away=True)
    assert (changes.op, changes.kinds, changes.ids) == ("Week away", frozenset({"week"}), ("2026-02-02",))
    store.weeks.set_away(monday + timedelta(days=7), away=True)
    assert store.find.weeks_away() == {monday, date(2026, 2, 9)}

    assert store.weeks.set_away(monday, away=False).op == "Week not away"
    assert store.find.weeks_away() == {date(2026, 2, 9)}
    store.undo.undo()
    assert store.find.weeks_away() == {monday, date(2026, 2, 9)}


def test_a_week_that_is_as_wanted_leaves_no_step(store: Store) -> None:
    assert store.weeks.set_away(date(2026, 2, 2), away=False).step is None
    step = store.weeks.set_away(date(2026, 2, 2), away=True).step
    assert step is not None
    assert store.weeks.set_away(date(2026, 2, 3), away=True).step is None
    assert store.undo.name == "Week away"
