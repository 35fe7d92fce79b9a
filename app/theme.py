"""A theme: colours by role, read by widgets, charts and the figure alike. Data in `resources/themes/`."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

NAMES = ("light", "dark", "light-contrast", "dark-contrast")


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour is `#RRGGBB`; the names say what a colour is for, never what it looks like."""

    name: str
    dark: bool
    surface: str
    raised: str
    soft: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    accent_strong: str
    on_accent: str
    left: str
    right: str
    good: str
    caution: str
    stop: str
    on_stop: str
    band: str
    skin: str
    cloth: str

    def roles(self) -> dict[str, str]:
        """Role name → colour."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in {"name", "dark"}}


def load_theme(folder: Path, name: str) -> Theme:
    """The theme `<name>.toml` of `folder`."""
    data = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(name=name, dark=data["dark"], **data["roles"])
