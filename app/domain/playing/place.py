"""Where a player stands, as much of it as it takes to go on there in another process."""

from dataclasses import asdict, dataclass
from typing import Any

from app.domain.errors import Refused
from app.i18n import _


@dataclass(frozen=True, slots=True)
class Place:
    """`elapsed_s` into segment `index`; `done` is the most ever done of a segment, `paces` the pace of a step."""

    index: int
    elapsed_s: float = 0.0
    done: tuple[tuple[int, float], ...] = ()
    paces: tuple[tuple[int, float], ...] = ()

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, content: Any) -> "Place":
        """What `to_json` made. Raises Refused where it is damaged."""
        try:
            place = cls(
                index=_whole(content["index"]),
                elapsed_s=_amount(content["elapsed_s"]),
                done=tuple((_whole(index), _amount(done)) for index, done in content["done"]),
                paces=tuple((_whole(step), _amount(pace)) for step, pace in content["paces"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise Refused(_("The place in the session is damaged, so it can't be gone on with.")) from error
        return place


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value


def _amount(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e6:
        raise ValueError(value)
    return float(value)
