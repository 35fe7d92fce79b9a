"""Every page and dialog by its accessibility tree, those, too, that only a failure or a rare file brings up.

They are opened by `pages_process.py`; what the running program can be steered to in passing is in
`test_screen_reader.py`.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from app.ui.every_page import PAGES
from tests.end_to_end.conftest import ROOT
from tests.end_to_end.display import DEADLINE_S, Display
from tests.end_to_end.pages_process import REMINDERS
from tests.end_to_end.screen_reader import ScreenReader
from tests.end_to_end.test_screen_reader import Judge

SEEN_IN_THE_PROGRAM = frozenset(
    {"first-start", "today", "today-first", "library", "builder-first", "holding", "pain", "end", "summary", "settings",
     "times", "export", "deleted", "check", "profile", "progress", "goal", "training", "elsewhere", "edit-session",
     "own-test", "measure"}
)  # fmt: skip
ALIKE = frozenset(
    {"get-ready", "reps", "unfinished", "exercise", "archived", "said", "progress-sides", "training-first"}
)  # other words in the same controls

GONE_WITH_ANY_KEY = "keys"  # with Tab too

Open = Callable[[str], list[str]]


@pytest.fixture
def open_page(reader: ScreenReader, display: Display) -> Iterator[Open]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.end_to_end.pages_process"],
        cwd=ROOT, env=display.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    asks, answers = process.stdin, process.stdout
    assert answers.readline() == "ready\n"

    def open_page(name: str) -> list[str]:
        asks.write(name + "\n")
        asks.flush()
        answer = json.loads(answers.readline())
        assert answer["page"] == name
        return list(answer["deaf"])

    yield open_page
    process.kill()
    process.communicate(timeout=DEADLINE_S)


def test_every_page_is_named_reached_by_keys_and_left_with_escape(
    display: Display, reader: ScreenReader, open_page: Open
) -> None:
    judge = Judge(reader)
    for name in [*(page for page in PAGES if page not in SEEN_IN_THE_PROGRAM | ALIKE), REMINDERS]:
        judge.wrong += [f"{name}: {each}" for each in open_page(name)]
        begun = reader.look()
        if not begun.with_keyboard():
            judge.wrong.append(f"{name}: opens with the keyboard nowhere")
        judge.look(name)
        if next(iter(begun.parts.values())).role == "dialog" and name != GONE_WITH_ANY_KEY:
            display.press("Escape")
            reader.wait_for_dialog(there=False)
            if not reader.look().with_keyboard():
                judge.wrong.append(f"{name}: leaves the keyboard nowhere")
    assert not judge.wrong, "\n".join(judge.wrong)
