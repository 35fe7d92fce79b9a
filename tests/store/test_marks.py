import pytest

from app.domain.training.sessions import LONGEST_ITEM_NOTE
from app.store.store import Store, StoreError


def test_a_favourite_is_one_until_it_is_none_any_more(store: Store) -> None:
    changes = store.marks.set_favourite("chair-twist", favourite=True)
    assert (changes.op, changes.kinds, changes.ids) == ("Favourite", frozenset({"favourite"}), ("chair-twist",))
    assert store.find.favourites() == {"chair-twist"}
    assert store.marks.set_favourite("chair-twist", favourite=True).step is None
    assert store.marks.set_favourite("chair-twist", favourite=False).op == "No favourite any more"
    assert store.find.favourites() == set()
    store.undo.undo()
    assert store.find.favourites() == {"chair-twist"}


def test_a_note_is_kept_changed_and_taken_away(store: Store) -> None:
    assert store.find.item_note("side-bend") == ""
    store.marks.set_note("side-bend", "  Mit 4 kg.\nLinks steif. ")
    assert store.find.item_note("side-bend") == "Mit 4 kg.\nLinks steif."
    assert store.marks.set_note("side-bend", "Mit 4 kg.\nLinks steif.").step is None
    store.marks.set_note("side-bend", "")
    assert store.find.item_note("side-bend") == ""
    store.undo.undo()
    assert store.find.item_note("side-bend") == "Mit 4 kg.\nLinks steif."


def test_a_note_that_is_too_long_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match=f"up to {LONGEST_ITEM_NOTE} are kept"):
        store.marks.set_note("side-bend", "x" * (LONGEST_ITEM_NOTE + 1))
