"""One store a person, side by side in one data folder."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.profile import Profile, Sex
from app.paths import profile_dir, slug
from app.store.profiles import NOTES, KnownProfile, Profiles
from app.store.store import Store, StoreError
from app.store.who import KEY
from tests.fakes import FakeClock
from tests.store.samples import reading

ANNA = Profile("Anna", 172, 1980, Sex.WOMAN)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def profiles(data: Path) -> Profiles:
    return Profiles(data)


def make(profiles: Profiles, name: str) -> Path:
    folder = profiles.new_folder(name)
    with closing(Store.open(folder, FakeClock())) as store:
        store.profile.save(Profile(name), undoable=False)
    return folder


def known(profiles: Profiles, name: str) -> KnownProfile:
    return next(each for each in profiles.all() if each.name == name)


def test_who_it_is_is_kept_undone_and_travels(store: Store, tmp_path: Path, clock: FakeClock) -> None:
    store.profile.save(ANNA)
    assert store.find.profile() == ANNA
    assert store.undo.name == "Change profile"
    with closing(Store.open(tmp_path / "other", clock)) as other:
        other.merge(store.dump())
        assert other.find.profile() == ANNA
    store.undo.undo()
    assert store.find.profile() == Profile()


def test_what_can_not_be_a_persons_is_not_kept(store: Store) -> None:
    with pytest.raises(StoreError, match="A height of 9 cm"):
        store.profile.save(Profile("Anna", 9))
    assert store.find.profile() == Profile()


@pytest.mark.parametrize("value", [7, "Anna", [], {"name": 3, "height_cm": "tall", "birth_year": True, "sex": "x"}])
def test_what_does_not_fit_is_as_if_it_had_not_been_told(store: Store, value: object) -> None:
    store.settings.set(KEY, value)
    assert store.find.profile() == Profile()


def test_another_persons_data_does_not_change_who_this_is(store: Store, tmp_path: Path, clock: FakeClock) -> None:
    store.profile.save(ANNA)
    clock.advance(60)
    with closing(Store.open(tmp_path / "other", clock)) as other:
        other.profile.save(Profile("Ben"))
        other.readings.record(reading(3))
        rows = other.dump()
    assert store.whose_else(rows) == "Ben"
    store.merge(rows)
    assert store.find.profile() == ANNA
    assert len(store.find.readings()) == 1
    assert store.whose_else(store.dump()) == ""


@pytest.mark.parametrize("name", ["Łukasz", "王小明", "Ада", "con", "NUL", "com1", "a/b", "..x", "x" * 60])
def test_any_name_has_a_folder_of_its_own_inside_the_data(profiles: Profiles, data: Path, name: str) -> None:
    folder = make(profiles, name)
    assert folder.parent == data / "profiles"
    assert folder.name not in {"con", "nul", "com1"}
    assert profiles.folder(name) == folder
    assert [each.name for each in profiles.all()] == [name]


@pytest.mark.parametrize("name", ["", "***", "🙂"])
def test_no_name_no_profile(profiles: Profiles, data: Path, name: str) -> None:
    with pytest.raises(Refused):
        profiles.new_folder(name)
    with pytest.raises(Refused):
        profiles.folder(name)
    assert not data.exists()


def test_two_names_that_read_the_same_are_one(profiles: Profiles) -> None:
    make(profiles, "Anna")
    with pytest.raises(Refused, match="“Anna” already"):
        profiles.new_folder("  ANNA! ")


def test_a_renamed_profile_keeps_its_folder_and_is_found_by_its_new_name(profiles: Profiles, clock: FakeClock) -> None:
    ben = make(profiles, "Ben")
    with closing(Store.open(ben, clock)) as store:
        store.profile.save(Profile("Carl"))
    other = make(profiles, "Ben")
    assert other.name == "ben-2"
    assert (profiles.folder("carl"), profiles.folder("Ben")) == (ben, other)
    with pytest.raises(Refused):
        profiles.check_name("Carl", but=other)
    profiles.check_name("Carl", but=ben)


def test_the_first_profile_is_default_and_called_me_until_it_has_a_name(profiles: Profiles, data: Path) -> None:
    assert profiles.folder(None) == profiles.to_open() == profile_dir(data, "default")
    Store.open(profiles.to_open(), FakeClock()).close()
    assert [each.name for each in profiles.all()] == ["Me"]


def test_the_one_open_last_opens_again(profiles: Profiles) -> None:
    for name in ("Anna", "Ben"):
        profiles.remember(make(profiles, name))
    assert profiles.to_open().name == "ben"


def test_an_archived_one_is_off_the_list_keeps_its_data_and_comes_back(profiles: Profiles) -> None:
    make(profiles, "Anna")
    profiles.remember(make(profiles, "Ben"))
    profiles.archive(known(profiles, "Ben"))
    assert known(profiles, "Ben").archived
    assert profiles.to_open().name == "anna"
    assert profiles.folder("Ben").name == "ben"
    profiles.archive(known(profiles, "Ben"), archived=False)
    assert profiles.to_open().name == "ben"


@pytest.mark.parametrize("notes", ["", "{", "[]", '{"last": 7, "archived": "x"}', '{"last": "../x"}', "[" * 99_999])
def test_notes_that_can_not_be_read_are_as_if_there_were_none(profiles: Profiles, data: Path, notes: str) -> None:
    make(profiles, "Anna")
    (data / NOTES).write_text(notes)
    assert profiles.to_open().name == "anna"
    profiles.remember(profiles.folder("Anna"))
    assert json.loads((data / NOTES).read_text()) == {"last": "anna", "archived": []}


def test_a_store_that_can_not_be_read_is_listed_by_its_folder(profiles: Profiles, data: Path) -> None:
    folder = profile_dir(data, "Anna Maria")
    folder.mkdir(parents=True)
    (folder / "limber.db").write_bytes(b"no database" * 100)
    assert [each.name for each in profiles.all()] == ["Anna Maria"]


def test_slugs_of_windows_devices_are_told_apart() -> None:
    assert slug("CON") == "con-profile"
    assert slug("console") == "console"
