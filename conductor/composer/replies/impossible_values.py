"""Values outside their range: shares beyond 0 to 100 %, latitudes beyond the poles, amounts below nothing, bounds that exclude each other."""

from __future__ import annotations

import re

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.refusals import refuse
from conductor.composer.text.language import Language
from connectors.vocabulary.patterns import Pattern

_PER_CENT = r" ?(?:%|percent|per cent|pour ?cent|pct)"
_AT_LEAST = Pattern(
    rf"\b(?:at least|minimum|no less than|au moins|au minimum) (?:clouds? (?:cover )?|cloudiness |nuages? |nebulosite |de nuages )?(\d{{1,3}}){_PER_CENT}|(\d{{1,3}}){_PER_CENT} (?:or more|at least|minimum|au moins|au minimum|ou plus)\b"
)
_AT_MOST = Pattern(
    rf"\b(?:at most|maximum|no more than|au plus|au maximum) (?:clouds? (?:cover )?|cloudiness |nuages? |nebulosite |de nuages )?(\d{{1,3}}){_PER_CENT}|(\d{{1,3}}){_PER_CENT} (?:or less|at most|maximum|au plus|au maximum|ou moins)\b"
)
_MORE = r"(?:more than|over|above|at least|greater than|higher than|exceeding|plus de|au-dessus de|superieure?s? a|au moins|depassant)"
_LESS = r"(?:less than|under|below|at most|lower than|moins de|en dessous de|inferieure?s? a|au plus|sous)"
_UNIT = r"(?P<unit{0}>%|percent|per cent|pour ?cent|°? ?c\b|°|deg\w*|mm|cm|m/s|km/h|m\b|k\b)?"
_CROSSED = Pattern(
    rf"\b{_MORE} (?P<low>-?\d{{1,4}}(?:[.,]\d+)?) ?{_UNIT.format(1)},? (?:and|but|et|mais) {_LESS} (?P<high>-?\d{{1,4}}(?:[.,]\d+)?) ?{_UNIT.format(2)}"
)
_NEGATIVE_CLOUD = Pattern(
    r"(?<![\w%] )(?<![\w-])-\d++(?:[.,]\d++)? ?(?:%|percent|per cent|pour ?cent) (?:of |de |d')?(?:clouds?\b|cloud|nuages?|couverture nuageuse|nebulosite|ennuagement)|(?:with|avec|below|under|sous|moins de) -\d++(?:[.,]\d++)? ?(?:%|percent|per cent|pour ?cent) (?:of |de |d')?(?:clouds?\b|nuages?|couverture nuageuse|nebulosite|ennuagement)|"
    r"\bnegative (?:cloud\w*|cloud cover\w*)\b|\b(?:couverture nuageuse|nebulosite|ennuagement) negative\b|\b(?:clouds?|cloud cover|nuages?|couverture nuageuse)\b[^.;?]{0,20}\b(?:negative|(?:minus |(?<!au )moins |(?<![\w-]) -)\d++(?! ?(?:°|deg|[ckf]\b)))"
)
_CLOUDY = Pattern(r"\b(?:cloud\w*|nuag\w*|ennuag\w*|overcast|couvert\w*)\b")
# of the ground that a scene shows, or of its pixels that can be used
_COVERING = Pattern(
    r"\b(?:cover(?:ing|s)\b|of the (?:area|tile|basin|region)|valid|clear|couvrant|de la (?:zone|tuile)|valides?|claire?s?)\b"
)
_CHANGED = Pattern(
    r"\b(?:anomal\w*|chang\w*|trend\w*|tendances?|differen\w*|deficits?|departures?|ecarts?|increas\w*|decreas\w*|augment\w*|diminu\w*|hausses?|baisses?|rise|rose|drop\w*|grew|growth|croissance|normale?s?|mean|average|moyennes?|usual|relative to|par rapport|compared|than|balance|bilan|storage|stock|level|niveau|feedback|phase|nao|enso|index|indice)\b"
)
# what never goes below nothing, in the name of the quantity
_NEVER_LESS = (
    r"(?:rain(?:fall)?|precipitation|snow(?:fall| depth| cover)?|wind(?: speed)?|humidity|run-?off|discharge|cloud(?: cover)?|(?:sea )?ice (?:cover|extent|area|concentration)|areas?|surfaces?|counts?|numbers?|"
    r"pluies?|precipitations?|neige|enneigement|vents?|vitesses? du vent|humidite|ruissellement|debits?|couverture nuageuse|superficies?|nombres?)"
)
_NEGATIVE_AMOUNT = Pattern(
    rf"\bnegative (?:daily |annual |monthly |mean |total )?{_NEVER_LESS}\b(?! (?:anomal|chang|trend|bias|feedback|balance|correlation))|\b{_NEVER_LESS} (?:quotidienne |annuelle |totale )?negati(?:ve|f|fs|ves)\b|\b{_NEVER_LESS} (?:was|were|is|are|below|under|sous) (?:minus |-)\d++(?:[.,]\d++)?(?! ?(?:°|deg|[cf]\b|m\b|metres?))"
)
_NEGATIVE_SIZE = Pattern(
    r"\b(?:within|radius of|rayon de|buffer of|a moins de|at most|resolution of|resolution de) -\d++(?:[.,]\d++)?(?! ?(?:°|deg|[cfk]\b))|(?<![\w.])-\d+ (?:scenes?|images?|granules?|members?|membres?|models?|modeles?)\b|\b(?:-\d+|0|zero)[ -]?year return|\bperiode de retour de (?:-\d+|0|zero) ans?\b"
)
# of a whole: what is said in per cent of it ends at a hundred
_SHARE = (
    r"(?:shares?|fractions?|proportions?|percentages?|cloud(?:s|y|iness)?(?: cover(?:age)?)?|snow cover|ice concentration|sea ice concentration|(?:relative )?humidity|(?:tree|forest|canopy|land|vegetation|cropland) cover|coverage|probabilit(?:y|ies)|likelihood|confidence|"
    r"parts?(?! of)|couvertures?(?: nuageuse| neigeuse| forestiere)?|nuages|nebulosite|ennuagement|concentrations? de (?:glace|banquise)|humidite(?: relative)?|taux de (?:couverture|boisement)|probabilites?|confiance|pourcentages?)"
)
_BEYOND = rf"(?:1(?:0[1-9]|[1-9]\d)|[2-9]\d\d)(?:[.,]\d+)?{_PER_CENT}"
_SHARE_BEYOND = Pattern(rf"\b{_SHARE}\b(?P<gap>[^.;?!\d]{{0,40}}){_BEYOND}|{_BEYOND} (?:of )?(?:de |d')?{_SHARE}\b")
_BY_HOW_MUCH = Pattern(
    r"\W*(?:d[e'] ?)?(?:higher|lower|more|less|larger|smaller|greater|above|below|of\b|plus|moins|superieur\w*|inferieur\w*|de (?:la |leur |sa )?(?:normale|moyenne)|anomal\w*|chang\w*|increas\w*|decreas\w*)\b"
)
_OFF_THE_GLOBE = Pattern(
    r"(?<![\w.,-])-?(?:9[1-9]|1[0-7]\d)(?:[.,]\d{1,9})? ?(?:°|deg\w*)? ?(?:de latitude |latitude )?(?:n|s|nord|sud|north|south)\b(?!-)|"
    r"(?<![\w.,-])(?:(?:18[1-9]|19\d|[2-9]\d\d)(?:[.,]\d{1,9})? ?(?:°|deg\w*)? ?(?:de longitude |longitude )?(?:w(?! ?/)|o|ouest|west)\b|"
    r"(?:36[1-9]|3[7-9]\d|[4-9]\d\d)(?:[.,]\d{1,9})? ?(?:°|deg\w*)? ?(?:de longitude |longitude )?(?:e|est(?!-|\s[a-z]+e?s?\b)|east)\b)|"  # maps of the Pacific count to 360° E
    r"\blat(?:itude)? ?(?:of |de |[:=])? ?-?(?:9[1-9]|1\d\d)\b|\blon(?:g(?:itude)?)? ?(?:of |(?<=longitude )de |[:=])? ?-?(?:3[7-9]\d|[4-9]\d\d)\b(?! ?k?m\b)"
)
_PERCENTILE = Pattern(
    r"(?<![\d.,])((?:10[1-9]|1[1-9]\d|[2-9]\d\d)(?:[.,]\d{1,3})?|-\d{1,3})(?:st|nd|rd|th|e|eme|ieme)?[ -](?:percentiles?|centiles?)\b|"
    r"\b(?:percentiles?|centiles?) (?:of |de )?(10[1-9]|1[1-9]\d|[2-9]\d\d)\b(?! ?(?:runs?|members?|models?|modeles?|stations?))"
)
_INDICES = frozenset({"NDVI", "NDWI", "MNDWI", "NDSI", "NBR", "NDMI", "NDBI", "NDRE", "GNDVI"})
_BOTH_WAYS = Pattern(
    r"\b(?:ascending|ascendante?s?)\b(?P<gap>.{1,60}?)\b(?:descending|descendante?s?)\b|\b(?:descending|descendante?s?)\b(?P<back>.{1,60}?)\b(?:ascending|ascendante?s?)\b"
)
_EITHER = Pattern(
    r"\b(?:and|or|et|ou|versus|vs|then|puis|plus|also|aussi|not|pas|comme|ainsi que|as well as|alongside)\b|[,/&+;]"
)


def off_the_globe(r: Reading, language: Language) -> Declined | None:
    """A latitude beyond the poles, a longitude beyond a full turn."""
    match = _OFF_THE_GLOBE.search(r.utterance.folded)
    return refuse("contradiction", "globe", language, said=match[0]) if match else None


def cloud_bounds(r: Reading, language: Language) -> Declined | None:
    """Clouds of scenes below nothing, above all, or between bounds that exclude each other."""
    folded = r.utterance.folded
    if match := _NEGATIVE_CLOUD.search(folded):
        return refuse("contradiction", "percent", language, said=match[0])
    low, high = r.filters.get("cloud_cover_min"), r.filters.get("cloud_cover_max")
    for value in (low, high, r.filters.get("snow_cover_max")):
        if value is not None and not 0 <= value <= 100:
            return refuse("contradiction", "percent", language, said=f"{value:g} %")
    if high == 0 and re.search(
        r"\b(?:below|under|less than|lower than|moins de|en (?:dessous|deca) de|au-dessous de|inferieur\w* a|sous(?: les?)?) 0 ?%",
        folded,
    ):
        return refuse("contradiction", "percent", language, said="< 0 %")
    if low is not None and high is not None and low > high:
        return refuse("contradiction", "cloud", language, said=f"> {low:g} %, < {high:g} %")
    least, most = _AT_LEAST.search(folded), _AT_MOST.search(folded)
    if (
        least
        and most
        and not _COVERING.search(folded)
        and _CLOUDY.search(folded)
        and int(least[1] or least[2]) > int(most[1] or most[2])
    ):
        return refuse("contradiction", "cloud", language, said=f"{least[0]}, {most[0]}")
    if low == 100 and re.search(r"(?:above|over|more than|plus de) 100 ?%", folded):
        return refuse("contradiction", "percent", language, said="> 100 %")
    return None


def crossed_bounds(r: Reading, language: Language) -> Declined | None:
    """ "More than 20 mm and less than 5 mm": one value above the higher and below the lower of two bounds."""
    match = _CROSSED.search(r.utterance.folded)
    if match is None or (match["unit1"] and match["unit2"] and match["unit1"] != match["unit2"]):
        return None
    low, high = float(match["low"].replace(",", ".")), float(match["high"].replace(",", "."))
    return refuse("contradiction", "crossed", language, said=match[0]) if low > high else None


def both_ways(r: Reading, language: Language) -> Declined | None:
    """Passes that are ascending and descending at once."""
    match = _BOTH_WAYS.search(r.utterance.folded)
    if match is None or _EITHER.search(match["gap"] or match["back"] or ","):
        return None
    return refuse("contradiction", "orbit", language, said=match[0])


def impossible_share(r: Reading, language: Language) -> Declined | None:
    """A share of a whole beyond 100 %, a percentile beyond the hundredth."""
    folded = r.utterance.folded
    if match := _PERCENTILE.search(folded):
        return refuse("contradiction", "percent", language, said=match[1] or match[2])
    match = _SHARE_BEYOND.search(folded)
    if match is None or _CHANGED.search(match[0]) or _BY_HOW_MUCH.match(folded, match.end()):
        return None
    return refuse("contradiction", "percent", language, said=match[0])


def negative_amount(r: Reading, language: Language) -> Declined | None:
    """Less than no rain, a radius below nothing; an anomaly or a change may be negative."""
    folded = r.utterance.folded
    match = _NEGATIVE_SIZE.search(folded) or (None if _CHANGED.search(folded) else _NEGATIVE_AMOUNT.search(folded))
    return refuse("contradiction", "negative", language, said=match[0]) if match else None


def impossible_bound(r: Reading, language: Language) -> Declined | None:
    """A bound on a quantity that the quantity never reaches."""
    for quantity in r.quantities:
        bound = quantity.threshold
        if bound is None:
            continue
        if quantity.spectral_index in _INDICES and 1 < abs(bound.value) <= 100:
            said = f"{quantity.spectral_index} {bound.op} {bound.value:g}"
            return refuse("contradiction", "index", language, said=said)
        if (bound.units == "degC" and bound.value < -273.15) or (bound.units == "K" and bound.value < 0):
            return refuse("contradiction", "cold", language, said=f"{bound.value:g} {bound.units}")
        if bound.units == "%" and not 0 <= bound.value <= 100 and "humidity" in (quantity.standard_name or ""):
            return refuse("contradiction", "percent", language, said=f"{bound.value:g} %")
        if (
            _CHANGED.search(r.utterance.folded) is None
            and bound.value < 0
            and bound.units in ("mm", "mm/day", "m/s", "km/h", "cm")
        ):
            return refuse("contradiction", "negative", language, said=f"{bound.value:g} {bound.units}")
    return None
