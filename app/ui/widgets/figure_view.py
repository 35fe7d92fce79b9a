"""The figure on a page: paints one moment of a movement, can be turned round, costs nothing while still."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.figure.stills import Still
from app.figure.turn import Turn
from app.ui.look import Look
from app.ui.widgets.figure_painter import RADIUS, figure_colours, paint_figure, paint_ground
from app.ui.widgets.photo import Photo
from app.ui.widgets.still_view import paint_still

if TYPE_CHECKING:  # what moves comes with the first figure that does
    from app.figure.stage import Moment, Stage

DEGREES_A_PIXEL, DEGREES_A_KEY = 0.5, 15.0
HEAD_ON = Turn()
_STEPS = {
    Qt.Key.Key_Left: (DEGREES_A_KEY, 0.0),
    Qt.Key.Key_Right: (-DEGREES_A_KEY, 0.0),
    Qt.Key.Key_Up: (0.0, -DEGREES_A_KEY),
    Qt.Key.Key_Down: (0.0, DEGREES_A_KEY),
}  # yaw and pitch, as if dragged that way


@dataclass(frozen=True, slots=True)
class Scene:
    """What a figure shows: a moment of its movement (None: the pose one gets ready in), with or without its load."""

    stage: "Stage"
    moment: "Moment | None" = None
    right: bool = False
    loaded: bool = True


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture of a scene that is kept; `solve` gives the scene, once it moves or is turned."""

    still: Still
    solve: Callable[[], Scene] = field(compare=False)


Shown = Scene | Kept | Photo


def subject(shown: Shown) -> object:
    """Whom or what one sees, whatever it does."""
    return shown.stage if isinstance(shown, Scene) else shown


def paint_scene(painter: QPainter, look: Look, scene: Shown, area: QRectF, turn: Turn = HEAD_ON) -> None:
    """Paint `scene` as large as `area` allows, whatever its size."""
    if not isinstance(scene, Scene):
        paint_still(painter, look, scene.still if isinstance(scene, Kept) else scene, area)
        return
    stage, width, height = scene.stage, area.width(), area.height()
    if scene.moment is not None:
        shapes = stage.shapes(scene.moment, width, height, turn, scene.loaded)
    else:
        shapes = stage.paint(stage.start(scene.right), width, height, scene.right, turn, scene.loaded)
    painter.save()
    painter.translate(area.topLeft())
    paint_figure(painter, shapes, figure_colours(look))
    painter.restore()


class FigureView(QWidget):
    """Shows a scene on a soft rounded ground.

    Dragging or the arrow keys turn the camera, a double click or Home turn it back.
    """

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, look: Look, smallest: QSize) -> None:
        super().__init__()
        self.look = look
        self._seen: Shown | None = None
        self._turn = HEAD_ON
        self._grabbed: QPointF | None = None
        self.setMinimumSize(smallest)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    @property
    def scene(self) -> Scene | None:
        """What the figure does, solved."""
        self._solve()
        return self._seen if isinstance(self._seen, Scene) else None

    @property
    def seen(self) -> Shown | None:
        return self._seen

    def show_scene(self, scene: Shown | None, name: str = "") -> None:
        """Show `scene` (None: the empty ground); `name` is what a screen reader says of it."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if scene == self._seen:
            return
        if scene is None or self._seen is None or subject(scene) is not subject(self._seen):
            self._turn = HEAD_ON
        self._seen = scene
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint(painter, self._seen, self._turn)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def paint(self, painter: QPainter, scene: Shown | None, turn: Turn = HEAD_ON) -> None:
        """`scene` on the ground, as large as the widget."""
        paint_ground(painter, self.look, self.rect())
        if scene is not None:
            paint_scene(painter, self.look, scene, QRectF(self.rect()), turn)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            return
        moved = event.position() - self._grabbed
        self._grabbed = event.position()
        self._turn_by(-moved.x() * DEGREES_A_PIXEL, moved.y() * DEGREES_A_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._turn_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._turn_by(*step)
        elif event.key() == Qt.Key.Key_Home:
            self._turn_back()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _turn_by(self, yaw: float, pitch: float) -> None:
        """Degrees."""
        self._turn = Turn(self._turn.yaw + yaw, self._turn.pitch + pitch)
        self._solve()
        self.update()

    def _solve(self) -> None:
        if isinstance(self._seen, Kept):
            self._seen = self._seen.solve()

    def _turn_back(self) -> None:
        self._turn = HEAD_ON
        self.update()
