"""A step of hatchling's: the translations are compiled whenever the program is built, on whatever system.

So that nothing that is installed can come without them; `make` does it for a checkout whose words have changed.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileWords(BuildHookInterface[Any]):
    """Each `limber.po` becomes the `limber.mo` beside it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for path in Path(self.root, "resources", "i18n").glob("*/LC_MESSAGES/limber.po"):
            with path.open("rb") as words, path.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(words, locale=path.parent.parent.name))
