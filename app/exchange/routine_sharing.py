"""A routine as a file to hand on: TOML of the form of `resources/`, with the exercises of one's own that it needs."""

from collections.abc import Callable
from pathlib import Path

from app.domain.catalogue import Catalogue
from app.domain.own.documents import exercise_document, routine_document
from app.domain.own.items import PICTURE, Document
from app.domain.own.pictures import picture_text
from app.domain.routine import Routine
from app.exchange.files import write_whole

SUFFIX = ".limber"  # TOML in it; an ending of its own, so that a desktop knows which program opens it


def share_routine(
    path: Path, routine: Routine, catalogue: Catalogue, picture_of: Callable[[str], bytes | None]
) -> None:
    """Write `routine` to `path`, whole or not at all; `read_items` understands it. Raises ExchangeError."""
    import tomlkit

    needed = dict.fromkeys(step.exercise_id for step in routine.steps)
    own = [catalogue.exercise(each) for each in needed if catalogue.exercise(each).is_own]
    content: dict[str, list[Document]] = {"routines": [routine_document(routine)]}
    if own:
        content["exercises"] = [_with_picture(exercise_document(each), picture_of(each.id)) for each in own]
    write_whole(path, tomlkit.dumps(content).encode())


def _with_picture(document: Document, picture: bytes | None) -> Document:
    return document if picture is None else {**document, PICTURE: picture_text(picture)}
