from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store.store import Store
from tests.fakes import FakeClock
from tests.store.samples import reading

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(value=JSON)
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_setting_comes_back_as_it_was_put(store: Store, value: object) -> None:
    changes = store.settings.set("window", value)

    assert store.find.setting("window", "default") == value
    assert changes.kinds == {"setting"}
    assert changes.ids == ("window",)


def test_a_setting_never_made_is_the_default(store: Store) -> None:
    assert store.find.setting("theme", "system") == "system"


def test_settings_survive_a_restart_and_are_no_data(store: Store, folder: Path, clock: FakeClock) -> None:
    store.settings.set("theme", "dark")
    store.close()

    again = Store.open(folder, clock)

    assert again.find.setting("theme", "system") == "dark"
    assert not again.has_data()
    again.close()


def test_undo_passes_over_a_setting_unless_asked_for(store: Store) -> None:
    store.readings.record(reading(3))
    store.settings.set("theme", "dark")

    store.undo.undo()

    assert store.find.readings() == []
    assert store.find.setting("theme", "system") == "dark"
    assert store.undo.name is None

    store.settings.set("theme", "light")
    assert store.undo.redo_name == "Record reading"
    store.settings.set("weekly_target", 4, undoable=True)
    assert store.undo.name == "Change setting"
    store.undo.undo()
    assert store.find.setting("weekly_target", 3) == 3


def test_what_is_not_json_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="JSON"):
        store.settings.set("window", float("nan"))
