"""Whether the things themselves are wanted — scenes, datasets, runs, files, nodes — rather than what they hold."""

from __future__ import annotations

from collections.abc import Callable

from conductor.composer.reading import Reading
from conductor.composer.text.cues import PATTERNS, Cues
from conductor.composer.wish.changing import DAMAGE, between_images, came_or_went, from_to, two_dates
from conductor.composer.wish.discovery import WHERE_TO_GET
from conductor.composer.wish.matter import GRIDDED_SENSORS, elevation_data, future, imagery, moving_ground, of_terrain
from conductor.composer.wish.model_search import runs_model, seeks_model
from conductor.composer.wish.offered import asks_what_there_is
from conductor.composer.wish.running import ran_by_others
from connectors.vocabulary.collections import collection
from connectors.vocabulary.patterns import Pattern

_POLITE = r"^\W*(?:please |can you |could you |i want to |i need to |peux-tu |pouvez-vous )*"
_ASKED_TO_FIND = Pattern(
    _POLITE + r"(?:find|search|list|locate|look for|trouve[rz]?|cherche[rz]?|recherche[rz]?|liste[rz]?)\b"
)
# "which floods did Sentinel-1 see": the things of the image themselves
_WHICH_THINGS = Pattern(
    r"\b(?:which|what|any|quels?|quelles?|des|(?:looking|searching|hunting) for (?:an?|the|some)|(?:je|nous|on) cherch\w+ (?:une?|le|la|les)) (?:\w+ )?(?:floods?|fires?|wildfires?|ships?|vessels?|icebergs?|landslides?|burn scars?|oil (?:spills?|slicks?)|buildings?|plumes?|blooms?|inondations?|crues?|incendies?|"
    r"feux|navires?|bateaux?|glissements?|nappes?|batiments?|panaches?|vehicles?|vehicules?|burn(?:ed|t) areas?|zones? brulees?)\b"
)
# "is there oil off Brest?": asked of what the image shows
_ANY_SEEN = Pattern(
    r"^\W*(?:y a-?t-?il|y avait-il|est-ce qu'il y a(?:vait)?|(?:are|is|were|was) there|(?:do|can|could) (?:you|we|one) see|voit-on|vois-tu|voyez-vous|peut-on voir)\b"
)
# what was told of before is seen or not on an image: "the fog that closed the airport: can you see it on VIIRS?"
_MADE_OUT = Pattern(
    r"\b(?:can|could|do|did|does) (?:you|we|one|i|it|modis|viirs|[\w]+-\d\w?) (?:still |even |actually |really |also )?(?:see|spot|make out|show|pick up) (?:it|them|that|this|the|any)\b(?! (?:images?|scenes?|data)\b)|"
    r"\b(?:is|are|was|were) (?:it|they|that|the [^.?!;,]{2,40}) (?:still |clearly )?visible\b|\b(?:does|did|do) (?:it|they|that) show(?: up)?\b|"
    r"\b(?:peut-on|pouvez-vous|peux-tu|est-ce qu'on peut|on peut|pourrait-on) (?:encore |toujours |aussi )?(?:l[ae']s? ?)?(?:voir|distinguer|reperer|apercevoir|deviner)\b(?! (?:des|les|de|d') ?(?:images?|scenes?|donnees)\b)|"
    r"\b(?:voit-on|vois-tu|voyez-vous|distingue-t-on|devine-t-on|apercoit-on)\b|\b(?:est|sont|etait|etaient)(?:-(?:il|elle)s?)? (?:encore |bien )?visibles?\b|\bse voi(?:t|ent|yait)\b"
)
_SHOWN_WHERE = Pattern(
    r"^\W*ou y a-?t-?il\b|\b(?:show|tell|see|montre\w*|dis|voir|indique\w*)(?: (?:me|us))?(?:-moi|-nous)? (?:where|how far|ou|jusqu'ou)\b"
)
_IMAGES = Pattern(rf"[^.?!;]*?{PATTERNS['scenes']}")  # in the same sentence, not in a remark after it
# "extrais les bâtiments des images WorldView": what is on the images, not the images
_TAKEN_FROM = Pattern(
    _POLITE
    + r"(?:extract|extrai\w*|segment\w*|mask|masque[rz]?|classify|classe[rz]?|delineate|outline|delimite[rz]?|map|cartographie[rz]?|detect|detecte[rz]?)\b (?!images?\b|scenes?\b)"
)
_FETCH = Pattern(_POLITE + r"(?:download|fetch|retrieve|telecharge[rz]?|recupere[rz]?)\b")
_MAPS = Pattern(
    r"\b(?:detect|outlin|contour|map|segment|count|classif|cartograph|delineat|delimit|extract|extrai)\w*|\bcartes? (?:de |des |d'|du )(?!visite)"
)
_DRAWN = frozenset({"plot", "timeseries", "value", "map"})
_CHANGED = Pattern(
    r"\b(?:what|see|show|map|how|see if|ce qui|montre|voir|qu'est-ce qui) (?:\w+ ){0,4}?(?:changed?|a change|ont change|disappeared|appeared|a disparu|est apparu\w*)\b"
)
_EVENTS = frozenset({"tropical_cyclone", "storm", "earthquake_damage"})
_COUNTABLE = frozenset(
    {
        "ship",
        "vehicle",
        "building",
        "iceberg",
        "oil_spill",
        "landslide",
        "burn_scar",
        "methane_plume",
        "flood",
        "wildfire",
        "algal_bloom",
    }
)
_SHOT = frozenset({"polarizations", "instrument_mode", "relative_orbit", "mgrs_tile", "wrs_path", "wrs_row"})
_FILING_KEYS = frozenset(
    {"member_id", "table_id", "frequency", "grid_label", "data_node", "version", "institution_id", "activity_id", "domain_id", "nominal_resolution"}
)  # fmt: skip


def is_find(r: Reading, c: Cues) -> bool:
    """Ask each verdict in turn; the first that has an opinion decides."""
    verdicts = (verdict(r, c) for verdict in _VERDICTS)
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _between_dates(r: Reading, c: Cues) -> bool | None:
    """ "The difference between the images of A and B" is what changed, not the images."""
    if (came_or_went(r) or between_images(r)) and not (
        _ASKED_TO_FIND.match(r.utterance.folded) and (c.scenes or c.data)
    ):
        return False
    differs = c.difference or c.before_after or DAMAGE.search(r.utterance.folded) or _CHANGED.search(r.utterance.folded)
    if differs and two_dates(r) and imagery(r) and not _ASKED_TO_FIND.match(r.utterance.folded):
        return False
    return False if c.before_after and two_dates(r) and r.phenomena else None


def _terms(r: Reading, c: Cues) -> bool | None:
    """ "Which experiments, variables, versions …" of model data or a mission; items asked for by that word."""
    if "items" in r.outputs:
        return True
    return True if c.which_term and (r.facets or r.collections) and not c.compute and not c.compare else None


# "how many turbines are there …, counting on an image from June": things on the image, not images
_COUNTED = Pattern(
    r"\b(?:how many|combien d(?:e |'))(?!(?:[\w-]+ ){0,3}?(?:images?|scenes?|pass\w*|acquisitions?|granules?|tiles?|tuiles?|photos?|pictures?|cliches?|prises?|files?|fichiers?|data\w*|jeux|models?|modeles?|runs?|products?|produits?|chips?|vignettes?|labels?|annotations?)\b)"
    r"[^.?!]{3,120}\b(?:on|in|from|sur|dans|d'apres|depuis|avec|with|using|a partir d[eu'])(?: the| la| les?| l'|an?|une?| ?)* ?(?:[\w-]+ ){0,3}?(?:images?|scenes?|pictures?|photos?|cliches?)\b"
)


def counted_on_image(r: Reading) -> bool:
    """Whether something is to be counted on an image, known to the vocabulary or not."""
    return bool(r.located) and not (r.facets or r.quantities) and bool(_COUNTED.search(r.utterance.folded))


def _counted(r: Reading, c: Cues) -> bool | None:
    return False if counted_on_image(r) else None


def _which_data(r: Reading, c: Cues) -> bool | None:
    measured = c.how_much and (r.phenomena or r.quantities) and not c.data and not c.scenes
    measured = measured or bool(r.statistics and r.quantities and r.located and future(r))
    measured = measured or bool(r.phenomena and r.located and _TAKEN_FROM.match(r.utterance.folded))
    return True if c.which_data and not measured and not c.compute else None


# "search obs4MIPs for a series", "cherche dans CMIP6 une série": where it is to be looked for is named
_SEARCHED = Pattern(
    _POLITE
    + r"(?:(?:search|look|browse|query|dig) (?:(?:in|into|through|up) )?|(?:cherche[rz]?|recherche[rz]?|regarde[rz]?|fouille[rz]?|trouve[rz]?) (?:-?(?:moi|nous) )?(?:dans|sur|parmi|chez) )(?:the |la |le |les |l')?(?=\w)"
)


def _searched(r: Reading, c: Cues) -> bool | None:
    named = bool({"project", "mip_era", "activity_id", "data_node"} & set(r.facets) or r.collections)
    return True if named and _SEARCHED.match(r.utterance.folded) and not r.located else None


def _drawn(r: Reading, c: Cues) -> bool | None:
    """Gridded data with a plot, a statistic or a step asked for: what they hold, not where they are."""
    gridded = {entry.sensor for name in r.collections if (entry := collection(name))} <= GRIDDED_SENSORS and bool(
        r.collections
    )
    return False if gridded and set(r.outputs) & _DRAWN and not (c.find or c.data) else None


def _agreement(r: Reading, c: Cues) -> bool | None:
    """ "Is there model agreement on the sign …": no model is looked for."""
    return False if "robustness" in r.statistics and r.quantities else None


def _processed(r: Reading, c: Cues) -> bool | None:
    return False if r.processes and not c.scenes else None


def _around_event(r: Reading, c: Cues) -> bool | None:
    """Scenes of a mission from around a named event, with no word of mapping."""
    named = bool(r.phenomena) and set(r.phenomena) <= _EVENTS and bool(r.collections) and imagery(r)
    return True if named and c.events and not (c.detect or c.how_much or c.compute or c.before_after) else None


def _objects(r: Reading, c: Cues) -> bool | None:
    """ "Find dark vessels by SAR": the things on the image are looked for, not images."""
    words = r.utterance.folded
    shown = _SHOWN_WHERE.search(words)
    if shown and r.phenomena and not r.facets and not _IMAGES.match(words, shown.end()):
        return False
    if r.phenomena and r.located and not (r.facets or c.scenes or c.data) and _MADE_OUT.search(words):
        return False
    asked = _ASKED_TO_FIND.match(words) or _WHICH_THINGS.search(words) or (_ANY_SEEN.match(words) and r.located)
    return False if asked and set(r.phenomena) & _COUNTABLE and not (c.scenes or c.data) and not r.facets else None


def _held(r: Reading, c: Cues) -> bool | None:
    """Model data looked for, or anything to be downloaded."""
    if c.find and r.facets and not r.located and not (c.how_much or c.compute or c.trend):
        return True
    things = bool(r.collections or r.facets) or c.scenes or c.data
    return True if _FETCH.match(r.utterance.folded) and things and not c.compute else None


def _shown(r: Reading, c: Cues) -> bool | None:
    """ "Show the mean as a plot" shows a result, "show the scenes" the scenes."""
    held = set(r.outputs) & _DRAWN or r.statistics or any(q.spectral_index for q in r.quantities)
    if c.show and not c.find and r.quantities and not (c.scenes or c.data) and held:
        return False
    measuring = c.compute or c.trend or c.how_much or c.before_after or c.index_word or c.has_changed
    measuring = measuring or (c.change and bool(r.phenomena or from_to(r)) and not (c.find or c.scenes))
    return True if (c.find or c.show) and imagery(r) and r.collections and not measuring and not _maps(r) else None


def _asked(r: Reading, c: Cues) -> bool | None:
    things = c.scenes or c.data
    if things and _ASKED_TO_FIND.match(r.utterance.folded) and not _maps(r):
        return True
    if (c.find or c.show) and things and not c.compute and not c.trend:
        return not (r.phenomena and _maps(r) and not c.find)
    return None


# "what temperature was it in the streets, seen from space?": how something was measured, no view that is wanted
_SEEN_FROM_ABOVE = Pattern(
    r"^\W*(?:(?:and|et|so|alors) )?(?:what|how|which|quel(?:le)?s?|comment|combien|a combien|de combien|jusqu'ou)\b(?! (?:images?|scenes?|photos?|pictures?|views?|vues?)\b)[^.?!;]*\b(?:(?:views?|seen) from (?:space|above|orbit)|vue?s? (?:satellit\w+|aeriennes?|du ciel|depuis l'espace|de l'espace|d'en haut))\b"
)


def _terse(r: Reading, c: Cues) -> bool | None:
    """A mission, a place and a time with no verb, or scene words with nothing to be made of them."""
    if not imagery(r):
        return None
    if _SHOT & set(r.filters) and not (
        c.question or c.detect or c.compute or set(r.phenomena) & _COUNTABLE or r.statistics or r.quantities
    ):
        return True  # "yesterday, ice, Hudson Bay, Sentinel-1, HH+HV"
    plain = not r.phenomena and not any(q.spectral_index or q.threshold for q in r.quantities)
    changing = c.trend or c.change or c.has_changed or c.before_after
    if r.collections and plain and not (c.compute or c.detect or c.index_word or c.how_much or r.statistics):
        return not changing or c.find
    measured = (
        bool(r.quantities or r.phenomena)
        and c.question
        and not c.find
        and bool(_SEEN_FROM_ABOVE.search(r.utterance.folded))
    )
    return True if c.scenes and not (c.detect or c.compute or changing or c.how_much or measured) else None


_COMPOSITE = Pattern(r"\bcomposit(?:es?|ing)\b")


def _composited(r: Reading, c: Cues) -> bool | None:
    """ "A maximum-NDVI composite of Mali": an index by pixel is worked out, no scene is looked for."""
    indexed = bool(r.statistics) and any(q.spectral_index for q in r.quantities)
    return False if indexed and not (c.find or c.which_data) and _COMPOSITE.search(r.utterance.folded) else None


_MADE = frozenset({"timeseries", "notebook", "workflow", "plot"})


def made(r: Reading, c: Cues) -> bool | None:
    """ "Export the NDVI series", "a notebook that computes SPEI": something made of the data is wanted, not the data."""
    made = bool(r.quantities) and bool(set(r.outputs) & _MADE) and not set(r.facets) & _FILING_KEYS
    return False if made and not (c.scenes or c.data) else None


def _filed(r: Reading, c: Cues) -> bool | None:
    """Identifiers typed as into a search box: no place, no question, no period but what files carry."""
    keys = set(r.facets) - {"experiment_id"}
    runs = (
        c.data and "evaluation" in r.experiments and not r.periods
    )  # a run that belongs to no past or future of a place
    if runs and not r.located and not r.statistics:
        return True
    if not r.facets or r.located or c.how_much or c.change or c.trend or c.compute or r.named.implied & {"change"}:
        return None
    if keys & _FILING_KEYS or set(r.facets.get("project", ())) & {"obs4MIPs", "input4MIPs"}:
        return True
    return bool(keys) and not c.future and not r.statistics and not r.periods


def _maps(r: Reading) -> bool:
    return bool(_MAPS.search(r.utterance.folded))


_SAID = Pattern(
    r"\b(?:tell|say|says|said|levels?|concentrations?|values?|niveaux?|teneurs?|valeurs?|dis|dit|dites)\b|\b(?:give|show|donne|montre|affiche)\w*(?:[ -](?:me|us|moi|nous))? (?:the|la|le|les|l')(?= ?\w)|^\W*(?:please )?(?:show|display)(?: (?:me|us))? (?=\w)"
)


def _measured(r: Reading, c: Cues) -> bool | None:
    """ "Surface temperature from Landsat", "slopes from SRTM": what a sensor measures is wanted, not its scenes."""
    asked = (
        c.question
        or c.how_much
        or c.compute
        or c.what_is
        or bool(r.statistics)
        or bool(set(r.outputs) & _DRAWN)
        or bool(_SAID.search(r.utterance.folded))
    )
    told = of_terrain(r) or (
        r.collections and r.quantities and asked and not any(q.spectral_index for q in r.quantities)
    )
    if (
        not told
        or r.facets
        or c.scenes
        or (c.data and not of_terrain(r))
        or _ASKED_TO_FIND.match(r.utterance.folded)
        or _FETCH.match(r.utterance.folded)
    ):
        return None
    return None if c.which_term or (c.which_data and not of_terrain(r)) or (c.find and not c.how_much) else False


_TRACKS = Pattern(
    r"\b(?:ground )?(?:tracks?(?! (?:the|how|and|ing|changes?)\b)|traces?|shots?|beams?|footprints?|faisceaux|empreintes?|passes|passages?|orbits?|orbites?)\b"
)
_PROFILERS = frozenset({"icesat-2", "gedi", "swot"})


def _profiles(r: Reading, c: Cues) -> bool | None:
    """The tracks of a laser or an altimeter are its scenes."""
    return True if _PROFILERS & set(r.collections) and _TRACKS.search(r.utterance.folded) and not c.compute else None


_SENSED = Pattern(
    r"\b(?:hyperspectral\w*|enmap|prisma|desis|ecostress|hyperion|lidar|laser scan\w*|point clouds?|nuages? de points|cosmo-?skymed|terrasar-?x|tandem-?x|iceye|capella|umbra|saocom|nisar|gaofen\S*|rapideye|skysat|himawari|meteosat|spot[- ]?vegetation|proba-?v)\b"
)


def _sensed(r: Reading, c: Cues) -> bool | None:
    """Data of a sensor that is named and that no collection stands for, over a place: "EnMAP over the Rhône glacier"."""
    told = _SENSED.search(r.utterance.folded) and not (r.collections or r.facets or r.quantities or r.statistics)
    making = c.compute or c.detect or c.how_much or c.trend or c.change or c.before_after or of_terrain(r)
    return True if told and not making and not set(r.phenomena) & _COUNTABLE and not c.meaning else None


_SHARE = Pattern(
    r"\b(?:percentages?|per ?cent|shares?|proportions?|fractions?|pourcentages?|pour ?cent|part)\b(?! (?:(?:of|de|d'|du) ?)?(?:max\w* )?(?:cloud|nuag|snow|neige|couv))"
)


def _amount(r: Reading, c: Cues) -> bool | None:
    """ "ESA WorldCover of Rwanda: percentage of cropland", "extent of the flood from radar images": a size is wanted."""
    sized = bool(_SHARE.search(r.utterance.folded)) or bool({"extent", "area", "count"} & set(r.statistics))
    told = c.how_much or (c.detect and not _ASKED_TO_FIND.match(r.utterance.folded))
    counted = told and "count" in r.statistics  # "how many cars, sharpest imagery available"
    wanted = bool(r.phenomena) and sized and not (r.facets or c.which_data or ((c.find or c.data) and not counted))
    return False if wanted and not (c.show and c.scenes) else None


def _sinking(r: Reading, c: Cues) -> bool | None:
    """Ground that sinks, from radar: a motion is wanted, not the scenes it is seen in."""
    return False if moving_ground(r) and not (c.find or c.scenes or c.which_data) else None


def _elevation(r: Reading, c: Cues) -> bool | None:
    """ "Elevation data for Nepal": a height model is looked for, nothing derived of it."""
    made = c.compute or c.how_much or c.question or r.statistics or set(r.outputs) & _DRAWN
    return True if c.data and elevation_data(r) and not of_terrain(r) and not made else None


# "datasets of soil moisture over Niger", "un jeu de données sur …"
_DATASETS = Pattern(
    r"^\W*(?:(?:an?|any|some|the|une?|des|les) )?(?:data ?sets?|jeux? de donnees) (?:o[fn]|for|about|with|sur|de|du|pour|d')"
)


def _offered(r: Reading, c: Cues) -> bool | None:
    got = (r.facets or r.collections or c.data) and WHERE_TO_GET.search(r.utterance.folded)
    if got or (ran_by_others(r) and r.facets):
        return True
    return True if asks_what_there_is(r) or _DATASETS.match(r.utterance.folded) else None


def _models(r: Reading, c: Cues) -> bool | None:
    return True if seeks_model(r) else None


def _run(r: Reading, c: Cues) -> bool | None:
    return False if runs_model(r) else None


def firmly_not(r: Reading, c: Cues) -> bool:
    """Whether what is said outright rules out that the things themselves are wanted."""
    return any(
        verdict(r, c) is False for verdict in (made, _composited, _between_dates, _measured, _amount, _sinking, _run)
    )


_VERDICTS: tuple[Callable[[Reading, Cues], bool | None], ...] = (
    _models, _run, _between_dates, _offered, _elevation, _profiles, _sensed, _measured, _amount, _sinking, _counted, _searched, _terms, _which_data, _drawn, made, _composited, _agreement, _processed, _objects, _around_event, _held, _shown, _asked, _terse, _filed,
)  # fmt: skip
