"""A broken catalogue file is refused with its name, the field and the reason; nothing else ever comes out."""

import json
import shutil
import sys
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue, CatalogueError, load_catalogue
from app.domain.exercise import Sides
from app.domain.fields import FieldError, Fields
from app.paths import resources_dir

Table = dict[str, Any]
UNLIMITED = not hasattr(sys, "set_int_max_str_digits")  # Ubuntu 22.04's Python 3.11.0rc1 reads numbers of any length
FOLDERS = ("exercises", "routines", "measures")


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy for many examples; each puts back what it broke."""
    return copied(tmp_path_factory.mktemp("scratch"))


def copied(folder: Path) -> Path:
    for name in FOLDERS:
        shutil.copytree(resources_dir() / name, folder / name)
    return folder


def as_toml(value: object) -> str:
    """`value` as TOML writes it inside a line; a JSON string is a TOML string."""
    match value:
        case dict():
            return "{" + ", ".join(f"{json.dumps(key)} = {as_toml(item)}" for key, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(as_toml(item) for item in value) + "]"
        case date():
            return value.isoformat()
        case int() | str():
            return json.dumps(value)
        case _:
            return str(value)


def write(path: Path, table: Table) -> None:
    path.write_text("".join(f"{json.dumps(key)} = {as_toml(value)}\n" for key, value in table.items()), "utf-8")


def change(path: Path, edit: Callable[[Table], object]) -> None:
    table = tomllib.loads(path.read_text("utf-8"))
    edit(table)
    write(path, table)


def holder(table: Table, place: str) -> tuple[Any, Any]:
    """What holds the field at `place`, such as `dose.reps` or `tempo.0.cue`, and the field's name in it."""
    *way, last = place.split(".")
    inner: Any = table
    for step in way:
        inner = inner[int(step)] if isinstance(inner, list) else inner[step]
    return inner, last


def setting(place: str, value: object) -> Callable[[Table], object]:
    def edit(table: Table) -> None:
        inner, name = holder(table, place)
        inner[name] = value

    return edit


def removing(place: str) -> Callable[[Table], object]:
    def edit(table: Table) -> None:
        inner, name = holder(table, place)
        del inner[name]

    return edit


CRUNCH, TWIST, STRADDLE = "exercises/reverse-crunch.toml", "exercises/chair-twist.toml", "exercises/straddle-bends.toml"
JEFFERSON, STARTER, FLOOR = "exercises/jefferson-curl.toml", "routines/starter.toml", "measures/floor-touch.toml"


@pytest.mark.parametrize(
    ("file", "edit", "field", "reason"),
    [
        (CRUNCH, removing("name"), "name", "is missing"),
        (CRUNCH, removing("dose.sets"), "dose.sets", "is missing"),
        (CRUNCH, setting("colour", "red"), "colour", "is not known here; known are: aliases, "),
        (CRUNCH, setting("tempo.1.cues", "x"), "tempo[2].cues", "is not known here; known are: cue, kind, seconds"),
        (CRUNCH, setting("name", 7), "name", "must be a text, not 7"),
        (CRUNCH, setting("name", "  "), "name", "must not be empty"),
        (CRUNCH, setting("steps", "Lie down."), "steps", "must be a list, not “Lie down.”"),
        (CRUNCH, setting("steps", []), "steps", "must not be empty"),
        (CRUNCH, setting("steps", ["Lie down.", ""]), "steps[2]", "must not be empty"),
        (CRUNCH, setting("dose", 3), "dose", "must be a table, not 3"),
        (CRUNCH, setting("dose.reps", "many"), "dose.reps", "must be a whole number from 1 to 200, not “many”"),
        (CRUNCH, setting("dose.reps", 2.5), "dose.reps", "must be a whole number from 1 to 200, not 2.5"),
        (CRUNCH, setting("dose.reps", True), "dose.reps", "must be a whole number from 1 to 200, not true"),
        (CRUNCH, setting("dose.reps", 0), "dose.reps", "must be a whole number from 1 to 200, not 0"),
        (CRUNCH, setting("dose.reps", [30, 15]), "dose.reps", "must not start above its end: 30 is more than 15"),
        (CRUNCH, setting("dose.reps", [15]), "dose.reps", "must be one number or two, [min, max]"),
        (CRUNCH, setting("dose.hold_s", 10), "dose.hold_s", "does not fit a dose of reps"),
        (CRUNCH, setting("dose.kind", "time"), "dose.kind", "must be one of reps, hold, positions, not “time”"),
        (CRUNCH, setting("rest_s", float("nan")), "rest_s", "must be a number from 0 to 600, not nan"),
        (CRUNCH, setting("rest_s", float("inf")), "rest_s", "must be a number from 0 to 600, not inf"),
        (CRUNCH, setting("rest_s", 10**30), "rest_s", "must be a number from 0 to 600, not so huge a number"),
        (CRUNCH, setting("rest_s", date(2026, 1, 1)), "rest_s", "must be a number from 0 to 600, not a date or time"),
        (CRUNCH, setting("tempo.0.seconds", -2), "tempo[1].seconds", "must be a number from 0.5 to 600, not -2"),
        (CRUNCH, removing("tempo.0.seconds"), "tempo", "needs the seconds of every phase in a dose of reps"),
        (CRUNCH, setting("level", "brutal"), "level", "must be one of easy, medium, hard, not “brutal”"),
        (CRUNCH, setting("directions", ["up"]), "directions[1]", "must be one of flexion, extension, "),
        (CRUNCH, setting("equipment", ["rug"]), "equipment", "must be among mat, chair, sturdy box, "),
        (CRUNCH, setting("sides", "within"), "sides", "must be one of none, each, alternate with a dose of reps"),
        (CRUNCH, setting("id", "crunch"), "id", "must be the file's name, “reverse-crunch”, not “crunch”"),
        (CRUNCH, setting("order", 0), "order", "must be a whole number from 1 to 1000, not 0"),
        (TWIST, setting("dose.reps", 5), "dose.reps", "does not fit a dose of hold"),
        (TWIST, setting("tempo.1.seconds", 9), "tempo", "needs exactly one hold without seconds"),
        (STRADDLE, setting("positions.0.side", "alternate"), "positions[1].side", "must be left, right or centre"),
        (STRADDLE, setting("tempo", []), "tempo", "is not known here"),
        (JEFFERSON, setting("load_kg", [8, 0]), "load_kg", "must not start above its end: 8 is more than 0"),
        (JEFFERSON, setting("stand_in", "plank"), "stand_in", "names no other exercise: “plank”"),
        (JEFFERSON, setting("stand_in", "jefferson-curl"), "stand_in", "names no other exercise: “jefferson-curl”"),
        (STARTER, setting("steps.0.exercise", "plank"), "steps[1].exercise", "names no exercise: “plank”"),
        (STARTER, setting("steps.0.reps", 5), "steps[1].reps", "does not fit a dose of hold"),
        (STARTER, setting("steps.0.load_kg", 2), "steps[1].load_kg", "does not fit an exercise without load"),
        (STARTER, setting("steps.1.load_kg", 11), "steps[2].load_kg", "must be a number from 0 to 10, not 11"),
        (STARTER, setting("steps.1.self_paced", 1), "steps[2].self_paced", "must be true or false, not 1"),
        (
            STARTER,
            setting("steps.0.sides", "alternate"),
            "steps[1].sides",
            "must be one of each, left, right for “chair-",
        ),
        (STARTER, setting("steps.2.sides", "left"), "steps[3].sides", "must be one of none for “segmental-cat-cow”"),
        (STARTER, setting("steps.0.tempo", [3, 3]), "steps[1].tempo", "does not fit a dose of hold"),
        (STARTER, setting("steps.1.tempo", [3, 1]), "steps[2].tempo", "must have a number for each of the 4 parts"),
        (STARTER, setting("steps.1.tempo", [3, 1, 0, 1]), "steps[2].tempo[3]", "must be a number from 0.5 to 600"),
        (STARTER, setting("steps", [{"exercise": "chair-twist"}] * 61), "steps", "must be at most 60, not 61"),
        (STARTER, setting("steps", [{"exercise": "jefferson-curl", "reps": 200, "sets": 20}]), "steps", "must take at"),
        (STARTER, setting("voice", "on"), "voice", "must be true or false, not “on”"),
        (STARTER, setting("steps", {}), "steps", "must be a list, not a table"),
        (STARTER, setting("steps", [[]]), "steps[1]", "must be a table, not a list"),
        (FLOOR, setting("soft", [-50, 45]), "soft", "must be a number from -40 to 80, not -50"),
        (FLOOR, setting("unit", "in"), "unit", "must be one of cm, deg, not “in”"),
        (FLOOR, setting("error", -1), "error", "must be a number from 0 to 1000, not -1"),
        (FLOOR, setting("error", 6), "error", "must be that of the first aid, the usual one"),
        (FLOOR, setting("aids.1.id", "floor"), "aids", "must have different ids"),
        (FLOOR, setting("below_zero_aid", "stool"), "below_zero_aid", "names no aid: “stool”"),
        ("measures/common.toml", removing("protocol"), "protocol", "is missing"),
    ],
)
def test_a_broken_field_is_refused_with_file_field_and_reason(
    resources: Path, file: str, edit: Callable[[Table], object], field: str, reason: str
) -> None:
    change(resources / file, edit)
    with pytest.raises(CatalogueError) as refusal:
        load_catalogue(resources)
    error = refusal.value
    assert (error.file, error.field) == (file, field)
    assert error.reason.startswith(reason)
    assert str(error) == f"In {file}, “{field}” {error.reason}."


@pytest.mark.parametrize("folder", FOLDERS)
def test_two_files_of_one_order_are_refused(resources: Path, folder: str) -> None:
    first, second = sorted(path for path in (resources / folder).glob("*.toml") if path.stem != "common")[:2]
    taken = tomllib.loads(first.read_text("utf-8"))["order"]
    change(second, setting("order", taken))
    with pytest.raises(CatalogueError, match=f"“order” is already that of “{first.stem}”"):
        load_catalogue(resources)


@pytest.mark.parametrize(
    "content",
    [
        b"name = ",
        b"\xff\xfe",
        b"a = [" * 3000,
        pytest.param(b"order = " + b"9" * 5000, marks=pytest.mark.skipif(UNLIMITED, reason="numbers of any length")),
        b"id = 'a'\nid = 'b'",
    ],
)
def test_a_file_that_is_not_toml_is_refused_by_its_name(resources: Path, content: bytes) -> None:
    (resources / CRUNCH).write_bytes(content)
    with pytest.raises(CatalogueError, match=r"^exercises/reverse-crunch\.toml is not TOML: ") as refusal:
        load_catalogue(resources)
    assert refusal.value.field == ""


def test_a_file_that_cannot_be_read_is_refused_by_its_name(resources: Path) -> None:
    (resources / CRUNCH).unlink()
    (resources / CRUNCH).mkdir()
    with pytest.raises(CatalogueError, match=r"^exercises/reverse-crunch\.toml can't be read: "):
        load_catalogue(resources)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_without_files_is_refused(resources: Path, folder: str) -> None:
    for path in (resources / folder).glob("*.toml"):
        if path.stem != "common":
            path.unlink()
    with pytest.raises(CatalogueError, match=f"^{folder}/ holds no files"):
        load_catalogue(resources)


def test_a_measure_file_without_aids_may_leave_them_out(resources: Path) -> None:
    change(resources / FLOOR, lambda table: [table.pop(name) for name in ("aids", "below_zero_aid", "soft")])
    measure = load_catalogue(resources).measure("floor-touch")
    assert (measure.aids, measure.below_zero_aid, measure.soft, measure.error_with("step")) == ((), None, None, 5)


def test_a_step_takes_over_what_its_file_says(resources: Path) -> None:
    said = {"exercise": "back-extension", "sets": 2, "reps": [10, 12], "setup_s": 5, "switch_s": 1, "rest_s": 30,
            "note": "Arms crossed.", "self_paced": True, "tempo": [4, 2.5, 3]}  # fmt: skip
    change(resources / STARTER, setting("steps", [said]))
    step = load_catalogue(resources).routine("starter").steps[0]
    assert step.dose.reps is not None
    assert (step.dose.sets, step.dose.reps.low, step.dose.reps.high) == (2, 10, 12)
    assert (step.setup_s, step.switch_s, step.rest_s, step.note) == (5, 1, 30, "Arms crossed.")
    assert step.self_paced
    assert (step.tempo, step.sides) == ((4, 2.5, 3), None)


def test_a_step_may_be_done_on_one_side_alone(resources: Path) -> None:
    change(resources / STARTER, setting("steps", [{"exercise": "thoracic-bridge", "sides": "right"}]))
    assert load_catalogue(resources).routine("starter").steps[0].sides is Sides.RIGHT


def test_a_long_text_in_a_complaint_is_shortened() -> None:
    with pytest.raises(FieldError) as refusal:
        Fields({"rest_s": "x" * 500}).number("rest_s", 0, 1)
    assert refusal.value.reason == f"must be a number from 0 to 1, not “{'x' * 40}…”"


# Any field of any file, gone or of any other kind


def places(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every field and every item of a table."""
    items: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for name, item in items:
        yield (*way, name)
        yield from places(item, (*way, name))


FILES = {
    f"{folder}/{path.name}": tomllib.loads(path.read_text("utf-8"))
    for folder in FOLDERS
    for path in sorted((resources_dir() / folder).glob("*.toml"))
}
PLACES = [(file, way) for file, table in FILES.items() for way in places(table)]
PLAIN = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\x7f"), max_size=8),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.sampled_from([10**40, -(10**40), "reps", "hold", "left", "each", "alternate", "mat", "limber"]),
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "side", "x"]), inner, max_size=2)
    ),
    max_leaves=5,
)
GONE = object()


@settings(max_examples=400, deadline=None)
@given(place=st.sampled_from(PLACES), value=st.just(GONE) | VALUES)
def test_any_field_gone_or_replaced_is_refused_in_words_or_still_a_catalogue(
    scratch: Path, place: tuple[str, tuple[str | int, ...]], value: object
) -> None:
    file, way = place
    whole = (scratch / file).read_bytes()
    table = tomllib.loads(whole.decode())
    inner: Any = table
    for step in way[:-1]:
        inner = inner[step]
    if value is GONE:
        del inner[way[-1]]
    else:
        inner[way[-1]] = value
    write(scratch / file, table)
    outcome: Catalogue | CatalogueError
    try:
        outcome = load_catalogue(scratch)
    except CatalogueError as error:
        outcome = error
    finally:
        (scratch / file).write_bytes(whole)
    if isinstance(outcome, CatalogueError):
        assert outcome.file.split("/")[0] in FOLDERS
        assert outcome.reason
        assert str(outcome).endswith(".")


@pytest.mark.parametrize("field", ["equipment", "aliases"])
def test_an_exercise_may_need_nothing_and_be_known_by_one_name(resources: Path, field: str) -> None:
    change(resources / CRUNCH, setting(field, []))
    assert getattr(load_catalogue(resources).exercise("reverse-crunch"), field) == ()
