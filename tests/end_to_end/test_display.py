"""The hidden screen itself works: a key pressed on it reaches a window, and a picture shows what is there."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.end_to_end.display import DEADLINE_S, Display

WINDOW = """
from PySide6.QtWidgets import QApplication, QLineEdit
application = QApplication([])
line = QLineEdit()
line.setWindowTitle("Where keys arrive")
line.returnPressed.connect(lambda: (print(line.text()), application.quit()))
line.setStyleSheet("background: #0F756D")
line.resize(400, 300)
line.show()
application.exec()
"""


def test_a_key_pressed_on_the_hidden_screen_reaches_the_window(display: Display, tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", WINDOW], env=display.environment(), stdout=subprocess.PIPE, text=True
    )
    display.wait_for_window("Where keys arrive")
    display.write("4.5 cm")
    display.capture(tmp_path / "screen.png")
    display.press("Return")
    said, _nothing = program.communicate(timeout=DEADLINE_S)
    assert said == "4.5 cm\n"
    picture = QImage(str(tmp_path / "screen.png"))
    assert (picture.width(), picture.height()) == (1280, 800)
    assert picture.pixelColor(200, 250) == QColor("#0F756D")
