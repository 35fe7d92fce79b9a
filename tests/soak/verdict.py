"""What a run found, in one line and a reason for each thing that went wrong."""

from dataclasses import dataclass

MOST_TOLD = 300  # characters of a reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """`told` says what was done, with its seed and counts."""

    told: str
    wrong: list[str]

    @property
    def lines(self) -> str:
        reasons = [" ".join(why.split())[:MOST_TOLD] for why in self.wrong]
        return "\n".join([*reasons, f"{self.told}. {len(self.wrong)} things went wrong.", ""])
