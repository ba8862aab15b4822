"""Which places stand in a text: names of the gazetteer with their homonyms narrowed by what stands beside them, and coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from connectors.vocabulary import articles, coordinates, places, qualifiers, toponym_signs, toponym_slips
from connectors.vocabulary.entries import Language
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry
from connectors.vocabulary.spelling import Token, tokens
from connectors.vocabulary.toponym_keys import (
    is_article,
    names_it,
    place_key,
    put_right,
    says_only_what,
    without_articles,
    written_out,
)

_WITH_ARTICLE = frozenset(
    ("le cap", "du cap", "cote du golfe")
)  # words for a shape that are a town's name with their article
_COMPASS_OF = Pattern(
    r"(?:the )?(?:north|south|east|west)\w* of "
)  # the north of the Sea of Azov is not in the North Sea
_HALVES = frozenset(("north", "south", "eastern", "western", "east", "west"))
_MOST_WORDS = 7
_LEAST, _FAINT = 0.3, 0.1  # a faint one is kept only where its qualifier stands beside it: `phoenix arizona`
_LIKELY = 0.5  # a name less sure than this gives way to a well-known one with a slip: the Addis of `addis ababba`
_GAPS = frozenset((" ", "-", "'", "’", "–", "—", ". ", ".", "  ", " - ", "ʻ", "‘", "\u00a0", "-\n", "\n", "\t"))
_TO = frozenset(("a", "au", "aux", "en"))
_LINKS = frozenset(("by", "in", "on", "at", "to", "and", "or", "et", "ou", "en", "par", "sur"))  # `Mexico by` is Danish
_WATERS = frozenset(("sea", "ocean"))
_ABBREVIATED = frozenset(("st", "ste", "mt", "ft"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMatch:
    """A place in the text: its homonyms, most probable first, and how sure it is a place at all (take 0.5 and more)."""

    start: int
    end: int
    text: str
    entries: tuple[PlaceEntry, ...]
    confidence: float
    score: float = 1.0
    corrected_corners: bool = False

    @property
    def best(self) -> PlaceEntry:
        return self.entries[0]


def find_places(
    text: str, language: Language | None = None, taken: Iterable[tuple[int, int]] = ()
) -> tuple[PlaceMatch, ...]:
    """Every place in a text, by position. `taken` spans are explained already: nothing inside them is a place."""
    numbers = coordinates.typed(text)
    spans = [*taken, *((n.start, n.end) for n in numbers)]
    words = tokens(text)
    found = _named(text, words, language, spans)
    free = [*spans, *((m.start, m.end) for m in found if m.confidence >= _LIKELY)]
    slips = _misspelt(text, words, language, free)
    found = [m for m in found if not any(slip.start < m.end and m.start < slip.end for slip in slips)] + slips
    found = [m for m in qualifiers.narrowed(text, sorted(found, key=lambda m: m.start)) if m.confidence >= _LEAST]
    found += [_typed(text, number) for number in numbers]
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def rivals(match: PlaceMatch) -> tuple[PlaceEntry, ...]:
    """The homonyms that are really elsewhere: a city and its own province, or a region and its sea, count as one."""
    kept: list[PlaceEntry] = []
    for entry in _parted(match.entries):
        if not any(_nested(entry, other) for other in kept):
            kept.append(entry)
    total = sum(e.prior for e in kept) or 1.0
    return tuple(replace(e, prior=round(e.prior / total, 4)) for e in kept)


def _parted(entries: Sequence[PlaceEntry]) -> Sequence[PlaceEntry]:
    """Without an area of no country that only holds its homonyms in several: the Punjab of India and that of Pakistan."""
    wide = entries[0]
    inner = [e for e in entries[1:] if e.kind == "region" and wide.bbox.contains(e.longitude, e.latitude)]
    parted = wide.kind == "region" and wide.country is None and len({e.country for e in inner if e.country}) > 1
    return entries[1:] if parted else entries


def _nested(entry: PlaceEntry, other: PlaceEntry) -> bool:
    if entry.country and other.country and entry.country != other.country:
        return False
    return other.bbox.contains(entry.longitude, entry.latitude) or entry.bbox.contains(other.longitude, other.latitude)


def _named(
    text: str, words: tuple[Token, ...], language: Language | None, spans: Sequence[tuple[int, int]]
) -> list[PlaceMatch]:
    blocked = _blocked(words, spans)
    grams = list(_grams(text, words))
    bare = {key: key if _COMPASS_OF.match(key) else without_articles(key) for _, _, key in grams}
    bearers = places.candidates({*bare, *bare.values()})
    known = {key: _together(bearers, key, core) for key, core in bare.items() if key in bearers or core in bearers}
    scored = []
    for first, last, key in grams:
        entries = known.get(key, ())
        begin = _without_article(text, words, known, first, last, entries)
        if not entries or (_inside_taken(begin, last, blocked) and not _shares_its_water(words, begin, last, blocked)):
            continue
        if begin > first:  # all that bear the name without its article
            entries = known.get(place_key(" ".join(w.key for w in words[begin : last + 1])), entries)
        entries = articles.led_in(text, words[begin].start, words[last].end, entries, language)
        confidence = toponym_signs.confidence(text, words, begin, last, entries, language)
        if confidence >= _FAINT:
            fame = entries[0].weight * (0.25 if entries[0].form else 1.0)
            scored.append((-_content(text, words, begin, last), -fame, begin, last, confidence, entries))
    used: set[int] = set()
    found = []
    for *_, begin, last, confidence, entries in sorted(scored, key=lambda s: (s[4] < _LEAST, s[0], s[1], s[2])):
        span = range(begin, last + 1)
        if used.isdisjoint(span):
            used.update(span)
            found.append(_match(text, words, begin, last, entries, confidence=confidence))
    return found


def _content(text: str, words: tuple[Token, ...], first: int, last: int) -> int:
    """How many words of a name are more than articles: `la Crète` says no more than `Crète`, `La Palma` says more than `Palma`."""
    bare = sum(not is_article(words[n].key) and words[n].key not in _TO for n in range(first, last + 1))
    return bare + (first > 0 and is_article(words[first].key) and text[words[first].start].isupper() and last > first)


def _without_article(
    text: str,
    words: tuple[Token, ...],
    known: dict[str, tuple[PlaceEntry, ...]],
    first: int,
    last: int,
    entries: tuple[PlaceEntry, ...],
) -> int:
    """The first word of the name proper: `the Alps` is `Alps`, `The Hague` stays."""
    while entries and first < last and is_article(words[first].key):
        if first and text[words[first].start].isupper():
            break
        rest = known.get(place_key(" ".join(w.key for w in words[first + 1 : last + 1])), ())
        if entries[0].id not in {e.id for e in rest[:1]}:
            break
        first += 1
    return first


def _grams(text: str, words: tuple[Token, ...]) -> Iterable[tuple[int, int, str]]:
    """Runs of words that could be a name: first word, last word, key."""
    for first, word in enumerate(words):
        if word.key.isdigit() or len(word.key) > 40 or (word.key == "ft" and first and words[first - 1].key.isdigit()):
            continue  # `2 ft resolution`
        if first and text[word.start - 1] == "-" and _HALVES.issuperset((words[first - 1].key, word.key)):
            continue  # south-eastern Australia is not the south of Eastern Australia
        said = written_out(word.key)
        if not says_only_what(word.key):
            yield first, first, put_right(said)
        for last in range(first + 1, min(first + _MOST_WORDS, len(words))):
            gap = text[words[last - 1].end : words[last].start]
            if gap not in _GAPS or (
                gap[:1] == "." and words[last - 1].key not in _ABBREVIATED and len(words[last - 1].key) > 1
            ):
                break
            said += f" {written_out(words[last].key)}"
            if is_article(words[last].key) or text[words[last].start : words[last].end] in _LINKS:
                continue
            if (
                not says_only_what(key := put_right(said))
                or (key in _WITH_ARTICLE and _is_whole_name(text, words, last))
                or names_it(text[words[first].start : words[last].end])
            ):
                yield first, last, key


def _is_whole_name(text: str, words: tuple[Token, ...], last: int) -> bool:
    """True for `images du Cap`, not for `du cap` and `du Cap Ferret`."""
    goes_on = last + 1 < len(words) and text[words[last].end : words[last + 1].start] in (" ", "-")
    return text[words[last].start].isupper() and not (goes_on and text[words[last + 1].start].isupper())


def _together(known: dict[str, tuple[PlaceEntry, ...]], key: str, bare: str) -> tuple[PlaceEntry, ...]:
    """Whatever bears a name, as it is said or without its small words."""
    merged = {entry.id: entry for entry in (*known.get(bare, ()), *known.get(key, ()))}
    return places.ranked(merged.values())


def _blocked(words: tuple[Token, ...], spans: Sequence[tuple[int, int]]) -> list[int]:
    """Word number → the number of the taken span it lies in, -1 where it is free."""
    owner = [-1] * len(words)
    ordered = sorted(spans)
    position = 0
    for number, word in enumerate(words):
        while position < len(ordered) and ordered[position][1] <= word.start:
            position += 1
        if position < len(ordered) and ordered[position][0] < word.end:
            owner[number] = position
    return owner


def _inside_taken(first: int, last: int, owner: list[int]) -> bool:
    """True unless the name is free of taken spans or strictly wider than every one that it meets."""
    met = {owner[n] for n in range(first, last + 1)} - {-1}
    if not met:
        return False
    inner = sum(1 for n in range(first, last + 1) if owner[n] != -1)
    whole = sum(1 for o in owner if o in met)
    return not (inner == whole and inner < last - first + 1)


def _shares_its_water(words: tuple[Token, ...], first: int, last: int, owner: list[int]) -> bool:
    """True for `Ross Sea ice`, `North Sea level`, `Pacific Ocean heat content`: the name's last word begins what is measured there."""
    begins = owner[last] != -1 and (last == 0 or owner[last - 1] != owner[last])
    is_free = all(owner[n] == -1 for n in range(first, last))
    return first < last and words[last].key in _WATERS and begins and is_free


def _match(
    text: str,
    words: tuple[Token, ...],
    first: int,
    last: int,
    entries: tuple[PlaceEntry, ...],
    *,
    confidence: float,
    score: float = 1.0,
) -> PlaceMatch:
    start, end = words[first].start, words[last].end
    return PlaceMatch(
        start=start, end=end, text=text[start:end], entries=entries, confidence=round(confidence, 3), score=score
    )


def _misspelt(
    text: str, words: tuple[Token, ...], language: Language | None, spans: Sequence[tuple[int, int]]
) -> list[PlaceMatch]:
    """Well-known places whose name holds a slip, where nothing else explains the words."""
    blocked = _blocked(words, spans)
    found: list[PlaceMatch] = []
    reach = -1
    looked = 0
    for first in range(len(words)):
        if first <= reach or not toponym_slips.may_be_misspelt(text, words, first, blocked, language):
            continue
        looked += 1
        if looked > toponym_slips.MOST_LOOKED_AT:
            break
        for begin, last in toponym_slips.misspelt_runs(text, words, first, blocked):
            hits = places.fuzzy(text[words[begin].start : words[last].end], limit=1)
            if hits and toponym_slips.near_enough(text, words, begin, last, hits[0]):
                entries = places.lookup(hits[0][0].name_en) or (hits[0][0],)
                found.append(_match(text, words, begin, last, entries, confidence=0.6, score=round(hits[0][1], 3)))
                reach = last
                break
    return found


def _typed(text: str, number: coordinates.Typed) -> PlaceMatch:
    said = text[number.start : number.end].strip()
    longitude, latitude = number.box.center
    if number.point:
        name = f"{_plain(latitude)}, {_plain(longitude)}"
    else:
        name = ",".join(_plain(v) for v in number.box.to_list())
    kind = "point" if number.point else "bbox"
    entry = PlaceEntry(
        id=f"{kind}:{name.replace(' ', '')}", name_en=name, name_fr=name, source="typed in the question", kind=kind, bbox=number.box,
        latitude=latitude, longitude=longitude,
    )  # fmt: skip
    return PlaceMatch(
        start=number.start,
        end=number.end,
        text=said,
        entries=(entry,),
        confidence=1.0,
        corrected_corners=number.swapped,
    )


def _plain(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
