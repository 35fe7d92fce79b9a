"""A card with one chart of training, or its twin as a table. Nothing is drawn before the card is scrolled into view."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QStackedLayout, QWidget

from app.charts.training_rows import Rows
from app.domain.errors import Refused
from app.exchange.errors import ExchangeError
from app.exchange.files import write_whole
from app.exchange.tidy import rows_csv
from app.i18n import _
from app.ui.look import Look
from app.ui.progress.training.rows_view import RowsModel, plain_table
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.segments import Segments
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label, set_tone
from app.ui.widgets.unwheeled import DropDown

if TYPE_CHECKING:
    from app.ui.progress.training.canvas import Draw, TrainingCanvas

LEAST_TABLE = 240  # pixels
FORMATS = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf);;CSV (*.csv)"


class TrainingCard(Card):
    """`height` tells how high the chart is at a width; `choosing` is the name of what can be chosen in it, if any."""

    picked = Signal(int)  # the place of a spot in the chart
    chosen = Signal(str)

    def __init__(self, look: Look, title: str, height: Callable[[float], float], choosing: str = "") -> None:
        super().__init__(padding=20, spacing=8)
        self._look, self._title, self._height_for = look, title, height
        self._shown: tuple[Draw, Callable[[], Rows], int] | None = None
        self._loading = False
        self._stale = {"chart": True, "table": True}
        self.canvas: TrainingCanvas | None = None
        self.about = label(kind="small", tone="muted", wrap=True)
        self.told = label(kind="small", wrap=True)
        self.told.hide()
        self.ways = Segments(
            _("{chart}: show as").format(chart=title), [("chart", _("Chart")), ("table", _("Table"))], "chart"
        )
        self.save_button = button(_("Save…"), self._save, kind="quiet")
        self.save_button.setAccessibleName(_("Save {chart} to a file").format(chart=title))
        self.choice = DropDown(choosing) if choosing else None
        self.model = RowsModel()
        self.table = plain_table(title)
        self.table.setModel(self.model)
        self._arrange()
        self.ways.chosen.connect(self._turn)
        look.changed.connect(self._redraw)

    def show_chart(
        self, draw: "Draw", rows: Callable[[], Rows], about: str, start: int = -1, *, empty: bool = False
    ) -> None:
        """What is to be drawn and read, once it is looked at; `about` is told of it. `empty`: nothing to save."""
        self._shown = draw, rows, start
        self.about.setText(about)
        self.save_button.setEnabled(not empty)
        self.told.hide()
        self._redraw()

    @property
    def key(self) -> str:
        """What is chosen; "" where nothing can be."""
        return str(self.choice.currentData() or "") if self.choice is not None else ""

    def offer(self, options: list[tuple[str, str]]) -> None:
        """Let one of these keys and words be chosen. What was chosen stays so."""
        if self.choice is None:
            return
        key = self.choice.currentData()
        self.choice.blockSignals(True)
        self.choice.clear()
        for each, words in options:
            self.choice.addItem(words, each)
        self.choice.setCurrentIndex(max(0, self.choice.findData(key)))
        self.choice.blockSignals(False)
        self.choice.setVisible(bool(options))

    def save_to(self, path: Path) -> None:
        """Write the chart, or its rows, as the path's ending says, and tell in the card how that went."""
        try:
            write_whole(path, self._content(path.suffix.removeprefix(".").lower()))
        except (ExchangeError, Refused) as error:
            self._say(str(error), "stop")
        else:
            self._say(_("Saved as {file}.").format(file=path), "good")

    def _content(self, kind: str) -> bytes:
        assert self._shown is not None  # noqa: S101  # what is saved is shown
        if kind == "csv":
            return rows_csv(*self._shown[1]()).encode()
        from app.charts.export import chart_bytes

        self._load()
        assert self.canvas is not None  # noqa: S101  # what loading makes
        return chart_bytes(self.canvas.figure, kind)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Seen: now is the time to draw, though not within this painting."""
        super().paintEvent(event)
        if not self._loading and self._stale[self.ways.key]:
            self._loading = True
            QTimer.singleShot(0, self, self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self._title, "heading", wrap=True), 1)
        head.addWidget(self.ways)
        self.box.addLayout(head)
        line = QHBoxLayout()
        line.setSpacing(16)
        if self.choice is not None:
            self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            line.addWidget(self.choice)
            line.addStretch(1)
        else:
            line.addWidget(self.about, 1)
        line.addWidget(self.save_button)
        self.box.addLayout(line)
        if self.choice is not None:
            self.box.addWidget(self.about)
        self.box.addWidget(self.told)
        self.body = QWidget()
        self._stack = QStackedLayout(self.body)
        self._place = QWidget()
        self._stack.addWidget(self._place)
        self._stack.addWidget(self.table)
        self.box.addWidget(self.body)
        self.box.addStretch(1)
        if self.choice is not None:
            choice = self.choice
            choice.activated.connect(lambda place: self.chosen.emit(str(choice.itemData(place))))
        self._fit()

    def _fit(self) -> None:
        margins = self.box.contentsMargins()
        chart = round(self._height_for(self.width() - margins.left() - margins.right()))
        self.body.setFixedHeight(chart if self.ways.key == "chart" else max(chart, LEAST_TABLE))
        if self.canvas is not None:
            self.canvas.setFixedHeight(chart)

    def _turn(self) -> None:
        self._stack.setCurrentIndex(0 if self.ways.key == "chart" else 1)
        self._fit()
        self._show()

    def _redraw(self) -> None:
        self._stale = {"chart": True, "table": True}
        self.update()

    def _show(self) -> None:
        """Bring what is looked at up to date."""
        self._loading = False
        if self._shown is None or not self._stale[self.ways.key]:
            return
        self._stale[self.ways.key] = False
        if self.ways.key == "chart":
            self._load()
        else:
            self.model.show_rows(self._shown[1]())
            self.table.fit()
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _load(self) -> None:
        """Draw, on a canvas that is made when it is first needed."""
        from app.ui.progress.training.canvas import TrainingCanvas

        if self._shown is None:
            return
        if self.canvas is None:
            self.canvas = TrainingCanvas(self._look)
            self.canvas.setAccessibleName(self._title)
            self.canvas.picked.connect(self.picked)
            self._stack.insertWidget(0, self.canvas)
            self.setTabOrder(self.save_button, self.canvas)
            self._stack.removeWidget(self._place)
            self._place.deleteLater()
            self._stack.setCurrentIndex(0 if self.ways.key == "chart" else 1)
            self._fit()
        self.canvas.show_chart(self._shown[0], self._shown[2])
        self.canvas.setAccessibleDescription(self.about.text())

    def _say(self, sentence: str, tone: str) -> None:
        set_tone(self.told, tone)
        self.told.setText(sentence)
        self.told.show()
        announce(self, sentence)

    def _save(self) -> None:
        name, chosen = QFileDialog.getSaveFileName(self, _("Save the chart"), f"{self._title}.png", FORMATS)
        if name:
            path = Path(name)
            self.save_to(path if path.suffix else path.with_suffix(f".{chosen[:3].lower() or 'png'}"))
