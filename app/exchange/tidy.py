"""Readings as tidy CSV: one row a trial, one column a fact."""

import csv
import io
from collections.abc import Iterable, Mapping

from app.domain.measurement import Measure, Reading, Unit

COLUMNS = (
    "id", "measure", "protocol_version", "performed_at", "side", "trial", "value", "unit", "aid", "warm",
    "pain", "note",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def readings_csv(readings: Iterable[Reading], measures: Mapping[str, Measure]) -> str:
    """A header and the rows, lines ended as RFC 4180 asks. `trial` counts from 1; `pain` is empty, not asked yet."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for reading in readings:
        for trial, value in enumerate(reading.trials, 1):
            writer.writerow(
                [
                    reading.id,
                    harmless(reading.measure_id),
                    reading.protocol_version,
                    reading.performed_at.isoformat(),
                    reading.side.value if reading.side else "",
                    trial,
                    value,
                    unit_of(reading, measures).value,
                    harmless(reading.aid or ""),
                    "true" if reading.warm else "false",
                    "",
                    harmless(reading.note),
                ]
            )
    return text.getvalue()


def harmless(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def unit_of(reading: Reading, measures: Mapping[str, Measure]) -> Unit:
    """The unit its trials are in, also where the catalogue no longer knows the measure."""
    measure = measures.get(reading.measure_id)
    if measure is not None:
        return measure.unit
    return Unit.DEG if reading.entered_unit == Unit.DEG else Unit.CM
