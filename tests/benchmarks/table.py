"""What was measured, beside what it is measured against, as a table for people and as JSON for the next run."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """Medians in milliseconds of Limber (`ours`) and of the bare program (`bare`), taken in turns in one run.

    `bar` is the most that `ours` may be: so many times `bare`, or, with `added`, so many milliseconds more than it.
    """

    what: str
    ours: float
    bare: float
    bar: float
    added: bool = False

    @property
    def value(self) -> float:
        return self.ours - self.bare if self.added else self.ours / self.bare

    @property
    def times(self) -> tuple[str, str]:
        return f"{self.ours:.1f} ms", f"{self.bare:.1f} ms"

    def shown(self, value: float) -> str:
        return f"+{value:.2f} ms" if self.added else f"{value:.2f} ×"

    def as_json(self) -> dict[str, object]:
        found = {"what": self.what, "ours_ms": self.ours, "bare_ms": self.bare}
        return found | {"value": self.value, "bar": self.bar}


@dataclass(frozen=True)
class Measure:
    """A value of its own, with nothing bare beside it. `bar` is the most it may be; None: only told."""

    what: str
    value: float
    unit: str
    bar: float | None = None
    times: tuple[str, str] = ("", "")

    def shown(self, value: float) -> str:
        return f"{value:.{1 if self.unit else 0}f} {self.unit}".rstrip()

    def as_json(self) -> dict[str, object]:
        return {"what": self.what, "value": self.value, "unit": self.unit, "bar": self.bar}


def as_text(rows: Sequence[Row | Measure], last: dict[str, float]) -> str:
    """`last` is each row's value of the run before, by what was measured."""
    lines = [("what", "Limber", "bare", "measured", "bar", "last run", "")]
    for row in rows:
        before = row.shown(last[row.what]) if row.what in last else "–"
        bar = "–" if row.bar is None else row.shown(row.bar)
        verdict = "over" if row.bar is not None and row.value > row.bar else ""
        lines.append((row.what, *row.times, row.shown(row.value), bar, before, verdict))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def save(rows: Sequence[Row | Measure], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    found = [row.as_json() for row in rows]
    path.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def last_values(path: Path) -> dict[str, float]:
    if not path.is_file():
        return {}
    return {row["what"]: row["value"] for row in json.loads(path.read_text(encoding="utf-8"))}
