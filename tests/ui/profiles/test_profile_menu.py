"""Profiles from the menu: made, changed, switched, archived, brought back."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.profile import Profile, Sex
from app.store.profiles import Profiles
from app.store.store import Store
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.profiles.profile_menu import ProfileMenu
from app.ui.quiet import LetSleep, Silence
from tests.fakes import FakeClock


@pytest.fixture
def profiles(tmp_path: Path) -> Profiles:
    return Profiles(tmp_path / "data")


@pytest.fixture
def store(profiles: Profiles, clock: FakeClock) -> Iterator[Store]:
    """The first profile's."""
    with closing(Store.open(profiles.folder(None), clock)) as opened:
        yield opened


@pytest.fixture
def window(
    qtbot: QtBot,
    live: Live,
    catalogue: Catalogue,
    look: Look,
    figures: Figures,
    clock: FakeClock,
    profiles: Profiles,
) -> Iterator[MainWindow]:
    made = MainWindow(live, catalogue, look, clock, figures, Silence(), LetSleep(), profiles)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.session.put_to_rest()


@pytest.fixture
def menu(window: MainWindow, live: Live, profiles: Profiles, clock: FakeClock) -> ProfileMenu:
    return ProfileMenu(live, profiles, clock, window.toast, window)


def somebody(profiles: Profiles, clock: FakeClock, name: str) -> Path:
    folder = profiles.new_folder(name)
    with closing(Store.open(folder, clock)) as store:
        store.profile.save(Profile(name), undoable=False)
    return folder


def filled(menu: ProfileMenu) -> QMenu:
    made = QMenu()
    menu.fill(made)
    return made


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_the_menu_says_who_is_open_and_who_else_there_is(
    window: MainWindow, menu: ProfileMenu, profiles: Profiles, clock: FakeClock
) -> None:
    somebody(profiles, clock, "Ben & <b>Co</b>")
    assert "Profile: Me" in texts(window.build_menu())
    assert texts(filled(menu)) == ["Ben && <b>Co</b>", "Me", "Change this profile…", "New profile…", "Archive"]
    people = filled(menu)
    assert [each.isChecked() for each in people.actions()[:2]] == [False, True]


def test_a_name_and_a_height_are_kept_as_a_step_to_undo(
    menu: ProfileMenu, window: MainWindow, qtbot: QtBot, store: Store
) -> None:
    dialog = menu.change()
    qtbot.keyClicks(dialog.name, "Anna")
    dialog.height_field.setText("68 in")
    dialog.year.setText("1980")
    dialog.sex.choose(Sex.WOMAN)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert store.find.profile() == Profile("Anna", 68 * 2.54, 1980, Sex.WOMAN)
    assert menu.name == "Anna"
    window.undo()
    assert store.find.profile() == Profile()


@pytest.mark.parametrize(
    ("name", "height", "year", "says"),
    [
        ("", "", "", "needs a name"),
        ("Anna", "17", "", "100 to 230 cm"),
        ("Anna", "tall", "", "is not a value"),
        ("Anna", "", "MCM", "is no year"),
        ("ben", "", "", "“Ben” already"),
    ],
)
def test_what_can_not_be_is_told_and_nothing_is_kept(
    menu: ProfileMenu, profiles: Profiles, clock: FakeClock, store: Store, name: str, height: str, year: str, says: str
) -> None:
    somebody(profiles, clock, "Ben")
    for dialog in (menu.change(), menu.make()):
        dialog.name.setText(name)
        dialog.height_field.setText(height)
        dialog.year.setText(year)
        dialog.do_button.click()
        assert says in dialog.problem.text()
        assert dialog.isVisible()
        dialog.reject()
    assert store.find.profile() == Profile()
    assert len(profiles.all()) == 2


def test_a_new_profile_is_made_and_asked_for(menu: ProfileMenu, qtbot: QtBot, profiles: Profiles) -> None:
    dialog = menu.make()
    dialog.name.setText("Ben")
    with qtbot.waitSignal(menu.chosen) as chosen:
        dialog.do_button.click()
    assert chosen.args == [profiles.folder("Ben")]
    assert [each.name for each in profiles.all()] == ["Ben", "Me"]


def test_switching_closes_the_window_first_and_never_while_a_session_plays(
    window: MainWindow, qtbot: QtBot, profiles: Profiles, clock: FakeClock, catalogue: Catalogue
) -> None:
    ben = somebody(profiles, clock, "Ben")
    window.play(catalogue.routine("desk-break"))
    with qtbot.assertNotEmitted(window.left_for):
        window.leave_for(ben)
    assert window.session.is_playing
    window.session.put_to_rest()
    with qtbot.waitSignal(window.left_for) as chosen:
        window.leave_for(ben)
    assert chosen.args == [ben, False]
    assert not window.isVisible()


def test_a_store_that_can_not_be_opened_is_told_and_the_window_stays(
    menu: ProfileMenu, window: MainWindow, qtbot: QtBot, profiles: Profiles, clock: FakeClock
) -> None:
    ben = somebody(profiles, clock, "Ben")
    (ben / "limber.db").write_bytes(b"no database" * 100)
    with qtbot.assertNotEmitted(menu.chosen):
        menu.switch_to(ben)
    assert "damaged" in window.toast.text
    assert window.isVisible()


def test_archiving_is_undone_from_the_toast_and_from_the_menu(
    menu: ProfileMenu, window: MainWindow, profiles: Profiles, clock: FakeClock
) -> None:
    somebody(profiles, clock, "Ben")
    (ben,) = (each for each in profiles.all() if each.name == "Ben")
    menu.archive(ben, archived=True)
    assert "Ben is archived" in window.toast.text
    assert texts(filled(menu)) == ["Me", "Change this profile…", "New profile…", "Bring back"]
    window.toast.action_button.click()
    assert "Archive" in texts(filled(menu))


def test_the_figure_is_as_tall_as_the_person(figures: Figures) -> None:
    short = figures.reading("floor-touch", 10.0)
    figures.stand(200)
    assert figures.reading("floor-touch", 10.0) != short
    figures.stand(None)
    assert figures.reading("floor-touch", 10.0) == short
