"""The published schema describes the tables as they are."""

import json
from typing import Any

import pytest

from app.paths import resources_dir
from app.store.tables import PEOPLES

LATER = {
    "pain_stops", "own_measures", "goals", "weeks_away", "choices", "proposal_answers", "own_exercises",
    "own_routines", "pictures", "favourites", "item_notes",
}  # fmt: skip
ONE_OF = {"weeks_away": "week_away"}


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads((resources_dir() / "schemas" / "limber-1.schema.json").read_text(encoding="utf-8"))


def test_every_table_and_every_column_is_in_the_schema_and_required_but_what_came_later(schema: Any) -> None:
    assert set(schema["properties"]) == {"format", "version", *(table.name for table in PEOPLES)}
    assert set(schema["properties"]) - set(schema["required"]) == LATER
    for table in PEOPLES:
        row = schema["definitions"][ONE_OF.get(table.name, table.name.removesuffix("s"))]
        assert row["required"] == list(row["properties"])
        assert set(row["required"]) == set(table.columns.keys())
        assert row["additionalProperties"] is False
