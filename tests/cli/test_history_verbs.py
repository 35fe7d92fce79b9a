"""readings, sessions, check: what is there, for people, for programs, for spreadsheets."""

import csv
import io
import sqlite3
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli import main
from app.domain.clock import SystemClock
from app.domain.exercise import Side
from app.domain.training.sessions import PainStop
from app.paths import profile_dir
from app.store.store import Store
from tests.cli.conftest import Limber
from tests.samples import NOON, a_session


@pytest.fixture
def with_readings(limber: Limber) -> None:
    for words in (
        ["floor-touch", "4", "5", "3", "--at", "2026-01-02", "--note", "=1+1"],
        ["floor-touch", "-2", "--at", "2026-01-09"],
        ["hand-to-knee", "3", "--side", "left", "--at", "2026-01-01", "--warm"],
    ):
        assert limber("record", *words).code == 0


def play_one_session(data: Path) -> None:
    made_up = a_session(NOON, ["segmental-cat-cow", "chair-twist"])
    store = Store.open(profile_dir(data, "default"), SystemClock())
    (session_id, *_rest) = store.sessions.start("whole-back", "Whole back", NOON).ids
    for finished in made_up.sets:
        store.sessions.save_set(session_id, finished)
    first, second = NOON + timedelta(minutes=1), NOON + timedelta(minutes=2)
    store.sessions.stop_for_pain(session_id, PainStop("side-bend", "Dumbbell side bend", Side.LEFT, 1, first))
    store.sessions.stop_for_pain(session_id, PainStop("back-extension", "Back extension", None, None, second))
    store.sessions.finish(session_id, NOON + timedelta(minutes=3), note="good")
    store.sessions.start("starter", "Starter", NOON + timedelta(days=1))
    store.close()


@pytest.mark.usefixtures("with_readings")
def test_readings_are_listed_oldest_first_with_every_promised_key(limber: Limber) -> None:
    readings = limber("readings", "--json").document["readings"]
    assert [each["measure"] for each in readings] == ["hand-to-knee", "floor-touch", "floor-touch"]
    keys = {"id", "measure", "side", "trials", "value", "unit", "performed_at", "note"}
    assert all(keys <= set(each) for each in readings)
    assert (readings[0]["side"], readings[0]["warm"]) == ("left", True)
    assert (readings[1]["trials"], readings[1]["value"], readings[1]["unit"]) == ([4, 5, 3], 4, "cm")


@pytest.mark.usefixtures("with_readings")
def test_readings_of_one_test_leave_the_others_out(limber: Limber) -> None:
    assert len(limber("readings", "floor-touch", "--json").document["readings"]) == 2
    assert limber("readings", "pancake", "--json").document == {"readings": []}
    assert "There is no test “pancakes”" in limber("readings", "pancakes").complaint


@pytest.mark.usefixtures("with_readings")
def test_for_people_readings_line_up_under_their_headings(limber: Limber) -> None:
    header, *lines = limber("readings").out.splitlines()
    assert header.split() == ["Moment", "Test", "Side", "Value", "Trials", "Taken", "Note"]
    column = header.index("Test")
    assert [line[column:].split()[0] for line in lines] == ["hand-to-knee", "floor-touch", "floor-touch"]
    assert "−2.0 cm" in lines[2]


@pytest.mark.usefixtures("with_readings")
def test_csv_has_one_row_a_trial_and_no_formula(limber: Limber) -> None:
    rows = list(csv.DictReader(io.StringIO(limber("readings", "--csv").out)))
    assert list(rows[0]) == [
        "id", "measure", "protocol_version", "performed_at", "side", "trial", "value", "unit", "aid", "warm", "pain",
        "note",
    ]  # fmt: skip
    assert [(row["measure"], row["trial"], float(row["value"])) for row in rows] == [
        ("hand-to-knee", "1", 3), ("floor-touch", "1", 4), ("floor-touch", "2", 5), ("floor-touch", "3", 3),
        ("floor-touch", "1", -2),
    ]  # fmt: skip
    assert rows[1]["note"] == "'=1+1"
    assert [row["warm"] for row in rows[:2]] == ["true", "false"]


@pytest.mark.usefixtures("with_readings")
def test_csv_has_one_kind_of_line_end(limber: Limber) -> None:
    out = limber("readings", "--csv").out
    assert out.endswith("\r\n")
    assert out.count("\r\n") == out.count("\n") == out.count("\r") == 6


@pytest.mark.usefixtures("with_readings")
def test_csv_comes_through_where_the_system_ends_lines_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, newline="\r\n"))  # as on Windows
    assert main(["readings", "--csv"]) == 0
    assert printed.getvalue().count(b"\r\n") == printed.getvalue().count(b"\r") == 6


def test_without_data_the_lists_are_empty(limber: Limber) -> None:
    assert limber("readings", "--json").document == {"readings": []}
    assert limber("sessions", "--json").document == {"sessions": []}
    assert limber("readings").out == "No readings yet.\n"
    assert limber("sessions").out == "No sessions yet.\n"
    assert limber("readings", "--csv").out.startswith("id,measure,")


def test_sessions_are_listed_with_their_sets(limber: Limber, own_data_folder: Path) -> None:
    play_one_session(own_data_folder)
    played, cut_off = limber("sessions", "--json").document["sessions"]
    assert {"id", "routine", "started_at", "finished_at", "sets"} <= set(played)
    assert (played["routine"], played["started_at"]) == ("whole-back", "2026-11-23T12:00:00+01:00")
    keys = {"exercise", "side", "set", "reps", "hold_s", "load_kg", "discomfort", "finished_at"}
    assert all(keys <= set(each) for each in played["sets"])
    assert [(each["exercise"], each["reps"], each["discomfort"]) for each in played["sets"]] == [
        ("segmental-cat-cow", 5, None),
        ("chair-twist", 5, None),
    ]
    assert (cut_off["finished_at"], cut_off["sets"], cut_off["pain_stops"]) == (None, [], [])

    text = limber("sessions").out
    assert "2026-11-23 12:00  Whole back  2 sets" in text
    assert "5 reps" in text
    assert "(cut off)" in text


def test_a_session_tells_where_a_sharp_pain_stopped_it(limber: Limber, own_data_folder: Path) -> None:
    play_one_session(own_data_folder)
    played, _cut_off = limber("sessions", "--json").document["sessions"]
    assert played["pain_stops"] == [
        {"exercise": "side-bend", "side": "left", "set": 1, "stopped_at": "2026-11-23T12:01:00+01:00"},
        {"exercise": "back-extension", "side": None, "set": None, "stopped_at": "2026-11-23T12:02:00+01:00"},
    ]
    lines = limber("sessions").out.splitlines()
    assert "  Stopped by sharp pain: Dumbbell side bend, left, set 1" in lines
    assert "  Stopped by sharp pain: Back extension" in lines
    assert '"pain_stops": [{"exercise", "side", "set", "stopped_at"}]' in limber("sessions", "--help").out


def test_a_misspelt_profile_is_named_beside_those_there_are(limber: Limber, tmp_path: Path) -> None:
    assert limber("record", "floor-touch", "4", "--profile", "Ada").err == ""
    assert limber("readings", "--profile", "ada").err == ""
    for looking in (("readings",), ("plan",), ("check",)):
        ran = limber(*looking, "--profile", "Adda")
        assert (ran.code, ran.err) == (
            0, "limber: There is no profile “Adda” yet, only: Ada. Recording under a new name begins one.\n"
        )  # fmt: skip
    assert "no data in" in limber("export", tmp_path / "mine.json", "--profile", "Adda").complaint
    assert "only: Ada." in limber("export", tmp_path / "mine.json", "--profile", "Adda").complaint


def test_a_misspelt_profile_is_told_before_the_answer(limber: Limber, monkeypatch: pytest.MonkeyPatch) -> None:
    limber("record", "floor-touch", "4", "--profile", "Ada")
    monkeypatch.setattr("sys.stderr", sys.stdout)  # as in a terminal
    assert limber("plan", "--profile", "Adda").out.startswith("limber: There is no profile “Adda” yet")


def test_a_profile_that_recording_begins_beside_others_is_told(limber: Limber) -> None:
    limber("record", "floor-touch", "4")
    ran = limber("record", "floor-touch", "5", "--profile", "Ben")
    assert (ran.code, ran.err) == (0, "limber: A new profile, “Ben”, was begun. Before there were: Me.\n")
    assert limber("record", "floor-touch", "5", "--profile", "Ben").err == ""


def test_each_profile_keeps_to_itself(limber: Limber) -> None:
    limber("record", "floor-touch", "4", "--profile", "Ada")
    assert limber("readings", "--json").document["readings"] == []
    assert len(limber("--profile", "ada", "readings", "--json").document["readings"]) == 1


def test_check_finds_a_sound_store_sound(limber: Limber) -> None:
    limber("record", "floor-touch", "4")
    assert limber("check").out == "Everything is whole.\n"
    assert limber("check", "--json").document == {"ok": True, "problems": []}


def test_check_names_what_is_broken_and_ends_with_1(limber: Limber, own_data_folder: Path) -> None:
    limber("record", "floor-touch", "4")
    path = profile_dir(own_data_folder, "default") / "limber.db"
    with sqlite3.connect(path) as damager:
        damager.execute("DELETE FROM trials")
    damager.close()
    ran = limber("check", "--json")
    assert (ran.code, ran.document["ok"], len(ran.document["problems"])) == (1, False, 1)
    assert "has no trials" in ran.document["problems"][0]
    assert "1 problem in" in ran.err
    assert "has no trials" in limber("check").out


@pytest.mark.parametrize("verb", [["readings"], ["sessions"], ["exercises"], ["record", "floor-touch", "4"], ["demo"]])
def test_a_file_that_is_no_store_is_named_and_left_alone(
    limber: Limber, own_data_folder: Path, verb: list[str]
) -> None:
    path = profile_dir(own_data_folder, "default") / "limber.db"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a database, but somebody's letter\n" * 50)
    assert str(path) in limber(*verb).complaint
    assert path.read_bytes().startswith(b"not a database")
    assert limber("check").code == 1
