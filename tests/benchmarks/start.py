"""Starting: to the first window, and the whole of a verb of the command line."""

from pathlib import Path

from tests.benchmarks.runs import in_turns, program, screen
from tests.benchmarks.table import Row

STARTS = 7


def first_window(room: Path) -> Row:
    data = str(room / "year")
    program("-m", "app", "demo", "--years", "1", "--data-dir", data)()
    with screen() as environment:
        ours = program("-m", "app", "--data-dir", data, LIMBER_EXIT_AFTER_FIRST_PAINT="1", **environment)
        bare = program("-m", "tests.benchmarks.bare_window", **environment)
        return Row("start to the first window, one year of data", *in_turns(ours, bare, STARTS), bar=2.5)


def record_verb(room: Path) -> Row:
    ours = program("-m", "app", "record", "floor-touch", "4.5", "--data-dir", str(room / "record"))
    bare = program("-m", "tests.benchmarks.bare_record", str(room / "bare-record.db"))
    return Row("limber record, the whole process", *in_turns(ours, bare, STARTS), bar=1.8)
