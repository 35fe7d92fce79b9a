"""Made-up processes of voice and tones: what they answer is a line of Python, what they are told is in a file."""

import json
from collections.abc import Callable
from pathlib import Path

Script = Callable[..., list[str]]
WAIT_MS = 30_000
_TOLD_BY = {"say": "text", "play": "name"}

ANSWERING = """
import json, os, sys, pathlib
log = pathlib.Path(__file__).with_suffix(".log")
def tell(**answer): print(json.dumps(answer), flush=True)
with log.open("a") as said: said.write("started\\n")
tell(**{"is": "ready", "voices": ["Ann"]})
for line in sys.stdin:
    order = json.loads(line)
    with log.open("a") as said: said.write(line)
    {REACTION}
"""
PROMPT = """tell(**{"is": "heard"})
    if order["do"] == "say": tell(**{"is": "ended", "number": order["number"]})"""
STUCK = "import time; time.sleep(3600)"
DYING = "os._exit(3)"


def reacting(reaction: str) -> str:
    return ANSWERING.replace("{REACTION}", reaction)


def said(command: list[str]) -> list[str]:
    """What a made-up process has been told, the starts too."""
    lines = Path(command[1]).with_suffix(".log").read_text(encoding="utf-8").splitlines()
    orders = [line if line == "started" else json.loads(line) for line in lines]
    return [order if isinstance(order, str) else order[_TOLD_BY.get(order["do"], "do")] for order in orders]
