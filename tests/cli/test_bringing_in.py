"""limber import: files of exercises and routines, known by what is in them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Limber

STRETCH: dict[str, Any] = {
    "id": "Cat_Stretch", "name": "Cat Stretch", "level": "beginner", "equipment": "body only",
    "primaryMuscles": ["lower back"], "secondaryMuscles": [], "instructions": ["Kneel."],
    "category": "stretching", "images": [],
}  # fmt: skip
FLOW = """
[[routines]]
id = "own-flow"
name = "Flow"
source = "own"
voice = true
steps = [{ exercise = "chair-twist", sides = "left" }, { exercise = "side-bend", tempo = [4, 1, 4, 1] }]
"""
NOTHING = {"added": 0, "updated": 0, "unchanged": 0}


@pytest.fixture
def stretch(tmp_path: Path) -> Path:
    return written(tmp_path / "stretch.json", [STRETCH])


@pytest.fixture
def flow(tmp_path: Path) -> Path:
    path = tmp_path / "flow.toml"
    path.write_text(FLOW)
    return path


def written(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content))
    return path


def test_exercises_come_once_and_what_was_proposed_is_told(limber: Limber, stretch: Path) -> None:
    first = limber("import", stretch, "--json").document
    assert {**first, "notes": []} == {"added": 1, "updated": 0, "unchanged": 0, "refused": [], "notes": []}
    (told,) = first["notes"]
    assert (told["where"], told["name"]) == ("[0]", "Cat Stretch")
    assert told["notes"] == ["Dose: 2 × 20–30 s, proposed, since the file has none."]
    again = limber("import", stretch)
    assert again.out == "Added 0, left 1 as they were.\nCat Stretch: You have it already.\n"
    assert "own-fed-cat-stretch" in limber("exercises").out


def test_a_routine_comes_and_can_be_rehearsed(limber: Limber, flow: Path) -> None:
    assert limber("import", flow).out == "Added 1, left 0 as they were.\n"
    segments = limber("rehearse", "own-flow", "--json").document["segments"]
    assert {each["side"] for each in segments if each["exercise"] == "chair-twist"} == {"left"}


def test_a_dry_run_says_what_would_come_and_makes_nothing(limber: Limber, flow: Path, own_data_folder: Path) -> None:
    assert limber("import", flow, "--dry-run").out == "Would add 1, leave 0 as they are.\n"
    assert list(own_data_folder.iterdir()) == []


def test_where_one_can_not_come_nothing_does_and_each_is_told(
    limber: Limber, tmp_path: Path, own_data_folder: Path
) -> None:
    broken = written(tmp_path / "two.json", [STRETCH, {**STRETCH, "id": "../x", "name": "Bad"}, 7])
    answer = limber("import", broken, "--json")
    assert answer.code == 1
    assert answer.document["refused"][0] == {
        "where": "[1]", "why": "(Bad): “id” must be letters, digits, “_” and “-” alone, not “../x”"
    }  # fmt: skip
    assert len(answer.document["refused"]) == 2
    assert NOTHING.items() <= answer.document.items()
    assert answer.err.count("\n") == 1
    assert list(own_data_folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("flow.toml", "[[routines]", "is not TOML"),
        ("flow.toml", "", "holds no exercises"),
        ("many.json", "[" * 100_000, "is nested too deeply"),
        ("many.json", '[{"a": NaN}]', "holds NaN, which is no number"),
    ],
)
def test_a_file_that_can_not_be_used_is_refused_in_one_line(
    limber: Limber, tmp_path: Path, name: str, content: str, reason: str
) -> None:
    (tmp_path / name).write_text(content)
    assert reason in limber("import", tmp_path / name).complaint


def test_a_file_that_is_not_there_says_so(limber: Limber, tmp_path: Path) -> None:
    assert "can't be read" in limber("import", tmp_path / "gone.toml").complaint


def test_ones_own_in_another_form_stays_and_is_told(limber: Limber, flow: Path) -> None:
    limber("import", flow)
    flow.write_text(FLOW.replace("[4, 1, 4, 1]", "[5, 1, 5, 1]"))
    assert limber("import", flow).out == (
        "Added 0, left 1 as they were.\n"
        "Flow: You have “Flow” in another form. Yours stays; this one can come beside it.\n"
    )


def test_many_names_are_told_in_few_words(limber: Limber, tmp_path: Path) -> None:
    many = [{**STRETCH, "id": f"Cat_{number}", "name": f"Cat {number}"} for number in range(7)]
    out = limber("import", written(tmp_path / "many.json", many)).out
    assert "Cat 0, Cat 1, Cat 2, Cat 3, Cat 4 and 2 more: Dose: " in out
