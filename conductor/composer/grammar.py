"""The deterministic composer: a question in, ranked readings, a question back or a refusal out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from conductor.answer import Understanding
from conductor.composer.assumptions import sentences as written
from conductor.composer.couples import couples, wishes
from conductor.composer.dialogue import merge
from conductor.composer.focus import focus, introduced, prefaced, setting
from conductor.composer.gather import read
from conductor.composer.independence import independent, listed
from conductor.composer.parts import announced, divide, is_list, items, preamble
from conductor.composer.reading import Assumption, Reading
from conductor.composer.replies.clarify import ask_back
from conductor.composer.replies.decline import declined
from conductor.composer.replies.homonyms import variants
from conductor.composer.replies.scope import OPENS_ON, names_another_field, of_another_field, out_of_scope
from conductor.composer.resolve import resolve, wants_reference, without_order
from conductor.composer.setting import at_home
from conductor.composer.sharing import shared
from conductor.composer.text.calendar_words import fold
from conductor.composer.text.deadlines import without_deadlines
from conductor.composer.text.language import Language, recognise
from conductor.composer.text.lengths import words_in
from conductor.composer.text.repairs import asks_anew, corrected, repair
from conductor.composer.text.utterance import Utterance, checked, utterance
from conductor.composer.turns.both import joined, of_both
from conductor.composer.turns.choices import chosen
from conductor.composer.turns.leaning import complete, follows
from conductor.composer.turns.turn import anchor, read_turn, southern
from conductor.composer.voices.voices import heard, leans, with_rivals
from conductor.composer.what.free_words import carried_words
from conductor.composer.what.together import together
from conductor.composer.when.opposed import earlier_as_reference
from conductor.composer.wish.actions import decide
from conductor.composer.wish.contrasts import unnamed
from conductor.composer.wrappers import without_wrappers
from conductor.errors import BadQuestion
from conductor.question import Question, Turn
from connectors.vocabulary.places import lookup
from planners.intent import Intent

LONGEST_HISTORY = 12
MOST_PIECES = 12
SHORT_TURN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Understood:
    """One part understood: its readings with what they rest on."""

    reading: Reading
    intents: tuple[Intent, ...]
    assumptions: tuple[Assumption, ...]


def understand(question: Question) -> Understanding:
    """Determine what is asked; raises BadQuestion where the text holds no question at all."""
    text = checked(question.text)
    language = _language(question, text)
    now = _today(question.asked_at)
    base = _of_turns(question.history[-LONGEST_HISTORY:], question, fold(text))
    said = without_deadlines(without_wrappers(utterance(text, language=language, known=_is_place), new=base is None))
    whole = focus(said) if base else _focused(said, now)
    understood = _follow_up(whole, base, now) if base else None
    parts = [understood] if understood else _parts(whole, now, around=_around(said, whole))
    short = understood is None and words_in(said.text) <= SHORT_TURN
    result = _understanding(question, language, parts, new=understood is None, short=short)
    return chosen(result, question.choice, understand) if question.choice else result


def _focused(said: Utterance, now: date) -> Utterance:
    """What is asked; of a short text the writer's introduction is left out only where the rest names its place and its subject."""
    whole = focus(said)
    if prefaced(said) and not _has_subject(read(whole, now=now)):
        return said
    for narrated in (True, False):
        bare = focus(said, letter=True, narrated=narrated)
        if bare.text == whole.text:
            continue
        rest = read(bare, now=now)
        around = setting(said, letter=True, narrated=narrated)
        told = read(around, now=now) if around is not None else None
        if not narrated and not read(introduced(said), now=now).fills:
            return bare  # "I work for a ministry. …"
        if narrated and _leans_on(read(introduced(said, narrated=True), now=now), rest):
            continue
        placed = rest if rest.located or told is None else at_home(rest, told)
        of_files = bool(rest.facets) and decide(rest).action == "find"  # which needs no place
        if (placed.located or of_files) and _has_subject(rest):
            return bare
    return whole


def _has_subject(asked: Reading) -> bool:
    """Whether a question says of what it asks."""
    return bool(asked.quantities or asked.phenomena or asked.collections)


def _leans_on(told: Reading, asked: Reading) -> bool:
    """Whether what is asked lacks the time or the source that is told beside it."""
    return bool((told.targets and not asked.targets) or (told.facets and not asked.facets))


def _around(said: Utterance, whole: Utterance) -> Utterance | None:
    """What was left out before the question."""
    plain = whole.text == focus(said).text
    narrated = not plain and whole.text == focus(said, letter=True, narrated=True).text
    return setting(said, letter=not plain, narrated=narrated)


def _language(question: Question, text: str) -> Language:
    """The language told, that of the text, or of the turn before where a few words tell nothing: "2010 ?"."""
    before = recognise(question.history[-1].question) if question.history else "en"
    return "fr" if (question.language or recognise(text, otherwise=before)) == "fr" else "en"


def _today(asked_at: str) -> date:
    try:
        return date.fromisoformat(asked_at[:10])
    except ValueError as error:
        raise BadQuestion(f"`now` must be an ISO 8601 time such as 2026-06-15T12:00:00Z, got {asked_at!r}") from error


def _is_place(word: str) -> bool:
    return bool(lookup(word))


def _base(history: Sequence[Turn], question: Question) -> Intent | None:
    """The last turn's first reading; turns given without intents are understood in their order."""
    if not history:
        return None
    last = history[-1]
    if last.intents:
        return last.intents[0]
    earlier = replace(question, text=last.question, history=tuple(history[:-1]), language=None, choice=None)
    try:
        understood = understand(earlier)
    except BadQuestion:
        return _base(history[:-1], question)
    if understood.intents:
        return understood.intents[0]
    if understood.declined and understood.declined.reason != "out_of_scope":
        return _refused(earlier)
    return _base(history[:-1], question)


def _of_turns(history: Sequence[Turn], question: Question, folded: str) -> Intent | None:
    """What a turn follows: the turn before, or the two before where it speaks of both."""
    base = _base(history, question)
    earlier = _base(history[:-1], question) if base is not None and of_both(folded) else None
    return base if base is None or earlier is None else joined(earlier, base)


def _refused(question: Question) -> Intent:
    """What was asked in a turn that could not be done: the next turn may change what stood in the way."""
    text = checked(question.text)
    whole = focus(utterance(text, language=_language(question, text), known=_is_place))
    return _parts(whole, _today(question.asked_at))[0].intents[0]


def _follow_up(whole: Utterance, base: Intent, now: date) -> _Understood | None:
    reading = read(whole, now=now, anchor=anchor(base), hemisphere=southern(base), seen=base.collections)
    if of_another_field(reading) or (not follows(reading, base) and (complete(reading) or not leans(reading))):
        return None
    turn = read_turn(whole, base, now, reading=reading)
    decision = decide(turn.said)
    intent = merge(turn, base, decision)
    intent = replace(intent, together=tuple(dict.fromkeys((*intent.together, *together(whole, intent)))))
    intent = without_order(replace(intent, words=carried_words(reading, base, intent)))
    if wants_reference(intent, turn.said) and not any(p.role == "reference" for p in intent.periods):
        intent, _ = resolve(turn.said, decision) if not base.periods else (intent, ())
    assumptions = (*turn.said.assumptions, Assumption(code="carried"))
    return _Understood(reading=turn.said, intents=variants(intent, turn.said, certainty=0.8), assumptions=assumptions)


def _parts(whole: Utterance, now: date, *, around: Utterance | None = None) -> list[_Understood]:
    """The parts that stand on their own, or the whole as one; `around` tells of the writer, and where that is."""
    single = _single(whole, now)
    if around is not None and not single.located:
        single = at_home(single, read(around, now=now))
    count = announced(whole)
    together = partial(independent, numbered=is_list(whole), announced=count)
    ways = ((items(whole), partial(listed, announced=count)), (divide(whole), together))
    for pieces, group in ways if repair(whole.folded) is None else ():
        if not 1 < len(pieces) <= MOST_PIECES:
            continue
        readings = [read(whole.part(start, end), now=now) for start, end in pieces]
        groups = group(readings)
        if len(groups) > 1:
            joined = [read(whole.part(pieces[a][0], pieces[b][1]), now=now) for a, b in groups]
            opening = read(before, now=now) if (before := preamble(whole)) else None
            parts = shared(joined, opening=opening)
            if around is not None and not any(part.located for part in parts):
                home = read(around, now=now)
                parts = [at_home(part, home) for part in parts]
            return [_understood(r, part=number) for number, r in enumerate(parts, 1)]
    told = couples(single) or wishes(single, lambda start, end: read(whole.part(start, end), now=now)) or [single]
    return [_understood(one, part=number) for number, one in enumerate(told, 1)]


def _single(whole: Utterance, now: date) -> Reading:
    """The whole as one question, what was taken back in mid-sentence left out."""
    mended = repair(whole.folded)
    if mended is None:
        return read(whole, now=now)
    before = read(whole.part(0, mended[0]), now=now)
    after = read(whole.part(mended[1], len(whole.text)), now=now)
    if not (
        before.quantities or before.phenomena or before.located or before.periods or before.collections or before.facets
    ):
        return read(whole, now=now)
    mid = corrected(before, after)
    # "how does A, I mean B, compare": what is asked stands around the correction
    return mid if asks_anew(before.cues, after.cues) else replace(mid, utterance=whole.cut([mended]))


def _understood(reading: Reading, *, part: int) -> _Understood:
    voiced = heard(reading)
    reading, decision = voiced.reading, voiced.decision
    if decision.action == "change" and len(reading.periods) == 1:
        paired = read(reading.utterance, now=reading.now, pairs=True)
        reading = replace(reading, periods=paired.periods) if len(paired.periods) == 2 else reading
    if decision.action == "change":
        reading = replace(reading, periods=earlier_as_reference(reading.periods))
    intent, assumed = resolve(reading, decision)
    intents = variants(replace(intent, part=part), reading, certainty=decision.certainty, said=voiced.said)
    intents = with_rivals(intents, voiced.rivals)
    return _Understood(reading=reading, intents=intents, assumptions=(*reading.assumptions, *assumed))


def _understanding(
    question: Question, language: Language, parts: Sequence[_Understood], *, new: bool, short: bool
) -> Understanding:
    plain = Understanding(question=question.text, language=language, asked_at=question.asked_at)
    for part in parts:
        refusal = declined(part.reading, language=language)
        asks = part.intents[0].action not in (None, "train", "simulate") or (
            names_another_field(part.reading) or of_another_field(part.reading)
        )
        if refusal is None and new and len(parts) == 1 and asks:
            refusal = out_of_scope(part.reading, language=language)
        if refusal is not None:
            return replace(plain, declined=refusal)
    intents = tuple(intent for part in parts for intent in part.intents)
    leaning = unnamed(parts[0].reading) or OPENS_ON.match(parts[0].reading.utterance.folded)
    if short and leaning:
        intents = tuple(replace(intent, follow_up=True) for intent in intents)
    asked = next((asked for part in parts if (asked := ask_back(part.reading, part.intents, language=language))), None)
    assumptions = written((a for part in parts for a in part.assumptions), language=language)
    return replace(plain, intents=intents, clarification=asked, assumptions=assumptions)
