"""The figure of a session: one picture gives way to another softly where the second does not continue the first."""

from PySide6.QtCore import QEasingCurve, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent

from app.ui.look import Look
from app.ui.widgets.figure_view import FigureView, Scene, Shown, subject

FADE_MS = 180


class SessionFigure(FigureView):
    """From rest to the start of a set, or from side to side, nobody could move as fast as the picture changes."""

    def __init__(self, look: Look, smallest: QSize) -> None:
        super().__init__(look, smallest)
        self._before: Shown | None = None
        self._picture: QPixmap | None = None  # of what was before; made when it is first painted, so no cue waits
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self.rest)

    @property
    def fading(self) -> bool:
        return self._before is not None

    def show_scene(self, scene: Shown | None, name: str = "") -> None:
        if self._is_cut(scene):
            self._before, self._picture = self.seen, None
            self._fade.stop()
            self._fade.start()
        super().show_scene(scene, name)

    def rest(self) -> None:
        """Nothing moves any more."""
        self._fade.stop()
        self._before = self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._before is None:
            return
        self._picture = self._picture or self._painted(self._before)
        painter = QPainter(self)
        painter.setOpacity(float(self._fade.currentValue() or 0.0))
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _painted(self, scene: Shown) -> QPixmap:
        made = QPixmap(self.size() * self.devicePixelRatio())
        made.setDevicePixelRatio(self.devicePixelRatio())
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, scene)
        painter.end()
        return made

    def _is_cut(self, scene: Shown | None) -> bool:
        """Whether `scene` shows another figure or another side than what is seen now."""
        seen = self.seen
        if seen is None or scene is None:
            return False
        turned = isinstance(scene, Scene) and isinstance(seen, Scene) and scene.right != seen.right
        cut = turned or subject(scene) is not subject(seen)
        return cut and self.isVisible() and self.look.moves
