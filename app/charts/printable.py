"""Two sheets to print at their true size: a ruler to cut out, and a fan of degrees for the floor.

All places are millimetres from the sheet's lower left corner. Both sheets carry a line of exactly 10 cm, since a
printer that scales would make every value wrong.
"""

from dataclasses import dataclass
from enum import Enum
from math import cos, radians, sin
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from app.i18n import _

MM_PER_INCH = 25.4
PT_PER_INCH = 72
INK, FAINT = "#000000", "#777777"
FAMILY = "DejaVu Sans"
HAIR, THIN, BOLD = 0.25, 0.5, 1.0  # points

CHECK_MM = 100.0
MARGIN_MM = 15.0

PIECES_CM = ((0, 15), (15, 30))  # as long a strip as both papers hold
GLUE_CM = 1
STRIP_MM = 40.0
INCHES = 12
SIXTEENTHS = {0: 12.0, 8: 9.0, 4: 7.0, 12: 7.0}  # the length of a mark in mm, the other sixteenths 4

FAN_MM = 115.0
FAN_DEG = 100
RAYS_FROM_MM = 15.0


class Paper(Enum):
    """Width and height of an upright sheet in millimetres."""

    A4 = (210.0, 297.0)
    LETTER = (215.9, 279.4)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page whose axes count in millimetres."""

    figure: Figure
    axes: Axes
    width: float
    height: float

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = THIN, ink: str = INK) -> None:
        self.axes.add_line(Line2D((x0, x1), (y0, y1), linewidth=width, color=ink, solid_capstyle="butt"))

    def text(self, x: float, y: float, words: str, size: float = 9, align: str = "left", turned: float = 0) -> None:
        """`words` at (x, y), which is the middle of their height; `size` in points."""
        self.axes.text(
            x, y, words, fontsize=size, color=INK, rotation=turned, rotation_mode="anchor", fontfamily=FAMILY,
            horizontalalignment=align, verticalalignment="center",
        )  # fmt: skip


def write_printable(path: Path, paper: Paper) -> None:
    """Write both sheets as one PDF. Raises OSError where the file can't be written."""
    with PdfPages(path, metadata={"Title": _("Limber: ruler and floor fan"), "Creator": "Limber"}) as pages:
        for sheet in (_ruler_sheet(paper), _fan_sheet(paper)):
            pages.savefig(sheet.figure)


def _sheet(paper: Paper, title: str, about: str) -> _Sheet:
    width, height = paper.value
    figure = Figure(figsize=(width / MM_PER_INCH, height / MM_PER_INCH), dpi=PT_PER_INCH)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    sheet = _Sheet(figure, axes, width, height)
    sheet.text(MARGIN_MM, height - 18, title, 16)
    sheet.text(MARGIN_MM, height - 30, about)
    _draw_check(sheet)
    return sheet


def _draw_check(sheet: _Sheet) -> None:
    """The line to hold a real ruler to."""
    left, y = MARGIN_MM, MARGIN_MM + 8
    sheet.line(left, y, left + CHECK_MM, y, BOLD)
    for x in (left, left + CHECK_MM):
        sheet.line(x, y - 3, x, y + 3, BOLD)
    sheet.text(
        left, y - 8, _("Exactly 10 cm? If not, print again at 100 % (“actual size”), without fitting it to the page.")
    )


# The ruler


def _ruler_sheet(paper: Paper) -> _Sheet:
    about = _("Cut out both strips. Lay the second on the first so that the marks at 15 meet, and tape them together.")
    sheet = _sheet(paper, _("Ruler, 0 to 30 cm"), about)
    top = sheet.height - 50
    for piece, (start, end) in enumerate(PIECES_CM):
        _draw_strip(sheet, top - piece * (STRIP_MM + 25), start, end)
    _draw_inches(sheet, top - 2 * (STRIP_MM + 25) + 15)
    return sheet


def _draw_strip(sheet: _Sheet, top: float, start: int, end: int) -> None:
    """Centimetres from `start` to `end` along the upper edge: every millimetre, longer at the half and the whole."""
    left = (sheet.width - (end - start) * 10) / 2
    glued = GLUE_CM * 10 if start == 0 else 0
    right = left + (end - start) * 10
    for y in (top, top - STRIP_MM):
        sheet.line(left, y, right + glued, y, HAIR, FAINT)
    for x in {left, right + glued}:
        sheet.line(x, top, x, top - STRIP_MM, HAIR, FAINT)
    for mm in range((end - start) * 10 + 1):
        long = 14 if mm % 10 == 0 else 10 if mm % 5 == 0 else 6
        sheet.line(left + mm, top, left + mm, top - long, THIN if mm % 5 == 0 else HAIR)
        if mm % 10 == 0:
            align, aside = ("left", 1) if mm == 0 else ("right", -1) if left + mm == right + glued else ("center", 0)
            sheet.text(left + mm + aside, top - 18, str(start + mm // 10), 11, align)
    if start == 0:
        sheet.text(left + 4, top - 29, _("0 is the edge: stand the strip on the floor with this end."), 8)
        sheet.text(right + glued / 2, top - 28, _("tape here"), 6, "center", 90)
    else:
        sheet.text(left + 4, top - 29, _("Lay this edge on the mark at 15."), 8)


def _draw_inches(sheet: _Sheet, top: float) -> None:
    """A ruler in inches with sixteenths, in two rows like the centimetres."""
    half = INCHES // 2
    left = (sheet.width - half * MM_PER_INCH) / 2
    for row in range(2):
        y = top - row * 26
        sheet.line(left, y, left + half * MM_PER_INCH, y, HAIR, FAINT)
        for sixteenth in range(half * 16 + 1):
            x = left + sixteenth * MM_PER_INCH / 16
            sheet.line(x, y, x, y - SIXTEENTHS.get(sixteenth % 16, 4.0), THIN if sixteenth % 8 == 0 else HAIR)
            if sixteenth % 16 == 0:
                sheet.text(x, y - 16, str(row * half + sixteenth // 16), 10, "center")
        sheet.text(left - 3, y - 4, _("in"), 8, "right")


# The fan


def _fan_sheet(paper: Paper) -> _Sheet:
    about = _("Lay it on the floor under the stick, 0 to the front, the cross below the middle of your chest.")
    sheet = _sheet(paper, _("Floor fan for seated rotation"), about)
    x0, y0 = sheet.width / 2, sheet.height / 2 - 50
    radius = min(FAN_MM, x0 - 22)
    _draw_arc(sheet, x0, y0, radius)
    for degree in range(-FAN_DEG, FAN_DEG + 1):
        _draw_degree(sheet, x0, y0, radius, degree)
    sheet.line(x0 - 6, y0, x0 + 6, y0)
    sheet.line(x0, y0 - 6, x0, y0 + 6)
    sheet.text(x0 - 40, y0 - 34, _("left"), 12, "center")
    sheet.text(x0 + 40, y0 - 34, _("right"), 12, "center")
    sheet.text(x0, y0 + radius + 16, _("to the front"), 10, "center")
    return sheet


def _draw_degree(sheet: _Sheet, x0: float, y0: float, radius: float, degree: int) -> None:
    """One mark: a ray every ten degrees, a longer mark every five. 0 points up, the right is positive."""
    across, up = sin(radians(degree)), cos(radians(degree))
    start = RAYS_FROM_MM if degree % 10 == 0 else radius - (7 if degree % 5 == 0 else 4)
    width = BOLD if degree == 0 else THIN if degree % 5 == 0 else HAIR
    sheet.line(x0 + start * across, y0 + start * up, x0 + radius * across, y0 + radius * up, width)
    if degree % 10 == 0:
        out = radius + 7
        sheet.text(x0 + out * across, y0 + out * up, str(abs(degree)), 10, "center", -degree)


def _draw_arc(sheet: _Sheet, x0: float, y0: float, radius: float) -> None:
    angles = [radians(degree) for degree in range(-FAN_DEG, FAN_DEG + 1)]
    xs = [x0 + radius * sin(angle) for angle in angles]
    ys = [y0 + radius * cos(angle) for angle in angles]
    sheet.axes.add_line(Line2D(xs, ys, linewidth=THIN, color=INK))
