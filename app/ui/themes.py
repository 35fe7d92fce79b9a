"""The themes one can choose, in the menu and in the settings."""

from app.i18n import _
from app.ui.live import Live
from app.ui.look import CHOICES, THEME, Look


def theme_names() -> dict[str, str]:
    """Each choice with its name, in the order in which they are offered."""
    names = {
        "system": _("As the system"),
        "light": _("Light"),
        "dark": _("Dark"),
        "light-contrast": _("Light, high contrast"),
        "dark-contrast": _("Dark, high contrast"),
    }
    return {choice: names[choice] for choice in CHOICES}


def choose_theme(live: Live, look: Look, choice: str) -> None:
    """Put it on at once, and keep it. What can't be kept is not put on."""
    if live.do(live.store.settings.set, THEME, choice) is not None:
        look.choose(choice)
