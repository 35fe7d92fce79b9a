"""The translations: whole, and with the same gaps to fill as the English sentences."""

import gettext
import importlib.util
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

import app.i18n
from app.cli.parser import parse
from app.domain.measurement import Unit
from app.domain.units import format_short, format_value, parse_amount
from app.domain.wording import format_plain, speak_seconds
from app.i18n import language, languages, lend_words, use_language
from app.paths import resources_dir


def load_tool() -> ModuleType:
    """`packaging/languages.py`, which is no part of a package."""
    file = Path(__file__).resolve().parent.parent / "packaging" / "languages.py"
    spec = importlib.util.spec_from_file_location("languages", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = load_tool()
GAP = re.compile(r"\{(\w*)[^}]*\}")


@pytest.fixture(autouse=True)
def english_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.i18n, "_translation", gettext.NullTranslations())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one translation, into a language with a decimal comma."""
    catalogue = Catalog(locale="de")
    catalogue.add(".", ",", context="the decimal mark of a number")
    catalogue.add("{number} in", "{number} Zoll")
    catalogue.add("usage: ", "Aufruf: ")
    catalogue.add("English", "Deutsch", context="this very language's own name")
    path = tmp_path / "de" / "LC_MESSAGES" / "limber.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    return tmp_path


def as_list(texts: object) -> list[str]:
    """The forms of a message: one, or as many as there are plurals."""
    return [texts] if isinstance(texts, str) else [str(text) for text in texts] if isinstance(texts, Iterable) else []


def gaps(text: str) -> frozenset[str]:
    return frozenset(GAP.findall(text))


def messages(path: Path) -> Iterator[Message]:
    yield from (message for message in tool.read(path.parent.parent.name, path) if message.id)


def test_a_language_is_listed_by_its_own_name_with_english_first(folder: Path) -> None:
    assert languages(folder) == {"en": "English", "de": "Deutsch"}


def test_the_language_named_is_spoken_else_english(folder: Path) -> None:
    use_language(folder, "de")
    assert language() == "de"
    use_language(folder, "fr")
    assert language() == "en"


def test_numbers_have_the_languages_decimal_mark(folder: Path) -> None:
    assert (format_value(-4.5, Unit.CM), format_plain(2.5)) == ("−4.5 cm", "2.5")
    use_language(folder, "de")
    assert (format_value(-4.5, Unit.CM), format_plain(2.5)) == ("−4,5 cm", "2,5")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", ["1 second", "2 seconds", "7.5 seconds", "0.5 seconds", "21 seconds"]),
        ("de", ["1 Sekunde", "2 Sekunden", "7,5 Sekunden", "0,5 Sekunden", "21 Sekunden"]),
        ("es", ["1 segundo", "2 segundos", "7,5 segundos", "0,5 segundos", "21 segundos"]),
        ("ru", ["1 секунда", "2 секунды", "7,5 секунды", "0,5 секунды", "21 секунда"]),
    ],
)
def test_a_fraction_has_the_form_that_the_language_gives_it(code: str, words: list[str], tmp_path: Path) -> None:
    if code != "en":
        compiled = tmp_path / code / "LC_MESSAGES" / "limber.mo"
        compiled.parent.mkdir(parents=True)
        with compiled.open("wb") as file:
            write_mo(file, tool.read(code, tool.translations()[code]))
    use_language(tmp_path, code)
    assert [speak_seconds(each) for each in (1, 2, 7.5, 0.5, 21)] == words


def test_a_whole_error_has_no_decimals_in_any_language(folder: Path) -> None:
    assert (format_short(5, Unit.CM), format_short(4.5, Unit.CM)) == ("5 cm", "4.5 cm")
    use_language(folder, "de")
    assert (format_short(5, Unit.CM), format_short(4.5, Unit.CM)) == ("5 cm", "4,5 cm")


def test_the_help_of_the_command_line_is_in_the_language_to_its_first_word(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    try:
        lend_words(folder)
        with pytest.raises(SystemExit):
            parse(["--help"])
    finally:
        gettext.textdomain("messages")  # the standard library's own
    assert capsys.readouterr().out.startswith("Aufruf: limber")


def test_a_value_is_understood_as_it_is_shown(folder: Path) -> None:
    use_language(folder, "de")
    assert format_value(12.7, Unit.CM, "in") == "5,0 Zoll"
    amount = parse_amount(format_value(12.7, Unit.CM, "in"), Unit.CM)
    assert (amount.value, amount.entered) == (12.7, "in")
    assert parse_amount("5 in", Unit.CM) == amount


def test_a_translation_has_the_gaps_of_the_english_sentence() -> None:
    """A gap that is missing loses a number, one too many is a crash."""
    for path in tool.translations().values():
        for message in messages(path):
            allowed = {gaps(text) for text in as_list(message.id)}
            assert all(gaps(text) in allowed for text in as_list(message.string) if text), (path, message.id)


def test_a_new_language_begins_with_every_word_and_nothing_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    monkeypatch.setattr(tool, "FOLDER", tmp_path)
    shutil.copy(resources_dir() / "i18n" / "limber.pot", tmp_path)
    tool.add("fr")
    assert tool.missing() == {"fr": sorted(str(message.id) for message in tool.template() if message.id)}
    with pytest.raises(ValueError, match="already"):
        tool.add("fr")
    with pytest.raises(ValueError, match="no code of a language"):
        tool.add("xx_q")
