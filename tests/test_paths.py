"""Where things lie."""

from pathlib import Path

import pytest

from app.paths import data_dir, migrations_dir, profile_dir, resources_dir, slug


def test_the_catalogue_and_the_migrations_are_found() -> None:
    assert (resources_dir() / "exercises").is_dir()
    assert (migrations_dir() / "env.py").is_file()


def test_the_chosen_data_folder_wins_over_the_systems(tmp_path: Path) -> None:
    assert data_dir(tmp_path) == tmp_path
    assert data_dir().is_absolute()
    assert data_dir().name == "limber"


def test_each_profile_has_its_own_folder(tmp_path: Path) -> None:
    assert profile_dir(tmp_path, "Ada Ångström") == tmp_path / "profiles" / "ada-ångström"


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "a\\b", "..", "C:\\x", "~root", "CON.", "a" * 300])
def test_no_name_leads_out_of_the_profiles_folder(tmp_path: Path, name: str) -> None:
    try:
        folder = profile_dir(tmp_path, name)
    except ValueError:
        return
    assert folder.resolve().parent == (tmp_path / "profiles").resolve()
    assert len(folder.name) <= 60


@pytest.mark.parametrize("name", ["", "  ", "..", "/", "***"])
def test_a_name_without_a_letter_or_digit_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no letter or digit"):
        slug(name)


@pytest.mark.parametrize("name", ["CON", "con.", " Nul ", "AUX...", "COM1", "lpt9", "Prn", "COM\N{SUPERSCRIPT ONE}"])
def test_a_name_that_windows_keeps_for_a_device_gets_a_word_behind_it(name: str) -> None:
    assert slug(name).endswith("-profile")
    assert slug(slug(name)) == slug(name)


@pytest.mark.parametrize(("name", "folder"), [("Anna.", "anna"), ("Anna ...", "anna"), ("Connie", "connie")])
def test_a_folder_never_ends_in_a_dot_or_a_blank(name: str, folder: str) -> None:
    assert slug(name) == folder
