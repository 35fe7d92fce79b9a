"""The theme in use, the size of the text, and whether anything moves."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.paths import resources_dir
from app.theme import NAMES
from app.ui.look import LESS_MOTION, TEXT_PERCENT, THEME, Look, kept_look, theme_name
from app.ui.widgets.sizes import BODY_PX, in_text
from app.ui.widgets.text import label

MakeLook = Callable[..., Look]


@pytest.fixture
def make_look(qapp: QApplication) -> Iterator[MakeLook]:
    """A look by what is kept in the settings; the usual one again afterwards."""
    made: list[Look] = []

    def make(**kept: object) -> Look:
        keys = {"theme": THEME, "text_percent": TEXT_PERCENT, "less_motion": LESS_MOTION}
        settings = {keys[name]: value for name, value in kept.items()}
        made.append(kept_look(qapp, resources_dir(), settings.get))
        made[-1].dress()
        return made[-1]

    yield make
    made.append(Look(qapp, resources_dir(), "light"))
    for look in made:
        look.setParent(None)
        look.deleteLater()


@pytest.mark.parametrize("kept", ["of a later version", 7, None])
def test_a_theme_that_this_version_does_not_know_becomes_the_systems(make_look: MakeLook, kept: object) -> None:
    assert make_look(theme=kept).choice == "system"


@pytest.mark.parametrize("name", NAMES)
def test_every_theme_can_be_worn(make_look: MakeLook, name: str) -> None:
    assert make_look(theme=name).theme.name == name


@pytest.mark.parametrize(
    ("dark", "contrast", "worn"),
    [
        (False, False, "light"),
        (True, False, "dark"),
        (False, True, "light-contrast"),
        (True, True, "dark-contrast"),
    ],
)
def test_the_system_says_whether_it_is_dark_and_wants_more_contrast(dark: bool, contrast: bool, worn: str) -> None:
    assert theme_name("system", dark=dark, contrast=contrast) == worn
    assert theme_name("light", dark=dark, contrast=contrast) == "light"


@pytest.mark.parametrize(("percent", "body", "small"), [(100, 15, 13), (125, 19, 16), (150, 22, 20)])
def test_every_text_is_as_much_larger_as_was_chosen(
    make_look: MakeLook, qapp: QApplication, percent: int, body: int, small: int
) -> None:
    look = make_look(text_percent=percent)
    assert qapp.font().pixelSize() == body
    words = label("larger", "small")
    words.ensurePolished()
    assert words.font().pixelSize() == small
    assert look.text_font(13).pixelSize() == small
    assert look.font(13).pixelSize() == 13  # of what follows the window's size
    assert in_text(BODY_PX) == body
    words.deleteLater()


@pytest.mark.parametrize("kept", [90, 1000, "150", None])
def test_a_text_size_that_is_not_offered_is_the_usual_one(make_look: MakeLook, kept: object) -> None:
    assert make_look(text_percent=kept).text_percent == 100


def test_nothing_moves_for_who_wants_less_motion(make_look: MakeLook) -> None:
    assert make_look().moves
    assert not make_look(less_motion=True).moves
