"""A person's own exercises and routines in the store."""

import pytest

from app.domain.catalogue import Catalogue, load_catalogue
from app.paths import resources_dir
from app.store.check import check
from app.store.store import Store, StoreError
from tests.own_items import JPEG, JPEG_TEXT, evening, hip_hinge

ID = "own-hip-hinge-fruh"


@pytest.fixture
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def show(catalogue: Catalogue, store: Store) -> None:
    assert catalogue.show_own_items(store.find.own_exercises(), store.find.own_routines()) == ()


def test_an_exercise_comes_back_as_it_was_made(store: Store, catalogue: Catalogue) -> None:
    changes = store.items.save_exercise(hip_hinge(), catalogue)
    assert (changes.op, changes.kinds, changes.ids) == ("Save exercise", frozenset({"exercise"}), (ID,))
    (item,) = store.find.own_exercises()
    assert (item.id, item.archived, item.document) == (ID, False, {"id": ID, **hip_hinge()})
    assert store.has_data()


def test_a_change_is_kept_and_can_be_undone(store: Store, catalogue: Catalogue) -> None:
    store.items.save_exercise(hip_hinge(), catalogue)
    store.items.save_exercise(hip_hinge(id=ID, name="Hinge"), catalogue)
    assert store.find.own_exercises()[0].document["name"] == "Hinge"
    store.undo.undo()
    assert store.find.own_exercises()[0].document["name"] == "Hip hinge — früh"
    store.undo.undo()
    assert store.find.own_exercises() == []


def test_a_picture_is_kept_apart_and_goes_and_comes_with_its_exercise(store: Store, catalogue: Catalogue) -> None:
    store.items.save_exercise(hip_hinge(picture=JPEG_TEXT), catalogue)
    assert store.find.picture(ID) == JPEG
    assert store.find.pictured() == {ID}
    assert "picture" not in store.find.own_exercises()[0].document
    store.items.save_exercise(hip_hinge(id=ID), catalogue)
    assert (store.find.picture(ID), store.find.pictured()) == (None, set())
    store.undo.undo()
    assert store.find.picture(ID) == JPEG
    store.undo.undo()
    assert store.find.picture(ID) is None


def test_every_id_is_given_once(store: Store, catalogue: Catalogue) -> None:
    store.items.save_exercise(hip_hinge(name="Evening"), catalogue)
    assert store.items.save_routine(evening(), catalogue).ids == ("own-evening-2",)
    store.undo.undo()
    assert store.items.save_routine(evening(), catalogue).ids == ("own-evening-3",)
    assert store.items.save_exercise(hip_hinge(name="壁"), catalogue).ids == ("own-exercise",)


def test_what_can_not_be_one_is_refused_and_nothing_is_changed(store: Store, catalogue: Catalogue) -> None:
    with pytest.raises(StoreError, match="“dose” is missing"):
        store.items.bring_in([hip_hinge(), {"name": "x", "source": "own"}], [evening()], catalogue)
    with pytest.raises(StoreError, match="names no exercise: “nothing”"):
        store.items.save_routine(evening(steps=[{"exercise": "nothing"}]), catalogue)
    with pytest.raises(StoreError, match="must move in the same phases"):
        store.items.save_exercise(hip_hinge(figure="chair-twist"), catalogue)
    assert (store.find.own_exercises(), store.find.own_routines(), store.undo.name) == ([], [], None)


def test_many_come_in_as_one_step(store: Store, catalogue: Catalogue) -> None:
    exercises = [hip_hinge(picture=JPEG_TEXT if number else None) for number in range(3)]
    exercises[0].pop("picture")
    named = [{"id": "own-a", **exercises[0]}, *exercises[1:]]
    changes = store.items.bring_in(named, [evening(steps=[{"exercise": "own-a"}])], catalogue)
    assert (changes.op, changes.kinds) == ("Bring in", frozenset({"exercise", "routine"}))
    show(catalogue, store)
    assert catalogue.routine("own-evening").steps[0].exercise_id == "own-a"
    assert store.find.pictured() == {ID, f"{ID}-2"}
    store.undo.undo()
    assert (store.find.own_exercises(), store.find.own_routines(), store.find.pictured()) == ([], [], set())


def test_an_exercise_stays_such_that_routines_can_name_it(store: Store, catalogue: Catalogue) -> None:
    store.items.save_exercise(hip_hinge(), catalogue)
    show(catalogue, store)
    store.items.save_routine(evening(steps=[{"exercise": ID, "reps": 9}]), catalogue)
    held = {"dose": {"kind": "hold", "sets": 1, "hold_s": 20}, "tempo": [{"kind": "hold", "cue": "Hold"}]}
    with pytest.raises(StoreError, match="That would break the routine “Evening”"):
        store.items.save_exercise(hip_hinge(id=ID, **held), catalogue)
    store.items.save_exercise(hip_hinge(id=ID, name="Other"), catalogue)


def test_an_archived_one_is_listed_no_more_and_still_found(store: Store, catalogue: Catalogue) -> None:
    store.items.save_exercise(hip_hinge(), catalogue)
    show(catalogue, store)
    store.items.save_routine(evening(steps=[{"exercise": ID}]), catalogue)
    assert store.items.archive(ID).op == "Archive"
    assert store.items.archive("own-evening").op == "Archive"
    show(catalogue, store)
    assert catalogue.exercise(ID).archived
    assert catalogue.routine("own-evening").archived
    assert ID not in [each.id for each in catalogue.listed_exercises]
    assert "own-evening" not in [each.id for each in catalogue.listed_routines]

    assert store.items.bring_back(ID).op == "Bring back"
    store.undo.undo()
    assert [each.archived for each in store.find.own_exercises()] == [True]
    store.items.save_exercise(hip_hinge(id=ID), catalogue)
    assert [each.archived for each in store.find.own_exercises()] == [False]


def test_what_is_not_there_is_neither_archived_nor_brought_back(store: Store, catalogue: Catalogue) -> None:
    store.items.save_exercise(hip_hinge(), catalogue)
    for do in (lambda: store.items.bring_back(ID), lambda: store.items.archive("chair-twist")):
        with pytest.raises(StoreError, match="Nothing was changed"):
            do()


def test_the_store_is_whole_with_them_in_it(store: Store, catalogue: Catalogue) -> None:
    store.items.save_exercise(hip_hinge(picture=JPEG_TEXT), catalogue)
    store.items.save_routine(evening(), catalogue)
    store.marks.set_favourite("chair-twist", favourite=True)
    store.marks.set_note("chair-twist", "left is stiff")
    store.close()
    assert check(store.path) == []
