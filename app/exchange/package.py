"""The tidy package: the tables of `tidy` in one zip, described as a Frictionless data package."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from app.domain.measurement import Measure
from app.exchange import tidy
from app.exchange.files import write_whole
from app.paths import resources_dir
from app.store.store import Store

DESCRIPTOR = "datapackage.json"
_ALWAYS = (1980, 1, 1, 0, 0, 0)  # the same data makes the same file, whenever


def export_zip(store: Store, measures: Mapping[str, Measure], path: Path) -> None:
    """Write the tables to `path`, whole or not at all. Raises StoreError, ExchangeError."""
    sessions = store.find.sessions()
    content = {
        DESCRIPTOR: (resources_dir() / "schemas" / DESCRIPTOR).read_text(encoding="utf-8"),
        "readings.csv": tidy.readings_csv(store.find.readings(), measures),
        "sessions.csv": tidy.sessions_csv(sessions),
        "sets.csv": tidy.sets_csv(sessions),
        "pain_stops.csv": tidy.pain_stops_csv(sessions),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in content.items():
            package.writestr(zipfile.ZipInfo(name, _ALWAYS), text.encode(), zipfile.ZIP_DEFLATED)
    write_whole(path, packed.getvalue())
