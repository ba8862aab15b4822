"""The keys under which the gazetteer keeps a name: folded words, saints and mounts written out, articles optional."""

from __future__ import annotations

import re

from connectors.vocabulary import tables
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.spelling import normalise

_WRITTEN_OUT = {
    "st": "saint",
    "ste": "sainte",
    "mt": "mount",
    "mtn": "mountain",
    "mtns": "mountains",
    "ft": "fort",
    "is": "islands",
}
# Kinds of water and land as they are written by ear.
_SLIPS = (
    (Pattern(r"\bstraights?(?= of\b)"), "strait"),
    (Pattern(r"\bgolf(?= of\b)"), "gulf"),
    (Pattern(r"\bgolf(?= d(?:e|u|es)?\b)"), "golfe"),
    (Pattern(r"\bpen(?:in|nin|ni|i)?s?sula\b"), "peninsula"),
    (Pattern(r"\bdessert$"), "desert"),
    (Pattern(r"\briv(?:r|err|re|eer|ier|ere)$"), "river"),
    (Pattern(r"\bmo(?:ut|n)ta(?:i|in)ns$|\bmountian?s$"), "mountains"),
    (Pattern(r"\b(?:ilsand|iland|islnd)(s?)$"), r"island\1"),
    (Pattern(r"\bval+y$"), "valley"),
)
_DOUBTFUL = ("straight", "golf ", "sula", "dessert", " riv", " mo", " il", " islnd", " val")  # what every slip holds
_WATER = r"(sea|gulf|straits?|bay|bight|channel|estuary|delta|lagoon|sound|fjord|valley|peninsula|desert|plateau)"
_KIND_FIRST = Pattern(rf"{_WATER} of (?:the )?(.+)")
_KIND_LAST = Pattern(rf"(.+) {_WATER}")
# A basin by any of its names, and what a river has, told of the river: `drainage area of the Congo`, `Mekong River delta`.
_BASIN_LAST = Pattern(
    r"(.+?)(?: rivers?)?(?: s)? (?:drainage |catchment )?(?:basin|watershed|catchment|drainage)(?: area)?"
)
_BASIN_FIRST = Pattern(
    r"(?:(?:river |drainage |catchment )?(?:basin|watershed|catchment)|(?:drainage|catchment) area) of (?:the )?(.+?)(?: river)?"
)
_BASSIN = Pattern(
    r"(?:bassin(?: versant| hydrographique| hydrologique| fluvial| d alimentation)?|bv|aire de drainage)"
    r"(?: (?:de la|de l|du|des|de|d))?(?: (?:fleuve|riviere))?(?: (?:de la|de l|du|des|de|d))? (.+)"
)
_OF_A_RIVER = Pattern(r"(.+?) rivers?(?: s)? (delta|valley|estuary)")
_DU_FLEUVE = Pattern(r"(delta|vallee|estuaire) (?:du fleuve|de la riviere)(?: (?:de la|de l|du|des|de|d))? (.+)")
# One of these stands in every name that can be said another way.
_TURNING = frozenset(
    ("sea", "gulf", "strait", "straits", "bay", "bight", "channel", "estuary", "delta", "lagoon", "sound", "fjord", "valley", "peninsula",
     "desert", "plateau", "basin", "watershed", "catchment", "drainage", "area", "bassin", "bv", "aire", "vallee", "estuaire")
)  # fmt: skip
_ARTICLES = tables.words("articles_of_places")
_PLACES_OF = tables.words("says_what")
_SAYING_NOTHING = _ARTICLES | _PLACES_OF


def place_key(words: str) -> str:
    """Normalised words with abbreviations written out and slips put right: `St. John's` is `saint john s`, `straight of` is `strait of`."""
    return put_right(" ".join([written_out(w) for w in words.split()]))


def written_out(word: str) -> str:
    """A word of a name, what it abbreviates written out: `mt` is `mount`."""
    return _WRITTEN_OUT.get(word, word)


def put_right(key: str) -> str:
    """Words written out, with what is written by ear put right."""
    if any(part in key for part in _DOUBTFUL):
        for slip, meant in _SLIPS:
            key = slip.sub(meant, key)
    return key


def without_articles(key: str) -> str:
    """The key of a name that says what it names, without its small words: `golfe saint laurent`."""
    words = key.split()
    if _PLACES_OF.isdisjoint(words):
        return key
    return " ".join([w for w in words if w not in _ARTICLES]) or key


def says_only_what(key: str) -> bool:
    """True for a key of nothing but articles and words such as `coast` or `lake`."""
    return _SAYING_NOTHING.issuperset(key.split())


def says_one_kind(key: str) -> bool:
    """True for a key of one kind of place and no name: `riviere de`, `du lac`."""
    return says_only_what(key) and sum(word not in _ARTICLES for word in key.split()) < 2


def names_it(written: str) -> bool:
    """True for words that say only what a place is and are written as its name: `Lake District`, `Channel Islands`, `Côte du Golfe`."""
    words = [word for word in re.split(r"[ -]", written) if normalise(word) not in _ARTICLES]
    return len(words) > 1 and all(word[:1].isupper() for word in words) and not written.isupper()


def is_article(word: str) -> bool:
    """True for articles and `of`, in both languages."""
    return word in _ARTICLES


def turned(key: str) -> tuple[str, ...]:
    """The other ways to say the key of a water or a basin: `marmara sea` and `sea of marmara`, `bv de la seine` and `bassin seine`."""
    if _TURNING.isdisjoint(key.split()):
        return ()
    if match := _BASIN_LAST.fullmatch(key) or _BASIN_FIRST.fullmatch(key):
        return (f"{match[1]} basin",)
    if match := _BASSIN.fullmatch(key):
        return (f"bassin {match[1]}",)
    if match := _OF_A_RIVER.fullmatch(key):
        return (f"{match[1]} {match[2]}",)
    if match := _DU_FLEUVE.fullmatch(key):
        return (f"{match[1]} {match[2]}",)
    if match := _KIND_FIRST.fullmatch(key):
        kind, name = match.groups()
        return tuple(f"{name} {one}" for one in _kinds(kind))
    if match := _KIND_LAST.fullmatch(key):
        name, kind = match.groups()
        return tuple(f"{one} of {the}{name}" for one in _kinds(kind) for the in ("", "the "))
    return ()


def _kinds(kind: str) -> tuple[str, ...]:
    return ("strait", "straits") if kind in ("strait", "straits") else (kind,)


def place_keys(name: str) -> tuple[str, ...]:
    """Every key of a name; the first is its own, a leading article may be missing."""
    own = place_key(normalise(name))
    keys = [own, without_articles(own)]
    first, _, rest = own.partition(" ")
    if rest and first in ("the", "les", "le", "l") and len(rest) > 3:
        keys.append(rest)
    return tuple(dict.fromkeys(k for k in keys if k))
