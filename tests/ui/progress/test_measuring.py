"""Guided measuring: the pages, the paced reaches, the hint, the upright distance, the page to print."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.domain.playing.cues import CueKind
from app.domain.playing.pacing import lay_out_pacing
from app.store.store import Store
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.progress.measuring.hint import hint
from app.ui.progress.measuring.reading_form import ReadingForm
from app.ui.progress.measuring.upright import KEY
from app.ui.quiet import Silence
from tests.fakes import A_MORNING, FakeClock
from tests.samples import NOON, a_reading, floor_touch

TICK_S = 0.5
Pass = Callable[[float], None]


@pytest.fixture
def announcers() -> Silence:
    return Silence()


@pytest.fixture
def form(
    qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, clock: FakeClock, figures: Figures, announcers: Silence
) -> Iterator[ReadingForm]:
    made = ReadingForm(live, catalogue, look, clock, figures, announcers)
    qtbot.addWidget(made)
    made.resize(1200, 680)
    made.begin(catalogue.measure("floor-touch"))
    made.show()
    made.activateWindow()
    yield made
    made.hide()


@pytest.fixture
def let_pass(form: ReadingForm, clock: FakeClock) -> Pass:
    """Let seconds go by while the pacing looks at the clock, as its timer makes it do."""

    def go_on(seconds: float) -> None:
        for _tick in range(round(seconds / TICK_S)):
            clock.advance(TICK_S)
            form.pacing.pace.advance()

    return go_on


def press(form: ReadingForm, key: Qt.Key) -> None:
    QTest.keyClick(form.focusWidget() or form, key)


def words(form: ReadingForm) -> str:
    """All that is written on the guide's page."""
    page = form.guide.pages[form.guide.page]
    return " ".join(each.text() for each in page.findChildren(QLabel))


# The pages


def test_every_sentence_of_every_measure_is_on_a_page(form: ReadingForm, catalogue: Catalogue) -> None:
    for measure in catalogue.measures.values():
        form.begin(measure)
        guide = form.guide
        guide.show_page(0)
        seen = []
        for _page in guide.pages:
            seen.append(words(form))
            guide.turn(1)
        whole = " ".join(seen)
        for sentence in (measure.about, *measure.steps, *measure.protocol, *measure.cautions):
            assert sentence in whole


def test_the_first_time_begins_with_what_comes_before_and_later_ones_with_the_first_step(
    form: ReadingForm, catalogue: Catalogue
) -> None:
    assert "Before you start" in words(form)
    form.show_latest({"floor-touch": a_reading(4)})
    form.begin(catalogue.measure("floor-touch"))
    assert "Step 1 of 4" in words(form)


def test_arrows_turn_the_pages_from_an_empty_try_and_write_nothing_there(form: ReadingForm) -> None:
    assert form.focusWidget() is form.fields.trials[0].field
    press(form, Qt.Key.Key_Right)
    assert "Take care" in words(form)
    press(form, Qt.Key.Key_PageDown)
    assert "Step 1 of 4" in words(form)
    press(form, Qt.Key.Key_Left)
    assert form.guide.page == 1
    assert form.fields.trials[0].text == ""


def test_in_a_try_with_text_the_arrows_move_the_cursor(form: ReadingForm) -> None:
    QTest.keyClicks(form.fields.trials[0].field, "45")
    press(form, Qt.Key.Key_Left)
    assert form.guide.page == 0
    assert form.fields.trials[0].field.cursorPosition() == 1


def test_the_buttons_turn_the_pages_and_stop_at_the_ends(form: ReadingForm) -> None:
    guide = form.guide
    assert not guide.back_button.isEnabled()
    for _page in guide.pages:
        guide.next_button.click()
    assert guide.page == len(guide.pages) - 1
    assert not guide.next_button.isEnabled()
    guide.back_button.setFocus()
    press(form, Qt.Key.Key_Left)
    assert guide.page == len(guide.pages) - 2


def test_the_focus_stays_with_the_arrows_at_both_ends_of_the_guide(form: ReadingForm) -> None:
    guide = form.guide
    guide.next_button.setFocus()
    for _page in guide.pages[:-1]:
        press(form, Qt.Key.Key_Return)
    assert not guide.next_button.isEnabled()
    assert guide.back_button.hasFocus()
    for _page in guide.pages[:-1]:
        press(form, Qt.Key.Key_Return)
    assert not guide.back_button.isEnabled()
    assert guide.next_button.hasFocus()


def test_a_test_can_be_measured_again_after_others_with_the_same_buttons(
    form: ReadingForm, catalogue: Catalogue, qtbot: QtBot
) -> None:
    for measure in catalogue.measures.values():
        form.begin(measure)
    form.guide.show_page(0)
    assert form.guide.warm_up_button.isVisible()
    with qtbot.waitSignal(form.warm_up_asked):
        form.guide.warm_up_button.click()


def test_the_words_of_a_page_are_whole_beside_a_figure_one_can_see(form: ReadingForm, qtbot: QtBot) -> None:
    for page in range(len(form.guide.pages)):
        form.guide.show_page(page)
        qtbot.waitUntil(lambda: form.guide._scroll.verticalScrollBar().maximum() == 0)
        assert form.guide.figure.height() >= 120


# The paced reaches


def test_space_in_an_empty_try_starts_the_pacing_and_every_cue_is_announced_once_in_order(
    form: ReadingForm, announcers: Silence, let_pass: Pass
) -> None:
    press(form, Qt.Key.Key_Space)
    assert form.pacing.isVisible()
    assert announcers.preferences is not None
    let_pass(200)
    assert announcers.announced == list(lay_out_pacing(form.measure).cues)
    assert not form.pacing.isVisible()
    assert form.focusWidget() is form.fields.trials[0].field


def test_the_voice_is_offered_beside_the_tries_from_the_first_page_on(form: ReadingForm, qtbot: QtBot) -> None:
    form.resize(992, 560)  # what a window of 1024 by 640 leaves
    offered = form.fields.pace_button
    qtbot.waitUntil(lambda: form.width() == 992)
    assert offered.visibleRegion().boundingRect() == offered.rect()
    offered.click()
    assert form.pacing.isVisible()


def test_what_is_done_now_is_shown_large(form: ReadingForm, let_pass: Pass) -> None:
    form.start_pacing()
    face = form.pacing.face
    assert (face.word, face.digits, face.trial) == ("Get ready", "15", "Practice")
    let_pass(15)
    assert (face.word, face.digits) == ("Reach", "")
    let_pass(4)
    assert (face.word, face.digits) == ("Hold", "1")
    let_pass(1)
    assert face.digits == "2"
    let_pass(1)
    assert face.word == "Up"
    let_pass(3)
    assert (face.word, face.digits, face.trial) == ("Rest", "20", "Next: first of three")
    assert face.accessibleName() == "Floor touch, Rest, Next: first of three"
    assert not face.grab().isNull()


def test_space_pauses_and_a_reach_that_was_broken_off_is_counted_in_anew(
    form: ReadingForm, announcers: Silence, clock: FakeClock, let_pass: Pass
) -> None:
    form.start_pacing()
    let_pass(20)
    press(form, Qt.Key.Key_Space)
    assert form.pacing.face.word == "Paused"
    said = len(announcers.announced)
    clock.advance(500)
    form.pacing.pace.advance()
    assert len(announcers.announced) == said
    press(form, Qt.Key.Key_Space)
    let_pass(3)
    assert [cue.text for cue in announcers.announced[said:]] == ["3", "2", "1", "Reach"]


def test_a_machine_that_slept_finds_the_pacing_paused_and_nothing_skipped(
    form: ReadingForm, announcers: Silence, clock: FakeClock
) -> None:
    form.start_pacing()
    clock.advance(3600)
    form.pacing.pace.advance()
    assert form.pacing.pace.is_paused
    assert [cue.kind for cue in announcers.announced] == [CueKind.READY]


def test_escape_leaves_the_pacing_and_keeps_what_was_typed(
    form: ReadingForm, announcers: Silence, let_pass: Pass
) -> None:
    QTest.keyClicks(form.fields.trials[0].field, "4")
    form.start_pacing()
    let_pass(5)
    press(form, Qt.Key.Key_Escape)
    assert not form.pacing.pace.is_on
    assert announcers.hushed
    assert form.fields.trials[0].text == "4"
    assert form.focusWidget() is form.fields.trials[1].field
    assert not form.footer.question.isVisible()


def test_out_of_sight_the_pacing_is_over(form: ReadingForm) -> None:
    form.start_pacing()
    form.hide()
    assert not form.pacing.pace.is_on
    form.show()
    assert not form.pacing.isVisible()


def test_without_announcers_it_is_paced_on_the_screen(
    qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, clock: FakeClock, figures: Figures
) -> None:
    form = ReadingForm(live, catalogue, look, clock, figures)
    qtbot.addWidget(form)
    form.begin(catalogue.measure("hand-to-knee"))
    form.show()
    form.start_pacing()
    assert form.pacing.face.title == "Hand to knee · Left"
    form.hide()


# The hint


def test_just_after_waking_and_within_a_week_one_friendly_line_is_said() -> None:
    measure, last = floor_touch(), a_reading(4, aid="floor")
    assert "Just up?" in hint(measure, None, A_MORNING)
    assert hint(measure, None, NOON) == ""
    assert "Once a week is plenty" in hint(measure, replace(last, performed_at=NOON - timedelta(days=2)), NOON)
    assert hint(measure, replace(last, performed_at=NOON - timedelta(days=14)), NOON) == ""
    assert hint(measure, replace(last, performed_at=NOON), NOON) == ""


def test_the_hint_stands_in_the_head_and_blocks_nothing(form: ReadingForm, store: Store) -> None:
    assert "Just up?" in form.hint.text()
    QTest.keyClicks(form.fields.trials[0].field, "4")
    form.save_button.click()
    assert len(store.find.readings()) == 1


# Hand to knee: the distance of the upright hand


def test_with_the_upright_distance_stored_once_the_travel_is_shown(
    form: ReadingForm, catalogue: Catalogue, store: Store
) -> None:
    form.begin(catalogue.measure("hand-to-knee"))
    QTest.keyClicks(form.fields.trials[0].field, "4")
    QTest.keyClicks(form.upright.field, "22,5")
    assert form.upright.said.text() == "Travel: 18.5 cm, upright less reached."
    form.next_button.click()
    assert store.find.setting(KEY, {}) == {Side.LEFT: 22.5}
    assert form.upright.field.text() == ""  # of the other side
    form.begin(catalogue.measure("hand-to-knee"))
    assert form.upright.field.text() == "22.5"
    assert [reading.trials for reading in store.find.readings()] == [(4,)]


@pytest.mark.parametrize("text", ["abc", "-3", "900"])
def test_an_upright_distance_that_can_not_be_is_said_and_nothing_is_kept(
    form: ReadingForm, catalogue: Catalogue, store: Store, text: str
) -> None:
    form.begin(catalogue.measure("hand-to-knee"))
    QTest.keyClicks(form.fields.trials[0].field, "4")
    QTest.keyClicks(form.upright.field, text)
    form.save_button.click()
    assert form.upright.said.text()
    assert form.focusWidget() is form.upright.field
    assert store.find.readings() == []
    assert store.find.setting(KEY, {}) == {}


def test_a_damaged_upright_distance_counts_as_none(form: ReadingForm, catalogue: Catalogue, store: Store) -> None:
    store.settings.set(KEY, {"left": "high", "right": 1e9, "tail": 3})
    form.begin(catalogue.measure("hand-to-knee"))
    assert form.upright.field.text() == ""


def test_only_hand_to_knee_asks_for_it(form: ReadingForm, catalogue: Catalogue) -> None:
    for measure in catalogue.measures.values():
        form.begin(measure)
        assert form.upright.isVisible() is (measure.id == "hand-to-knee")


# The page to print


def test_the_page_to_print_is_written_where_one_says_and_told(form: ReadingForm, tmp_path: Path) -> None:
    printing = form.guide.print_button
    printing.ask = lambda _over: (str(tmp_path / "ruler"), "LETTER")
    form.guide.show_page(0)
    printing.button.click()
    assert (tmp_path / "ruler.pdf").read_bytes().startswith(b"%PDF")
    assert printing.said.isVisible()
    assert "ruler.pdf" in printing.said.text()
    assert "100 %" in printing.said.text()


def test_a_page_that_can_not_be_written_is_a_sentence(form: ReadingForm, tmp_path: Path) -> None:
    printing = form.guide.print_button
    printing.ask = lambda _over: (str(tmp_path / "missing" / "ruler.pdf"), "A4")
    printing.write()
    assert "can't be written" in printing.said.text()
    assert "choose another folder" in printing.said.text()


def test_changing_ones_mind_writes_nothing(form: ReadingForm) -> None:
    printing = form.guide.print_button
    printing.ask = lambda _over: ("", "A4")
    printing.write()
    assert printing.said.text() == ""


def test_an_edited_reading_is_not_hinted_at(form: ReadingForm) -> None:
    form.edit(Reading("r", "floor-touch", None, (4.0,), "cm", A_MORNING, "floor"))
    assert form.hint.text() == ""
