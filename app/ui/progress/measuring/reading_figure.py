"""The figure in the pose of a measured value, with the measured distance drawn over it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF

from app.domain.measurement import Measure
from app.figure.camera import Projection
from app.figure.geometry import Vec
from app.figure.pose import raised
from app.figure.readings import STEP_CM, TESTS, Dimension, ReadingPose
from app.figure.stage import Stage
from app.ui.figures import Figures, as_in_a_mirror
from app.ui.look import Look
from app.ui.widgets.figure_painter import RADIUS, figure_colours, paint_figure
from app.ui.widgets.figure_view import HEAD_ON, FigureView

FLESH_CM = 13.0  # round every joint, when the picture is fitted
MARGIN = 14  # pixels
GHOST = 0.3
LINE, TICK = 2.0, 6.0
SECTOR = 0.18  # opaque
LABEL_PX, LABEL_GAP = 14, 10.0
FEET = ("left_heel", "right_heel", "left_toe", "right_toe")


def has_figure(measure: Measure) -> bool:
    """Whether a value of this test has a pose."""
    return measure.id in TESTS


@dataclass(frozen=True, slots=True)
class ReadingScene:
    """A posture of a test's figure; `label` stands at its dimension line, `ghost` is shown faintly behind it.

    `frame` are the postures that the picture has to hold.
    """

    stage: Stage
    pose: ReadingPose
    frame: tuple[ReadingPose, ...]
    right: bool = False
    label: str = ""
    ghost: ReadingPose | None = None


def typed_scene(
    figures: Figures, measure: Measure, value: float | None, label: str, *, right: bool, on_step: bool = False
) -> ReadingScene:
    """The pose of `value`; before there is one, that of an ordinary value. The scale is the same for every value.

    `on_step`: on the step that a value below zero needs, whatever the value.
    """
    right = _seen(figures, measure, right)
    usual = measure.soft or measure.hard
    values = (usual.low, (usual.low + usual.high) / 2, usual.high)
    frame = [figures.reading(measure.id, each, right=right) for each in values]
    pose = frame[1] if value is None else figures.reading(measure.id, value, right=right)
    if on_step:
        pose, *frame = (each if each.props else _on_step(each, frame[0]) for each in (pose, *frame))
    return ReadingScene(figures.reading_stage(measure.id), pose, tuple(frame), right, label)


def compared_scene(figures: Figures, measure: Measure, first: float, latest: float, *, right: bool) -> ReadingScene:
    """The latest pose over the first one, both on the same ground."""
    right = _seen(figures, measure, right)
    then, now = (figures.reading(measure.id, value, right=right) for value in (first, latest))
    if len(then.props) > len(now.props):
        now = _on_step(now, then)
    elif len(now.props) > len(then.props):
        then = _on_step(then, now)
    return ReadingScene(figures.reading_stage(measure.id), now, (then, now), right, ghost=then)


def _on_step(pose: ReadingPose, other: ReadingPose) -> ReadingPose:
    """`pose`, taken on the floor, put on the step of the `other`."""
    line = pose.dimension
    up = tuple((x, y, z + STEP_CM) for x, y, z in line.points)
    x, y, z = line.label
    dimension = Dimension(up, (x, y, z + STEP_CM))
    return ReadingPose(pose.value, raised(pose.posture, STEP_CM), dimension, other.props)


class ReadingFigure(FigureView):
    """Shows a ReadingScene; dragging turns it."""

    def __init__(self, look: Look, smallest: QSize) -> None:
        super().__init__(look, smallest)
        self.shown: ReadingScene | None = None

    def show_reading(self, scene: ReadingScene, name: str) -> None:
        """Show `scene`; `name` is what a screen reader says of it."""
        if self.shown is None or scene.stage is not self.shown.stage or scene.right != self.shown.right:
            self._turn = HEAD_ON
        self.shown = scene
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # the ground
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(clip)
        area = self._area(self.shown)
        painter.translate(area.topLeft())
        self._paint_body(painter, self.shown, self.shown.pose, area)
        if self.shown.ghost is not None:
            painter.save()
            painter.translate(-area.topLeft())
            painter.setOpacity(GHOST)
            painter.drawImage(QPointF(0, 0), self._ghost(self.shown, self.shown.ghost, area))
            painter.restore()
            self._paint_body(painter, self.shown, self.shown.pose, area, over_ghost=True)
            if len(self.shown.ghost.dimension.points) == 2:  # two sectors could not be told apart
                self._paint_dimension(painter, self.shown, self.shown.ghost, area, "muted")
        self._paint_dimension(painter, self.shown, self.shown.pose, area, "accent")
        if self.shown.label:
            self._paint_label(painter, self.shown, area)
        painter.end()

    def _eye(self, scene: ReadingScene, width: float, height: float) -> Projection:
        return scene.stage.eye(width, height, scene.right, self._turn)

    def _area(self, scene: ReadingScene) -> QRectF:
        """Where the stage has to be painted for the scene's frame to fill the widget."""
        width, height = float(self.width()), float(self.height())
        eye = self._eye(scene, width, height)
        left, top, right, bottom = _bounds(eye, scene.frame, FLESH_CM * scene.stage.figure.body.scale)
        zoom = min((width - 2 * MARGIN) / (right - left), (height - 2 * MARGIN) / (bottom - top))
        x, y = width / 2 - zoom * (left + right) / 2, height / 2 - zoom * (top + bottom) / 2
        return QRectF(x, y, zoom * width, zoom * height)

    def _paint_body(
        self, painter: QPainter, scene: ReadingScene, pose: ReadingPose, area: QRectF, *, over_ghost: bool = False
    ) -> None:
        props = [prop for prop in pose.props if not (over_ghost and prop.under)]
        stage, size = scene.stage, (area.width(), area.height())
        shapes = stage.paint(pose.posture, *size, right=scene.right, turn=self._turn, props=props)
        paint_figure(painter, shapes, figure_colours(self.look))

    def _ghost(self, scene: ReadingScene, pose: ReadingPose, area: QRectF) -> QImage:
        """The other posture alone, as one picture: shape by shape its seams would show through."""
        ratio = self.devicePixelRatioF()
        image = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.translate(area.topLeft())
        held = [prop for prop in pose.props if prop.on]
        shapes = scene.stage.paint(
            pose.posture, area.width(), area.height(), right=scene.right, turn=self._turn, props=held
        )
        paint_figure(painter, shapes, figure_colours(self.look))
        painter.end()
        return image

    def _paint_dimension(
        self, painter: QPainter, scene: ReadingScene, pose: ReadingPose, area: QRectF, role: str
    ) -> None:
        """A distance has ticks at its ends, and a hair line from the body to where it is counted from; an angle is
        a see-through sector."""
        eye, line = self._eye(scene, area.width(), area.height()), pose.dimension
        points = [QPointF(*eye.at(point)) for point in line.points]
        colour = self.look.colour(role)
        pen = QPen(colour, LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if len(points) > 2:
            colour.setAlphaF(SECTOR)
            painter.setBrush(colour)
            painter.drawPolygon(QPolygonF(points))
            return
        painter.drawLine(points[0], points[1])
        upright = line.points[0][:2] == line.points[1][:2]
        tick = QPointF(TICK, 0) if upright else QPointF(0, TICK)
        for end in points:
            painter.drawLine(end - tick, end + tick)
        if any(prop.under for prop in pose.props):  # the mat shows where the floor is
            return
        painter.setPen(QPen(colour, 1.0))
        x, y, __ = pose.posture.points["hips"]
        painter.drawLine(points[0], QPointF(*eye.at((x, y, line.points[0][2]))))

    def _paint_label(self, painter: QPainter, scene: ReadingScene, area: QRectF) -> None:
        """Beside the line, on the side away from the body."""
        eye = self._eye(scene, area.width(), area.height())
        font = self.look.text_font(LABEL_PX, QFont.Weight.DemiBold)
        text = QFontMetricsF(font)
        width, height = text.horizontalAdvance(scene.label) + 12, text.height() + 4
        line = scene.pose.dimension
        x, y = eye.at(line.label)
        across = [eye.at(point)[0] for point in line.points]
        gap = LABEL_GAP + width / 2
        x = max(across) + gap if x >= eye.at(scene.pose.posture.points["hips"])[0] else min(across) - gap
        box = QRectF(x - width / 2, y - height / 2, width, height).translated(area.topLeft())
        box.moveLeft(max(4.0, min(self.width() - width - 4.0, box.left())))
        box.moveTop(max(4.0, min(self.height() - height - 4.0, box.top())))
        box.translate(-area.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("raised"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(self.look.colour("accent"))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, scene.label)


def _bounds(eye: Projection, poses: Sequence[ReadingPose], flesh: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all joints with `flesh` (cm) round them, and of the floor below the feet."""
    points: list[Vec] = []
    for pose in poses:
        points += pose.posture.points.values()
        points += [(x, y, flesh / 2) for x, y, __ in (pose.posture.points[foot] for foot in FEET)]
    seen = [eye.at(point) for point in points]
    round_joint = flesh * eye.scale
    return (
        min(x for x, __ in seen) - round_joint,
        min(y for __, y in seen) - round_joint,
        max(x for x, __ in seen) + round_joint,
        max(y for __, y in seen) + round_joint,
    )


def _seen(figures: Figures, measure: Measure, right: bool) -> bool:
    """A side as one sees it of oneself; a test without sides is shown as it is."""
    return as_in_a_mirror(figures.reading_stage(measure.id), right) if measure.sided else right
