"""How large the calendar map is. Without matplotlib, so that a page can leave it its room before it is drawn."""

EDGE, GAP = 4.0, 8.0  # logical pixels: round every chart of training, and between an axis and its words
LARGEST_CELL = 22.0  # logical pixels, with the gap to the next
WEEKS = 54  # at most, where a year begins on a Sunday
ABOVE, BELOW = 1.7, 2.6  # heights of the font: the months above the days; the steps and what they stand for below


def map_left(font_px: float) -> float:
    """Where the first week begins, in logical pixels from the figure's left."""
    return EDGE + font_px + GAP


def map_cell(width: float, font_px: float) -> float:
    """From one week to the next, in logical pixels, where the figure is `width` wide."""
    return max(4.0, min(LARGEST_CELL, (width - map_left(font_px) - EDGE) / WEEKS))


def map_height(width: float, font_px: float) -> float:
    """How high the map is that fits into `width` logical pixels."""
    return 2 * EDGE + (ABOVE + BELOW) * font_px + 7 * map_cell(width, font_px)
