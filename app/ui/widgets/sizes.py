"""Sizes that go with the text: a row is as many lines high and a field as many letters wide at every text size."""

from PySide6.QtWidgets import QApplication

BODY_PX = 15  # at the usual text size


def in_text(pixels: float) -> int:
    """`pixels` of the usual text size as so many of the chosen one."""
    chosen = QApplication.font().pixelSize()  # -1 where no look has dressed the application yet
    return round(pixels * chosen / BODY_PX) if chosen > 0 else round(pixels)
