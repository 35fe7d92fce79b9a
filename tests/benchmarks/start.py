"""Starting: to the first window, at one year and at twenty, and the whole of a verb of the command line."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.benchmarks.runs import Spent, in_turns, program, screen
from tests.benchmarks.table import Row

STARTS = 9


def first_window(data: Mapping[int, Path]) -> list[Row]:
    """`data` holds a folder of one year and one of twenty."""
    with screen() as environment:

        def window(years: int) -> Callable[[], object]:
            folder = str(data[years])
            return program("-m", "app", "--data-dir", folder, LIMBER_EXIT_AFTER_FIRST_PAINT="1", **environment)

        bare = program("-m", "tests.benchmarks.bare_window", **environment)
        one_year = in_turns(window(1), bare, STARTS)
        twenty_years = in_turns(window(20), window(1), STARTS)
    return [
        *_rows("start to the first window, one year of data", one_year, 2.5),
        *_rows("the same with twenty years, beside one year", twenty_years, 1.1),
    ]


def _rows(what: str, found: tuple[Spent, Spent], bar: float) -> list[Row]:
    """On the wall and, which other programs disturb less, of a core."""
    ours, bare = found
    return [Row(what, ours.ms, bare.ms, bar), Row(f"{what}, of a core", ours.core_ms, bare.core_ms, bar)]


def record_verb(room: Path) -> list[Row]:
    ours = program("-m", "app", "record", "floor-touch", "4.5", "--data-dir", str(room / "record"))
    bare = program("-m", "tests.benchmarks.bare_record", str(room / "bare-record.db"))
    return _rows("limber record, the whole process", in_turns(ours, bare, STARTS), 1.8)
