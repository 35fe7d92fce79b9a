"""What the model lists, what the search and the chips leave of it."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester

from app.domain.catalogue import Catalogue
from app.domain.exercise import Direction, Level
from app.domain.own.items import OwnItem
from app.ui.library.catalogue_model import CatalogueModel, Wish, entry_at
from tests.own_items import evening, hip_hinge

LOCK = {"jefferson-curl": "Not yet."}


@pytest.fixture
def model(catalogue: Catalogue) -> CatalogueModel:
    made = CatalogueModel(catalogue)
    made.look_again((), ())
    return made


@pytest.fixture
def shown(model: CatalogueModel) -> CatalogueModel:
    return model


def ids(model: QAbstractItemModel) -> list[str]:
    """The ids of the cards, headings left out."""
    entries = (entry_at(model.index(row, 0)) for row in range(model.rowCount()))
    return [entry.item.id for entry in entries if entry is not None]


def texts(model: QAbstractItemModel, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def found(shown: CatalogueModel, search: str) -> list[str]:
    shown.show_only(Wish(search))
    return ids(shown)


def test_the_model_keeps_the_rules_of_models(qtmodeltester: ModelTester, model: CatalogueModel) -> None:
    qtmodeltester.check(model, force_py=True)
    model.look_again(LOCK, ())
    qtmodeltester.check(model)


def test_the_filter_keeps_the_rules_of_models(qtmodeltester: ModelTester, shown: CatalogueModel) -> None:
    qtmodeltester.check(shown, force_py=True)
    shown.show_only(Wish("chair", Direction.ROTATION, no_weights=True))
    shown.show_only(Wish())
    qtmodeltester.check(shown)


def test_exercises_come_first_in_the_articles_order_then_routines(model: CatalogueModel, catalogue: Catalogue) -> None:
    assert ids(model) == [*catalogue.exercises, *catalogue.routines]
    assert texts(model)[0] == "Exercises"
    assert texts(model)[len(catalogue.exercises) + 1] == "Routines"


def test_headings_cannot_be_chosen(model: CatalogueModel) -> None:
    flags = [model.flags(model.index(row)) for row in range(model.rowCount())]
    headings = [row for row, flag in enumerate(flags) if not flag & Qt.ItemFlag.ItemIsSelectable]
    assert headings == [0, 10]


def test_a_screen_reader_hears_name_dose_and_direction(model: CatalogueModel) -> None:
    spoken = texts(model, Qt.ItemDataRole.AccessibleTextRole)
    assert "Segmental cat-cow, 5 reps, flexion, extension" in spoken
    assert any(text.startswith("Desk break, 2½ min · 2 exercises") for text in spoken)


def test_what_is_not_open_yet_says_so_until_it_is(model: CatalogueModel) -> None:
    def marked() -> list[str]:
        return [text for text in texts(model, Qt.ItemDataRole.AccessibleTextRole) if "not yet" in text]

    assert marked() == []
    model.look_again(LOCK, ())
    assert marked() == ["Jefferson curl, 5 reps, flexion, not yet"]
    model.look_again((), ())
    assert marked() == []


@pytest.mark.parametrize(
    ("search", "exercise"),
    [
        ("crunch", "reverse-crunch"),
        ("roman chair", "back-extension"),  # an alias
        ("PANCAKE", "straddle-bends"),  # an alias, whatever the case
        ("bench", "back-extension"),  # equipment
        ("quadratus", "side-bend"),  # a muscle
        ("lateral flexion", "side-bend"),  # a direction, as the field calls it
        ("pedestal", "jefferson-curl"),  # a word of a step
        ("curl  jefferson", "jefferson-curl"),  # every word, in any order
        ("jéfferson", "jefferson-curl"),  # diacritics make no difference
        ("jeferson", "jefferson-curl"),  # a letter left out
        ("thoracci", "thoracic-bridge"),  # two swapped, still typing
        ("paancake", "straddle-bends"),  # one too many
        ("quadretus", "side-bend"),  # one for another
        ("jeferson cuurl", "jefferson-curl"),  # a slip in each word
    ],
)
def test_a_search_finds_by_name_alias_equipment_muscle_direction_and_step(
    shown: CatalogueModel, search: str, exercise: str
) -> None:
    assert exercise in found(shown, search)


def test_a_search_finds_the_routines_that_hold_an_exercise(shown: CatalogueModel) -> None:
    assert found(shown, "jefferson") == ["jefferson-curl", "whole-back", "flexion"]


def test_a_heading_goes_with_the_last_card_of_its_group(shown: CatalogueModel) -> None:
    found(shown, "quadratus")
    assert texts(shown) == ["Exercises", "Dumbbell side bend"]
    found(shown, "desk break")
    assert texts(shown) == ["Routines", "Desk break"]
    assert found(shown, "xyz") == []
    assert shown.is_empty


def test_a_direction_leaves_what_moves_that_way(shown: CatalogueModel, catalogue: Catalogue) -> None:
    shown.show_only(Wish(direction=Direction.EXTENSION))
    wanted = [e.id for e in catalogue.exercises.values() if Direction.EXTENSION in e.directions]
    assert ids(shown) == [*wanted, "extension"]


def test_a_routine_for_the_whole_back_counts_as_none_of_the_directions_it_has_a_little_of(
    shown: CatalogueModel,
) -> None:
    for direction in (Direction.EXTENSION, Direction.LATERAL_FLEXION):
        shown.show_only(Wish(direction=direction))
        assert "whole-back" not in ids(shown)


def test_no_weights_leaves_out_what_needs_a_dumbbell_or_a_plate(shown: CatalogueModel, catalogue: Catalogue) -> None:
    shown.show_only(Wish(no_weights=True))
    left_out = [each for each in (*catalogue.exercises, *catalogue.routines) if each not in ids(shown)]
    assert left_out == ["straddle-bends", "side-bend", "whole-back"]


def test_search_and_chips_hold_together(shown: CatalogueModel) -> None:
    shown.show_only(Wish("mat", Direction.ROTATION, no_weights=True))
    assert "side-plank-rotation" in ids(shown)
    assert "chair-twist" not in ids(shown)


def test_level_equipment_and_favourites_leave_what_is_wished_for(shown: CatalogueModel, catalogue: Catalogue) -> None:
    shown.show_only(Wish(level=Level.HARD))
    hard = [each.id for each in catalogue.exercises.values() if each.level is Level.HARD]
    assert [each for each in ids(shown) if each in catalogue.exercises] == hard != []
    shown.show_only(Wish(equipment="bench"))
    assert ids(shown)[0] == "back-extension"
    shown.show_only(Wish(favourites=True))
    assert shown.is_empty
    shown.look_again((), {"starter", "side-bend"})
    assert ids(shown) == ["side-bend", "starter"]
    assert "Dumbbell side bend, 5 reps a side, side, favourite" in texts(shown, Qt.ItemDataRole.AccessibleTextRole)


def test_what_the_person_makes_is_listed_and_found_until_it_is_archived(catalogue: Catalogue) -> None:
    held = catalogue.copy()
    model = CatalogueModel(held)
    model.look_again((), ())
    item = OwnItem("own-hinge", json.dumps(hip_hinge(equipment=["kettlebell"], steps=["Stand tall"])))
    held.show_own_items([item], [OwnItem("own-evening", json.dumps(evening()))])
    model.look_again((), ())
    assert (ids(model)[9], ids(model)[-1]) == ("own-hinge", "own-evening")
    for search in ("hinge", "FRUH", "ketlebell", "stand tall"):
        assert "own-hinge" in found(model, search)
    held.show_own_items([replace(item, archived=True)], [])
    model.look_again((), ())
    assert "own-hinge" not in found(model, "hinge")


def test_what_is_left_out_is_on_no_list_until_it_is_wanted_again(model: CatalogueModel) -> None:
    model.look_again((), (), {"reverse-crunch", "jefferson-curl"})
    assert {"reverse-crunch", "jefferson-curl"}.isdisjoint(ids(model))
    assert found(model, "jefferson curl")[:1] != ["jefferson-curl"]
    model.show_only(Wish())
    model.look_again((), ())
    assert {"reverse-crunch", "jefferson-curl"} <= set(ids(model))
