"""The tidy package: tables with their description, out and back in."""

import contextlib
import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.catalogue import load_catalogue
from app.exchange.json_file import export_json, read_json
from app.exchange.package import DESCRIPTOR, export_zip
from app.exchange.package_reading import read_zip
from app.exchange.parsing import ContentRefusedError
from app.exchange.tidy import COLUMNS, SESSION_COLUMNS, SET_COLUMNS, STOP_COLUMNS, as_written, harmless
from app.paths import resources_dir
from app.store.store import Store
from tests.fakes import A_MORNING

CATALOGUE = load_catalogue(resources_dir())
MEASURES = CATALOGUE.every_measure
TABLES = {"readings": COLUMNS, "sessions": SESSION_COLUMNS, "sets": SET_COLUMNS, "pain_stops": STOP_COLUMNS}
Members = dict[str, bytes]


@pytest.fixture
def packed(full: Store, tmp_path: Path) -> Path:
    path = tmp_path / "full.zip"
    export_zip(full, MEASURES, path)
    return path


def members(path: Path) -> Members:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(path: Path, content: Members) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in content.items():
            package.writestr(name, text)
    return path


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_the_descriptor_is_a_tabular_data_package(packed: Path) -> None:
    """The rules of the specification, version 1: what has to be there, and of which kind."""
    files = members(packed)
    package = json.loads(files[DESCRIPTOR])
    assert package["profile"] == "tabular-data-package"
    assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
    assert {each["path"] for each in package["resources"]} == files.keys() - {DESCRIPTOR}
    names = [each["name"] for each in package["resources"]]
    assert len(set(names)) == len(names)
    for resource in package["resources"]:
        _check_resource(resource, names)


def _check_resource(resource: dict[str, Any], names: list[str]) -> None:
    assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
    assert resource["profile"] == "tabular-data-resource"
    assert not resource["path"].startswith(("/", "."))
    fields = [field["name"] for field in resource["schema"]["fields"]]
    assert fields == list(TABLES[resource["name"]])
    for field in resource["schema"]["fields"]:
        assert field["type"] in {"string", "integer", "number", "boolean", "datetime"}
        assert field.get("constraints", {}).keys() <= {"required", "unique", "minimum", "maximum", "enum"}
    keys = resource["schema"]["primaryKey"]
    assert {keys} <= set(fields) if isinstance(keys, str) else set(keys) <= set(fields)
    for foreign in resource["schema"].get("foreignKeys", ()):
        assert foreign["fields"] in fields
        assert foreign["reference"]["resource"] in names


def test_every_cell_is_of_the_kind_that_the_descriptor_says(packed: Path) -> None:
    files = members(packed)
    fits: dict[str, Callable[[str], object]] = {
        "string": str, "integer": int, "number": float, "boolean": {"true": 1, "false": 0}.__getitem__,
        "datetime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d").fullmatch,
    }  # fmt: skip
    for resource in json.loads(files[DESCRIPTOR])["resources"]:
        found = rows(files[resource["path"]])
        assert found
        for field in resource["schema"]["fields"]:
            rules = field.get("constraints", {})
            cells = [row[field["name"]] for row in found]
            assert all(cells) or not rules.get("required")
            assert all(fits[field["type"]](cell) is not None for cell in cells if cell)
            assert len(set(cells)) == len(cells) or not rules.get("unique")
            assert {*cells} <= {"", *rules.get("enum", cells)}


def test_every_trial_session_set_and_stop_that_is_not_deleted_is_a_row(packed: Path, full: Store) -> None:
    files, readings, sessions = members(packed), full.find.readings(), full.find.sessions()
    assert len(rows(files["readings.csv"])) == sum(len(each.trials) for each in readings)
    assert len(rows(files["sessions.csv"])) == len(sessions)
    assert len(rows(files["sets.csv"])) == sum(len(each.sets) for each in sessions)
    assert len(rows(files["pain_stops.csv"])) == sum(len(each.pain_stops) for each in sessions)


def test_the_same_data_makes_the_same_package(packed: Path, full: Store, tmp_path: Path) -> None:
    export_zip(full, MEASURES, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == packed.read_bytes()


def test_readings_and_sessions_come_back_into_an_empty_store(packed: Path, full: Store, empty: Store) -> None:
    empty.merge(read_zip(packed, CATALOGUE, A_MORNING))
    assert empty.find.sessions() == full.find.sessions()
    as_the_table_says = [
        replace(each, entered_unit=MEASURES[each.measure_id].unit if each.measure_id in MEASURES else each.entered_unit)
        for each in full.find.readings()
    ]
    assert empty.find.readings() == as_the_table_says


def test_what_is_here_stays_as_it_is_and_what_was_deleted_stays_deleted(packed: Path, full: Store) -> None:
    gone, edited, *_rest = full.find.readings()
    full.readings.delete(gone.id)
    full.readings.edit(replace(edited, note="later"))
    before = full.dump()
    assert full.merge(read_zip(packed, CATALOGUE, A_MORNING)).unchanged > 0
    assert full.dump() == before


def test_the_lossless_file_wins_over_what_came_out_of_tables(packed: Path, full: Store, empty: Store) -> None:
    empty.merge(read_zip(packed, CATALOGUE, A_MORNING))
    assert empty.merge(read_zip(packed, CATALOGUE, A_MORNING)).added == 0
    export_json(full, packed.with_suffix(".json"))
    empty.merge(read_json(packed.with_suffix(".json"), CATALOGUE, A_MORNING))
    assert empty.dump() == full.dump()


@given(st.text("'=+-@\t\rab", max_size=6))
def test_text_is_harmless_in_a_spreadsheet_and_found_again(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert as_written(harmless(text)) == text


def _edited(name: str, old: bytes, new: bytes) -> Callable[[Members], Members]:
    return lambda files: {**files, name: files[name].replace(old, new, 1)}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda files: {"../../evil.txt": b"x"}, "datapackage.json is missing or not Limber's"),
        (lambda files: {**files, DESCRIPTOR: b"{"}, "line 1, column 2 is not JSON"),
        (lambda files: {**files, DESCRIPTOR: b'{"name": "other"}'}, "is missing or not Limber's"),
        (_edited("readings.csv", b"performed_at", b"when"), "readings.csv lacks performed_at"),
        (_edited("readings.csv", b"false", b"maybe"), "column “warm” holds “maybe”, which can't be read there"),
        (_edited("sets.csv", b"+01:00", b""), "sets.csv, row 2, column “finished_at” holds “2"),
        (_edited("readings.csv", b",false,", b",false"), "readings.csv is no table with commas"),
        (lambda files: {**files, "sets.csv": b"\xff\xfe"}, "sets.csv is not UTF-8 text"),
        (lambda files: {**files, "sessions.csv": b""}, "sessions.csv lacks id, routine"),
        (lambda files: {**files, "sessions.csv": files["sessions.csv"].split(b"\n")[0] + b"\n"},
         "which is not in sessions.csv"),
        (lambda files: {**files, "readings.csv": b"0" * (65 * 1024 * 1024)}, "is too large: at most 64 MB"),
        (lambda files: {**files, "sets.csv": b'"' * 9},
         "sets.csv is no table with commas between its cells: line 1 can't be read"),
        (_edited("sessions.csv", b"2025-", b"0001-"), "sessions.csv, row 2, column “started_at” holds “0001-"),
        (_edited("sessions.csv", b"2025-", b"9025-"), "sessions[0].started_at"),
    ],
)  # fmt: skip
def test_a_package_that_can_not_be_read_is_refused_with_its_place(
    packed: Path, change: Callable[[Members], Members], says: str
) -> None:
    pack(packed, change(members(packed)))
    with pytest.raises(ContentRefusedError) as refused:
        read_zip(packed, CATALOGUE, A_MORNING)
    assert says in str(refused.value)


def test_a_package_with_names_that_lead_elsewhere_writes_nothing_there(packed: Path, tmp_path: Path) -> None:
    pack(packed, {**members(packed), "../evil.csv": b"x", "/evil.csv": b"x"})
    assert read_zip(packed, CATALOGUE, A_MORNING)["readings"]
    assert [path.name for path in tmp_path.parent.rglob("evil*")] == []


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(at=st.floats(0, 1), other=st.binary(min_size=1, max_size=8), cut=st.booleans())
def test_a_damaged_package_is_read_whole_or_refused(packed: Path, at: float, other: bytes, cut: bool) -> None:
    content = packed.read_bytes()
    place = int(at * len(content))
    damaged = packed.with_name("damaged.zip")
    damaged.write_bytes(content[:place] if cut else content[:place] + other + content[place + len(other) :])
    with contextlib.suppress(ContentRefusedError):
        assert read_zip(damaged, CATALOGUE, A_MORNING).keys() >= TABLES.keys()


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_whatever_stands_in_a_cell_the_table_is_taken_whole_or_refused(packed: Path, data: st.DataObject) -> None:
    files = members(packed)
    name = data.draw(st.sampled_from(sorted(TABLES)))
    found = rows(files[f"{name}.csv"])
    column = data.draw(st.sampled_from(TABLES[name]))
    odd = st.sampled_from(
        ["", "-1", "1e999", "nan", "left", "=1+1", "2026-13-01", "9" * 5000, "\x00", "0001-01-01T00:00Z"]
    )
    data.draw(st.sampled_from(found))[column] = data.draw(odd | st.text(max_size=5).filter(str.isprintable))
    text = io.StringIO()
    writer = csv.DictWriter(text, TABLES[name])
    writer.writeheader()
    writer.writerows(found)
    damaged = pack(packed.with_name("damaged.zip"), {**files, f"{name}.csv": text.getvalue().encode()})
    with contextlib.suppress(ContentRefusedError):
        assert read_zip(damaged, CATALOGUE, A_MORNING).keys() >= TABLES.keys()
