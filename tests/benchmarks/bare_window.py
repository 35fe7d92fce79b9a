"""The least a program can do with PySide6: a window with a label, ended once it has been drawn (unless `--stay`)."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if "--stay" not in sys.argv:
            QTimer.singleShot(0, QApplication.quit)


application = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QLabel("A label"))
window.show()
sys.exit(application.exec())
