"""Where things lie: the one place that knows the tree as it is checked out and as it is installed."""

import re
import unicodedata
from pathlib import Path

DEFAULT_PROFILE = "default"  # the folder of the first person's store
_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])")  # Windows has devices of these names in every folder

_PACKAGE = Path(__file__).resolve().parent


def _beside_or_inside(name: str) -> Path:
    """The folder `name` inside the installed package, else beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources_dir() -> Path:
    """Catalogue, themes, icons and translations."""
    return _beside_or_inside("resources")


def migrations_dir() -> Path:
    """Alembic's scripts."""
    return _beside_or_inside("migrations")


def licences_dir() -> Path | None:
    """The licences of what an installed Limber carries with it; None where it carries nothing."""
    folder = _PACKAGE.parent / "licences"
    return folder if folder.is_dir() else None


def data_dir(chosen: Path | None = None) -> Path:
    """The folder that holds everything of a person's: the chosen one, else the system's place for it."""
    if chosen is not None:
        return chosen
    import platformdirs  # with it come 20 modules that nobody else needs

    return Path(platformdirs.user_data_dir("limber", appauthor=False))


def profile_dir(data: Path, profile: str) -> Path:
    """The folder of one person's store inside `data`. `profile` is a name as typed."""
    return data / "profiles" / slug(profile)


def slug(name: str) -> str:
    """`name` as a folder's name: letters and digits of any script in lower case, joined by hyphens.

    Raises ValueError where nothing of the name is left.
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    words = re.findall(r"\w+", plain)
    if not words:
        raise ValueError(f"no letter or digit in {name!r}")
    return not_reserved("-".join(words)[:60].rstrip("-"), "profile")


def not_reserved(stem: str, kind: str) -> str:
    """`stem` as the beginning of a file's or folder's name; with `kind` behind it where Windows has a device so."""
    return f"{stem}-{kind}" if _RESERVED.fullmatch(stem.strip().casefold()) else stem
