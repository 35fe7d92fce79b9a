"""What the voice promises, on a clock in numbers."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.playing.cues import Cue, CueKind
from app.domain.playing.speech import SpeechQueue, Utterance, longest_s, patience_s


def cue(kind: CueKind, text: str = "something") -> Cue:
    return Cue(0.0, kind, text)


def taken(queue: SpeechQueue, now_s: float) -> str | None:
    utterance = queue.take(now_s)
    return utterance.text if utterance else None


def speaking(kind: CueKind, text: str) -> tuple[SpeechQueue, Utterance]:
    """A queue whose voice says `text` since second 0."""
    queue = SpeechQueue()
    queue.offer(cue(kind, text), 0.0)
    utterance = queue.take(0.0)
    assert utterance is not None
    return queue, utterance


def test_a_silent_voice_says_what_is_due_at_once() -> None:
    _, utterance = speaking(CueKind.READY, "Cat-cow")
    assert (utterance.text, utterance.cuts) == ("Cat-cow", False)


def test_a_cue_without_text_is_nothing_to_say() -> None:
    queue = SpeechQueue()
    queue.offer(cue(CueKind.SAY, ""), 0.0)
    assert queue.take(0.0) is None
    assert queue.look_in_s(0.0) is None


def test_texts_are_said_in_their_order_each_after_the_end_of_the_one_before() -> None:
    queue, first = speaking(CueKind.READY, "Cat-cow")
    queue.offer(cue(CueKind.SAY, "On your knees."), 1.0)
    queue.offer(cue(CueKind.SAY, "Feel your back."), 1.5)
    assert taken(queue, 1.5) is None
    queue.ended(first.number)
    second = queue.take(2.0)
    assert second == Utterance(2, "On your knees.", cuts=False)
    queue.ended(second.number)
    assert taken(queue, 3.0) == "Feel your back."


def test_an_important_text_replaces_what_is_unimportant_and_still_waits() -> None:
    queue, first = speaking(CueKind.READY, "Cat-cow")
    queue.offer(cue(CueKind.SAY, "On your knees."), 1.0)
    queue.offer(cue(CueKind.SWITCH, "Switch sides"), 2.0)
    queue.ended(first.number)
    assert taken(queue, 2.1) == "Switch sides"
    queue.ended(2)
    assert taken(queue, 2.2) is None


def test_a_countdown_cuts_off_what_is_unimportant() -> None:
    queue, _ = speaking(CueKind.SAY, "On your knees, and so on for a long while.")
    queue.offer(cue(CueKind.COUNTDOWN, "3"), 1.0)
    assert queue.take(1.0) == Utterance(2, "3", cuts=True)


def test_a_name_is_never_cut_and_a_countdown_that_is_too_late_is_left_out() -> None:
    queue, first = speaking(CueKind.READY, "Segmental cat-cow, two sets of ten")
    queue.offer(cue(CueKind.COUNTDOWN, "3"), 1.0)
    assert taken(queue, 1.0) is None
    queue.ended(first.number)
    assert taken(queue, 1.0 + patience_s(cue(CueKind.COUNTDOWN)) + 0.01) is None


def test_the_late_end_of_a_text_that_was_cut_off_does_not_end_the_new_one() -> None:
    queue, first = speaking(CueKind.SAY, "On your knees, and so on.")
    queue.offer(cue(CueKind.READY, "Bridge"), 1.0)
    queue.take(1.0)
    queue.ended(first.number)
    queue.offer(cue(CueKind.REST, "Rest"), 1.1)
    assert taken(queue, 1.1) is None


def test_a_voice_that_never_tells_of_an_end_is_not_waited_for_for_ever() -> None:
    queue, _ = speaking(CueKind.READY, "Bridge")
    queue.offer(cue(CueKind.END, "That was it"), longest_s("Bridge") - 0.1)
    assert taken(queue, longest_s("Bridge") - 0.1) is None
    assert queue.look_in_s(longest_s("Bridge") - 0.1) == pytest.approx(0.1)
    assert taken(queue, longest_s("Bridge")) == "That was it"


def test_hush_forgets_everything() -> None:
    queue, _ = speaking(CueKind.READY, "Bridge")
    queue.offer(cue(CueKind.REST, "Rest"), 0.1)
    queue.hush()
    assert taken(queue, 0.2) is None
    assert queue.look_in_s(0.2) is None


def test_a_voice_that_broke_off_says_what_waits() -> None:
    queue, _ = speaking(CueKind.READY, "Bridge")
    queue.offer(cue(CueKind.REST, "Rest"), 0.1)
    queue.broken_off()
    assert taken(queue, 0.2) == "Rest"


@dataclass
class ModelVoice:
    """A voice that takes `lasts_s` for a text and tells of its end. Remembers who said what when."""

    queue: SpeechQueue = field(default_factory=SpeechQueue)
    now_s: float = 0.0
    spoken: tuple[int, Cue, float] | None = None  # number, cue, end
    begun: list[Cue] = field(default_factory=list)
    important_s: list[tuple[float, float]] = field(default_factory=list)  # when important texts began and ended
    offered: dict[str, tuple[Cue, float]] = field(default_factory=dict)

    def offer(self, due: Cue) -> None:
        self.offered[due.text] = (due, self.now_s)
        self.queue.offer(due, self.now_s)

    def look(self, lasts_s: float) -> None:
        """Take what there is to say and check it against every promise."""
        utterance = self.queue.take(self.now_s)
        if utterance is None:
            return
        due, since_s = self.offered[utterance.text]
        assert self.now_s - since_s <= patience_s(due)
        assert utterance.cuts == (self.spoken is not None)
        if self.spoken is not None:
            assert due.important
            assert not self.spoken[1].important
        self.spoken = (utterance.number, due, self.now_s + lasts_s)
        self.begun.append(due)
        if due.important:
            self.important_s.append((self.now_s, self.now_s + lasts_s))

    def pass_time(self, seconds: float, lasts_s: float) -> None:
        """Go on moment by moment: what ends makes room for what waits."""
        until_s = self.now_s + seconds
        while self.spoken is not None and self.spoken[2] <= until_s:
            number, _, self.now_s = self.spoken
            self.spoken = None
            self.queue.ended(number)
            self.look(lasts_s)
        self.now_s = until_s
        self.look(lasts_s)

    def busy_with_the_important(self, start_s: float, end_s: float) -> bool:
        """Whether important texts followed one another without a gap from `start_s` to `end_s`."""
        reached_s = start_s
        for begun_s, ended_s in self.important_s:
            if begun_s <= reached_s:
                reached_s = max(reached_s, ended_s)
        return reached_s >= end_s


steps = st.lists(st.tuples(st.sampled_from(CueKind), st.floats(0, 3), st.floats(0.1, 2.0)), min_size=1, max_size=40)


@settings(max_examples=300, deadline=None)
@given(steps)
def test_whatever_comes_one_text_at_a_time_in_order_and_nothing_important_lost_but_by_lateness(
    moves: list[tuple[CueKind, float, float]],
) -> None:
    voice = ModelVoice()
    for number, (kind, wait_s, lasts_s) in enumerate(moves):
        voice.offer(cue(kind, f"text {number}"))
        voice.look(lasts_s)
        voice.pass_time(wait_s, lasts_s)
    voice.pass_time(30.0, 0.5)
    order = [int(due.text.removeprefix("text ")) for due in voice.begun]
    assert order == sorted(set(order))
    said = {due.text for due in voice.begun}
    for due, since_s in voice.offered.values():
        if due.important and due.text not in said:
            assert voice.busy_with_the_important(since_s, since_s + patience_s(due))
