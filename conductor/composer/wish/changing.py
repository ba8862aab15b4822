"""What came, went or moved between two dates, as imagery shows it."""

from __future__ import annotations

from datetime import date

from conductor.composer.reading import Reading
from conductor.composer.text.cues import Cues
from conductor.composer.what.growing import stands_there
from conductor.composer.wish.drift import either_way
from conductor.composer.wish.matter import future, gridded, imagery
from connectors.vocabulary.patterns import Pattern
from planners.intent import Quantity

DAMAGE = Pattern(
    r"\b(?:damag\w*|destr(?:oy\w*|uction)|collapsed?|degats?|dommages?|detruite?s?|endommag\w*|effondr\w*|ravag\w*|(?:did|done) to)\b"
)
_MONTH = r"(?:jan|fe[bv]|mar|a[pv]r|ma[iy]|ju[nil]|aou|aug|sep|oct|nov|dec|spring|summer|autumn|winter|printemps|ete|automne|hiver)"
# "de" and "des", which join all kinds of words, lead to a date at once
_FROM_TO = Pattern(
    rf"(?:\b(?:between|from|entre)\b(?=[^.;?,]{{0,25}}(?:\d|\b{_MONTH}))|\b(?:de |du |d'|des )(?=(?:(?:le |la |l'|les )?(?:debut|fin|mi|mois|annees?|saison)?[ -]?(?:de |du |d'|des )?){{0,2}}(?:\d|{_MONTH})))"
    r"[^.;?]{3,60}\b(?:and|to|until|et|a|au|jusqu'(?:a|en|au))\b[^.;?]{0,20}\d|\b(?:19|20)\d\d (?:to|until|through|a|au) (?:[a-z]{3,9}\.? )?(?:19|20)\d\d\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th|er)? {_MONTH}[a-z]* (?:to|until|a|au) \d{{1,2}}(?:st|nd|rd|th|er)? {_MONTH}"
)
# "glacier retreat Patagonia 1985-2020": how far it went between the two ends
_DRIFT_OVER = Pattern(
    r"\b(?:retreat|shrinkage|shrinking|growth|expansion|sprawl|recul|retrait|retrecissement|assechement|croissance|etalement|extension|changes?|changements?)\b.{0,60}(?:19|20)\d\d ?(?:[-/]|to|a) ?(?:19|20)\d\d"
)
WHAT_CHANGED = Pattern(
    r"\bshow (?:me |us )?(?:the|any|all) changes?\b|\bmontre\w*(?:[- ](?:moi|nous))? (?:le|les|tous les) changements?\b|\bwhat(?:'s| has| have| is|'s been)? (?:been )?(?:changed|changing|different)\b|\b(?:ce qui|qu'est-ce qui) (?:a|avait|est|s'est) ?(?:change|different|modifie)\b"
)
_BUILT_EN = r"built|constructed|erected|put up|added|opened|dug|planted|paved|drained|appeared|popped up|sprung up|sprang up|gone up|new(?! (?:zealand|york|delhi|orleans|mexico|england|jersey|hampshire|brunswick|caledonia|guinea|south|scenes?|images?|data)\b)"
_GONE_EN = r"cleared|cut(?: down)?|felled|logged|deforested|gone(?! (?:back |all the way )?(?:up|down)\b)|missing|lost|razed|demolished|torn down|vanished|disappeared|wiped out|destroyed|flattened|washed away"
_NEW_OR_GONE = Pattern(
    rf"\b(?:what|which|anything|something|any|ce qui|how (?:much|many)|show|spot|find|list|map|where)\b[^.?!;]{{0,50}}\b(?:{_BUILT_EN}|{_GONE_EN})\b|\b(?:{_GONE_EN}|newly \w+|fresh (?:landslides?|scars?|cuts?|clearings?|cracks?|damage|burns?|slides?)|new (?!york|zealand|delhi|orleans|hampshire|scenes|images|years|data|models|versions|records|normals|ones|results|members|runs|files)\w+s\b|new (?:roads?|buildings?|houses?|mines?|dams?|construct\w+|clearings?|settlements?|fields?|ponds?|quays?|suburbs?|districts?))\b|"
    r"\b(?:qu'est-ce qu(?:i|e|'on|'il)|ce qui|ce qu'on|qu'a-t-on|quel(?:le)?s?|combien|montre|repere\w*|trouve\w*|cartographi\w*|ou)\b[^.?!;]{0,50}\b(?:construit|bati|erige|edifie|ajoute|ouvert|plante|apparu|pousse|defriche|deboise|deforeste|coupe|abattu|rase|demoli|disparu|detruit|perdu|manque|de nouveau|de neuf)(?:e?s)?\b|"
    r"\b(?:que manque-t-il|quoi de (?:neuf|nouveau)|nouve(?:aux|lles) \w+)\b"
)
# "has the shore been eaten away", "how did the reservoir fill": what became of something that stays where it is
_BECAME = Pattern(
    r"^\W*(?:(?:and|so|tell me|please) )*(?:how |where )?(?:has|have|did)\b(?!.{0,40}\b(?:image[ds]?|photograph\w*|pass(?:ed)?|acquire[ds]?|see|seen|cover\w*|observe[ds]?)\b)|\b(?:what(?:'s| is| remains| was)? (?:left|remains|become|became)|what became|what (?:has |had )?happened (?:to|with)|w(?:ent|as turned) from|turned (?:from|into)|(?:was|were|been|got) (?:\w+ ){0,2}?(?:converted (?:in)?to|replaced by|cleared for))\b|\b(?:est|sont|a ete|ont ete) (?:(?:devenu|transforme|converti|remplace|reconverti)e?s?)\b|\bqu'est-il (?:arrive|advenu)\b|\bpasse(?:e?s)? d[eu]\b|"
    r"(?<!\by )\b(?:a|ont)-(?:t-)?(?:ils?|elles?|on)\b(?!.{0,20}\b(?:image|photographie|passe|acquis|vu|couvert|observe)e?s?\b)|\bcomment (?:s'est|se sont|a|ont)\b|\b(?:que|qu'est-ce qu'il) (?:reste|est devenu|sont devenu)\w*|\b(?:s'est|se sont)\b"
)
_STANDING = frozenset({
    "surface_water", "urban", "deforestation", "vegetation", "erosion", "glacier", "wetland", "coral", "crop", "land_cover", "building", "permafrost", "ice_sheet",
})  # fmt: skip
# ice, shores and towns that went further or less far
_MOVED = Pattern(
    r"\b(?:pull(?:ed)? back|d(?:rew|rawn) back|fell back|fallen back|g[ai]ve(?:n)? ground|edged|crept|creep(?:ed)?|advanced?|push(?:ed)? (?:out|forward|inland)|spread out|swallow(?:ed)?|(?:s'est|se sont)(?:-(?:il|elle)s?)? (?:retire|retracte|deplace|etendu|etale|avance)\w*|avancee?s?\b(?!-)|gagne du terrain|croissance|etalement|expansion|extension|retrecissement|assechement|growth|shrinkage|sprawl)\b"
)
_SINCE_THEN = Pattern(
    r"\b(?:since|depuis|compared|between (?:the|these|those) (?:two |2 )?dates|entre (?:les|ces) (?:deux |2 )?dates)\b"
)
# "hectares of forest lost", "quelle part de la forêt", "surface déboisée": the size of what went
_SIZE_OF = Pattern(
    r"\b(?:hectares?|ha|acres?|(?:square (?:kilomet(?:er|re)s?|miles?|km)|km2|km²|kilometres? carres?)|percentages?|per ?cent|shares?|proportions?|fractions?|areas?|extents?|pourcentages?|parts?|surfaces?|superficies?|etendues?)"
    r" (?:of |de |d'|du |des |deboise|deforest|defrich|abattu|perdu|cleared|felled|lost|logged|deforested)"
)
_OF_CLIMATE = Pattern(r"\b(?:climate|climat|weather|meteo|model|modele|version|scenario|data ?set|data|donnees)\w*")
_SIZES = frozenset({"area", "extent"})  # of what became of it
_STEPS = frozenset({"annual", "monthly", "seasonal", "daily", "decadal"})


NORM_DAYS = 1500  # of a reference that many years make up


def two_dates(r: Reading) -> bool:
    """Two closed periods are named."""
    return len([p for p in r.periods if p.start and p.end]) >= 2


def loss_measured(r: Reading, c: Cues) -> bool:
    """ "How much forest has gone since 2001", "hectares of forest lost": how much was lost is measured, neither followed nor differenced."""
    sized = c.how_much or _SIZE_OF.search(r.utterance.folded)
    return bool(sized) and "deforestation" in r.phenomena and not (c.trend or c.before_after)


def grows_there(r: Reading) -> bool:
    """ "Where is winter wheat growing": at one time, so that nothing changes."""
    return not two_dates(r) and stands_there(r.phenomena, r.utterance.folded)


def cleared_since(r: Reading) -> bool:
    """ "Where has forest been cleared since January": a loss of itself, which needs no second date."""
    return r.phenomena == ("deforestation",) and not (two_dates(r) or from_to(r) or r.cues.before_after)


def from_to(r: Reading) -> bool:
    """From one date to another, so that a change lies between them; how much was lost is measured, not differenced."""
    dated = [p for p in r.targets if p.start and p.end and p.start != p.end]
    told = r.utterance.folded
    spanned = bool(_FROM_TO.search(told) or _DRIFT_OVER.search(told) or WHAT_CHANGED.search(told))
    return len(r.periods) == 1 and bool(dated) and spanned and not either_way(told)


def drifted(r: Reading) -> bool:
    """ "Glacier retreat Patagonia 1985-2020": how far something went between two years."""
    return from_to(r) and bool(_DRIFT_OVER.search(r.utterance.folded))


def _dated_span(r: Reading) -> bool:
    """One past period of which both ends are said, with months enough between them for something to become of it."""
    return from_to(r) and bool(_FROM_TO.search(r.utterance.folded)) and not r.months


# the level of a lake, where only its rising or falling is told: that is seen from above too
_LAKE_LEVEL = "water_surface_height_above_reference_datum"
_LEVEL_SAID = Pattern(r"\b(?:levels?|stages?|heights?|niveaux?|hauteurs?|cotes?)\b")


def is_measured(q: Quantity, told: str) -> bool:
    seen = q.spectral_index or (q.standard_name == _LAKE_LEVEL and not _LEVEL_SAID.search(told))
    return bool(q.threshold) or not seen


def came_or_went(r: Reading) -> bool:
    """ "What has been built around Nairobi since 2015?": what can be seen from above, between two times or since one."""
    told = r.utterance.folded
    if grows_there(r):
        return False
    measured = (
        r.facets or gridded(r) or future(r) or any(is_measured(q, told) for q in r.quantities) or r.cues.train_verb
    )
    if (
        measured
        or loss_measured(r, r.cues)
        or cleared_since(r)
        or _OF_CLIMATE.search(told)
        or not (r.located or r.cues.here)
    ):
        return False
    if _size_differs(r):
        return True
    if WHAT_CHANGED.search(told) and not r.phenomena:
        return bool(r.periods or r.located)
    if two_dates(r) and r.cues.before_after and not (r.cues.scenes or r.cues.data):
        return True
    between = two_dates(r) or from_to(r) or bool(_SINCE_THEN.search(told))
    if between and (_NEW_OR_GONE.search(told) or _MOVED.search(told)):
        return True
    standing = set(r.phenomena) <= _STANDING and not (r.cues.find or r.cues.scenes or r.cues.data or r.cues.trend)
    return (two_dates(r) or _dated_span(r)) and standing and set(r.statistics) <= _SIZES and bool(_BECAME.search(told))


# "what changed between these two images": the images are pointed at, and where they lie is not said
_TWO_IMAGES = Pattern(
    r"\b(?:between|from|across|in|on|entre|d'une|sur|dans) (?:these|those|the|my|our|both|two|one|ces|les|mes|nos|deux|une) (?:(?:two|2|deux|last|latest|dernieres?|satellite|sentinel(?:-\d)?|landsat) )*(?:images?|scenes?|photos?|pictures?|acquisitions?|cliches?|shots?|passes|passages|views|vues|snapshots?|dates)\b"
)


def between_images(r: Reading) -> bool:
    """ "What is different between these two scenes": a difference of images is wanted, not the images."""
    c, told = r.cues, r.utterance.folded
    differs = c.change or c.has_changed or c.difference or WHAT_CHANGED.search(told) or _NEW_OR_GONE.search(told)
    measured = r.facets or r.quantities or r.named.implied or future(r)
    several = _TWO_IMAGES.search(told)
    taught = c.how_to or c.meaning
    return bool(differs and several and several[0].endswith("s")) and not (measured or taught)


# "how many fewer hectares of ice", "combien de km2 de neige en moins": by how much a size differs between two dates
_UNIT = r"(?:hectares?|ha|acres?|square (?:kilomet(?:er|re)s?|miles?|km)|km2|km²|kilometres? carres?)"
_SIZE_DIFFERS = Pattern(
    rf"\b(?:fewer|less|more|extra|additional) {_UNIT}\b|\b{_UNIT} (?:fewer|less|more|extra|smaller|larger)\b|\b{_UNIT} (?:[\w'-]+ ){{0,5}}?(?:en|de) (?:moins|plus)\b|\b{_UNIT} (?:supplementaires?|de difference)\b"
)


def _size_differs(r: Reading) -> bool:
    """A size at one date and at another, subtracted."""
    dated = two_dates(r) or (from_to(r) and bool(_FROM_TO.search(r.utterance.folded)))
    return dated and bool(r.phenomena) and bool(_SIZE_DIFFERS.search(r.utterance.folded))


def _from_a_norm(r: Reading) -> bool:
    """ "NDVI anomaly against 2001-2020": many years are a norm, not a date."""
    dated = [(p.start, p.end) for p in r.references if p.start and p.end]
    return any((date.fromisoformat(end) - date.fromisoformat(start)).days > NORM_DAYS for start, end in dated)


def damaged(r: Reading) -> bool:
    """ "Damage in Mariupol between February and May 2022": what was destroyed from one date to another."""
    if not (r.located and DAMAGE.search(r.utterance.folded)) or r.facets or r.named.implied:
        return False
    measured = any(not q.spectral_index for q in r.quantities)
    return not measured and (two_dates(r) or _dated_span(r))


def is_change(r: Reading, c: Cues) -> bool:
    """Whether two times of imagery are set against each other."""
    if came_or_went(r) or between_images(r):
        return True
    if grows_there(r):
        return False
    if (_from_a_norm(r) or gridded(r)) and not c.before_after:
        return False
    if damaged(r) and not c.how_much:
        return True
    if (not imagery(r) and not (r.phenomena and not r.facets)) or loss_measured(r, c) or cleared_since(r):
        return False
    if c.before_after:
        return True
    if r.aggregation in _STEPS and not two_dates(r):  # "loss, year by year": a series, not a difference
        return False
    return (
        (c.change or (c.difference and two_dates(r)))
        and (two_dates(r) or from_to(r) or bool(_SINCE_THEN.search(r.utterance.folded)))
        and not future(r)
    )
