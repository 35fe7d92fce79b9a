"""Translations: `languages.py add CODE`, `update`, `missing`.

`add` begins a translation, `update` brings every translation up to the present list of words (`make words` calls it),
`missing` says what is left to do in each and ends with 1 while there is something.
"""

import sys
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
SHOWN = 5  # of what is missing, for each language


def template() -> Catalog:
    with (FOLDER / "limber.pot").open("rb") as file:
        return read_po(file)


def translations() -> dict[str, Path]:
    """The translations' files by the code of their language."""
    return {path.parent.parent.name: path for path in sorted(FOLDER.glob("*/LC_MESSAGES/limber.po"))}


def read(code: str, path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=code)


def write(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True)


def add(code: str) -> str:
    """A translation with nothing in it yet. Raises ValueError for a code that is taken or that no language has."""
    path = FOLDER / code / "LC_MESSAGES" / "limber.po"
    if path.exists():
        raise ValueError(f"There is a translation for “{code}” already: {path.relative_to(ROOT)}.")
    try:
        name = Locale.parse(code).english_name
    except (ValueError, UnknownLocaleError) as error:
        raise ValueError(f"“{code}” is no code of a language: write one such as “fr” or “pt_BR”.") from error
    catalogue = Catalog(locale=code, project="Limber", version="1", charset="utf-8", fuzzy=False)
    catalogue.header_comment = f"# Limber in {name}. MIT licence, like Limber itself."
    catalogue.update(template())
    write(path, catalogue)
    return f"{path.relative_to(ROOT)} waits for its words in {name}; `make setup` takes it up."


def update() -> str:
    """Every translation with the words of today: new and changed ones empty, dropped ones left out."""
    for code, path in translations().items():
        catalogue = read(code, path)
        catalogue.update(template(), no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        write(path, catalogue)
    return f"{len(translations())} translations follow the list."


def is_missing(message: Message) -> bool:
    parts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return bool(message.id) and (message.fuzzy or not all(parts))


def missing() -> dict[str, list[str]]:
    """By language what has no translation or an unsure one; words that the list has and a file has not count too."""
    wanted = {(message.id, message.context) for message in template() if message.id}
    left = {}
    for code, path in translations().items():
        done = {(message.id, message.context) for message in read(code, path) if message.id and not is_missing(message)}
        left[code] = sorted(str(text) for text, _context in wanted - done)
    return left


def report() -> str:
    lines = []
    for code, texts in missing().items():
        lines.append(f"{code}: {len(texts)} missing" if texts else f"{code}: complete")
        lines += [f"    {' '.join(text.split())[:100]}" for text in texts[:SHOWN]]
    return "\n".join(lines)


def main(words: list[str]) -> int:
    match words:
        case ["add", code]:
            try:
                print(add(code))
            except ValueError as error:
                print(error, file=sys.stderr)
                return 1
        case ["update"]:
            print(update())
        case ["missing"]:
            print(report())
            return 1 if any(missing().values()) else 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
