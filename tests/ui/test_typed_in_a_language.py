"""Where a language has its own words for units, sides and equipment, what is shown can be typed back."""

import gettext
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

import app.i18n
from app.domain.catalogue import load_catalogue
from app.domain.exercise import Range
from app.domain.measurement import Unit
from app.domain.own.exercise_draft import document_of, draft_of
from app.domain.units import Amount
from app.i18n import use_language
from app.paths import resources_dir
from app.ui.progress.shown import bare_value, understood
from app.ui.widgets.amounts import AmountKind, read_amount, show_amount
from app.ui.widgets.seconds import read_seconds, show_seconds

WORDS = {
    "{seconds} s": "{seconds} с",
    "{number} cm": "{number} см",
    "{number} in": "{number} дюйм.",
    "kg": "кг",
    "s": "с",
    "left": "слева",
    "right": "справа",
    "mat": "коврик",
    "plate": "диск",
}


@pytest.fixture(autouse=True)
def russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalog(locale="ru")
    catalogue.add(".", ",", context="the decimal mark of a number")
    for english, own in WORDS.items():
        catalogue.add(english, own)
    path = tmp_path / "ru" / "LC_MESSAGES" / "limber.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(app.i18n, "_translation", gettext.NullTranslations())
    use_language(tmp_path, "ru")


def test_seconds_are_understood_with_the_languages_unit_and_with_the_english_one() -> None:
    assert show_seconds(2.5) == "2,5 с"
    assert [read_seconds(typed, 600) for typed in ("2,5 с", "2.5 s", "1:30")] == [2.5, 2.5, 90]


@pytest.mark.parametrize(("unit", "shown"), [("kg", "2,5 кг"), ("s", "2,5 с"), ("", "2,5")])
def test_amounts_are_understood_as_they_are_shown(unit: str, shown: str) -> None:
    kind = AmountKind(0, 10, unit=unit)
    assert show_amount(Range(2.5, 2.5), kind) == shown
    assert read_amount(shown, kind) == read_amount(f"2.5 {unit}", kind) == Range(2.5, 2.5)


def test_rows_of_values_leave_the_languages_unit_out() -> None:
    assert bare_value(-4.5, Unit.CM, "cm") == "−4,5"
    assert bare_value(5.08, Unit.CM, "in") == "2,0"
    assert bare_value(45, Unit.DEG, "cm") == "45°"


def test_what_was_understood_is_said_in_the_languages_units() -> None:
    assert understood(Amount(-4.445, "in"), Unit.CM) == "−1,75 дюйм. = −4,4 см"


def test_an_exercise_is_typed_in_the_languages_words_and_kept_without_them() -> None:
    exercises = load_catalogue(resources_dir()).exercises
    series = exercises["straddle-bends"]
    draft = draft_of(series, item_id="", name="Мои наклоны", figure=series.id, picture=None)
    assert draft.equipment == "коврик, диск"
    assert draft.positions.startswith("слева: ")
    document = document_of(draft, exercises)
    assert document["equipment"] == list(series.equipment)
    assert [each["side"] for each in document["positions"]] == [each.side.value for each in series.positions]
