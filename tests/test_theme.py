"""Every text colour can be read on every ground it stands on, in every theme (WCAG 2.2, 1.4.3 and 1.4.6)."""

import pytest

from app.paths import resources_dir
from app.theme import NAMES, Theme, load_theme

THEMES = [load_theme(resources_dir() / "themes", name) for name in NAMES]
GROUNDS = ("surface", "raised", "soft")
WORDS = ("text", "muted", "accent", "accent_strong", "left", "right", "good", "caution", "stop")
FILLED = (("on_accent", "accent"), ("on_accent", "accent_strong"), ("on_stop", "stop"))
PAIRS = [(words, ground) for words in WORDS for ground in GROUNDS] + list(FILLED)
NEEDED, NEEDED_IN_CONTRAST, NEEDED_OF_EDGES = 4.5, 7, 3


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1, by WCAG's definition."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_the_largest_there_is() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize(("words", "ground"), PAIRS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_words_stand_out_from_their_ground(theme: Theme, words: str, ground: str) -> None:
    roles = theme.roles()
    needed = NEEDED_IN_CONTRAST if theme.name.endswith("-contrast") else NEEDED
    assert contrast(roles[words], roles[ground]) >= needed, f"{words} {roles[words]} on {ground} {roles[ground]}"


@pytest.mark.parametrize("role", ["line", "edge", "accent"])
@pytest.mark.parametrize(
    "theme", [theme for theme in THEMES if theme.name.endswith("-contrast")], ids=lambda theme: theme.name
)
def test_with_high_contrast_edges_are_seen_on_every_ground(theme: Theme, role: str) -> None:
    for ground in GROUNDS:
        assert contrast(theme.roles()[role], theme.roles()[ground]) >= NEEDED_OF_EDGES


def test_left_and_right_stay_apart_for_colour_blind_eyes() -> None:
    """Blue and orange stay apart for people who can't tell red from green: their blue channels lie far apart."""
    for theme in THEMES:
        assert abs(int(theme.left[5:], 16) - int(theme.right[5:], 16)) > 80
