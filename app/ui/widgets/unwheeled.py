"""Fields that leave the mouse wheel to the page they are on, so that scrolling never changes a value."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSlider

from app.ui.widgets.sizes import in_text

ROW_HEIGHT, ROW_PADDING = 34, 12


class Slider(QSlider):
    """A horizontal slider over whole numbers. A drag tells its value once, when it ends."""

    def __init__(self, name: str, lowest: int, highest: int, step: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(name)
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setPageStep(2 * step)
        self.setTracking(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DropDown(QComboBox):
    """A list to choose from, which may be long: a dozen rows are seen at once."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux Qt gives what is chosen as the name
        self.setMaxVisibleItems(12)
        self.setProperty("long", True)

    def showPopup(self) -> None:
        """Qt leaves the style's padding out of its height: a short list would hide its last row."""
        self._space_rows()
        super().showPopup()
        last = self.view().visualRect(self.model().index(min(self.count(), self.maxVisibleItems()) - 1, 0))
        lacking = last.bottom() + 1 - self.view().viewport().height()
        if lacking > 0:
            window = self.view().window()
            window.resize(window.width(), window.height() + lacking)

    def _space_rows(self) -> None:
        """As much room as other lists give. Qt's delegate takes no padding from a style sheet, but draws the rule."""
        for row in range(self.count()):
            if text := self.itemText(row):
                size = QSize(self.fontMetrics().horizontalAdvance(text) + 2 * ROW_PADDING, in_text(ROW_HEIGHT))
                self.setItemData(row, size, Qt.ItemDataRole.SizeHintRole)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
