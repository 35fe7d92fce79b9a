"""The figures on hand, each read when it is first shown, and what they show at a moment of an exercise."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.exercise import DoseKind, Exercise, PhaseKind, Side
from app.domain.playing.timeline import Segment, SegmentKind, pulse_depth
from app.figure.errors import FigureError
from app.figure.stills import Still, read_stills

if TYPE_CHECKING:  # what moves comes with the first figure that does
    from app.figure import stage
    from app.figure.figures import Figure
    from app.figure.readings import ReadingPose
    from app.figure.stage import Moment, Stage
    from app.ui.widgets.figure_view import Scene
    from app.ui.widgets.photo import Photo

START_SHOWN_S = 5.0  # before the end of a rest: how the set begins
FROM_THE_FRONT = 65.0  # degrees of yaw: less, and one looks it in the face
PHOTOS_KEPT = 12
_WORK = frozenset({SegmentKind.REPS, SegmentKind.HOLD})


def _no_picture(_exercise_id: str) -> bytes | None:
    return None


class Figures:
    """Reads `resources/figures/`. Raises FigureError where a file is broken.

    What no figure does is shown by the JPEG that `own_picture` finds for an exercise's id, else by a drawing.
    """

    def __init__(
        self,
        resources: Path,
        own_picture: Callable[[str], bytes | None] = _no_picture,
        height_cm: float | None = None,
        mid_range: bool = False,
    ) -> None:
        self._folder = resources / "figures"
        self._stages: dict[str, Stage] = {}
        self._own_picture = own_picture
        self._photos: dict[str, Photo] = {}
        self._height_cm, self._mid_range = height_cm, mid_range

    @cached_property
    def _figures(self) -> "stage.Figures":
        from app.figure import stage

        return stage.Figures(self._folder, self._height_cm, self._mid_range)

    def stand(self, height_cm: float | None, mid_range: bool = False) -> None:
        """Be as tall as that from now on, and with `mid_range` bend no deeper than half way.

        None is as tall as the file says. What is shown stays until shown anew.
        """
        if (height_cm, mid_range) != (self._height_cm, self._mid_range):
            self._height_cm, self._mid_range = height_cm, mid_range
            self._stages.clear()
            self.__dict__.pop("_figures", None)

    @cached_property
    def _stills(self) -> Mapping[str, Still]:
        return read_stills(self._folder / "stills.json")

    def picture(self, exercise: Exercise) -> "Still | Photo":
        """What `still` shows of the exercise, kept; a photo where no figure does it."""
        return self._still_of(exercise) or self.photo(exercise)

    def kept(self, exercise: Exercise) -> Still | None:
        """What `still` shows, to the pixel; None where the figure is as tall as the person, or bends less."""
        return None if self._height_cm or self._mid_range else self._still_of(exercise)

    def photo(self, exercise: Exercise) -> "Photo":
        """The person's own picture, else the drawing of the first direction; the last few are kept."""
        from app.ui.widgets.photo import Photo, read_photo

        if exercise.id not in self._photos:
            while len(self._photos) >= PHOTOS_KEPT:
                del self._photos[next(iter(self._photos))]
            jpeg = self._own_picture(exercise.id) if exercise.is_own else None
            image = read_photo(jpeg) if jpeg is not None else None
            self._photos[exercise.id] = Photo(image, next(iter(exercise.directions), None))
        return self._photos[exercise.id]

    def forget_photos(self) -> None:
        """Exercises were changed: look again."""
        self._photos.clear()

    def moves(self, exercise: Exercise) -> bool:
        """Whether a whole figure does the exercise; of people's own only one that borrows a movement that fits."""
        if not exercise.is_own:
            return exercise.id in self._stills
        if not exercise.figure:
            return False
        try:
            figure = self._figures.exercise(exercise.figure)
        except FigureError:
            return False
        parts = len(exercise.positions) or len(exercise.tempo)
        return (len(figure.positions) if exercise.positions else len(figure.tracks)) % parts == 0

    def stage(self, exercise_id: str) -> "Stage":
        """The stage of an exercise's figure."""
        return self._stage_of(self._figures.exercise(exercise_id))

    def scene(
        self, exercise: Exercise, phase: int, progress: float, *, right: bool = False, position: int | None = None
    ) -> "Scene":
        """Phase number `phase` (from 0, all reps counted through) of a set, or of a series' `position`."""
        on = self.stage(exercise.figure or exercise.id)
        shown = as_in_a_mirror(on, right)
        return _scene(on, on.moment(phase, progress, shown, position), shown)

    def still(self, exercise: Exercise) -> "Scene":
        """The moment that tells most of an exercise that moves: where the move before its first hold arrives."""
        kinds = [phase.kind for phase in exercise.tempo]
        telling = max(0, kinds.index(PhaseKind.HOLD) - 1) if PhaseKind.HOLD in kinds else 0
        return self.scene(exercise, telling, 1.0)

    def at_rest(self, exercise: Exercise) -> "Scene":
        """The relaxed pose between the sets."""
        return _scene(self._stage_of(self._figures.rest(self._figures.exercise(exercise.figure or exercise.id))))

    def seen_in_session(self, exercise: Exercise, segment: Segment, elapsed_s: float) -> "Scene | Photo":
        """What the figure does, else the photo."""
        return self.in_session(exercise, segment, elapsed_s) if self.moves(exercise) else self.photo(exercise)

    def in_session(self, exercise: Exercise, segment: Segment, elapsed_s: float) -> "Scene":
        """What the figure does `elapsed_s` into `segment`: ready, moving in time with the count, or at rest."""
        if segment.kind is SegmentKind.REST and elapsed_s < segment.length_s - START_SHOWN_S:
            return self.at_rest(exercise)
        right = segment.side is Side.RIGHT and exercise.kind is not DoseKind.POSITIONS
        loaded = segment.load_kg != 0
        on = self.stage(exercise.figure or exercise.id)
        phase = segment.phase_at(elapsed_s) if segment.kind in _WORK else None
        if phase is None:
            return _scene(on, None, as_in_a_mirror(on, right), loaded)
        right = right or (phase.side is Side.RIGHT and exercise.kind is not DoseKind.POSITIONS)
        right = as_in_a_mirror(on, right)
        number = segment.phases.index(phase)
        progress = (elapsed_s - phase.start_s) / phase.length_s if phase.length_s else 1.0
        if phase.pulse_s is not None and number > 0:  # a small part of the way in, again and again
            number, progress = number - 1, pulse_depth(phase, elapsed_s)
        moment = on.moment(number, progress, right, segment.position)
        if on.track(moment).still:  # one moment for the whole of a hold, so that nothing is painted twice
            moment = replace(moment, progress=1.0)
        return _scene(on, moment, right, loaded)

    def reading_stage(self, measure_id: str) -> "Stage":
        """The stage of a test's figure; see app.figure.readings."""
        return self._stage_of(self._figures.measure(measure_id))

    def reading(self, measure_id: str, value: float, *, right: bool = False) -> "ReadingPose":
        """The posture of a measured value, with its dimension line."""
        return self._figures.reading(measure_id, value, right)

    def _still_of(self, exercise: Exercise) -> Still | None:
        return None if exercise.is_own and not exercise.figure else self._stills.get(exercise.figure or exercise.id)

    def _stage_of(self, figure: "Figure") -> "Stage":
        from app.figure.stage import Stage

        if figure.id not in self._stages:
            self._stages[figure.id] = Stage(figure)
        return self._stages[figure.id]


def _scene(on: "Stage", moment: "Moment | None" = None, right: bool = False, loaded: bool = True) -> "Scene":
    from app.ui.widgets.figure_view import Scene

    return Scene(on, moment, right, loaded)


def as_in_a_mirror(on: "Stage", right: bool) -> bool:
    """Seen from the front the figure is a mirror: the left of who stands before it is on the left of the screen."""
    return right != (abs(on.figure.camera.yaw) < FROM_THE_FRONT)
