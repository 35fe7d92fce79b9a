"""A store that can't be opened at the start of the window: told in a dialog until it opens or the person leaves."""

from collections.abc import Callable
from pathlib import Path

from app.domain.clock import Clock
from app.exchange.errors import ExchangeError
from app.i18n import _
from app.paths import migrations_dir
from app.store.database import FILE_NAME
from app.store.errors import StoreError
from app.store.restore import begin_anew, restore
from app.store.store import Store
from app.ui.keeping.elsewhere import ask_export_file, export_closed
from app.ui.keeping.start_dialog import Answer, Way

Ask = Callable[[Path, StoreError, str], Answer]  # the file, what is wrong, what was done since (or "")


def open_store(folder: Path, clock: Clock, ask: Ask, problem: StoreError) -> Store:
    """The store that `problem` kept from being opened. Raises the one told last where the person chose to leave."""
    path, done = folder / FILE_NAME, ""
    while (answer := ask(path, problem, done)).way is not Way.LEAVE:
        try:
            done = _go(answer, path, clock)
            return Store.open(folder, clock)
        except StoreError as error:
            problem = error
        except ExchangeError as error:
            problem = StoreError(str(error))
    raise problem


def _go(answer: Answer, path: Path, clock: Clock) -> str:
    """Do what was chosen; what to say of it."""
    if answer.way is Way.RESTORE and answer.backup is not None:
        restore(path, answer.backup, migrations_dir(), clock.now())
    elif answer.way is Way.ANEW:
        begin_anew(path, migrations_dir(), clock.now())
    elif answer.way is Way.SAVE_ELSEWHERE and (name := ask_export_file(None)):
        export_closed(path, Path(name), clock)
        return _("Everything you recorded is in {file}.").format(file=name)
    return ""
