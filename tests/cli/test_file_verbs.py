"""export, import, demo, screenshots: what comes from files and goes into them."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Limber


def test_what_is_exported_can_be_imported_elsewhere_and_a_second_time_changes_nothing(
    limber: Limber, tmp_path: Path
) -> None:
    limber("record", "floor-touch", "4", "-5")
    assert limber("export", tmp_path / "mine.json").code == 0

    elsewhere = ("--data-dir", tmp_path / "elsewhere")
    first = limber("import", tmp_path / "mine.json", "--json", *elsewhere)
    assert first.document == {"added": 1, "updated": 0, "unchanged": 0, "refused": []}
    again = limber("import", tmp_path / "mine.json", *elsewhere)
    assert again.out == "Added 0, updated 0, left 1 as they were.\n"

    limber("export", tmp_path / "theirs.json", *elsewhere)
    assert (tmp_path / "theirs.json").read_bytes() == (tmp_path / "mine.json").read_bytes()


def test_a_dry_run_counts_and_writes_nothing(limber: Limber, tmp_path: Path) -> None:
    limber("record", "floor-touch", "4")
    limber("export", tmp_path / "mine.json")
    elsewhere = ("--data-dir", tmp_path / "elsewhere")
    assert limber("import", tmp_path / "mine.json", "--dry-run", *elsewhere).out.startswith("Would add 1,")
    assert limber("readings", "--json", *elsewhere).document == {"readings": []}


def test_an_empty_store_can_be_exported(limber: Limber, tmp_path: Path) -> None:
    assert limber("export", tmp_path / "none.json").code == 0
    assert limber("import", tmp_path / "none.json", "--json").document["added"] == 0


def test_a_refused_import_says_where_and_why_and_writes_nothing(
    limber: Limber, tmp_path: Path, own_data_folder: Path
) -> None:
    file = tmp_path / "broken.json"
    empty: dict[str, object] = {name: [] for name in ("sessions", "sets", "readings", "trials", "settings")}
    file.write_text(json.dumps({"format": "limber", "version": 1, **empty, "readings": [{"id": 5}]}))
    ran = limber("import", file, "--json")
    assert ran.code == 1
    assert ran.document["added"] == 0
    (refusal,) = ran.document["refused"]
    assert refusal["where"] == "readings[0]"
    assert "lacks created_at" in refusal["why"]
    assert f"Nothing was taken from {file}: readings[0] lacks" in limber("import", file).complaint
    assert list(own_data_folder.iterdir()) == []


@pytest.mark.parametrize("verb", ["export", "import"])
def test_only_json_files_are_known_so_far(limber: Limber, tmp_path: Path, verb: str) -> None:
    assert "must end in .json" in limber(verb, tmp_path / "data.zip").complaint


def test_a_file_that_is_not_there_is_named(limber: Limber, tmp_path: Path) -> None:
    assert str(tmp_path / "none.json") in limber("import", tmp_path / "none.json").complaint
    assert str(tmp_path / "none" / "x.json") in limber("export", tmp_path / "none" / "x.json").complaint


def test_demo_fills_an_empty_store_and_refuses_one_with_data(limber: Limber) -> None:
    assert limber("demo", "--years", "1", "--seed", "7").code == 0
    before = limber("readings", "--json").out
    assert len(limber("sessions", "--json").document["sessions"]) > 50
    assert limber("check").code == 0
    assert "There is data in" in limber("demo").complaint
    assert limber("readings", "--json").out == before


@pytest.mark.parametrize("words", [["--years", "0"], ["--years", "51"], ["--years", "many"], ["--seed", "x"]])
def test_impossible_demos_are_wrong_usage(limber: Limber, own_data_folder: Path, words: list[str]) -> None:
    assert limber("demo", *words).code == 2
    assert list(own_data_folder.iterdir()) == []


def test_screenshots_lists_the_pictures_it_wrote(
    limber: Limber, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is on them is looked at elsewhere."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr("app.ui.screenshots.write_screenshots", lambda folder: [folder / "today-light.png"])
    assert limber("screenshots", tmp_path).out == f"{tmp_path / 'today-light.png'}\n"
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_screenshots_can_not_go_where_a_file_is(limber: Limber, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert str(tmp_path / "file") in limber("screenshots", tmp_path / "file").complaint
