"""Typed reading of a TOML table: each field is taken and checked; what nobody took is complained about at the end.

Lists count from 1 in the names of fields (`tempo[2].seconds`), as people do.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NoReturn, TypeVar

from app.domain.exercise import Range
from app.i18n import _

Choice = TypeVar("Choice", bound=StrEnum)


class FieldError(Exception):
    """`field` is broken; `reason` goes on from its name and has no full stop: "must be a text, not 7"."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field
        self.reason = reason


class Fields:
    """The fields of one table. Every method raises FieldError.

    `place` is where the table lies in its file and stands in front of each name. `name in fields` asks for an
    optional field. `done()`, called once on the whole file, refuses what was neither taken nor asked for. The texts of
    what a person made are not `translated`.
    """

    def __init__(self, table: Mapping[str, object], place: str = "", *, translated: bool = True) -> None:
        self._table = table
        self._place = place
        self._translated = translated
        self._known: set[str] = set()
        self._inner: list[Fields] = []

    def __contains__(self, name: str) -> bool:
        self._known.add(name)
        return name in self._table

    def given(self, name: str) -> bool:
        """Whether an optional field is there and not null, which JSON has and TOML has not."""
        return name in self and self._table[name] is not None

    def done(self) -> None:
        for name in self._table:
            if name not in self._known:
                allowed = ", ".join(sorted(self._known))
                self.refuse(name, _("is not known here; known are: {allowed}").format(allowed=allowed))
        for inner in self._inner:
            inner.done()

    def refuse(self, name: str, reason: str) -> NoReturn:
        raise FieldError(self._place + name, reason)

    def text(self, name: str) -> str:
        """A text that says something, as it is written: an id, a file's own word."""
        return self._text(name, self._take(name))

    def texts(self, name: str, *, may_be_empty: bool = False) -> tuple[str, ...]:
        """Texts, as they are written; one or more unless the list `may_be_empty`."""
        return tuple(self._text(item, value) for item, value in self._list(name, may_be_empty))

    def words(self, name: str) -> str:
        """A text for people, in their language."""
        return self._for_people(self.text(name))

    def sentences(self, name: str, *, may_be_empty: bool = False) -> tuple[str, ...]:
        """Texts for people, in their language; one or more unless the list `may_be_empty`."""
        return tuple(map(self._for_people, self.texts(name, may_be_empty=may_be_empty)))

    def flag(self, name: str) -> bool:
        value = self._take(name)
        if not isinstance(value, bool):
            self._wrong(name, _("must be true or false"), value)
        return value

    def number(self, name: str, low: float, high: float) -> float:
        return self._number(name, self._take(name), low, high)

    def whole(self, name: str, low: int, high: int) -> int:
        return int(self._number(name, self._take(name), low, high, whole=True))

    def range(self, name: str, low: float, high: float, *, whole: bool = False) -> Range:
        """One number, or two as `[min, max]`, each from `low` to `high`."""
        value = self._take(name)
        ends = value if isinstance(value, list) else [value, value]
        if len(ends) != 2:
            self.refuse(name, _("must be one number or two, [min, max]"))
        least, most = (self._number(name, end, low, high, whole=whole) for end in ends)
        if least > most:
            self.refuse(name, _("must not start above its end: {low:g} is more than {high:g}").format(
                low=least, high=most))  # fmt: skip
        return Range(least, most)

    def numbers(self, name: str, low: float, high: float) -> tuple[float, ...]:
        """One or more numbers, each from `low` to `high`."""
        return tuple(self._number(item, value, low, high) for item, value in self._list(name))

    def choice(self, name: str, kind: type[Choice]) -> Choice:
        return self._choice(name, self._take(name), kind)

    def choices(self, name: str, kind: type[Choice], *, may_be_empty: bool = False) -> tuple[Choice, ...]:
        return tuple(self._choice(item, value, kind) for item, value in self._list(name, may_be_empty))

    def table(self, name: str) -> "Fields":
        return self._inside(name, self._take(name))

    def tables(self, name: str) -> tuple["Fields", ...]:
        """One or more tables."""
        return tuple(self._inside(item, value) for item, value in self._list(name))

    def _take(self, name: str) -> object:
        if name not in self:
            self.refuse(name, _("is missing"))
        return self._table[name]

    def _list(self, name: str, may_be_empty: bool = False) -> list[tuple[str, object]]:
        """The items of a list, each with its name."""
        value = self._take(name)
        if not isinstance(value, list):
            self._wrong(name, _("must be a list"), value)
        if not value and not may_be_empty:
            self.refuse(name, _("must not be empty"))
        return [(f"{name}[{place}]", item) for place, item in enumerate(value, start=1)]

    def _inside(self, name: str, value: object) -> "Fields":
        if not isinstance(value, dict):
            self._wrong(name, _("must be a table"), value)
        self._inner.append(Fields(value, f"{self._place}{name}.", translated=self._translated))
        return self._inner[-1]

    def _for_people(self, text: str) -> str:
        return _(text) if self._translated else text

    def _text(self, name: str, value: object) -> str:
        if not isinstance(value, str):
            self._wrong(name, _("must be a text"), value)
        if not value.strip():
            self.refuse(name, _("must not be empty"))
        return value

    def _choice(self, name: str, value: object, kind: type[Choice]) -> Choice:
        text = self._text(name, value)
        try:
            return kind(text)
        except ValueError:
            self._wrong(name, _("must be one of {allowed}").format(allowed=", ".join(kind)), text)

    def _number(self, name: str, value: object, low: float, high: float, *, whole: bool = False) -> float:
        """Compared before converted: an integer in a file may be too large for a float."""
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not low <= value <= high
            or (whole and value % 1)
        ):
            wanted = _("must be a number from {low:g} to {high:g}")
            if whole:
                wanted = _("must be a whole number from {low:g} to {high:g}")
            self._wrong(name, wanted.format(low=low, high=high), value)
        return float(value)

    def _wrong(self, name: str, expected: str, value: object) -> NoReturn:
        self.refuse(name, _("{expected}, not {value}").format(expected=expected, value=_shown(value)))


def _shown(value: object) -> str:
    """A few words for a value that is not what it should be; it may be of any size and kind."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and value.bit_length() > 64:
        return _("so huge a number")
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return f"“{value[:40]}…”" if len(value) > 40 else f"“{value}”"
    if isinstance(value, list):
        return _("a list")
    return _("a table") if isinstance(value, dict) else _("a date or time")
