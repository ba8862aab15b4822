"""Which names stand in a text: the longest match over every vocabulary but places, with spans into the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from connectors.vocabulary import collections, corrections, models, processes, quantities, scenarios, statistics, tables
from connectors.vocabulary.entries import Language
from connectors.vocabulary.learned_models import versioned
from connectors.vocabulary.matches import FamilyEntry, Match
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phrase_index import STOP_WORDS, PhraseIndex, Sense, entry, ordinary, phrase_index
from connectors.vocabulary.short_identifiers import short_matches
from connectors.vocabulary.spelling import Token, squash, stem, tokens

_BREAK = Pattern(r"[^\w\s'’ʼ/&+()\u00ad-]|\n\s*\n")
_TAIL = Pattern(r"-[^\W_]{1,30}")
_UNDERSCORED = Pattern(r"(?<![A-Za-z0-9_])[A-Za-z][A-Za-z0-9]{0,60}(?:_[A-Za-z0-9]{1,60}){1,40}")
__all__ = ("FamilyEntry", "Match", "find_names")

_SPELLING = frozenset(("capitals", "accented"))
_BOUND = Pattern(
    r"[\s:(=<>≥≤~+-]{0,3}(?:(?:the|a|an|about|around|roughly|or equal to|equal to|at least|environ|la|le|les|un|une|barre|seuil|threshold|mark|of|"
    r"de|du|des|[àa]|ou [ée]gale [àa]|il fait)\s|d['’]|l['’]){0,4}"
    r"\s?[-−+]?\s?(?:\d(?!\d?(?:th|st|nd|rd|e|ᵉ|ème)?\s(?:per)?centile)|z[ée]ro|freezing|threshold|seuil|normal|average|thirty|forty|twenty|trente|quarante|vingt)",
    re.IGNORECASE,
)
_COUNTING = STOP_WORDS | frozenset(
    ("number", "count", "nombre", "many", "combien", "total", "average", "mean", "moyen")
)
_LONGEST_STANDARD_NAME = 24  # words
_LONGEST_IDENTIFIER = 8  # words: MPI-ESM1-2-HR has four, GFDL-ESM4-… up to seven
_FACET_KEY = Pattern(r"(?<![A-Za-z0-9_])[a-z]{3,12}_(?:id|label|era|node|resolution)(?![A-Za-z0-9_])", re.IGNORECASE)
_PROCESS = r"process|processus|proc[ée]d[ée]|op[ée]rat(?:or|eur)|indicateur|indicator"
_SERVED_BY = (
    r"(?:\s(?:de\s|d')?(?i:openeo|wps|ogc|rook|finch|xclim|pavics|weaver))?"  # "processus openEO de calcul du NDVI"
)
_COMPUTING = r"(?:\s(?:de\scalcul\s(?:du|des?|de\sla)|named|called|nomm[ée]|appel[ée]))?"
_PROCESS_SAID = Pattern(
    rf"(?<![^\W_])(?:{_PROCESS}){_SERVED_BY}{_COMPUTING}\s[«\"'`]?([A-Za-z][A-Za-z0-9]{{2,30}})(?!\w)"
    r"|(?<!\w)(?!(?i:openeo|wps|ogc|rook|finch|xclim|pavics|weaver)\b)([A-Za-z][A-Za-z0-9]{2,30})[»\"'`]?\s(?:(?:calculation|computation|computing)\s)?(?:process|operator|wps)(?![^\W_])"
)
_ORDER = ("quantity", "phenomenon", "experiment", "scenario_family", "model_family", "facet", "collection", "platform", "process", "model", "server",
          "statistic", "aggregation", "output")  # fmt: skip


# adjectives that say of which step, extreme or time a value is, and not of what
_QUALIFIERS = tables.words("qualifiers")
# what is another thing by the year than by the day, and statistics themselves
_UNQUALIFIED = tables.words("unqualified")


class _Found(NamedTuple):
    first: int
    last: int
    senses: tuple[Sense, ...]


def find_names(text: str, language: Language | None = None) -> tuple[Match, ...]:
    """Every name in a text, by position; a span that means several things gives several matches."""
    words = tokens(text)
    index = phrase_index(language)
    fixed = tuple(m for m in _written_by_pattern(text) if not _goes_on(text, m, index))
    taken = _taken(words, [*((m.start, m.end) for m in fixed), *_facet_keys(text)])
    found = list(_scan(text, words, index, taken))
    strong = {
        n
        for hit in found
        if any(s.kind in ("experiment", "facet") for s in hit.senses)
        for n in range(hit.first, hit.last + 1)
    }
    matches = [*fixed, *_matches(text, words, found, score=1.0), *short_matches(text, words, index, taken, strong)]
    matches += _corrected(text, words, index, matches, language)
    matches = [m for m in matches if m.entry.id != "rcm" or not _regional(text, m)]
    return tuple(sorted(matches, key=lambda m: (m.start, -m.end, _ORDER.index(m.kind), m.entry.id)))


def _regional(text: str, match: Match) -> bool:
    """True where RCM means regional climate models, not the Radarsat Constellation Mission."""
    around = text[max(0, match.start - 40) : match.end + 40]
    return "GCM" in around or "CORDEX" in around.upper() or "downscal" in around.lower()


def _written_by_pattern(text: str) -> Iterator[Match]:
    """What is recognised by its shape: members, scenarios, product codes, return periods, names with underscores."""
    for start, end, member in models.members(text):
        yield Match(start=start, end=end, text=text[start:end], kind="facet", entry=member)
    for shape in scenarios.shaped(text):
        yield from _scenario(text, shape)
    for start, end, product in collections.products(text):
        yield Match(start=start, end=end, text=text[start:end], kind="collection", entry=product)
    reach = 0
    for start, end, measured in statistics.measured(text):
        if start >= reach:
            reach = end
            yield Match(start=start, end=end, text=text[start:end], kind="statistic", entry=measured)
    for start, end, learned in versioned(text):
        yield Match(start=start, end=end, text=text[start:end], kind="model", entry=learned)
    for match in _UNDERSCORED.finditer(text):
        yield from _underscored(match.start(), match.end(), match.group())
    for match in _PROCESS_SAID.finditer(text):
        name = match.group(1) or match.group(2)
        start = match.start(1) if match.group(1) else match.start(2)
        process = processes.process(name.lower())
        if process and "_" not in name:
            yield Match(start=start, end=start + len(name), text=name, kind="process", entry=process)
            for quantity in _quantities_named(name):
                yield Match(start=start, end=start + len(name), text=name, kind="quantity", entry=quantity)


def _goes_on(text: str, match: Match, index: PhraseIndex) -> bool:
    """True where a scenario is only the beginning of a longer experiment id: ssp245-GHG."""
    tail = _TAIL.match(text, match.end)
    return (
        match.kind in ("experiment", "scenario_family")
        and tail is not None
        and squash(match.text + tail.group()) in index.letters
    )


def _scenario(text: str, shape: scenarios.Shaped) -> Iterator[Match]:
    said = text[shape.start : shape.end]
    era = "CMIP5" if said.lower().startswith("rcp") else "CMIP6"
    if len(shape.ids) == 1 and not shape.family:
        known = (
            scenarios.experiment(shape.ids[0])
            if era == "CMIP6"
            else scenarios.experiment(shape.ids[0], mip_era="CMIP5")
        )
        if known:
            yield Match(start=shape.start, end=shape.end, text=said, kind="experiment", entry=known)
            return
    family = FamilyEntry(id=said, name_en=said, name_fr=said, source="", experiment_ids=shape.ids)
    yield Match(start=shape.start, end=shape.end, text=said, kind="scenario_family", entry=family)


def _underscored(start: int, end: int, name: str) -> Iterator[Match]:
    lowered = name.lower()
    process = processes.process(lowered)
    indicator = quantities.by_indicator(lowered)
    if indicator:
        yield Match(start=start, end=end, text=name, kind="quantity", entry=indicator)
    if process:
        yield Match(start=start, end=end, text=name, kind="process", entry=process)
    if not process and not indicator and lowered in quantities.standard_names():
        standard = quantities.by_standard_name(lowered)
        if standard:
            yield Match(start=start, end=end, text=name, kind="quantity", entry=standard)


def _quantities_named(name: str) -> Iterator[quantities.QuantityEntry]:
    """The indicator or spectral index that a process computes by its very name."""
    for entry_id in (f"indicator:{name.lower()}", f"index:{name.upper()}"):
        found = quantities.quantity(entry_id)
        if found:
            yield found


def _facet_keys(text: str) -> Iterator[tuple[int, int]]:
    """Where keys of facets stand, as in `variable_id=tas`: they are no names."""
    return (match.span() for match in _FACET_KEY.finditer(text))


def _taken(words: tuple[Token, ...], fixed: Iterable[tuple[int, int]]) -> list[bool]:
    taken = [False] * len(words)
    spans = sorted(fixed)
    position = 0
    for number, word in enumerate(words):
        while position < len(spans) and spans[position][1] <= word.start:
            position += 1
        taken[number] = position < len(spans) and spans[position][0] < word.end
    return taken


def _scan(text: str, words: tuple[Token, ...], index: PhraseIndex, taken: list[bool]) -> Iterator[_Found]:
    """Longest match first from left to right; marks the words it takes."""
    number = 0
    while number < len(words):
        best = None
        if not taken[number]:
            best = _longer(_phrase(text, words, index, taken, number), _identifier(text, words, index, taken, number))
            best = _longer(_standard_name(text, words, taken, number), best)
        if best is None or _goes_beyond(text, words, index, taken, best):
            number += 1
            continue
        for position in range(best.first, best.last + 1):
            taken[position] = True
        yield best
        number = best.last + 1


def _goes_beyond(text: str, words: tuple[Token, ...], index: PhraseIndex, taken: list[bool], best: _Found) -> bool:
    """True where a phrase that begins inside goes on behind: `hausse de la [température de surface de la mer]`."""
    for first in range(best.first + 1, best.last + 1):
        inner = _phrase(text, words, index, taken, first)
        if not inner or inner.last <= best.last:
            continue
        changes, changed = _changes(inner), _changes(best)
        if all(words[n].key in _COUNTING for n in range(best.first, first)):  # "number of [dry days] in a row"
            return True
        if changed and not changes:  # `change of the [maximum temperature]`
            return True
        longer = inner.last - inner.first - (1 if changes and not changed else 0)  # `[maximum temperature] change`
        if longer >= best.last - best.first:
            return True
    return False


def _changes(found: _Found) -> bool:
    return all("change" in sense.implies for sense in found.senses)


def _longer(one: _Found | None, other: _Found | None) -> _Found | None:
    if one is None or other is None:
        return one or other
    if one.last == other.last:
        return _Found(
            one.first,
            one.last,
            (*other.senses, *(s for s in one.senses if s.kind not in {o.kind for o in other.senses})),
        )
    return one if one.last > other.last else other


def _phrase(text: str, words: tuple[Token, ...], index: PhraseIndex, taken: list[bool], first: int) -> _Found | None:
    """The longest phrase from a word on; an adjective of its statistic or step may stand inside: `étendue minimale de la banquise`."""
    if words[first].key in STOP_WORDS:
        return None
    best = _longest_from(text, words, index, taken, first, STOP_WORDS)
    after = first + 1 if best is None else best.last + 1
    if after >= len(words) or words[after].key not in _QUALIFIERS or words[first].key in _UNQUALIFIED:
        return best
    qualified = _longest_from(text, words, index, taken, first, _QUALIFIERS | STOP_WORDS)
    return qualified if qualified and qualified.last > after else best


def _longest_from(
    text: str, words: tuple[Token, ...], index: PhraseIndex, taken: list[bool], first: int, skipped: frozenset[str]
) -> _Found | None:
    head = stem(words[first].key)
    most = index.longest.get(head, 0)
    key, count, best, last = head, 1, None, first
    while count <= most:
        senses = index.phrases.get(key)
        if senses and (fitting := _written_so(senses, text, words[first].start, words[last].end)):
            best = _Found(first, last, fitting)
        following = last + 1
        while following < len(words) and words[following].key in skipped and _tight(text, words, following):
            following += 1
        if following >= len(words) or taken[following] or not _tight(text, words, following):
            break
        last, count = following, count + 1
        key += " " + stem(words[following].key)
    return best


_BY_IT = Pattern(r"(?:[,(]|\b(?:with|using|from|in|on|by|via|per|avec|dans|de|par|selon|d'apres|d'après|sur))\s$")
_AND_NO_MORE = Pattern(r"\s?(?:$|[,.;:?!)]|\d)")


def _as_source(text: str, start: int, end: int) -> bool:
    """Whether a name without its capitals stands as a source does, in a text that has none: `rain at lagos 1950-2020, cru`."""
    return bool(_BY_IT.search(text[max(0, start - 8) : start]) and _AND_NO_MORE.match(text, end))


def _written_so(senses: tuple[Sense, ...], text: str, start: int, end: int) -> tuple[Sense, ...]:
    """The senses whose wording does not want capitals (CAPE), accents (maïs) or a bound behind it ("days over") that the text has not."""
    said, bounded = text[start:end], None
    fitting = []
    for sense in senses:
        if "capitals" in sense.implies and not (
            said.isupper() or (sense.kind == "collection" and text.islower() and _as_source(text, start, end))
        ):
            continue
        if "accented" in sense.implies and said.isascii():
            continue
        if "threshold" in sense.implies:
            bounded = _BOUND.match(text, end) is not None if bounded is None else bounded
            if not bounded:
                continue
        fitting.append(sense)
    return tuple(fitting)


def _identifier(
    text: str, words: tuple[Token, ...], index: PhraseIndex, taken: list[bool], first: int
) -> _Found | None:
    """An identifier whose separators may be moved or missing; ordinary words are not joined into one."""
    key, best = "", None
    for last in range(first, min(first + _LONGEST_IDENTIFIER, len(words))):
        if taken[last] or (last > first and not _joinable(text, words, last, complete=best is not None)):
            break
        key += words[last].key
        senses = index.letters.get(key, ()) if len(key) > 3 else ()
        if senses and (
            last == first or not _plain(words[first : last + 1]) or _typed(text, words[first], words[last], senses)
        ):
            best = _Found(first, last, senses)
    return best


def _typed(text: str, first: Token, last: Token, senses: tuple[Sense, ...]) -> bool:
    """Whether plain words stand exactly as an experiment's id is written: "land-hist"."""
    said = text[first.start : last.end]
    return "-" in said and any(sense.kind == "experiment" and sense.text == said for sense in senses)


def _standard_name(text: str, words: tuple[Token, ...], taken: list[bool], first: int) -> _Found | None:
    """A CF standard name written with spaces, of three words and more."""
    names = quantities.standard_names()
    if words[first].key not in quantities.standard_name_beginnings():
        return None
    key, best = words[first].key, None
    for last in range(first + 1, min(first + _LONGEST_STANDARD_NAME, len(words))):
        if taken[last] or not _tight(text, words, last):
            break
        key += f"_{words[last].key}"
        if last > first + 1 and key in names:
            best = _Found(first, last, (Sense("quantity", f"cf:{key}", (), "en", key),))
    return best


def _plain(words: tuple[Token, ...]) -> bool:
    known = ordinary(None)
    return all(word.key in known for word in words)


def _tight(text: str, words: tuple[Token, ...], number: int) -> bool:
    """True where nothing but spaces and joiners stands before a word; a decimal point between digits joins too."""
    gap = text[words[number - 1].end : words[number].start]
    if gap in (".", ",") and words[number - 1].key[-1:].isdigit() and words[number].key[:1].isdigit():
        return True
    return len(gap) <= 8 and not _BREAK.search(gap.replace("°", " ").replace("…", " "))


def _joinable(text: str, words: tuple[Token, ...], number: int, *, complete: bool) -> bool:
    gap = text[words[number - 1].end : words[number].start]
    if gap in ("-", ".", "_", "/"):
        return True
    return gap.strip() == "" and len(gap) < 3 and not (complete and words[number].key.isdigit())


def _matches(text: str, words: tuple[Token, ...], found: list[_Found], *, score: float) -> Iterator[Match]:
    for hit in found:
        start, end = words[hit.first].start, words[hit.last].end
        for sense in hit.senses:
            known = entry(sense.kind, sense.ref)
            if known:
                yield Match(start=start, end=end, text=text[start:end], kind=sense.kind, entry=known,
                            implies=tuple(i for i in sense.implies if i not in _SPELLING), language=sense.language, score=score)  # fmt: skip


def _corrected(
    text: str, words: tuple[Token, ...], index: PhraseIndex, matches: list[Match], language: Language | None
) -> Iterator[Match]:
    """Names whose words hold a slip, read again with the slip put right."""
    taken = _taken(words, ((m.start, m.end) for m in matches))
    repaired = corrections.repaired(text, words, taken, language)
    if not repaired:
        return
    fresh = tuple(Token(repaired.get(n, word.key), word.start, word.end) for n, word in enumerate(words))
    done = -1
    for number in sorted(repaired):
        if number <= done:
            continue
        for start in range(max(0, number - 6), number + 1):
            hit = _longer(_phrase(text, fresh, index, taken, start), _identifier(text, fresh, index, taken, start))
            if hit and hit.first <= number <= hit.last:
                yield from _matches(text, fresh, [hit], score=0.85)
                done = hit.last
                break
