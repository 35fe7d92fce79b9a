"""The sheets to print, measured in the PDF itself: what comes out of a printer must be of its true size."""

import re
import zlib
from dataclasses import dataclass
from math import atan2, degrees, dist
from pathlib import Path

import pytest

from app.charts.printable import Paper, write_printable

MM_PER_POINT = 25.4 / 72
CLOSE_MM = 0.1
CLOSE_DEG = 0.02
Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A stroke from `start` to `end`, in mm."""

    start: Point
    end: Point

    @property
    def length(self) -> float:
        return dist(self.start, self.end)

    @property
    def is_level(self) -> bool:
        return abs(self.start[1] - self.end[1]) < 1e-6

    @property
    def is_upright(self) -> bool:
        return abs(self.start[0] - self.end[0]) < 1e-6


@dataclass(frozen=True)
class Sheet:
    """Size in mm and the straight lines of one page."""

    size: Point
    lines: list[Line]


def read_sheets(path: Path) -> list[Sheet]:
    """The pages of a PDF: media boxes and every stroke of two points, read from the page's own drawing commands."""
    data = path.read_bytes()
    boxes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", data)
    streams = [_unpacked(found) for found in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)]
    drawings = [text for text in streams if re.search(r" l\s+S", text)]
    assert len(boxes) == len(drawings)
    sheets = []
    for (width, height), drawing in zip(boxes, drawings, strict=True):
        moved = re.findall(r" cm\n(.*?)Q", drawing, re.DOTALL)
        assert not [inside for inside in moved if re.search(r"\bS\b", inside)], "words may be turned, no line is"
        number = r"(-?[\d.]+)"
        strokes = re.findall(rf"{number} {number} m\s+{number} {number} l\s+S", drawing)
        lines = [Line(_mm(stroke[0], stroke[1]), _mm(stroke[2], stroke[3])) for stroke in strokes]
        sheets.append(Sheet(_mm(width, height), lines))
    return sheets


def _unpacked(stream: bytes) -> str:
    try:
        return zlib.decompress(stream).decode("latin-1")
    except zlib.error:
        return ""


def _mm(x: str | bytes, y: str | bytes) -> Point:
    return float(x) * MM_PER_POINT, float(y) * MM_PER_POINT


@pytest.fixture(scope="module", params=list(Paper), ids=lambda paper: paper.name)
def paper(request: pytest.FixtureRequest) -> Paper:
    return Paper(request.param)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory, paper: Paper) -> list[Sheet]:
    path = tmp_path_factory.mktemp("printable") / "sheets.pdf"
    write_printable(path, paper)
    return read_sheets(path)


def test_both_sheets_are_of_the_papers_size(sheets: list[Sheet], paper: Paper) -> None:
    assert len(sheets) == 2
    for sheet in sheets:
        assert sheet.size == pytest.approx(paper.value, abs=CLOSE_MM)


def test_the_line_to_check_the_printer_by_is_ten_centimetres_on_both(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        lowest = min((line for line in sheet.lines if line.is_level), key=lambda line: line.start[1])
        assert lowest.length == pytest.approx(100, abs=CLOSE_MM)
        ends = {x for x, _y in (lowest.start, lowest.end)}
        marks = [line for line in sheet.lines if line.is_upright and line.start[0] in ends and line.start[1] < 30]
        assert len(marks) == 2


def test_the_ruler_has_every_millimetre_of_thirty_centimetres(sheets: list[Sheet]) -> None:
    long = {length: _marks(sheets[0], length) for length in (6, 10, 14)}
    whole = list(long[14].values())
    assert [len(row) for row in whole] == [16, 16]
    for row in whole:
        assert [x - row[0] for x in row] == pytest.approx([10 * place for place in range(16)], abs=CLOSE_MM)
    assert [len(row) for row in long[10].values()] == [15, 15]
    for top, row in long[10].items():
        assert row[0] - long[14][top][0] == pytest.approx(5, abs=CLOSE_MM)
    for top in long[14]:
        every = sorted(x for row in long.values() for x in row[top])
        assert [x - every[0] for x in every] == pytest.approx(list(range(151)), abs=CLOSE_MM)


def test_the_ruler_has_twelve_inches(sheets: list[Sheet]) -> None:
    rows = list(_marks(sheets[0], 12).values())
    assert [len(row) for row in rows] == [7, 7]
    for row in rows:
        assert [x - row[0] for x in row] == pytest.approx([25.4 * place for place in range(7)], abs=CLOSE_MM)


def test_the_fan_has_every_degree_at_its_angle(sheets: list[Sheet]) -> None:
    lines = sheets[1].lines
    cross = [line for line in lines if line.length == pytest.approx(12, abs=1e-3)]
    assert len(cross) == 2
    x0 = next(line.start[0] for line in cross if line.is_upright)
    y0 = next(line.start[1] for line in cross if line.is_level)
    rim = max(dist((x0, y0), line.end) for line in lines if line not in cross and line.start[1] > y0)
    marks = [line for line in lines if dist((x0, y0), line.end) == pytest.approx(rim, abs=CLOSE_MM)]
    for mark in marks:
        assert _turned(x0, y0, mark.start) == pytest.approx(_turned(x0, y0, mark.end), abs=CLOSE_DEG)
    angles = sorted(_turned(x0, y0, mark.end) for mark in marks)
    assert angles == pytest.approx(list(range(-100, 101)), abs=CLOSE_DEG)


def test_everything_is_on_the_paper_with_room_for_the_printers_margin(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        for line in sheet.lines:
            for x, y in (line.start, line.end):
                assert 10 <= x <= sheet.size[0] - 10
                assert 10 <= y <= sheet.size[1] - 10


def test_what_can_not_be_written_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        write_printable(tmp_path / "missing" / "sheets.pdf", Paper.A4)


def _marks(sheet: Sheet, length: float) -> dict[float, list[float]]:
    """Where the upright marks of that length stand, from left to right, by the height they hang from."""
    rows: dict[float, list[float]] = {}
    for line in sheet.lines:
        if line.is_upright and line.length == pytest.approx(length, abs=0.01):
            rows.setdefault(round(max(line.start[1], line.end[1]), 2), []).append(line.start[0])
    return {top: sorted(row) for top, row in rows.items()}


def _turned(x0: float, y0: float, point: Point) -> float:
    """The angle to the right of straight up, in degrees."""
    return degrees(atan2(point[0] - x0, point[1] - y0))
