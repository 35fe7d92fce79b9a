"""The report for a physiotherapist: two pages that say what was measured and trained, and nothing cut."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.demo import make_history
from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.domain.profile import Profile
from app.domain.progress.sentences import since_start_sentence
from app.domain.training.sessions import PainStop
from app.exchange.errors import ExchangeError
from app.exchange.report import report_sheets, write_report
from app.exchange.report_content import ReportContent, gather
from app.exchange.sheet import HEIGHT, WIDTH, Sheet
from app.paths import resources_dir
from app.store.shapes import rows_of
from app.store.store import Store
from app.theme import Theme, load_theme
from tests.fakes import FakeClock


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load_theme(resources_dir() / "themes", "light")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(tmp_path: Path, clock: FakeClock) -> Iterator[Store]:
    opened = Store.open(tmp_path / "profile", clock)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> ReportContent:
    """What a year with a note and two pain stops says, made once: nobody changes it."""
    clock = FakeClock()
    with closing(Store.open(tmp_path_factory.mktemp("year") / "profile", clock)) as store:
        store.merge(rows_of(*make_history(catalogue, clock.now(), years=1, seed=1)))
        session = store.find.sessions()[-1]
        for days, name in ((1, "Chair twist"), (0, "Side bend")):
            moment = clock.now() - timedelta(days=days)
            store.sessions.stop_for_pain(session.id, PainStop("chair-twist", name, Side.LEFT, 1, moment))
        store.sessions.set_note(session.id, "Slept badly. " * 30)
        store.profile.save(Profile("<i>Ann</i>", 168, 1980))
        return content_of(store, catalogue, clock)


@pytest.fixture(scope="module")
def sheets(year: ReportContent, theme: Theme) -> tuple[Sheet, Sheet]:
    """Both pages of the year, drawn once."""
    return report_sheets(year, theme)


@pytest.fixture
def one_reading(store: Store, catalogue: Catalogue, clock: FakeClock) -> ReportContent:
    store.readings.record(Reading("", "floor-touch", None, (4.5,), "cm", clock.now()))
    return content_of(store, catalogue, clock)


def content_of(store: Store, catalogue: Catalogue, clock: FakeClock) -> ReportContent:
    content = gather(store, catalogue, clock.now())
    assert content is not None
    return content


def overlapping(sheet: Sheet) -> list[tuple[str, str]]:
    """Pairs of words that lie on one another, and words outside the page."""
    renderer = FigureCanvasAgg(sheet.figure).get_renderer()
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in sheet.figure.texts if text.get_text()]
    pairs = [
        (words, other)
        for place, (words, box) in enumerate(boxes)
        for other, beside in boxes[place + 1 :]
        if min(box.x1, beside.x1) - max(box.x0, beside.x0) > 1 and min(box.y1, beside.y1) - max(box.y0, beside.y0) > 2
    ]
    outside = [(words, "the page") for words, box in boxes if box.x1 > WIDTH or box.y0 < 0 or box.y1 > HEIGHT]
    return pairs + outside


def test_a_year_is_two_pages_with_every_test_its_value_change_and_error(
    year: ReportContent, sheets: tuple[Sheet, Sheet]
) -> None:
    tests, training = sheets
    written = " ".join(tests.words)
    assert "<i>Ann</i>, born 1980, 168 cm · From 2025-" in written
    for course in year.courses:
        assert course.measure.name in written
    assert "measuring error of 5 cm" in written
    assert "Ekedahl 2012" in written
    assert "with the floor fan no figure is known." in written
    assert "weeks on target" in " ".join(training.words)
    assert overlapping(tests) == []


def test_the_change_since_the_start_is_the_one_that_progress_tells(
    year: ReportContent, sheets: tuple[Sheet, Sheet]
) -> None:
    written = " ".join(" ".join(sheets[0].words).split())
    told = [
        since_start_sentence(course.measure, side.current.readings, side.error)
        for course in year.courses[:2]
        for side in course.sides
    ]
    assert any(told)
    assert [sentence for sentence in told if sentence not in written] == []


def test_pain_stops_loads_and_notes_are_told_the_latest_first(sheets: tuple[Sheet, Sheet]) -> None:
    _tests, training = sheets
    stops = [words for words in training.words if words.endswith(", left")]
    assert [words.split(": ")[1] for words in stops] == ["Side bend, left", "Chair twist, left"]
    assert any("Slept badly" in words and words.endswith("…") for words in training.words)
    assert overlapping(training) == []


def test_the_file_has_two_pages(tmp_path: Path, one_reading: ReportContent, theme: Theme) -> None:
    file = tmp_path / "report.pdf"
    write_report(file, one_reading, theme)
    written = file.read_bytes()
    assert written.startswith(b"%PDF")
    assert written.count(b"/Type /Page ") == 2


def test_the_profile_of_somebody_without_a_name_is_not_called_by_it(
    store: Store, catalogue: Catalogue, clock: FakeClock
) -> None:
    store.readings.record(Reading("", "floor-touch", None, (4.5,), "cm", clock.now()))
    content = gather(store, catalogue, clock.now())
    assert content is not None
    assert content.who == ""


def test_many_tests_are_told_in_rows_and_what_is_left_out_is_counted(
    store: Store, catalogue: Catalogue, theme: Theme, clock: FakeClock
) -> None:
    for measure in catalogue.measures.values():
        side = Side.LEFT if measure.sided else None
        trials = ((measure.hard.low + measure.hard.high) / 2,)
        unit = "deg" if measure.unit == "deg" else "cm"
        reading = Reading("", measure.id, side, trials, unit, clock.now())
        store.readings.record(replace(reading, aid=measure.aids[0].id if measure.aids else None))
    tests, _training = report_sheets(content_of(store, catalogue, clock), theme)
    told = " ".join(tests.words)
    assert sum(measure.name in told for measure in catalogue.measures.values()) >= 6
    assert overlapping(tests) == []


def test_tests_without_training_say_so(one_reading: ReportContent, theme: Theme) -> None:
    _tests, training = report_sheets(one_reading, theme)
    assert "No training has been recorded yet." in training.words


def test_nothing_recorded_is_no_report(store: Store, catalogue: Catalogue, clock: FakeClock) -> None:
    assert gather(store, catalogue, clock.now()) is None


def test_another_ending_and_a_folder_that_is_not_there_are_refused(
    tmp_path: Path, one_reading: ReportContent, theme: Theme
) -> None:
    with pytest.raises(ExchangeError, match=r"end in \.pdf"):
        write_report(tmp_path / "report.txt", one_reading, theme)
    with pytest.raises(ExchangeError, match="can't be written"):
        write_report(tmp_path / "nowhere" / "report.pdf", one_reading, theme)
    assert list(tmp_path.glob("*.txt")) == []
