"""What becomes of a draft: kept, set aside, archived, played, handed on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.preferences import KEYS
from app.domain.routine import Routine
from app.exchange.item_file import Verdict, read_items
from app.store.store import Store
from app.ui.library.builder import sharing
from app.ui.library.builder.builder_page import BuilderPage
from app.ui.library.library_tab import LibraryTab
from app.ui.live import Live
from tests.fakes import FakeClock

Key, Mod = Qt.Key, Qt.KeyboardModifier
LEFT_BUTTON = Qt.MouseButton.LeftButton


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def saved(builder: BuilderPage, name: str = "Morning") -> Routine:
    """The draft once it is kept."""
    builder.head.name_given.emit(name)
    builder.save()
    (item,) = builder.live.store.find.own_routines()
    return builder._catalogue.routines[item.id]


def test_a_kept_routine_is_in_the_library_and_chosen_and_undo_takes_it_out(
    tab: LibraryTab, builder: BuilderPage, whole: Catalogue, live: Live, store: Store, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tab.kept) as said:
        routine = saved(builder, " Morning ")
    assert said.args == ["Saved: Morning"]
    assert (routine.id, routine.name, routine.steps) == ("own-morning", "Morning", builder.routine.steps)
    assert tab.currentWidget() is tab.page
    entry = tab.page.cards.current_entry()
    assert entry is not None
    assert entry.item == routine
    live.do(store.undo.undo)
    assert "own-morning" not in whole.routines


def test_a_kept_routine_is_changed_in_place(tab: LibraryTab, builder: BuilderPage, store: Store) -> None:
    routine = saved(builder)
    tab.page.change_asked.emit(routine)
    assert tab.currentWidget() is builder
    assert not builder.is_changed
    builder._remove(0)
    builder.save()
    (item,) = store.find.own_routines()
    assert [step["exercise"] for step in item.document["steps"]] == ["side-bend", "reverse-crunch"]


def test_one_of_limbers_is_copied_and_stays_as_it_is(tab: LibraryTab, whole: Catalogue, store: Store) -> None:
    starter = whole.routine("starter")
    tab.change_routine(starter)
    assert (tab.builder.routine.name, tab.builder.routine.id) == ("Starter (my version)", "")
    tab.builder.save()
    assert whole.routine("starter") == starter
    assert store.find.own_routines()[0].document["name"] == "Starter (my version)"


def test_changed_times_are_part_of_what_is_taken_up(tab: LibraryTab, whole: Catalogue, live: Live) -> None:
    times = [{"exercise": "chair-twist", "setup_s": 42}]
    live.do(live.store.settings.set, KEYS["times"], {"starter": times})
    tab.change_routine(whole.routine("starter"))
    assert tab.builder.routine.steps[0].setup_s == 42


def test_changed_times_are_the_routines_own_once_it_is_kept_and_undo_takes_both_back(
    tab: LibraryTab, builder: BuilderPage, live: Live, store: Store
) -> None:
    routine = saved(builder)
    times = {routine.id: [{"exercise": "chair-twist", "setup_s": 42}], "starter": []}
    live.do(store.settings.set, KEYS["times"], times)
    tab.change_routine(routine)
    builder.head.about_given.emit("Changed")
    builder.save()
    assert builder._catalogue.routines[routine.id].steps[0].setup_s == 42
    assert store.find.setting(KEYS["times"], None) == {"starter": []}
    live.do(store.undo.undo)
    assert builder._catalogue.routines[routine.id] == routine
    assert store.find.setting(KEYS["times"], None) == times


def test_two_routines_of_one_name_are_not_kept(tab: LibraryTab, builder: BuilderPage, store: Store) -> None:
    saved(builder)
    tab.make_routine()
    builder._add(builder._catalogue.exercise("chair-twist"))
    builder.head.name_given.emit("morning")
    builder.save()
    assert "You have a routine “morning” already" in builder.footer.problem.text()
    assert len(store.find.own_routines()) == 1


def test_leaving_with_changes_sets_them_aside_to_go_on_with_undo_and_all(
    tab: LibraryTab, builder: BuilderPage, qtbot: QtBot, store: Store
) -> None:
    builder.steps.setFocus()
    builder._remove(0)
    with qtbot.waitSignal(tab.offered) as offered:
        press(qtbot, Key.Key_Escape)
    text, action, go_on = offered.args
    assert (text, action) == ("Not saved: your new routine", "Go on with it")
    assert tab.currentWidget() is tab.page
    assert store.find.own_routines() == []
    go_on()
    assert tab.currentWidget() is builder
    assert len(builder.routine.steps) == 2
    builder.undo()
    assert len(builder.routine.steps) == 3


def started_anew(qtbot: QtBot, tab: LibraryTab) -> LibraryTab:
    """The library of the next start, on the same store."""
    made = LibraryTab(tab._live, tab._catalogue, tab._look, FakeClock(), tab._figures)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_draft_that_was_left_is_offered_after_a_restart(tab: LibraryTab, builder: BuilderPage, qtbot: QtBot) -> None:
    builder.head.name_given.emit("Noon")
    builder.leave()
    now = started_anew(qtbot, tab)
    assert now.page.draft_button.text() == "Go on with “Noon”"
    qtbot.mouseClick(now.page.draft_button, LEFT_BUTTON)
    assert now.currentWidget() is now.builder
    assert now.builder.routine == builder.routine
    assert now.builder.is_changed
    now.builder.save()
    assert now.page.draft_button.isHidden()
    assert now.page.drafts() == []


def test_a_draft_is_kept_when_another_tab_is_shown_too(tab: LibraryTab, builder: BuilderPage) -> None:
    builder.head.name_given.emit("Noon")
    tab.hide()
    assert [draft.name for draft in tab.page.drafts()] == ["Noon"]
    tab.show()
    builder.head.name_given.emit("Evening")
    tab.hide()
    assert [draft.name for draft in tab.page.drafts()] == ["Evening"]


def test_several_drafts_do_not_push_one_another_out(
    tab: LibraryTab, builder: BuilderPage, qtbot: QtBot, whole: Catalogue
) -> None:
    builder.head.name_given.emit("Noon")
    builder.leave()
    tab.make_routine()
    tab.builder.head.name_given.emit("Evening")
    tab.builder.leave()
    tab.change_routine(whole.routine("starter"))
    tab.builder.leave()
    assert [draft.name for draft in tab.page.drafts()] == ["Noon", "Evening"]
    names = [action.text() for action in tab.page.more_menu().actions() if action.text()]
    assert names[-4:] == ["Go on with “Evening”", "Go on with “Noon”", "Discard “Evening”", "Discard “Noon”"]


def test_a_draft_can_be_discarded_and_that_undone(
    tab: LibraryTab, builder: BuilderPage, live: Live, store: Store, qtbot: QtBot
) -> None:
    builder.head.name_given.emit("Noon")
    builder.leave()
    (*_others, discard) = tab.page.more_menu().actions()
    with qtbot.waitSignal(tab.kept) as said:
        discard.trigger()
    assert said.args == ["Discarded: “Noon”"]
    assert tab.page.draft_button.isHidden()
    live.do(store.undo.undo)
    assert [draft.name for draft in tab.page.drafts()] == ["Noon"]


def test_a_draft_whose_changes_are_all_undone_is_not_kept_any_more(tab: LibraryTab, whole: Catalogue) -> None:
    tab.change_routine(whole.routine("starter"))
    tab.builder._remove(0)
    tab.builder.leave()
    edits = tab.builder.edits
    tab._go_on(edits)
    tab.builder.undo()
    tab.builder.open(tab.builder.routine)
    tab.builder.leave()
    assert tab.page.drafts() == []


def test_leaving_without_changes_asks_and_says_nothing(tab: LibraryTab, builder: BuilderPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tab.offered):
        builder.leave()
    assert tab.currentWidget() is tab.page


def test_an_archived_routine_leaves_the_list_and_can_be_undone(
    tab: LibraryTab, builder: BuilderPage, whole: Catalogue, live: Live, store: Store, qtbot: QtBot
) -> None:
    routine = saved(builder)
    tab.change_routine(routine)
    with qtbot.waitSignal(tab.kept) as said:
        qtbot.mouseClick(builder.footer.archive_button, LEFT_BUTTON)
    assert said.args == ["Archived: Morning"]
    assert whole.routines[routine.id].archived
    live.do(store.undo.undo)
    assert not whole.routines[routine.id].archived


def test_the_draft_is_played_from_the_chosen_step_as_it_stands(
    tab: LibraryTab, builder: BuilderPage, qtbot: QtBot
) -> None:
    played: list[Any] = []
    tab.play_from_asked.connect(lambda routine, place: played.append((routine, place)))
    builder.head.name_given.emit("Noon")
    builder.steps.choose(1)
    builder.steps.setFocus()
    press(qtbot, Key.Key_Return, Mod.ControlModifier)
    ((routine, place),) = played
    assert (routine.steps, routine.name, routine.id, place) == (builder.routine.steps, "Noon", "own-noon", 1)
    assert tab.currentWidget() is builder


def test_a_draft_that_can_not_be_played_says_why(builder: BuilderPage, qtbot: QtBot) -> None:
    gone = replace(builder.routine.steps[0], exercise_id="own-gone")
    builder.open(replace(builder.routine, steps=(gone,)))
    with qtbot.assertNotEmitted(builder.play_asked):
        builder.play()
    assert builder.footer.problem.text() == "This exercise is not there any more: take the step out."


def test_a_draft_is_handed_on_as_a_file_that_can_be_opened(
    builder: BuilderPage, catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sharing, "ask_file", lambda _parent, _name: str(tmp_path / "noon"))
    with qtbot.waitSignal(builder.said) as said:
        qtbot.mouseClick(builder.footer.share_button, LEFT_BUTTON)
    assert said.args == ["New routine is in noon.limber, for others to open in Limber."]
    (offer,) = read_items(tmp_path / "noon.limber", catalogue, lambda _id: None)
    assert (offer.verdict, len(offer.document["steps"])) == (Verdict.NEW, 3)


def test_where_no_file_can_be_written_it_says_so(
    builder: BuilderPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sharing, "ask_file", lambda _parent, _name: "/nowhere/noon.limber")
    with qtbot.waitSignal(builder.said) as said:
        builder.share()
    assert "can't be written" in said.args[0]


def test_an_exercise_that_is_not_open_is_shown_with_what_stands_in(
    builder: BuilderPage, draft: Callable[..., Routine]
) -> None:
    builder.open(draft("jefferson-curl", "side-bend"))
    row = builder.steps.steps._rows[0]
    assert row.line == "Not open yet: Segmental cat-cow instead."
