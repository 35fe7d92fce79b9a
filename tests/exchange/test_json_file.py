"""The lossless file: nothing is lost on the way, and nothing broken gets in."""

import json
import stat
import sys
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.catalogue import load_catalogue
from app.domain.exercise import Side
from app.domain.reading_check import LONGEST_NOTE
from app.exchange.errors import ExchangeError
from app.exchange.json_file import export_json, read_json
from app.exchange.parsing import ContentRefusedError
from app.paths import resources_dir
from app.store.errors import StoreError
from app.store.evidence import evidence
from app.store.moments import to_text
from app.store.store import Store
from app.store.tables import (
    PEOPLES,
    choices,
    favourites,
    goals,
    item_notes,
    metadata,
    own_exercises,
    own_id,
    own_measures,
    own_routines,
    pictures,
    proposal_answers,
    sets,
    trials,
    weeks_away,
)
from app.store.tables import settings as settings_table
from tests.fakes import A_MORNING, FakeClock
from tests.own_items import JPEG, JPEG_TEXT, evening, hip_hinge

UNLIMITED = not hasattr(sys, "set_int_max_str_digits")  # Ubuntu 22.04's Python 3.11.0rc1 reads numbers of any length

UUID = "00000000-0000-4000-8000-000000000001"
MOMENT = "2026-01-31T18:30:00.000000Z"
MADE = {"id": UUID, "created_at": MOMENT, "updated_at": MOMENT, "deleted_at": None}
READING = {
    **MADE, "measure_id": "floor-touch", "side": None, "entered_unit": "cm", "performed_at": MOMENT,
    "performed_offset_min": 60, "aid": "floor", "warm": 0, "note": "", "protocol_version": 1,
}  # fmt: skip


def a_trial(reading_id: str = UUID, ordinal: int = 1, value: float = 4.5) -> dict[str, Any]:
    row = {**MADE, "reading_id": reading_id, "ordinal": ordinal, "value": value}
    return {**row, "id": own_id(trials, row)}


TRIAL = a_trial()
SETTING = {**MADE, "id": own_id(settings_table, {"key": "theme"}), "key": "theme", "value": "1"}
SESSION = {
    **MADE, "routine_id": "starter", "routine_name": "Starter", "started_at": MOMENT, "started_offset_min": 60,
    "finished_at": None, "finished_offset_min": None, "note": "",
}  # fmt: skip
A_SET = {
    **MADE, "session_id": UUID, "work": 0, "exercise_id": "chair-twist", "exercise_name": "Chair twist",
    "planned": "10 s", "side": "left", "set_number": 1, "reps": None, "hold_s": 10, "load_kg": None,
    "discomfort": None, "finished_at": MOMENT, "finished_offset_min": 60,
}  # fmt: skip
A_SET["id"] = own_id(sets, A_SET)
A_PAIN_STOP = {
    **MADE, "session_id": UUID, "exercise_id": "chair-twist", "exercise_name": "Chair twist", "side": "left",
    "set_number": 2, "stopped_at": MOMENT, "stopped_offset_min": 60,
}  # fmt: skip
OWN_MEASURE = {
    **MADE, "measure_id": "own-tragus", "name": "Tragus to wall", "unit": "cm", "better": "lower", "sided": 1,
    "hard_low": 0, "hard_high": 60, "soft_low": 5.5, "soft_high": 40, "steps": '["Stand against the wall."]',
    "archived": 0,
}  # fmt: skip
OWN_MEASURE["id"] = own_id(own_measures, OWN_MEASURE)
OWN_EXERCISE = {
    **MADE, "exercise_id": "own-hinge", "content": json.dumps(hip_hinge()), "archived": 0,
}  # fmt: skip
OWN_EXERCISE["id"] = own_id(own_exercises, OWN_EXERCISE)
OWN_ROUTINE = {
    **MADE, "routine_id": "own-evening", "content": json.dumps(evening(steps=[{"exercise": "own-hinge"}])),
    "archived": 0,
}  # fmt: skip
OWN_ROUTINE["id"] = own_id(own_routines, OWN_ROUTINE)
PICTURE = {**MADE, "exercise_id": "own-hinge", "jpeg": JPEG_TEXT}
PICTURE["id"] = own_id(pictures, PICTURE)
FAVOURITE = {**MADE, "item_id": "own-hinge"}
FAVOURITE["id"] = own_id(favourites, FAVOURITE)
ITEM_NOTE = {**MADE, "item_id": "side-bend", "note": "Links"}
ITEM_NOTE["id"] = own_id(item_notes, ITEM_NOTE)
GOAL = {
    **MADE, "measure_id": "floor-touch", "side": None, "value": -2, "due": "2026-12-31", "set_at": MOMENT,
    "set_offset_min": 60, "reached_by": None,
}  # fmt: skip
GOAL["id"] = own_id(goals, GOAL)
WEEK = {**MADE, "monday": "2026-01-26"}
WEEK["id"] = own_id(weeks_away, WEEK)
CHOICE = {
    **MADE, "exercise_id": "side-bend", "amount": "load_kg", "value": 4, "chosen_at": MOMENT, "chosen_offset_min": 60,
}  # fmt: skip
CHOICE["id"] = own_id(choices, CHOICE)
ANSWER = {
    **MADE, "exercise_id": "side-bend", "kind": "load", "answer": "no", "answered_at": MOMENT,
    "answered_offset_min": 60,
}  # fmt: skip
ANSWER["id"] = own_id(proposal_answers, ANSWER)
CATALOGUE = load_catalogue(resources_dir())
TABLES = tuple(table.name for table in PEOPLES)
LATER = (
    "own_measures", "goals", "weeks_away", "choices", "proposal_answers", "own_exercises", "own_routines", "pictures",
    "favourites", "item_notes",
)  # fmt: skip


def understand(path: Path) -> dict[str, list[dict[str, Any]]]:
    return read_json(path, CATALOGUE, A_MORNING)


def document(**tables: Any) -> dict[str, Any]:
    return {"format": "limber", "version": 1, **{name: [] for name in TABLES}, **tables}


def refusal(path: Path, content: str | bytes | dict[str, Any]) -> str:
    """Where and why a file of that content is refused."""
    if isinstance(content, dict):
        content = json.dumps(content)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(ContentRefusedError) as refused:
        understand(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)
    first = refused.value.refused[0]
    return f"{first.where} {first.why}"


def test_export_import_export_gives_the_same_file_byte_for_byte(exported: Path, empty: Store, tmp_path: Path) -> None:
    empty.merge(understand(exported))
    export_json(empty, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == exported.read_bytes()


def test_everything_that_was_recorded_arrives(exported: Path, full: Store, empty: Store) -> None:
    counts = empty.merge(understand(exported))
    assert empty.dump() == full.dump()
    assert empty.find.readings() == full.find.readings()
    assert empty.find.sessions() == full.find.sessions()
    assert empty.find.setting("shown_in", "cm") == "in"
    assert counts.added == sum(len(full.dump()[name]) for name in TABLES if name != "trials")


def test_a_file_of_the_first_limber_is_taken_over(tmp_path: Path, empty: Store) -> None:
    older = document(sessions=[SESSION], sets=[A_SET], readings=[READING], trials=[TRIAL])
    for later in ("pain_stops", *LATER):
        del older[later]
    (tmp_path / "older.json").write_text(json.dumps(older))

    assert empty.merge(understand(tmp_path / "older.json")).added == 3

    (session,) = empty.find.sessions()
    assert (len(session.sets), session.pain_stops) == (1, ())
    assert (empty.find.goals(), empty.find.own_measures(), empty.find.weeks_away()) == ([], [], set())


def test_own_exercises_routines_pictures_favourites_and_notes_arrive(exported: Path, full: Store, empty: Store) -> None:
    empty.merge(understand(exported))
    assert empty.find.own_exercises() == full.find.own_exercises()
    assert sorted((item.id, item.archived) for item in empty.find.own_exercises()) == [
        ("own-hip-hinge-fruh", False), ("own-old", True)]  # fmt: skip
    assert empty.find.own_routines() == full.find.own_routines() != []
    assert empty.find.picture("own-hip-hinge-fruh") == JPEG
    assert empty.find.favourites() == {"own-evening"}
    assert empty.find.item_note("side-bend") == "Links — 4 kg\nx"
    assert CATALOGUE.copy().show_own_items(empty.find.own_exercises(), empty.find.own_routines()) == ()


@pytest.mark.parametrize(
    ("table", "row", "changed", "said"),
    [
        ("own_exercises", OWN_EXERCISE, {"content": "7"}, "own_exercises[0] can't be kept: In “unnamed”, “source” is"),
        ("own_exercises", OWN_EXERCISE, {"content": "{"}, "own_exercises[0] “content” is not JSON"),
        ("own_exercises", OWN_EXERCISE, {"content": json.dumps(hip_hinge(level="x"))}, "“level” must be one of easy"),
        ("own_routines", OWN_ROUTINE, {"content": json.dumps(evening(steps=[]))}, "“steps” must not be empty"),
        ("own_routines", OWN_ROUTINE, {}, "own_routines[0] can't be kept: In “Evening”, “steps[1].exercise” names no"),
        ("pictures", PICTURE, {"jpeg": "AAAA"}, "pictures[0] “jpeg” is not a picture"),
    ],
)
def test_what_can_not_be_done_or_drawn_is_refused(
    tmp_path: Path, table: str, row: dict[str, Any], changed: dict[str, Any], said: str
) -> None:
    assert said in refusal(tmp_path / "wrong.json", document(**{table: [{**row, **changed}]}))


def test_goals_own_measures_and_weeks_away_arrive(exported: Path, full: Store, empty: Store) -> None:
    empty.merge(understand(exported))
    assert [(goal.measure_id, goal.side) for goal in empty.find.goals()] == [
        ("floor-touch", None), ("hand-to-knee", Side.LEFT)]  # fmt: skip
    assert empty.find.goals() == full.find.goals()
    assert empty.find.own_measures() == full.find.own_measures()
    assert [each.name for each in empty.find.measures(archived=True)] == ["Kyphose — früher"]
    assert empty.find.readings("own-kyphose-fruher") == full.find.readings("own-kyphose-fruher") != []
    assert empty.find.weeks_away() == full.find.weeks_away() == {date(2026, 2, 2)}


@pytest.mark.parametrize(
    ("table", "row", "change", "words"),
    [
        (
            "goals",
            GOAL,
            {"value": 500},
            "goals[0] can't be kept: 500.0 cm can't be a goal of “Floor touch”: from −40.0",
        ),
        ("goals", GOAL, {"side": "left"}, "goals[0] can't be kept: “Floor touch” has no sides"),
        ("goals", GOAL, {"side": "up"}, 'goals[0].side is "up", must be one of ["left", "right", null]'),
        ("goals", GOAL, {"due": "2025-12-31"}, "goals[0] can't be kept: 2025-12-31 is past"),
        ("goals", GOAL, {"due": "2026-02-30"}, "goals[0].due is 2026-02-30, no possible day"),
        ("goals", GOAL, {"due": "0001-02-03"}, "goals[0].due is 0001-02-03, no possible day"),
        ("goals", GOAL, {"due": "soon"}, 'goals[0].due is "soon", must match'),
        ("goals", GOAL, {"set_offset_min": None}, "goals[0] must hold both of set_at, set_offset_min or neither"),
        ("goals", GOAL, {"reached_by": "me"}, 'goals[0].reached_by is "me", must match'),
        ("own_measures", OWN_MEASURE, {"soft_high": None}, "must hold both of soft_low, soft_high or neither"),
        ("own_measures", OWN_MEASURE, {"hard_high": 0}, "own_measures[0] can't be kept: Possible values must start"),
        (
            "own_measures",
            OWN_MEASURE,
            {"soft_low": -1},
            "can't be kept: Usual values from -1 to 40 cm can't be: 0 to 60",
        ),
        ("own_measures", OWN_MEASURE, {"name": "\n"}, "own_measures[0] can't be kept: The test needs a name"),
        ("own_measures", OWN_MEASURE, {"steps": "7"}, "own_measures[0] “steps” is not a list of texts in JSON"),
        ("own_measures", OWN_MEASURE, {"steps": '[""]'}, "own_measures[0] can't be kept: Step 1 must be a text"),
        ("own_measures", OWN_MEASURE, {"measure_id": "floor-touch"}, "own_measures[0].measure_id is"),
        ("own_measures", OWN_MEASURE, {"unit": "kg"}, 'own_measures[0].unit is "kg", must be one of ["cm", "deg"]'),
        ("choices", CHOICE, {"value": 100.5}, "choices[0] can't be kept: 100.5 can't be chosen as load_kg"),
        ("choices", CHOICE, {"amount": "reps", "value": 0}, "choices[0] can't be kept: 0 can't be chosen as reps"),
        ("choices", CHOICE, {"amount": "opened", "value": 0.5}, "choices[0] can't be kept: 0.5 can't be chosen"),
        ("choices", CHOICE, {"amount": "size"}, 'choices[0].amount is "size", must be one of'),
        ("proposal_answers", ANSWER, {"kind": "size"}, 'proposal_answers[0].kind is "size", must be one of'),
        ("proposal_answers", ANSWER, {"answer": "yes"}, 'proposal_answers[0].answer is "yes", must be one of'),
        ("weeks_away", WEEK, {"monday": "2026-01-27"}, "weeks_away[0] “monday” is 2026-01-27, not a Monday"),
        ("weeks_away", WEEK, {"monday": "2026-01-19"}, "weeks_away[0].id is"),
    ],
)
def test_a_goal_a_test_or_a_week_that_can_not_be_is_refused_with_its_place(
    tmp_path: Path, table: str, row: dict[str, Any], change: dict[str, Any], words: str
) -> None:
    changed = {**row, **change}
    if table != "weeks_away":
        changed["id"] = own_id(metadata.tables[table], changed)
    assert words in refusal(tmp_path / "x.json", document(**{table: [changed]}))


def test_a_reading_stays_though_the_range_of_an_own_test_was_narrowed_since(tmp_path: Path, empty: Store) -> None:
    beyond = {**READING, "measure_id": "own-tragus", "side": "left", "aid": None}
    content = document(own_measures=[OWN_MEASURE], readings=[beyond], trials=[a_trial(value=70)])
    (tmp_path / "x.json").write_text(json.dumps(content))
    empty.merge(understand(tmp_path / "x.json"))
    assert [each.value for each in empty.find.readings("own-tragus")] == [70]


def test_pain_stops_arrive_but_not_where_this_machine_stands(exported: Path, full: Store, empty: Store) -> None:
    assert full.find.checkpoint() is not None
    empty.merge(understand(exported))
    (cut_off,) = empty.find.unfinished_sessions()
    assert [(stop.exercise_id, stop.set_number) for stop in cut_off.pain_stops] == [("chair-twist", 2)]
    assert len(empty.dump()["pain_stops"]) == 2
    assert empty.find.checkpoint() is None
    assert "checkpoint" not in exported.read_text()


def test_a_second_import_changes_nothing(exported: Path, empty: Store) -> None:
    first = empty.merge(understand(exported))
    before = empty.dump()
    second = empty.merge(understand(exported))
    assert (second.added, second.updated, second.unchanged) == (0, 0, first.added)
    assert empty.dump() == before


def test_the_newer_edit_wins_whichever_way_it_comes(tmp_path: Path, empty: Store) -> None:
    clock = FakeClock()
    clock.advance(3600)
    other = Store.open(tmp_path / "other", clock)
    (tmp_path / "old.json").write_text(json.dumps(document(readings=[READING], trials=[TRIAL])))
    for store in (empty, other):
        store.merge(understand(tmp_path / "old.json"))
    other.readings.edit(replace(other.find.readings()[0], note="newer"))
    export_json(other, tmp_path / "new.json")
    other.close()

    counts = empty.merge(understand(tmp_path / "new.json"))
    assert (counts.added, counts.updated) == (0, 1)
    assert empty.find.readings()[0].note == "newer"
    assert empty.merge(understand(tmp_path / "old.json")).unchanged == 1
    assert empty.find.readings()[0].note == "newer"


def test_an_import_is_one_step_to_undo(exported: Path, empty: Store) -> None:
    empty.merge(understand(exported))
    empty.undo.undo()
    assert empty.find.readings() == []
    assert empty.find.sessions() == []


def test_the_export_is_for_its_owner_alone(exported: Path) -> None:
    assert stat.S_IMODE(exported.stat().st_mode) == 0o600


def test_a_failing_export_keeps_the_file_that_was_there(
    full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.json"
    path.write_text("precious")

    def no_space(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.exchange.files.os.fsync", no_space)
    with pytest.raises(ExchangeError, match=r"mine\.json can't be written: the disk is full"):
        export_json(full, path)
    assert path.read_text() == "precious"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["mine.json"]


@pytest.mark.parametrize("target", ["none/x.json", "full"])
def test_an_export_that_has_no_place_is_refused(full: Store, tmp_path: Path, target: str) -> None:
    with pytest.raises(ExchangeError, match="can't be written"):
        export_json(full, tmp_path / target)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "line 1, column 1 is not JSON: the file ends there, too early"),
        (b'{"format": "limber", ', "line 1, column 22 is not JSON: the file ends there, too early"),
        (b"[1, 2", "line 1, column 6 is not JSON: the file ends there, too early"),
        (b"[1,\n  nope]", "line 2, column 3 is not JSON: “nope]” can't stand there"),
        ("{}".encode("utf-16"), "byte 0 is not UTF-8 text"),
        (b'{"format": "\xff"}', "byte 12 is not UTF-8 text"),
        (b"[" * 100_000, "the file is nested too deeply"),
        (b'{"a":' * 100_000, "the file is nested too deeply"),
        (b'{"a": NaN}', "holds NaN, which is no number"),
        (b'{"a": -Infinity}', "holds -Infinity, which is no number"),
        (b'{"a": 1e999}', "holds 1e999, which is no number"),
        pytest.param(
            b'{"a": ' + b"9" * 5000 + b"}",
            "holds a number that is too long",
            marks=pytest.mark.skipif(UNLIMITED, reason="numbers of any length"),
        ),
        (b"null", "format must be"),
        (b"[]", "format must be"),
        (b'{"exercises": []}', "format must be “limber”"),
        (b'{"format": "limber"}', "the file lacks version, sessions"),
        (b'{"format": "limber", "version": 2}', "version is 2, of a newer Limber: this one reads version 1"),
        (b'{"format": "limber", "version": "1"}', "the file lacks"),
    ],
)
def test_a_file_that_is_no_export_is_refused_with_the_place_and_the_reason(
    tmp_path: Path, content: bytes, words: str
) -> None:
    assert words in refusal(tmp_path / "x.json", content)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"side": "middle"}, 'readings[0].side is "middle", must be one of ["left", "right", null]'),
        ({"id": "../../etc"}, 'readings[0].id is "../../etc", must match'),
        ({"performed_at": "yesterday"}, 'readings[0].performed_at is "yesterday", must match'),
        (
            {"performed_at": "2026-02-30T18:30:00.000000Z"},
            "readings[0].performed_at is 2026-02-30T18:30:00.000000Z, no",
        ),
        ({"updated_at": "0001-01-01T00:00:00.000000Z"}, "readings[0].updated_at is 0001-01-01T00:00:00.000000Z, no"),
        ({"performed_offset_min": 5000}, "readings[0].performed_offset_min is 5000, must be at most 1439"),
        ({"performed_offset_min": -5000}, "must be at least -1439"),
        ({"note": None}, 'readings[0].note is null, must be of the kind "string"'),
        ({"note": "x" * 200_000}, "readings[0].note is too long"),
        ({"measure_id": ""}, "readings[0].measure_id is too short"),
        ({"warm": 7}, "readings[0].warm is 7, must be one of [0, 1]"),
        ({"colour": "red"}, 'readings[0] holds something unknown: ["colour"]'),
    ],
)
def test_a_broken_row_is_refused_with_its_field_its_value_and_what_is_allowed(
    tmp_path: Path, change: dict[str, Any], words: str
) -> None:
    broken = document(readings=[{**READING, **change}], trials=[TRIAL])
    assert words in refusal(tmp_path / "x.json", broken)


def test_a_reading_needs_a_trial(tmp_path: Path) -> None:
    words = "readings[0] can't be kept: A reading has one to three values: write at least one"
    assert refusal(tmp_path / "x.json", document(readings=[READING])) == words
    deleted = document(readings=[READING], trials=[{**TRIAL, "deleted_at": MOMENT}])
    assert refusal(tmp_path / "x.json", deleted) == words


@pytest.mark.parametrize(
    ("change", "values", "words"),
    [
        ({}, [-900_000], "readings[0] can't be kept: −900000.0 cm can't be a reading of “Floor touch”: from"),
        ({}, [1, 2, 3, 4, 5], "one to three values, not 5"),
        ({"side": "left"}, [4], "“Floor touch” has no sides"),
        ({"measure_id": "seated-rotation", "aid": None}, [45], "say left or right"),
        ({"performed_at": "2999-01-01T00:00:00.000000Z"}, [4], "is in the future"),
        ({"performed_at": "1970-01-01T12:00:00.000000Z"}, [4], "is too long ago"),
        ({"aid": "stilts"}, [4], "“stilts” is not an aid of “Floor touch”"),
        ({}, [-4], "is below zero, which only goes with"),
        ({"note": "x" * (LONGEST_NOTE + 1)}, [4], "The note is 501 characters long"),
        ({"measure_id": "tragus-to-wall", "performed_at": "2999-01-01T00:00:00.000000Z"}, [4], "is in the future"),
        ({"measure_id": "tragus-to-wall"}, [1, 2, 3, 4], "one to three values, not 4"),
    ],
)
def test_a_reading_that_could_not_be_typed_can_not_be_imported(
    tmp_path: Path, empty: Store, change: dict[str, Any], values: list[float], words: str
) -> None:
    trials_of = [a_trial(UUID, ordinal, value) for ordinal, value in enumerate(values, 1)]
    assert words in refusal(tmp_path / "x.json", document(readings=[{**READING, **change}], trials=trials_of))
    gone = {**READING, **change, "deleted_at": MOMENT}
    (tmp_path / "x.json").write_text(json.dumps(document(readings=[gone], trials=trials_of)))
    assert empty.merge(understand(tmp_path / "x.json")).added == 1
    assert empty.find.readings() == []


def test_a_reading_that_needed_a_yes_or_has_an_unknown_measure_is_imported(tmp_path: Path, empty: Store) -> None:
    other = UUID.replace("1", "2")
    readings = [READING, {**READING, "id": other, "measure_id": "tragus-to-wall"}]
    content = document(readings=readings, trials=[a_trial(value=70), a_trial(other, value=900)])
    (tmp_path / "x.json").write_text(json.dumps(content))
    empty.merge(understand(tmp_path / "x.json"))
    assert {each.value for each in empty.find.readings()} == {70, 900}


def test_the_clock_of_the_machine_that_wrote_the_file_may_be_a_little_ahead(tmp_path: Path) -> None:
    ahead = {**READING, "performed_at": to_text(A_MORNING + timedelta(minutes=10))}
    (tmp_path / "x.json").write_text(json.dumps(document(readings=[ahead], trials=[TRIAL])))
    assert understand(tmp_path / "x.json")["readings"] == [ahead]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (document(readings=[READING, READING], trials=[TRIAL]), "readings[1].id is that of readings[0] already"),
        (document(readings=[READING], trials=[TRIAL, TRIAL]), "trials[1].id is that of trials[0] already"),
        (document(trials=[TRIAL]), f"trials[0].reading_id is {UUID}, which none of the readings has"),
        (document(sets=[A_SET]), f"sets[0].session_id is {UUID}, which none of the sessions has"),
        (document(pain_stops=[A_PAIN_STOP]), f"pain_stops[0].session_id is {UUID}, which none of the sessions has"),
        (document(settings=[{**SETTING, "value": "{"}]), "settings[0] “value” is not JSON"),
    ],
)
def test_rows_that_do_not_belong_together_are_refused_with_their_place(
    tmp_path: Path, content: dict[str, Any], words: str
) -> None:
    assert refusal(tmp_path / "x.json", content) == words


def test_every_row_that_does_not_fit_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(document(readings=[READING, {**READING, "id": UUID.replace("1", "2")}])))
    with pytest.raises(ContentRefusedError) as refused:
        understand(path)
    assert [each.where for each in refused.value.refused] == ["readings[0]", "readings[1]"]


@pytest.mark.parametrize(
    "content",
    [
        document(sessions=[{**SESSION, "finished_at": MOMENT}]),
        document(sessions=[{**SESSION, "routine_name": "\ud800"}]),
    ],
    ids=["an end without its offset", "half a letter"],
)
def test_rows_that_do_not_fit_together_are_refused_by_the_store_and_nothing_is_written(
    tmp_path: Path, empty: Store, content: dict[str, Any]
) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(content))
    before = empty.dump()
    with pytest.raises(StoreError):
        empty.merge(understand(path))
    assert empty.dump() == before


@pytest.mark.parametrize(
    ("table", "row", "why"),
    [
        ("sessions", {**SESSION, "note": "\ud800"}, "holds something that is no text"),
        ("sets", {**A_SET, "hold_s": 1e6}, "A hold of 1000000.0 s can't be"),
        ("sets", {**A_SET, "reps": 10**6}, "1000000 reps can't be"),
    ],
)
def test_what_nobody_can_have_done_is_refused_with_its_place(
    tmp_path: Path, table: str, row: dict[str, Any], why: str
) -> None:
    content = document(**{"sessions": [{**SESSION, "id": UUID}], table: [row]})
    said = refusal(tmp_path / "x.json", content)
    assert f"{table}[0] can't be kept: " in said
    assert why in said


@pytest.mark.parametrize(
    ("table", "row"),
    [("trials", {**TRIAL, "id": UUID}), ("settings", {**SETTING, "id": UUID})],
)
def test_an_id_that_the_store_would_not_find_again_is_refused(tmp_path: Path, table: str, row: dict[str, Any]) -> None:
    content = document(readings=[READING], **{table: [row]})
    assert f"{table}[0].id is {UUID}, must be" in refusal(tmp_path / "x.json", content)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(document(readings=[READING], trials=[TRIAL])), encoding="utf-8-sig")
    assert understand(path)["readings"] == [READING]


def test_a_file_over_256_mb_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.json"
    with path.open("wb") as file:
        file.truncate(256 * 1024**2 + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("was read"))
    with pytest.raises(ExchangeError, match="is too large: 257 MB, and at most 256 MB are read"):
        understand(path)


@pytest.mark.parametrize("name", ["none.json", ".", "/dev/zero"])
def test_what_is_not_an_ordinary_file_is_not_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExchangeError, match="can't be read"):
        understand(tmp_path / name)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([MOMENT, UUID, "left", "cm"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
numbers = count(1)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    table=st.sampled_from(["readings", "trials", "sessions", "pain_stops", *LATER]), place=st.integers(0), value=JSON
)
def test_whatever_is_put_in_place_of_a_value_is_taken_whole_or_refused(
    tmp_path: Path, empty: Store, table: str, place: int, value: object
) -> None:
    row_id = f"00000000-0000-4000-8000-{next(numbers):012}"
    rows: dict[str, dict[str, object]] = {
        "readings": {**READING, "id": row_id},
        "trials": a_trial(row_id),
        "sessions": {**SESSION, "id": row_id},
        "pain_stops": {**A_PAIN_STOP, "id": row_id, "session_id": row_id},
        "own_measures": dict(OWN_MEASURE),
        "goals": dict(GOAL),
        "weeks_away": dict(WEEK),
        "choices": dict(CHOICE),
        "proposal_answers": dict(ANSWER),
        "own_exercises": dict(OWN_EXERCISE),
        "own_routines": dict(OWN_ROUTINE),
        "pictures": dict(PICTURE),
        "favourites": dict(FAVOURITE),
        "item_notes": dict(ITEM_NOTE),
    }
    fields = [*rows[table], "unknown"]
    rows[table][fields[place % len(fields)]] = value
    path = tmp_path / "mutated.json"
    path.write_text(json.dumps(document(**{name: [row] for name, row in rows.items()})))
    before = empty.dump()
    try:
        empty.merge(understand(path))
    except (ContentRefusedError, StoreError):
        assert empty.dump() == before
        return
    assert empty.find.reading(row_id) or rows["readings"]["deleted_at"]
    empty.find.sessions()
    empty.find.goals()
    empty.find.measures()
    empty.find.weeks_away()
    evidence(empty.find, A_MORNING, CATALOGUE.measures)
    CATALOGUE.copy().show_own_items(empty.find.own_exercises(), empty.find.own_routines())
    empty.find.picture("own-hinge")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.binary(max_size=4))
def test_a_file_that_is_cut_or_overwritten_is_never_more_than_refused(tmp_path: Path, at: int, other: bytes) -> None:
    whole = json.dumps(
        document(
            readings=[READING],
            trials=[TRIAL],
            sessions=[SESSION],
            pain_stops=[A_PAIN_STOP],
            own_measures=[OWN_MEASURE],
            goals=[GOAL],
            weeks_away=[WEEK],
            choices=[CHOICE],
            proposal_answers=[ANSWER],
            own_exercises=[OWN_EXERCISE],
            own_routines=[OWN_ROUTINE],
            pictures=[PICTURE],
            favourites=[FAVOURITE],
            item_notes=[ITEM_NOTE],
        )
    ).encode()
    place = at % len(whole)
    for content in (whole[:place], whole[:place] + other + whole[place + len(other) :]):
        path = tmp_path / "damaged.json"
        path.write_bytes(content)
        try:
            assert set(understand(path)) == set(TABLES)
        except ContentRefusedError as refused:
            assert refused.refused  # noqa: PT017  # either is right: a digit may be put in place of a digit
