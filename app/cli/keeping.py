"""The verbs that keep the data safe: a copy of it, and a copy put back."""

import argparse
from pathlib import Path

from app import paths
from app.cli.older_files import keeping_older
from app.cli.parts import Answer, Parts
from app.domain.errors import Refused
from app.i18n import _


def backup(parts: Parts, words: argparse.Namespace) -> Answer:
    """Beside an open window too; the store is only read."""
    from app.store.backup import back_up, back_up_to, contents

    store, sentence = parts.store_file(), _("A checked copy of your data is in {file}.")
    if words.file is None:
        return Answer(sentence.format(file=back_up(store, parts.clock.now())))
    target = Path(words.file)
    with keeping_older(target, lambda path: contents(path) is not None) as kept:
        back_up_to(store, target)
    return Answer(sentence.format(file=target), complaint=kept.words)


def restore(parts: Parts, words: argparse.Namespace) -> Answer:
    """Alone with the store: Qt's core is asked whether a window is open."""
    from app.bootstrap import require_qt
    from app.store.restore import restore as put_back

    copy = Path(words.file)
    if copy.suffix.casefold() in (".json", ".zip"):
        raise Refused(_("“{file}” is an export, not a backup: “limber import” takes it in.").format(file=copy))
    require_qt()
    from app.ui.window_lock import no_window

    with no_window(parts.folder):
        kept = put_back(parts.store_file(), copy, paths.migrations_dir(), parts.clock.now())
    restored = _("Your data is that of {file} again.").format(file=copy)
    if kept is None:
        return Answer(restored)
    return Answer(
        restored + "\n" + _("What was there before is kept: “limber restore {file}” goes back to it.").format(file=kept)
        if kept.suffix != ".damaged"
        else restored + "\n" + _("The damaged file is kept as {file}.").format(file=kept)
    )


def way_out(parts: Parts) -> str:
    """For damaged data: which backup to put back, and how; empty where there is none."""
    from app.store.backup import backups_of

    newest = next(iter(backups_of(parts.store_file())), None)
    if newest is None:
        return ""
    return _("Your newest backup is of {moment}: “limber restore {file}” puts it back and keeps the other.").format(
        moment=newest.made_at.strftime("%Y-%m-%d %H:%M"), file=newest.path
    )
