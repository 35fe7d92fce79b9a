"""How everything looks right now: the theme on the application, tinted icons, fonts with tabular figures."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.theme import Theme, load_theme

CHOICES = ("system", "light", "dark")
BODY_PX = 15
_ICON_SIZES = (16, 20, 24, 32, 48)


class Look(QObject):
    """The theme in use. Widgets that paint themselves read `theme` and repaint on `changed`."""

    changed = Signal()

    def __init__(self, application: QApplication, resources: Path, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._resources = resources
        self._themes = {name: load_theme(resources / "themes", name) for name in ("light", "dark")}
        self._sheet = Template((resources / "themes" / "limber.qss").read_text(encoding="utf-8"))
        self._choice = choice if choice in CHOICES else "system"  # a later version may know more themes
        self.theme = self._themes["light"]
        application.setStyle("Fusion")
        application.setFont(self.font(BODY_PX))
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def choice(self) -> str:
        return self._choice

    def choose(self, choice: str) -> None:
        """Follow the system, or be light or dark whatever the system is."""
        self._choice = choice
        self._apply()
        self.changed.emit()

    @property
    def moves(self) -> bool:
        """Whether small movements are welcome: not where the system asks for less (Qt can tell from 6.12 on)."""
        asked = getattr(QGuiApplication.styleHints().accessibility(), "motionPreference", None)
        return asked is None or asked().name != "ReducedMotion"

    def colour(self, role: str) -> QColor:
        return QColor(getattr(self.theme, role))

    def font(self, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The system's font at `pixels`, its figures all of one width."""
        font = QFont(self._application.font())
        font.setPixelSize(max(1, round(pixels)))
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def icon(self, name: str, role: str = "text", sizes: Iterable[int] = _ICON_SIZES) -> QIcon:
        """The line icon `name` in a colour of the theme, crisp at every scale; `sizes` in pixels if known."""
        svg = (self._resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        renderer = _renderer(svg.replace("currentColor", getattr(self.theme, role)))
        icon = QIcon()
        for size in sizes:
            for ratio in (1.0, 2.0):
                icon.addPixmap(_pixmap(renderer, QSize(size, size), ratio))
        return icon

    def direction(self, direction: str) -> QSvgRenderer:
        """The drawing of a direction of movement in the theme's colours, to be painted at any size."""
        svg = (self._resources / "icons" / "directions" / f"{direction}.svg").read_text(encoding="utf-8")
        return _renderer(Template(svg).substitute(self.theme.roles()))

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        """Paper is light whatever the screen is: the colours of the light theme, while something is painted on it."""
        worn, self.theme = self.theme, self._themes["light"]
        try:
            yield
        finally:
            self.theme = worn

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self.theme = self._themes[self._chosen_name()]
        self._application.setPalette(_palette(self.theme))
        icons = self._resources / "themes" / self.theme.name
        self._application.setStyleSheet(self._sheet.substitute(self.theme.roles(), icons=icons.as_posix()))

    def _chosen_name(self) -> str:
        if self._choice != "system":
            return self._choice
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"


def _renderer(svg: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg.encode()))


def _pixmap(renderer: QSvgRenderer, size: QSize, ratio: float) -> QPixmap:
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _palette(theme: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: theme.surface,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.raised,
        QPalette.ColorRole.AlternateBase: theme.soft,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return palette
