"""What a natural place is, told in the other language or by a near word: `détroit de Jones` is Jones Sound, `Kariba Dam` the lake behind it.

The gazetteer often has a name in one language alone. Each line holds the words of one kind, English beside French.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

# English words behind the name, those before it (`gulf of`, `lake`), French words before it; the likeliest first.
_KINDS: tuple[tuple[str, str, str], ...] = (
    ("strait straits sound channel passage inlet", "strait_of straits_of", "detroit canal chenal passage"),
    ("bay sound inlet gulf bight lagoon", "bay_of gulf_of", "baie golfe bras inlet anse bassin"),
    ("gulf bay", "gulf_of bay_of", "golfe baie"),
    ("fjord sound", "", "fjord"),
    ("lagoon lake", "lake", "lagune etang lac"),
    ("lake reservoir lagoon", "lake", "lac etang reservoir lagune"),
    ("reservoir lake", "lake", "reservoir lac retenue lac_barrage barrage"),
    ("dam reservoir lake", "lake", "barrage reservoir lac lac_barrage"),
    ("island isle islands atoll", "isle_of island_of", "ile iles ilot atoll"),
    ("islands archipelago island", "", "iles archipel ile"),
    ("archipelago islands island", "", "archipel iles ile"),
    ("atoll island", "", "atoll ile"),
    ("valley", "valley_of", "vallee val"),
    ("national_park park nature_reserve national_reserve", "", "parc_national parc reserve_naturelle reserve"),
    ("provincial_park park", "", "parc_provincial parc"),
    ("regional_park nature_park park", "", "parc_naturel_regional parc_regional parc_naturel parc"),
    ("park national_park", "", "parc parc_national"),
    ("reserve game_reserve nature_reserve national_reserve", "", "reserve reserve_naturelle reserve_de_faune"),
    ("peninsula", "", "peninsule presqu_ile"),
    ("isthmus", "isthmus_of", "isthme"),
    ("glacier", "", "glacier"),
    ("ice_cap icecap", "", "calotte calotte_glaciaire"),
    ("icefield ice_field", "", "champ_de_glace champ_glace champs_de_glace"),
    ("ice_shelf", "", "plateforme plateforme_glaciaire plateforme_glace plateforme_de_glace barriere barriere_glace barriere_de_glace"),
    ("ice_stream", "", "courant_glaciaire courant_de_glace courant_glace fleuve_de_glace"),
    ("ice_tongue glacier_tongue", "", "langue_glaciaire langue_de_glace langue_glace"),
    ("forest national_forest forest_reserve", "forest_of", "foret foret_nationale"),
    ("desert", "", "desert"),
    ("delta river_delta", "", "delta"),
    ("estuary", "estuary_of", "estuaire"),
    ("river", "river", "riviere fleuve"),
    ("volcano mountain peak", "mount", "volcan mont pic nevado"),
    ("canyon gorge gorges", "", "canyon gorge gorges"),
    ("plateau", "", "plateau"),
    ("plain plains floodplain", "", "plaine plaines"),
    ("basin", "", "bassin cuvette"),
    ("mountains range hills", "", "monts montagnes massif chaine collines"),
    ("spit", "", "fleche cordon langue"),
    ("marsh marshes wetlands wetland swamp swamps peatlands", "", "marais marecage marecages zone_humide zones_humides tourbiere tourbieres"),
    ("falls", "", "chutes"),
    ("reef reefs bank", "", "recif recifs banc"),
    ("vineyards wine_region", "", "vignoble vignobles"),
)  # fmt: skip
_LEADS = frozenset(("de", "d", "du", "des", "la", "l", "of"))
_MOST_WORDS = 3  # of a name without its kind


def otherwise(key: str) -> tuple[str, ...]:
    """The key of a natural place by its kind's other words: `detroit jones` is `jones strait` or `jones sound`."""
    words = key.split()
    behind, before = _index()
    for size in (3, 2, 1):
        if not size < len(words) <= size + _MOST_WORDS:
            continue
        line = before.get(" ".join(words[:size]))
        if line is not None:
            return _ways(line, " ".join(_unled(words[size:])), key)
        line = behind.get(" ".join(words[-size:]))
        if line is not None:
            return _ways(line, " ".join(words[:-size]), key)
    return ()


def _unled(words: list[str]) -> list[str]:
    """A name without the `de` or `of` that leads to it: `retenue de Kariba`."""
    first = next((n for n, word in enumerate(words) if word not in _LEADS), 0)
    return words[first:]


def _ways(line: int, name: str, key: str) -> tuple[str, ...]:
    return tuple(way for way in dict.fromkeys(_said(line, name)) if way != key)


def _said(line: int, name: str) -> Iterator[str]:
    english, leading, french = _KINDS[line]
    yield from (f"{name} {_plain(word)}" for word in english.split())
    yield from (f"{_plain(word)} {name}" for word in (*french.split(), *leading.split()))


def _plain(word: str) -> str:
    return word.replace("_", " ")


@cache
def _index() -> tuple[dict[str, int], dict[str, int]]:
    """The words of a kind → its line, for those behind a name and those before it; a line's first words are its own."""
    behind: dict[str, int] = {}
    before: dict[str, int] = {}
    for first in (True, False):
        for number, (english, leading, french) in enumerate(_KINDS):
            for index, words in ((behind, english), (before, french), (before, leading)):
                for word in words.split()[: 1 if first else None]:
                    index.setdefault(_plain(word), number)
    return behind, before
