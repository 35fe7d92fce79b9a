"""Whose store this is, kept among the settings so that it travels with the data."""

import json

from app.domain.profile import Profile, check_profile
from app.i18n import N_
from app.store.changes import Changes
from app.store.commands import Commands, Transaction
from app.store.errors import refused_here
from app.store.tables import own_id, settings
from app.store.who import KEY

CHANGE = N_("Change profile")


class ProfileRecord:
    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def save(self, profile: Profile, *, undoable: bool = True) -> Changes:
        """StoreError for what can't be a person's."""
        values = {"name": profile.name, "height_cm": profile.height_cm, "birth_year": profile.birth_year,
                  "sex": profile.sex}  # fmt: skip
        row = {"key": KEY, "value": json.dumps(values, ensure_ascii=False)}

        def work(tx: Transaction) -> None:
            with refused_here():
                check_profile(profile, tx.now.year)
            tx.put(settings, {**row, "id": own_id(settings, row)})

        return self._commands.run(CHANGE, work, undoable=undoable)
