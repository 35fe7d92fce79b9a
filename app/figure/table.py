"""A table of a figure file, read by name: what is wrong is told with file, key and reason."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NoReturn

from app.figure.errors import FigureError
from app.figure.geometry import Vec


class Table:
    """`items` as they stand in `file` under the key `where` ("" for the whole file)."""

    def __init__(self, file: str, where: str, items: Mapping[str, Any]) -> None:
        self._file, self._where, self.items = file, where, items

    def __contains__(self, name: str) -> bool:
        return name in self.items

    def __iter__(self) -> Iterator[str]:
        return iter(self.items)

    def refuse(self, name: str, reason: str) -> NoReturn:
        raise FigureError(self._file, ".".join(part for part in (self._where, name) if part), reason)

    def only(self, known: Collection[str]) -> None:
        """Refuses every name that is not `known`."""
        for name in self.items:
            if name not in known:
                self.refuse(name, f"is not known; known are {', '.join(sorted(known))}")

    def number(self, name: str, otherwise: float = 0.0) -> float:
        value = self.items.get(name, otherwise)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(name, "must be a number")
        return float(value)

    def numbers(self, name: str, otherwise: Sequence[float]) -> tuple[float, ...]:
        """As many numbers as in `otherwise`."""
        values = self.items.get(name, otherwise)
        if not isinstance(values, list | tuple) or len(values) != len(otherwise):
            self.refuse(name, f"must be {len(otherwise)} numbers")
        if any(isinstance(value, bool) or not isinstance(value, int | float) for value in values):
            self.refuse(name, f"must be {len(otherwise)} numbers")
        return tuple(float(value) for value in values)

    def vec(self, name: str, otherwise: Vec = (0.0, 0.0, 0.0)) -> Vec:
        x, y, z = self.numbers(name, otherwise)
        return (x, y, z)

    def one_of(self, name: str, known: Collection[str], otherwise: str | None = None) -> str:
        """One of `known`; `otherwise` where nothing is said (None: something must be)."""
        value = self.items.get(name, otherwise)
        if not isinstance(value, str) or value not in known:
            self.refuse(name, f"must be one of {', '.join(known)}, not {value}")
        return value

    def choice(self, name: str, known: Sequence[str]) -> str:
        """One of `known`; the first of them where nothing is said."""
        return self.one_of(name, known, known[0])

    def choices(self, name: str, known: Sequence[str]) -> frozenset[str]:
        values = self.items.get(name, [])
        if not isinstance(values, list) or any(value not in known for value in values):
            self.refuse(name, f"must be a list of {', '.join(known)}")
        return frozenset(values)

    def flag(self, name: str) -> bool:
        value = self.items.get(name, False)
        if not isinstance(value, bool):
            self.refuse(name, "must be true or false")
        return value

    def table(self, name: str) -> "Table":
        """The table under `name`, empty where there is none."""
        items = self.items.get(name, {})
        if not isinstance(items, dict):
            self.refuse(name, "must be a table")
        return Table(self._file, ".".join(part for part in (self._where, name) if part), items)

    def tables(self, name: str) -> list["Table"]:
        """The list of tables under `name`, empty where there is none."""
        rows = self.items.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.refuse(name, "must be a list of tables")
        where = ".".join(part for part in (self._where, name) if part)
        return [Table(self._file, f"{where}[{n}]", row) for n, row in enumerate(rows)]

    def with_items(self, items: Mapping[str, Any]) -> "Table":
        """Other items under the same key."""
        return Table(self._file, self._where, items)
