"""What is open, what is next and what is proposed to this person: `limber plan` and whatever else asks for it."""

import argparse
from datetime import datetime

from app.cli import documents, texts
from app.cli.moments import parse_moment
from app.cli.parts import Answer, Parts
from app.domain.catalogue import Catalogue
from app.domain.plan import Evidence, closed_for, lay_out_now, make_plan
from app.domain.playing.laying_out import LaidOut
from app.domain.routine import Routine
from app.store import evidence as stored


def plan(parts: Parts, words: argparse.Namespace) -> Answer:
    now = parts.clock.now()
    seen = evidence(parts, now if words.at is None else parse_moment(words.at, now))
    made = make_plan(seen, parts.whole_catalogue)
    return Answer(texts.plan(made, parts.whole_catalogue), documents.plan(made))


def evidence(parts: Parts, at: datetime | None = None) -> Evidence:
    """What the rules look at, at that moment or now; of nobody yet where there is no store."""
    clock = parts.clock.now()
    now = at or clock
    with parts.store_if_any() as store:
        return stored.evidence(store.find, now, parts.whole_catalogue.measures, clock) if store else Evidence(now)


def locked(parts: Parts) -> dict[str, str]:
    return closed_for(evidence(parts), parts.catalogue)


def laid_out(parts: Parts, routine: Routine, catalogue: Catalogue) -> LaidOut:
    """Just as the window plays it for this person now."""
    seen = evidence(parts)
    with parts.store_if_any() as store:
        sessions_before = store.find.count_sessions() if store else 0
    return lay_out_now(routine, seen, catalogue, closed_for(seen, catalogue), sessions_before)
