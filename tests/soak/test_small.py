"""The long runs of `make soak` in small, and that each of them would notice what it looks for."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.clock import SystemClock
from app.store.store import Store
from tests.soak import full_disk, imports, kills, pages
from tests.soak.imports import Import, judge
from tests.soak.mutations import KINDS, TOO_LARGE
from tests.soak.promises import Promises
from tests.store.samples import play, reading

CLEAN = Import(1, 0.1, 0.1, 80, "limber: no.\n")


def test_each_program_is_killed_and_nothing_is_lost(tmp_path: Path) -> None:
    verdict = kills.soak(4, 3, tmp_path)
    assert verdict.wrong == []
    assert verdict.told.startswith("4 kills with seed 3")


def test_a_lost_record_would_be_noticed(tmp_path: Path) -> None:
    with closing(Store.open(tmp_path, SystemClock())) as store:
        session = play(store)
        kept = store.readings.record(reading(3)).ids[0]
        done = store.find.session(session)
    assert done is not None
    promises = Promises(readings={kept}, set_ids={each.id for each in done.sets})
    assert promises.lost(tmp_path) == []
    promises.hear("reading another\nset-id a-third\nreading cut-o")
    assert [" ".join(problem.split()[:2]) for problem in promises.lost(tmp_path)] == ["reading another", "set a-third"]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pages.make_store(tmp_path_factory.mktemp("good") / "good", years=0.02)


def test_every_overwritten_page_is_found_before_a_write(good: Path, tmp_path: Path) -> None:
    assert pages.walk(good, tmp_path, seed=2).wrong == []


def test_a_flipped_bit_never_ends_in_a_traceback(good: Path, tmp_path: Path) -> None:
    assert pages.flip(good, 30, tmp_path, seed=2).wrong == []


def test_damage_that_is_not_found_would_be_noticed(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.store.migrate.check_soundness", lambda _connection, _path: None)
    assert pages.walk(good, tmp_path, seed=2).wrong


def test_spoilt_imports_are_refused_in_a_sentence(tmp_path: Path) -> None:
    verdict = imports.soak(25, 4, tmp_path)
    # How long one takes depends on who else is using the machine: that is the long run's to say.
    assert [problem for problem in verdict.wrong if " took " not in problem] == []


def test_every_kind_is_made_of_a_good_export_and_most_are_spoilt(tmp_path: Path) -> None:
    import random

    good = imports.export_history(0.05, tmp_path)
    chance = random.Random(1)  # noqa: S311  # repeatable on purpose, not a secret
    for kind, spoil in KINDS.items():
        made = [spoil(good, chance) for _time in range(3)]
        assert any(content != good or ending != ".json" for ending, content in made) or kind == "as it is"
    assert KINDS["too large"](good, chance) == (".json", TOO_LARGE)


def test_what_goes_wrong_with_an_import_would_be_noticed(tmp_path: Path) -> None:
    data, pristine = tmp_path / "data", tmp_path / "pristine.db"
    with closing(Store.open(data / "profiles" / "default", SystemClock())) as store:
        path = store.path
    pristine.write_bytes(path.read_bytes())

    def wrong(**changes: object) -> str:
        return " ".join(judge(replace(CLEAN, **changes), data, pristine, thorough=False))  # type: ignore[arg-type]

    assert wrong() == ""
    assert "ended with 70" in wrong(code=70, said="Traceback")
    assert "not refused in one line" in wrong(said="limber: a\nlimber: b\n")
    assert "took 2.50 s of the processor" in wrong(worked_s=2.5)
    assert "took 301 MB" in wrong(peak_mb=301)
    with closing(Store.open(path.parent, SystemClock())) as store:
        store.readings.record(reading(3))
    assert "something of it was taken" in wrong()
    assert wrong(code=0) == ""
    assert wrong() == ""  # what was taken is gone again


def test_a_disk_without_room_is_looked_at_or_it_is_said_why_not(tmp_path: Path) -> None:
    verdict = full_disk.soak(tmp_path)
    assert verdict.wrong == []
    assert verdict.told.startswith(("A disk of 1m filled up", "No small disk can be made here"))
