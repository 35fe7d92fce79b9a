"""Sizes that go with the text: a row is as many lines high and a field as many letters wide at every text size."""

from PySide6.QtWidgets import QApplication, QLineEdit

BODY_PX = 15  # at the usual text size
AROUND_HINT = 32  # pixels of a field's padding and edges


def in_text(pixels: float) -> int:
    """`pixels` of the usual text size as so many of the chosen one."""
    chosen = QApplication.font().pixelSize()  # -1 where no look has dressed the application yet
    return round(pixels * chosen / BODY_PX) if chosen > 0 else round(pixels)


def hint_width(field: QLineEdit, least: int) -> int:
    """Pixels that a short field needs for what stands in it while it is empty, and `least` of the usual text size."""
    field.ensurePolished()
    return max(in_text(least), field.fontMetrics().horizontalAdvance(field.placeholderText()) + AROUND_HINT)
