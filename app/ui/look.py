"""How everything looks right now: the theme on the application, tinted icons, fonts with tabular figures."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from string import Template
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.theme import NAMES, Theme, load_theme
from app.ui.widgets.sizes import BODY_PX

CHOICES = ("system", *NAMES)
TEXT_SIZES = (100, 110, 125, 150)  # percent
THEME, TEXT_PERCENT, LESS_MOTION = "theme", "look.text_percent", "look.less_motion"  # the settings
_TEXT_SIZE = re.compile(r"(font-size|min-height): (\d\d+)px")  # what grows with the text; a line of one pixel stays
_TURNED = {"chevron-left": "chevron-right", "chevron-right": "chevron-left"}  # where one reads from right to left
_ICON_SIZES = (16, 20, 24, 32, 48)


class Look(QObject):
    """The theme in use. Widgets that paint themselves read `theme` and repaint on `changed`.

    Not `dressed`, the style sheet waits for `dress`: a window that is built under one is styled anew with each part.
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        resources: Path,
        choice: str = "system",
        text_percent: int = 100,
        less_motion: bool = False,
        *,
        dressed: bool = True,
    ) -> None:
        super().__init__(application)
        self.text_percent = text_percent if text_percent in TEXT_SIZES else TEXT_SIZES[0]
        self.less_motion = less_motion
        self._application = application
        self._resources = resources
        self._themes = {name: load_theme(resources / "themes", name) for name in NAMES}
        sheet = (resources / "themes" / "limber.qss").read_text(encoding="utf-8")
        self._sheet = Template(_TEXT_SIZE.sub(lambda of: f"{of[1]}: {self._text_px(int(of[2]))}px", sheet))
        self._choice = choice if choice in CHOICES else "system"  # a later version may know more themes
        self.theme = self._themes["light"]
        application.setFont(self.text_font(BODY_PX))
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._dressed = dressed
        self._needs = getattr(self._hints, "accessibility", lambda: None)()  # from Qt 6.10 on
        self._apply()
        if self._needs is not None:
            self._needs.contrastPreferenceChanged.connect(self._follow_system)

    def dress(self) -> None:
        """Put the style sheet on whatever there is by now."""
        self._dressed = True
        self._apply()

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
        """Whether small movements are welcome: the person may want less, or the system, where Qt tells it (6.12 on)."""
        asked = getattr(self._needs, "motionPreference", None)
        return not self.less_motion and (asked is None or asked().name != "ReducedMotion")

    def colour(self, role: str) -> QColor:
        return QColor(getattr(self.theme, role))

    def font(self, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The system's font at `pixels`, its figures all of one width."""
        font = QFont(self._application.font())
        font.setPixelSize(max(1, round(pixels)))
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def text_font(self, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The font of a text that has `pixels` at the usual text size."""
        return self.font(self._text_px(pixels), weight)

    def icon(self, name: str, role: str = "text", sizes: Iterable[int] = _ICON_SIZES) -> QIcon:
        """The line icon `name` in a colour of the theme, crisp at every scale; `sizes` in pixels if known."""
        if self._application.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            name = _TURNED.get(name, name)
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

    def _text_px(self, pixels: float) -> int:
        return round(pixels * self.text_percent / 100)

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self.theme = self._themes[self._chosen_name()]
        self._application.setPalette(_palette(self.theme))
        if not self._dressed:
            return
        icons = self._resources / "themes" / ("dark" if self.theme.dark else "light")
        self._application.setStyleSheet(self._sheet.substitute(self.theme.roles(), icons=icons.as_posix()))

    def _chosen_name(self) -> str:
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        contrast = self._needs is not None and self._needs.contrastPreference().name == "HighContrast"
        return theme_name(self._choice, dark=dark, contrast=contrast)


def kept_look(application: QApplication, resources: Path, get: Callable[[str, Any], Any]) -> Look:
    """As it was chosen, to be dressed; `get(key, default)` gives what is kept."""
    percent, still = get(TEXT_PERCENT, 100), get(LESS_MOTION, False) is True
    return Look(application, resources, get(THEME, "system"), percent, still, dressed=False)


def theme_name(choice: str, *, dark: bool, contrast: bool) -> str:
    """The theme for what was chosen, on a system that is `dark` or wants more `contrast`."""
    if choice != "system":
        return choice
    name = "dark" if dark else "light"
    return f"{name}-contrast" if contrast else name


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
