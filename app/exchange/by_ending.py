"""The kind of file follows from the ending of its name: `.json` holds everything, `.zip` tables for a spreadsheet."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from app.domain.catalogue import Catalogue
from app.domain.measurement import Measure
from app.exchange.errors import ExchangeError
from app.exchange.json_file import Rows, export_json, read_json
from app.i18n import _
from app.store.store import Store

JSON, ZIP = ".json", ".zip"


def export_file(store: Store, measures: Mapping[str, Measure], path: Path) -> None:
    """Write `store` to `path`. `measures` by id, the person's own too. Raises StoreError, ExchangeError."""
    ending = path.suffix.casefold()
    if ending not in (JSON, ZIP):
        raise ExchangeError(_("“{file}” must end in .json, for everything, or in .zip, for tables.").format(file=path))
    if ending == JSON:
        export_json(store, path)
    else:
        from app.exchange.package import export_zip

        export_zip(store, measures, path)


def read_file(path: Path, catalogue: Catalogue, now: datetime) -> Rows:
    """The rows in the file at `path`, for `Store.merge`; `catalogue` is the built-in one. Raises ExchangeError.

    What holds exercises and routines is read by `item_file`.
    """
    ending = path.suffix.casefold()
    if ending not in (JSON, ZIP):
        sentence = _(
            "“{file}” must end in .json or .zip, as exports do, "
            "or in .limber, .toml or .json, as exercises and routines do."
        )
        raise ExchangeError(sentence.format(file=path))
    if ending == JSON:
        return read_json(path, catalogue, now)
    from app.exchange.package_reading import read_zip

    return read_zip(path, catalogue, now)
