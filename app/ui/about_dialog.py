"""Which Limber this is, on what terms, and what it stands on."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app import __version__
from app.i18n import _
from app.paths import licences_dir
from app.ui.widgets.asking import Asking

_ARTICLE = "Flexible back exercises"
_OTHERS = "Python, Qt, PySide6, SQLite, SQLAlchemy, Alembic, Matplotlib, NumPy"


class AboutDialog(Asking):
    """Its sentences can be copied, for whoever asks for help. Esc or Enter closes."""

    def __init__(self, log: Path, licences: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(_("About Limber"), "", parent)
        sentences = [
            _("This is Limber {version}, free software under the MIT licence.").format(version=__version__),
            _(
                "Its nine exercises and most doses follow a training article, “{title}”; what is Limber’s own says so."
            ).format(title=_ARTICLE),
            _("It stands on the work of others: {others}.").format(others=_OTHERS),
            _("Should something go wrong, what Limber knows of it is in {file}.").format(file=log),
        ]
        if licences is not None:
            sentences.insert(3, _("Their licences are in {folder}.").format(folder=licences))
        self.tell(*sentences)
        self.leave_button.setFocus()


def open_about(store: Path, window: QWidget) -> None:
    """Open it over `window`; the log lies beside the `store`."""
    dialog = AboutDialog(store.with_name("limber.log"), licences_dir(), window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
