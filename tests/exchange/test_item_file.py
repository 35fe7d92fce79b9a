"""Files of exercises and routines: each item comes, is here already, or is refused with a reason."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.exercise import Range, Sides, Source
from app.domain.own.documents import exercise_document, routine_document
from app.domain.own.items import OwnItemError
from app.domain.own.pictures import picture_text
from app.domain.routine import Routine
from app.exchange.errors import ExchangeError
from app.exchange.item_file import (
    MOST_ITEMS,
    Offer,
    Verdict,
    choose,
    read_items,
    usual_choice,
)
from app.exchange.routine_sharing import share_routine
from app.paths import resources_dir
from app.store.store import Store
from tests.domain.sample_routines import counted, held, hold, routine_of, step_of
from tests.fakes import FakeClock

JPEG = b"\xff\xd8\xff" + bytes(20)
PLANK = replace(held("own-plank", hold(20, 40), Sides.EACH), source=Source.OWN, dose_source=Source.OWN, setup_right="")
FLOW = replace(
    routine_of(
        replace(step_of(PLANK), sides=Sides.LEFT, note="Auf den Knien, wenn du magst."),
        replace(step_of(PLANK), dose=hold(30, sets=2), exercise_id="chair-twist", rest_s=12.5),
        replace(step_of(counted("side-bend")), load_kg=2.5, tempo=(4.0, 1.5, 4.0, 1.0), self_paced=True),
    ),
    id="own-flow",
    name='Flow "eins" \\ zwei',
    source=Source.OWN,
)
STRETCH: dict[str, Any] = {
    "id": "Cat_Stretch", "name": "Cat Stretch", "force": "static", "level": "beginner", "mechanic": None,
    "equipment": "body only", "primaryMuscles": ["lower back"], "secondaryMuscles": ["middle back"],
    "instructions": ["Kneel down.", "Round your back and hold it for 15 seconds."], "category": "stretching",
    "images": ["Cat_Stretch/0.jpg"],
}  # fmt: skip


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


@pytest.fixture
def store(tmp_path: Path) -> Any:
    opened = Store.open(tmp_path / "profile", FakeClock())
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    def write(content: object, name: str = "items.json") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write


File = Callable[..., Path]


def no_picture(_exercise_id: str) -> bytes | None:
    return None


def here(store: Store, catalogue: Catalogue) -> Catalogue:
    """The catalogue with what the store has."""
    whole = catalogue.copy()
    assert whole.show_own_items(store.find.own_exercises(), store.find.own_routines()) == ()
    return whole


def take(store: Store, path: Path, catalogue: Catalogue) -> tuple[Offer, ...]:
    """Bring in what comes if nobody says otherwise."""
    known = here(store, catalogue)
    offers = read_items(path, known, store.find.picture)
    chosen = choose(offers, usual_choice(offers), known)
    if chosen.exercises or chosen.routines:
        store.items.bring_in(chosen.exercises, chosen.routines, known)
    return offers


def verdicts(offers: tuple[Offer, ...]) -> list[str]:
    return [offer.verdict.value for offer in offers]


# Handing on


def with_flow(catalogue: Catalogue, routine: Routine = FLOW) -> Catalogue:
    whole = catalogue.copy()
    whole.exercises[PLANK.id] = PLANK
    whole.routines[routine.id] = routine
    return whole


def test_a_routine_handed_on_is_the_same_routine_elsewhere_with_the_exercises_it_needs(
    catalogue: Catalogue, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "flow.toml"
    share_routine(path, FLOW, with_flow(catalogue), {PLANK.id: JPEG}.get)
    assert verdicts(take(store, path, catalogue)) == ["new", "new"]

    whole = here(store, catalogue)
    assert whole.routines[FLOW.id] == FLOW
    assert whole.exercises[PLANK.id] == PLANK
    assert store.find.picture(PLANK.id) == JPEG


def test_a_second_time_everything_is_here_already(catalogue: Catalogue, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "flow.toml"
    share_routine(path, FLOW, with_flow(catalogue), {PLANK.id: JPEG}.get)
    take(store, path, catalogue)
    again = take(store, path, catalogue)
    assert verdicts(again) == ["same", "same"]
    assert {offer.notes for offer in again} == {("You have it already.",)}
    share_routine(path, FLOW, with_flow(catalogue), no_picture)
    assert verdicts(take(store, path, catalogue)) == ["same", "same"]


def test_all_of_it_is_one_step_to_undo(catalogue: Catalogue, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "flow.toml"
    share_routine(path, FLOW, with_flow(catalogue), no_picture)
    take(store, path, catalogue)
    store.undo.undo()
    assert (store.find.own_exercises(), store.find.own_routines()) == ([], [])


def test_limbers_own_files_are_known_as_its_own(catalogue: Catalogue) -> None:
    files = [*(resources_dir() / "exercises").glob("*.toml"), *(resources_dir() / "routines").glob("*.toml")]
    for path in files:
        assert verdicts(read_items(path, catalogue, no_picture)) == ["same"], path


def test_one_of_limbers_files_that_was_changed_comes_as_ones_own(catalogue: Catalogue, file: File) -> None:
    starter = (resources_dir() / "routines" / "starter.toml").read_bytes().replace(b"hold_s = 10", b"hold_s = 20")
    (offer,) = read_items(file(starter, "starter.toml"), catalogue, no_picture)
    assert (offer.verdict, offer.document["id"], offer.document["source"]) == ("new", "own-starter", "own")
    assert offer.notes == ("It comes as one of your own.",)


# What is here already in another form


def shared(catalogue: Catalogue, tmp_path: Path, plank: Any = PLANK, routine: Routine = FLOW) -> Path:
    whole = with_flow(catalogue, routine)
    whole.exercises[PLANK.id] = plank
    path = tmp_path / f"{routine.id}.toml"
    share_routine(path, routine, whole, no_picture)
    return path


def test_ones_own_in_another_form_stays_as_it_is_unless_one_wants_both(
    catalogue: Catalogue, store: Store, tmp_path: Path
) -> None:
    take(store, shared(catalogue, tmp_path), catalogue)
    theirs = shared(catalogue, tmp_path, replace(PLANK, name="Plank", setup_s=25.0))
    known = here(store, catalogue)
    offers = read_items(theirs, known, store.find.picture)
    plank = next(offer for offer in offers if not offer.is_routine)
    assert plank.verdict is Verdict.OTHER
    assert plank.notes[0].startswith("You have “Own-plank” in another form. Yours stays;")
    assert usual_choice(offers) == set()

    both = choose(offers, {offers.index(plank)}, known)
    store.items.bring_in(both.exercises, both.routines, known)
    whole = here(store, catalogue)
    assert whole.exercises[PLANK.id] == PLANK
    beside = whole.exercises[plank.document["id"]]
    assert (beside.name, beside.setup_s) == ("Plank (from a file)", 25)
    again = read_items(theirs, whole, store.find.picture)
    assert [offer.verdict for offer in again if not offer.is_routine] == [Verdict.SAME]


def test_a_new_routine_brings_the_exercise_it_means_and_does_with_ones_own_if_that_is_wished(
    catalogue: Catalogue, store: Store, tmp_path: Path
) -> None:
    take(store, shared(catalogue, tmp_path), catalogue)
    theirs = shared(catalogue, tmp_path, replace(PLANK, setup_s=25.0), replace(FLOW, id="own-theirs", name="Theirs"))
    known = here(store, catalogue)
    offers = read_items(theirs, known, store.find.picture)
    usual = choose(offers, usual_choice(offers), known)
    assert usual.routines[0]["steps"][0]["exercise"] == usual.exercises[0]["id"] != PLANK.id
    routine_alone = {place for place, offer in enumerate(offers) if offer.is_routine}
    mine = choose(offers, routine_alone, known)
    assert (mine.exercises, mine.routines[0]["steps"][0]["exercise"]) == ([], PLANK.id)


def test_a_routine_without_an_exercise_that_nobody_here_has_is_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    offers = read_items(shared(catalogue, tmp_path), catalogue, no_picture)
    routine_alone = {place for place, offer in enumerate(offers) if offer.is_routine}
    with pytest.raises(OwnItemError, match="names no exercise: “own-plank”"):
        choose(offers, routine_alone, catalogue)


# Broken files


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not JSON"),
        (b"\xff\xfe{\x00}\x00", "is not UTF-8 text"),
        (b'{"a": NaN}', "holds NaN, which is no number"),
        (b'{"a": 1e999}', "holds 1e999, which is no number"),
        (b"[" * 100_000, "is nested too deeply"),
        (b"[]", "holds no exercises and no routines"),
        (b'{"exercises": []}', "holds no exercises and no routines"),
        (b'{"format": "limber", "version": 1}', "says that this is everything of somebody's log"),
    ],
)
def test_a_file_that_can_not_be_used_is_refused_in_words(
    catalogue: Catalogue, file: File, content: bytes, reason: str
) -> None:
    with pytest.raises(ExchangeError, match=reason):
        read_items(file(content), catalogue, no_picture)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[[routines]", "line 1, column 11 is not TOML: “[[routines]” can't stand there"),
        (b"a = 1\n b = nope\n", "line 2, column 6 is not TOML: “b = nope” can't stand there"),
        (b"a = 1\na = 2", "is not TOML"),
        (b"a = [1,\n2", "line 2, column 2 is not TOML: the file ends there, too early"),
        (b"a = \xff", "is not UTF-8 text"),
        (b"a = " + b"[" * 5000, "the file is nested too deeply"),
        (b"a = " + b"9" * 5000, "the file holds a number that is too long"),
        (b"x", "line 1, column 2 is not TOML: the file ends there, too early"),
    ],
)
def test_a_broken_toml_file_is_refused_in_words(catalogue: Catalogue, file: File, content: bytes, reason: str) -> None:
    with pytest.raises(ExchangeError, match=r"Nothing was taken from .*toml: ") as refused:
        read_items(file(content, "flow.toml"), catalogue, no_picture)
    assert reason in str(refused.value)


def test_a_file_of_too_many_items_or_bytes_is_refused(catalogue: Catalogue, file: File, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="holds more than 20000 items"):
        read_items(file([{}] * (MOST_ITEMS + 1)), catalogue, no_picture)
    large = tmp_path / "large.json"
    with large.open("wb") as writing:
        writing.truncate(65 * 1024**2)
    with pytest.raises(ExchangeError, match="is too large: 65 MB, and at most 64 MB are read"):
        read_items(large, catalogue, no_picture)


def test_what_a_file_holds_besides_is_told_and_not_passed_over(catalogue: Catalogue, file: File) -> None:
    offers = read_items(file({"exercises": [STRETCH, 7], "meals": []}), catalogue, no_picture)
    assert verdicts(offers) == ["new", "refused", "refused"]
    assert [offer.where for offer in offers] == ["exercises[0]", "exercises[1]", "meals"]
    assert "neither an exercise nor a routine" in offers[2].notes[0]


def test_the_same_exercise_twice_in_a_file_comes_once(catalogue: Catalogue, file: File) -> None:
    first, second = read_items(file([STRETCH, STRETCH]), catalogue, no_picture)
    assert (first.verdict, second.verdict) == (Verdict.NEW, Verdict.REFUSED)
    assert second.notes == ("It is in the file twice: the first, at [0], counts.",)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("id", "own-../../x", "must be own- and then small letters"),
        ("picture", "aGVsbG8=", "must be a JPEG"),
        ("setup_s", 1e300, "must be a number from 0 to 600"),
        ("name", "x" * 101, "is 101 characters long"),
        ("name", "\ud800", "must be a text of one line"),
        ("figure", "segmental-cat-cow", "must move in the same phases"),
        ("rating", 5, "is not known here"),
    ],
)
def test_a_broken_exercise_of_ones_own_is_refused_with_field_and_reason(
    catalogue: Catalogue, file: File, field: str, value: object, reason: str
) -> None:
    document = {**exercise_document(PLANK), field: value}
    (offer,) = read_items(file(document), catalogue, no_picture)
    assert offer.verdict is Verdict.REFUSED
    assert offer.notes[0].startswith(f"“{field}” ")
    assert reason in offer.notes[0]
    offer.name.encode()  # can be shown and printed


def test_a_picture_comes_along(catalogue: Catalogue, file: File) -> None:
    document = {**exercise_document(PLANK), "picture": picture_text(JPEG)}
    (offer,) = read_items(file(document), catalogue, no_picture)
    assert (offer.verdict, offer.document["picture"]) == (Verdict.NEW, picture_text(JPEG))


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
DOCUMENTS = [STRETCH, exercise_document(PLANK), routine_document(FLOW)]
FIELDS = [(document, field) for document in DOCUMENTS for field in document]


@settings(max_examples=150)
@given(st.sampled_from(FIELDS), st.none() | st.tuples(ANYTHING))
def test_whatever_is_put_into_a_field_the_item_comes_or_is_refused_in_a_sentence(
    catalogue: Catalogue,
    tmp_path_factory: pytest.TempPathFactory,
    broken: tuple[dict[str, Any], str],
    instead: tuple[Any] | None,
) -> None:
    document, field = broken
    changed = {name: value for name, value in document.items() if name != field}
    if instead is not None:
        changed[field] = instead[0]
    whole = with_flow(catalogue)
    path = tmp_path_factory.getbasetemp() / "mutated.json"
    path.write_text(json.dumps(changed), "utf-8", "surrogatepass")
    (offer,) = read_items(path, whole, no_picture)
    assert all(note.endswith(".") and note.encode() for note in offer.notes)
    assert bool(offer.document) is (offer.verdict is not Verdict.REFUSED)
    if offer.verdict is Verdict.REFUSED:
        assert offer.notes


@settings(max_examples=100)
@given(st.binary(max_size=300), st.sampled_from([".json", ".toml", ".txt"]))
def test_of_any_bytes_at_all_nothing_comes_that_was_not_understood(
    catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(content)
    with suppress(ExchangeError):
        assert Verdict.NEW not in {offer.verdict for offer in read_items(path, catalogue, no_picture)}


TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30).filter(str.strip)


@settings(max_examples=60)
@given(TEXTS, TEXTS, st.floats(0, 600), st.integers(1, 200))
def test_every_text_and_number_that_can_be_kept_survives_handing_on(
    catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory, name: str, note: str, rest_s: float, count: int
) -> None:
    step = replace(FLOW.steps[2], note=note, rest_s=rest_s, dose=replace(FLOW.steps[2].dose, reps=Range(1, count)))
    routine = replace(FLOW, name=name.strip(), steps=(step,))
    path = tmp_path_factory.getbasetemp() / "handed-on.toml"
    share_routine(path, routine, catalogue, no_picture)
    (offer,) = read_items(path, catalogue, no_picture)
    assert offer.document == routine_document(routine)
