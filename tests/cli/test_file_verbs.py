"""export, import, demo, screenshots: what comes from files and goes into them."""

import json
import os
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.clock import SystemClock
from app.domain.reading_check import LONGEST_NOTE
from app.paths import profile_dir
from app.store.store import Store
from tests.cli.conftest import Limber

MOMENT = "2026-01-31T18:30:00.000000Z"
SESSION_WITH_HALF_AN_END = {
    "id": "00000000-0000-4000-8000-000000000002", "created_at": MOMENT, "updated_at": MOMENT, "deleted_at": None,
    "routine_id": "starter", "routine_name": "Starter", "started_at": MOMENT, "started_offset_min": 60,
    "finished_at": MOMENT, "finished_offset_min": None, "note": "",
}  # fmt: skip


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


def test_a_dry_run_before_the_first_reading_makes_nothing(limber: Limber, tmp_path: Path) -> None:
    limber("record", "floor-touch", "4")
    limber("export", tmp_path / "mine.json")
    elsewhere = tmp_path / "elsewhere"
    assert limber("import", tmp_path / "mine.json", "--dry-run", "--json", "--data-dir", elsewhere).document == {
        "added": 1, "updated": 0, "unchanged": 0, "refused": []
    }  # fmt: skip
    assert not elsewhere.exists()


@pytest.mark.parametrize("verb", [("export", "mine.json"), ("export", "mine.zip"), ("report", "mine.pdf"),
                                  ("backup", "mine.db")])  # fmt: skip
def test_a_file_that_is_not_limbers_is_kept_and_an_older_one_of_its_own_replaced(
    limber: Limber, tmp_path: Path, verb: tuple[str, str]
) -> None:
    limber("record", "floor-touch", "4")
    file, kept = tmp_path / verb[1], tmp_path / verb[1].replace(".", "-before.")
    file.write_text("a thesis")
    ran = limber(verb[0], file)
    assert (ran.code, ran.err) == (
        0, f"limber: Limber did not write the file that was there: it is kept as {kept}.\n"
    )  # fmt: skip
    assert kept.read_text() == "a thesis"
    written = file.read_bytes()
    assert b"thesis" not in written
    assert limber(verb[0], file).err == ""
    assert sorted(tmp_path.glob("mine*")) == sorted([file, kept])


def test_what_can_not_be_written_leaves_the_file_that_was_there_under_its_own_name(
    limber: Limber, tmp_path: Path
) -> None:
    limber("record", "floor-touch", "4")
    file = tmp_path / "thesis.txt"
    file.write_text("a thesis")
    assert "must end in .json" in limber("export", file).complaint
    assert [each.name for each in tmp_path.glob("thesis*")] == ["thesis.txt"]
    assert file.read_text() == "a thesis"


def test_a_store_with_nothing_in_it_can_be_exported(limber: Limber, tmp_path: Path, own_data_folder: Path) -> None:
    Store.open(profile_dir(own_data_folder, "default"), SystemClock()).close()
    assert limber("export", tmp_path / "none.json").code == 0
    assert limber("import", tmp_path / "none.json", "--json").document["added"] == 0


def test_where_nothing_was_ever_recorded_there_is_nothing_to_export(
    limber: Limber, tmp_path: Path, own_data_folder: Path
) -> None:
    complaint = limber("export", tmp_path / "mine.json", "--profile", "Typo").complaint
    assert f"nothing to export: no data in {own_data_folder / 'profiles' / 'typo'}" in complaint
    assert list(own_data_folder.iterdir()) == []
    assert not (tmp_path / "mine.json").exists()


def test_whatever_can_be_recorded_can_be_exported_and_imported(limber: Limber, tmp_path: Path) -> None:
    for words in (
        ["floor-touch", "4", "--at", "1970-01-02T00:00+14:00", "--note", "x" * LONGEST_NOTE],
        ["floor-touch", "-40", "80", "-40", "--yes", "--at", "1970-01-02T00:00-12:00"],
        ["seated-rotation", "70", "--side", "left", "--note", "\N{GRINNING FACE}" * LONGEST_NOTE],
    ):
        assert limber("record", *words).code == 0
    assert limber("export", tmp_path / "mine.json").code == 0
    assert limber("import", tmp_path / "mine.json", "--json", "--data-dir", tmp_path / "else").document["added"] == 3


def test_an_import_that_the_store_refuses_still_answers_the_document(
    limber: Limber, tmp_path: Path, own_data_folder: Path
) -> None:
    limber("record", "floor-touch", "4")
    limber("export", tmp_path / "mine.json")
    whole = json.loads((tmp_path / "mine.json").read_text())
    whole["sessions"] = [SESSION_WITH_HALF_AN_END]
    (tmp_path / "mine.json").write_text(json.dumps(whole))
    ran = limber("import", tmp_path / "mine.json", "--json")
    assert ran.code == 1
    (refusal,) = ran.document["refused"]
    assert refusal["where"] == str(own_data_folder / "profiles" / "default")
    assert refusal["why"].endswith("Nothing was changed")
    assert {**ran.document, "refused": []} == {"added": 0, "updated": 0, "unchanged": 0, "refused": []}
    assert "Nothing was changed." in limber("import", tmp_path / "mine.json").complaint


def test_a_reading_nobody_took_does_not_open_the_jefferson_curl(limber: Limber, tmp_path: Path) -> None:
    limber("record", "floor-touch", "4")
    limber("export", tmp_path / "mine.json")
    forged = json.loads((tmp_path / "mine.json").read_text())
    forged["trials"][0]["value"] = -900_000
    (tmp_path / "mine.json").write_text(json.dumps(forged))
    ran = limber("import", tmp_path / "mine.json", "--json", "--data-dir", tmp_path / "elsewhere")
    assert (ran.code, [each["where"] for each in ran.document["refused"]]) == (1, ["readings[0]"])
    assert not (tmp_path / "elsewhere").exists()


def test_a_files_name_may_look_like_a_number(limber: Limber, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    limber("record", "floor-touch", "4", "--profile", "record")
    assert limber("--profile", "record", "export", "--", "-3.json").code == 0
    assert [path.name for path in tmp_path.glob("*.json")] == ["-3.json"]


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


def test_the_ending_says_what_kind_of_file_it_is(limber: Limber, tmp_path: Path) -> None:
    limber("record", "floor-touch", "4")
    assert "must end in .json, for everything, or in .zip" in limber("export", tmp_path / "data.csv").complaint


def test_an_ending_that_nothing_has_is_refused_with_those_that_can_be_taken_in(limber: Limber, tmp_path: Path) -> None:
    refused = limber("import", tmp_path / "data.csv")
    assert refused.code == 1
    assert all(ending in refused.complaint for ending in (".json", ".zip", ".toml"))


def test_tables_go_out_and_bring_back_what_is_missing(limber: Limber, tmp_path: Path) -> None:
    limber("record", "floor-touch", "4", "3.5")
    limber("record", "floor-touch", "5", "--note", "=1+1")
    file = tmp_path / "mine.ZIP"
    assert "as tables" in limber("export", file).out
    there = ("--data-dir", tmp_path / "other")
    assert limber(*there, "import", file, "--dry-run", "--json").document["added"] == 2
    assert limber(*there, "import", file, "--json").document["added"] == 2
    assert limber(*there, "readings", "--json").document == limber("readings", "--json").document
    assert limber("import", file, "--json").document == {"added": 0, "updated": 0, "unchanged": 2, "refused": []}


def test_a_file_that_is_not_there_is_named(limber: Limber, tmp_path: Path) -> None:
    assert str(tmp_path / "none.json") in limber("import", tmp_path / "none.json").complaint
    limber("record", "floor-touch", "4")
    assert str(tmp_path / "none" / "x.json") in limber("export", tmp_path / "none" / "x.json").complaint


def test_demo_fills_an_empty_store_and_refuses_one_with_data(limber: Limber) -> None:
    assert limber("demo", "--years", "1", "--seed", "7").code == 0
    before = limber("readings", "--json").out
    assert len(limber("sessions", "--json").document["sessions"]) > 50
    assert limber("check").code == 0
    assert "There is data in" in limber("demo").complaint
    assert limber("readings", "--json").out == before


def test_a_demo_is_nobodys_work_to_take_back(limber: Limber, own_data_folder: Path) -> None:
    limber("demo")
    with closing(Store.open(profile_dir(own_data_folder, "default"), SystemClock())) as store:
        assert store.undo.name is None


def test_a_seed_may_be_below_zero(limber: Limber) -> None:
    assert limber("demo", "--seed", "-5").code == 0


@pytest.mark.parametrize("years", ["0", "-1", "51", "99", "1.5", "many", ""])
def test_an_impossible_length_is_refused_with_what_is_allowed(limber: Limber, years: str) -> None:
    assert f"“{years}” must be a whole number from 1 to 50" in limber("demo", "--years", years).err


@pytest.mark.parametrize("words", [["--years", "0"], ["--years", "51"], ["--years", "many"], ["--seed", "x"]])
def test_impossible_demos_are_wrong_usage(limber: Limber, own_data_folder: Path, words: list[str]) -> None:
    assert limber("demo", *words).code == 2
    assert list(own_data_folder.iterdir()) == []


def test_screenshots_lists_the_pictures_it_wrote(
    limber: Limber, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is on them is looked at elsewhere."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    write = "app.ui.screenshots.write_screenshots"
    monkeypatch.setattr(write, lambda folder, looks: [folder / f"today-{look}.png" for look in looks])
    assert limber("screenshots", tmp_path).out.splitlines() == [
        str(tmp_path / f"today-{look}.png") for look in ("light", "dark")
    ]
    assert f"{tmp_path / 'today-large-text.png'}\n" in limber("screenshots", tmp_path, "--all-looks").out
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_screenshots_can_not_go_where_a_file_is(limber: Limber, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert str(tmp_path / "file") in limber("screenshots", tmp_path / "file").complaint


def test_a_report_is_written_and_named(limber: Limber, tmp_path: Path) -> None:
    limber("demo")
    file = tmp_path / "report.pdf"
    assert str(file) in limber("report", file).out
    assert file.read_bytes().startswith(b"%PDF")


def test_without_anything_recorded_there_is_no_report(limber: Limber, tmp_path: Path) -> None:
    assert "There is nothing to report" in limber("report", tmp_path / "report.pdf").complaint
    assert not (tmp_path / "report.pdf").exists()
