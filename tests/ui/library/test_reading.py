"""What the detail panel tells of an exercise and of a routine, and that nothing of it is cut."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.measurement import Reading
from app.ui.figures import Figures
from app.ui.library.card_delegate import CardDelegate, wrapped
from app.ui.library.card_view import CardView
from app.ui.library.catalogue_model import CatalogueModel, entry_at
from app.ui.library.library_page import LibraryPage
from app.ui.live import Live
from app.ui.look import Look
from tests.ui.library.conftest import SIZES


def content_of(page: LibraryPage) -> QWidget:
    content = page.detail.text_area.widget()
    assert content is not None
    return content


def told(page: LibraryPage) -> list[str]:
    """Every text of the detail panel."""
    return [made.text() for made in content_of(page).findChildren(QLabel) if made.text()]


def test_an_exercise_is_told_in_full(page: LibraryPage, catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        page.cards.show_entry(exercise.id)
        texts = told(page)
        wanted = {exercise.name, *exercise.steps, *exercise.cautions, exercise.feel, exercise.easier}
        assert wanted | {exercise.setup, exercise.why, ", ".join(exercise.aliases)} <= set(texts)
        assert {str(number) for number in range(1, len(exercise.steps) + 1)} <= set(texts)
        assert {phase.cue for phase in exercise.tempo} | {bend.name for bend in exercise.positions} <= set(texts)


def test_an_exercise_says_its_dose_equipment_level_load_and_source(page: LibraryPage) -> None:
    page.cards.show_entry("side-bend")
    assert "5 reps a side · dumbbell · easy" in told(page)
    assert "Without a weight, or up to 10 kg." in told(page)
    assert "From the article Limber is built on, dose included." in told(page)
    page.cards.show_entry("straddle-bends")
    assert "From the article Limber is built on. The dose is Limber’s own." in told(page)


def test_a_routine_is_told_with_every_exercise_and_its_dose(page: LibraryPage, catalogue: Catalogue) -> None:
    page.cards.show_entry("starter")
    texts = told(page)
    starter = catalogue.routine("starter")
    assert {starter.name, starter.about, "9 min · 7 exercises"} <= set(texts)
    assert {catalogue.exercise(step.exercise_id).name for step in starter.steps} <= set(texts)
    assert {"10 s a side", "5 reps a side", "Chair, mat"} <= set(texts)
    assert "On your knees if you like." in texts


def test_a_routine_says_what_gives_way_while_it_is_not_open(page: LibraryPage) -> None:
    page.cards.show_entry("whole-back")
    assert "Not open yet: left out for now." in told(page)


def test_an_exercise_opens_in_the_open_window_when_the_reading_is_there(
    page: LibraryPage, live: Live, clock: Clock
) -> None:
    page.cards.show_entry("jefferson-curl")
    assert any(text.startswith("Not yet: first reach the floor") for text in told(page))
    live.do(live.store.readings.record, Reading("", "floor-touch", None, (-1.0,), "cm", clock.now()))
    assert not any(text.startswith("Not yet") for text in told(page))
    entry = page.cards.current_entry()
    assert entry is not None
    assert not entry.locked


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("long", [False, True])
def test_nothing_is_cut_in_the_detail_panel(
    request: pytest.FixtureRequest, qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, figures: Figures,
    clock: Clock, size: tuple[int, int], long: bool,
) -> None:  # fmt: skip
    items = request.getfixturevalue("long_words") if long else catalogue
    page = LibraryPage(live, items, look, clock, figures)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    for item_id in (*items.exercises, *items.routines):
        page.cards.show_entry(item_id)
        QApplication.processEvents()
        content = content_of(page)
        assert content.width() <= page.detail.text_area.viewport().width()
        for made in content.findChildren(QLabel):
            needed = made.heightForWidth(made.width()) if made.wordWrap() else made.sizeHint().height()
            assert made.height() >= needed, made.text()
            assert made.wordWrap() or made.width() >= made.sizeHint().width(), made.text()
        button = page.detail.start_button
        assert button.width() >= button.sizeHint().width(), button.text()
        assert not button.visibleRegion().isEmpty()
    assert page.search.fontMetrics().horizontalAdvance(page.search.placeholderText()) < page.search.width() - 48


@pytest.mark.parametrize("width", [590, 782, 400])
def test_every_english_card_shows_all_its_text(page: LibraryPage, look: Look, figures: Figures, width: int) -> None:
    delegate = CardDelegate(look, figures, page.model, page.cards)
    delegate.fit(width, page.model.names)
    card = QRect(0, 0, delegate.card.width(), delegate.card.height())
    for row in range(page.model.rowCount()):
        entry = entry_at(page.model.index(row))
        if entry is None:
            continue
        name, line = delegate.name_area(card), delegate.line_area(card)
        assert card.toRectF().contains(name)
        assert card.toRectF().contains(line)
        assert wrapped(entry.name, look.font(15, QFont.Weight.DemiBold), name.width()).boundingRect().height() <= (
            name.height() + 1
        )
        assert QFontMetricsF(look.font(13)).horizontalAdvance(entry.line) <= line.width()


@pytest.mark.parametrize("width", [590, 782])
def test_longer_names_wrap_and_are_never_cut(
    qtbot: QtBot, long_words: Catalogue, look: Look, figures: Figures, width: int
) -> None:
    model = CatalogueModel(long_words)
    model.look_again((), ())
    view = CardView(look, model, figures)
    qtbot.addWidget(view)
    delegate, names = CardDelegate(look, figures, model, view), model.names
    delegate.fit(width, names)
    area = delegate.name_area(QRect(0, 0, delegate.card.width(), delegate.card.height()))
    font = look.font(15, QFont.Weight.DemiBold)
    assert max(QFontMetricsF(font).horizontalAdvance(name) for name in names) > area.width()
    for name in names:
        layout = wrapped(name, font, area.width())
        assert layout.boundingRect().height() <= area.height() + 1
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        assert sum(line.textLength() for line in lines) == len(name)


@pytest.mark.parametrize("size", SIZES)
def test_the_cards_stand_in_even_columns_that_fill_the_width(page: LibraryPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    QApplication.processEvents()
    model = page.cards.model()
    rects = [page.cards.visualRect(model.index(row, 0)) for row in range(1, 10)]
    lefts = sorted({rect.left() for rect in rects})
    assert len(lefts) == (3 if size[0] == 1280 else 2)
    assert {rect.width() for rect in rects} == {rects[0].width()}
    free = page.cards.viewport().width() - max(rect.right() for rect in rects)
    assert 0 <= free < 16
    assert page.cards.horizontalScrollBar().maximum() == 0


def test_both_themes_are_worn_without_a_restart(page: LibraryPage, look: Look) -> None:
    page.cards.show_entry("jefferson-curl")
    for choice in ("dark", "light"):
        look.choose(choice)
        QApplication.processEvents()
        picture = page.grab().toImage()
        colours = {picture.pixelColor(x, y).name().upper() for x in range(40, 800, 3) for y in range(160, 360, 9)}
        assert look.theme.soft in colours
        assert look.theme.raised in colours


def test_every_control_has_a_name(page: LibraryPage) -> None:
    for widget in (page.search, page.cards, page.detail.start_button, page.detail.text_area):
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
