"""Looks over the Flatpak manifest, which can't be built without Flathub: its sources are there, it asks for no network.

Run by the system's Python, whose PyYAML it takes.
"""

import sys
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parent
BUILT = FOLDER.parents[1] / "build"


def problems() -> list[str]:
    manifest = yaml.safe_load((FOLDER / "org.limber.Limber.yml").read_text(encoding="utf-8"))
    sources = [(FOLDER / source["path"]).resolve() for module in manifest["modules"] for source in module["sources"]]
    missing = [f"{path} is not there" for path in sources if not path.exists() and BUILT not in path.parents]
    network = [f"{word} is not wanted" for word in manifest["finish-args"] if "network" in word]
    return missing + network


if __name__ == "__main__":
    sys.exit("\n".join(problems()) or 0)
