"""A routine on paper: on one page for up to twelve steps, and nothing of it reaches over the edge."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.playing.laying_out import lay_out
from app.domain.preferences import Preferences
from app.domain.routine import Routine, own_step
from app.domain.routine_sheet import RoutineSheet, routine_sheet
from app.ui.figures import Figures
from app.ui.library.library_page import LibraryPage
from app.ui.library.library_tab import LibraryTab
from app.ui.library.printing.print_dialog import PrintDialog
from app.ui.library.printing.sheet_pages import MARGIN, UNITS, SheetPages
from app.ui.live import Live
from app.ui.look import Look
from tests.fakes import FakeClock

PAPERS = (QSizeF(595, 842), QSizeF(612, 792))  # A4 and US Letter, in points


def of_steps(catalogue: Catalogue, count: int) -> Routine:
    """All nine, and those with most to say again."""
    every = sorted(catalogue.exercises.values(), key=lambda each: -sum(map(len, each.cautions)))
    steps = tuple(own_step(exercise) for exercise in (*every, *every, *every))[:count]
    return replace(catalogue.routine("whole-back"), steps=steps)


def sheet_of(catalogue: Catalogue, routine: Routine) -> RoutineSheet:
    laid_out = lay_out(routine, catalogue.exercises, (), Preferences(), 0)
    return routine_sheet(laid_out, catalogue.exercises, ())


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", [1, 3, 7, 9, 12])
def test_up_to_twelve_steps_fit_on_one_page(
    catalogue: Catalogue, look: Look, figures: Figures, paper: QSizeF, count: int
) -> None:
    sheet = sheet_of(catalogue, of_steps(catalogue, count))
    assert SheetPages(look, figures, sheet, paper).count == 1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", [2, 12, 24])
def test_nothing_reaches_into_the_margin(
    catalogue: Catalogue, look: Look, figures: Figures, paper: QSizeF, count: int
) -> None:
    look.choose("dark")  # paper stays white
    pages = SheetPages(look, figures, sheet_of(catalogue, of_steps(catalogue, count)), paper)
    for number in range(pages.count):
        picture = QImage(paper.toSize(), QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.scale(1 / UNITS, 1 / UNITS)
        pages.paint(painter, number)
        painter.end()
        white, margin = QColor("white"), MARGIN // UNITS
        width, height = picture.width(), picture.height()
        edges = [(x, y) for y in range(height) for x in (margin - 3, width - margin + 3)]
        edges += [(x, y) for x in range(width) for y in (margin - 3, height - margin // 3)]
        assert all(picture.pixelColor(*place) == white for place in edges)
        assert any(picture.pixelColor(x, margin + 9) != white for x in range(margin, width - margin))


def test_the_dialog_says_how_many_pages_and_writes_them(
    qtbot: QtBot, catalogue: Catalogue, look: Look, figures: Figures, tmp_path: Path
) -> None:
    for count, words, pages in ((7, "It fits on one page.", 1), (18, "It takes 2 pages.", 2)):
        dialog = PrintDialog(look, figures, sheet_of(catalogue, of_steps(catalogue, count)))
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.said.text() == words
        for paper, box in (("a4", b"595"), ("letter", b"612")):
            dialog.paper.buttons[paper].click()
            file = tmp_path / f"{paper}-{count}.pdf"
            with qtbot.waitSignal(dialog.saved):
                dialog.save(file)
            written = file.read_bytes()
            assert written.startswith(b"%PDF")
            assert written.count(b"/Type /Page\n") == pages
            assert b"/MediaBox [0 0 " + box in written


def test_a_folder_that_is_not_there_is_told_and_the_dialog_stays(
    qtbot: QtBot, catalogue: Catalogue, look: Look, figures: Figures, tmp_path: Path
) -> None:
    dialog = PrintDialog(look, figures, sheet_of(catalogue, catalogue.routine("starter")))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.save(tmp_path / "nowhere" / "starter.pdf")
    assert dialog.problem.text().endswith("What was there before is as it was.")
    assert dialog.isVisible()


def test_a_routine_can_be_printed_an_exercise_not(page: LibraryPage) -> None:
    page.cards.show_entry("chair-twist")
    assert page.detail.print_button.isHidden()
    page.cards.show_entry("starter")
    assert page.detail.print_button.isVisible()


def test_printing_shows_what_this_person_does(
    qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, figures: Figures
) -> None:
    tab = LibraryTab(live, catalogue, look, FakeClock(), figures)
    qtbot.addWidget(tab)
    tab.show()
    tab.page.cards.show_entry("whole-back")
    with qtbot.waitSignal(tab.page.print_asked) as asked:
        tab.page.detail.print_button.click()
    assert asked.args is not None
    assert asked.args[0].left_out == "Not open yet, so left out: Jefferson curl."
    dialog = tab.findChild(PrintDialog)
    assert dialog is not None
    dialog.reject()
