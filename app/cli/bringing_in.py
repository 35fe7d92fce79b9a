"""Taking in a file of exercises and routines: all of it or nothing, with counts."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.parts import Answer, Parts
from app.i18n import _, ngettext
from app.store.errors import StoreError

if TYPE_CHECKING:
    from app.exchange.item_file import Offer
    from app.exchange.parsing import Refusal

MOST_NAMED = 5  # in one line


def bring_in_items(parts: Parts, path: Path, *, dry_run: bool) -> Answer:
    """What is here already is left as it is, in another form too: then it is told."""
    from app.exchange.item_file import Verdict, choose, read_items, usual_choice
    from app.exchange.parsing import ContentRefusedError, Refusal

    catalogue = parts.whole_catalogue
    try:
        with parts.store_if_any() as store:
            offers = read_items(path, catalogue, store.find.picture if store else lambda _id: None)
        refused = tuple(Refusal(each.where, _whole(each)) for each in offers if each.verdict is Verdict.REFUSED)
        if refused:
            raise ContentRefusedError(path, refused)
        taken = usual_choice(offers)
        chosen = choose(offers, taken, catalogue)
        if taken and not dry_run:
            with parts.store() as store:
                store.items.bring_in(chosen.exercises, chosen.routines, catalogue)
    except ContentRefusedError as error:
        return nothing_taken(error, error.refused)
    except StoreError as error:
        return nothing_taken(error, [Refusal(str(parts.folder), str(error).removesuffix("."))])
    counts = {"added": len(taken), "updated": 0, "unchanged": len(offers) - len(taken)}
    notes = [{"where": each.where, "name": each.name, "notes": each.notes} for each in offers if each.notes]
    return Answer(_text(offers, counts, dry_run), {**counts, "refused": [], "notes": notes})


def nothing_taken(error: Exception, refused: "Iterable[Refusal]") -> Answer:
    document = {"added": 0, "updated": 0, "unchanged": 0, "refused": [asdict(each) for each in refused]}
    return Answer(document=document, complaint=str(error), code=1)


def _whole(offer: "Offer") -> str:
    """Why it can't come, to stand in a sentence."""
    return _("({name}): {why}").format(name=offer.name, why=" ".join(offer.notes).removesuffix("."))


def _text(offers: "Iterable[Offer]", counts: dict[str, int], dry_run: bool) -> str:
    """The counts, and then what there is to know, each thing with those it is true of."""
    sentence = _("Would add {added}, leave {unchanged} as they are.") if dry_run else _(
        "Added {added}, left {unchanged} as they were.")  # fmt: skip
    names: dict[str, list[str]] = {}
    for offer in offers:
        for note in offer.notes:
            names.setdefault(note, []).append(offer.name)
    told = sorted(names, key=lambda note: -len(names[note]))
    return "\n".join([sentence.format(**counts), *(f"{_listed(names[note])}: {note}" for note in told)])


def _listed(names: list[str]) -> str:
    """The first few, and how many more."""
    listed = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more <= 0:
        return listed
    return ngettext("{names} and {count} more", "{names} and {count} more", more).format(names=listed, count=more)
