"""Tests that a person added, on the command line."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.clock import SystemClock
from app.domain.exercise import Range
from app.domain.measurement import Better, Unit
from app.domain.own.measure import OwnMeasure
from app.store.store import Store
from tests.cli.conftest import Limber
from tests.fakes import FakeClock

SCHOBER = OwnMeasure("", "Schober", Unit.CM, Better.HIGHER, sided=False, hard=Range(0, 20), soft=Range(2, 12))


@pytest.fixture
def folder(own_data_folder: Path) -> Path:
    """Of the person who added two tests."""
    folder = own_data_folder / "profiles" / "default"
    clock = FakeClock()
    with closing(Store.open(folder, clock)) as store:
        store.measures.save(SCHOBER)
        clock.advance(60)
        store.measures.save(replace(SCHOBER, name="Kyphosis", unit=Unit.DEG, hard=Range(0, 90), soft=None))
    return folder


def archive(folder: Path, measure_id: str) -> None:
    with closing(Store.open(folder, SystemClock())) as store:
        store.measures.archive(measure_id)


@pytest.mark.usefixtures("folder")
def test_they_are_listed_after_the_built_in_ones(limber: Limber) -> None:
    listed = limber("measures", "--json").document["measures"]
    assert [each["id"] for each in listed][-2:] == ["own-schober", "own-kyphosis"]
    schober = listed[-2]
    assert (schober["name"], schober["unit"], schober["better"], schober["sided"]) == ("Schober", "cm", "higher", False)
    assert (schober["hard"], schober["soft"]) == ([0, 20], [2, 12])
    assert (schober["error"], schober["error_source"]) == (None, "No published figure: your own scatter is used.")
    assert "own-schober" in limber("measures").out


@pytest.mark.usefixtures("folder")
def test_a_reading_of_one_is_recorded_and_read_back(limber: Limber) -> None:
    assert limber("record", "own-schober", "4.5", "5").code == 0
    (reading,) = limber("readings", "own-schober", "--json").document["readings"]
    assert (reading["measure"], reading["trials"], reading["unit"]) == ("own-schober", [4.5, 5], "cm")
    assert "own-schober" in limber("readings", "own-schober").out
    assert ",own-schober,1," in limber("readings", "--csv").out


@pytest.mark.usefixtures("folder")
def test_its_ranges_its_unit_and_its_sides_are_kept(limber: Limber) -> None:
    assert "from 0.0 cm to 20.0 cm is possible" in limber("record", "own-schober", "21").complaint
    assert "most are from 2.0 cm to 12.0 cm. Add --yes" in limber("record", "own-schober", "15").complaint
    assert "is measured in cm or inches" in limber("record", "own-schober", "5°").complaint
    assert "has no sides" in limber("record", "own-schober", "5", "--side", "left").complaint
    assert limber("record", "own-schober", "15", "--yes").code == 0


@pytest.mark.usefixtures("folder")
def test_an_id_that_is_none_is_told_with_the_nearest(limber: Limber) -> None:
    for verb in (("record", "own-shober", "5"), ("readings", "own-shober")):
        assert "Did you mean “own-schober”?" in limber(*verb).complaint


def test_an_archived_one_is_on_no_list_and_takes_no_readings_but_shows_them(limber: Limber, folder: Path) -> None:
    limber("record", "own-kyphosis", "40")
    archive(folder, "own-kyphosis")
    assert "own-kyphosis" not in limber("measures").out
    assert "“Kyphosis” is archived and takes no new readings" in limber("record", "own-kyphosis", "41").complaint
    assert "40°" in limber("readings", "own-kyphosis").out
    (reading,) = limber("readings", "--json").document["readings"]
    assert (reading["value"], reading["unit"]) == (40, "deg")
    assert ",40.0,deg," in limber("readings", "--csv").out


def test_they_travel_with_an_export(limber: Limber, folder: Path, tmp_path: Path) -> None:
    limber("record", "own-schober", "19", "--yes")
    with closing(Store.open(folder, FakeClock(SystemClock().now() + timedelta(seconds=1)))) as store:
        store.measures.save(replace(SCHOBER, id="own-schober", hard=Range(0, 15)))
    limber("export", tmp_path / "all.json")
    other = ("--data-dir", tmp_path / "other")
    assert limber(*other, "import", tmp_path / "all.json").code == 0
    assert limber(*other, "measures").out == limber("measures").out
    assert limber(*other, "readings").out == limber("readings").out
    assert limber(*other, "check").code == 0
