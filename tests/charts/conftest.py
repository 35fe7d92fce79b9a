"""The themes every chart is drawn in."""

import pytest

from app.paths import resources_dir
from app.theme import Theme, load_theme


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(resources_dir() / "themes", request.param)


@pytest.fixture
def light() -> Theme:
    return load_theme(resources_dir() / "themes", "light")
