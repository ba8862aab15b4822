"""Names that their surroundings say to be something else: SAM the annular mode, "historical" as a plain word, a level that is a height."""

from __future__ import annotations

import re

from conductor.composer.text.calendar_words import fold
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.elevation_models import NAMED_AFTER, NAMED_BEFORE
from conductor.composer.what.trades import of_a_trade
from connectors.vocabulary.collections import PlatformEntry
from connectors.vocabulary.models import FacetEntry
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phrases import Match
from connectors.vocabulary.places import lookup
from connectors.vocabulary.quantities import QuantityEntry

_RUNS = r"(?:runs?|experiments?|simulations?|forcings?|members?|ensemble|scenarios?|outputs?|ssp\w*|experience)"
_HISTORICAL_RUN = Pattern(
    rf"\b(?:historical|historique)s? (?:model |climate )?{_RUNS}\b|\b{_RUNS} (?:historical|historique)s?\b|"
    r"\b(?:historical|historique) (?:and|et|\+|,|vs|versus|or|ou|/) ?(?:ssp|rcp)|\b(?:under|from the|in the|sous|selon|dans l'experience) historical\b(?! (?:data|period|record|average|climate|mean|conditions))|(?:^|[,;(])\s*historical\s*(?:[,;)]|$)|(?:ssp|rcp)[\w.-]+ (?:and|et|\+|,|"
    r"vs|versus|or|ou|/) ?(?:historical|historique)\b"
)
_MODEL_HISTORICAL = Pattern(r"\b[a-z][\w-]*\d[\w-]* historical\b|\b(?:la|le|les|l'|des|du|d') ?\w+ historical\b")
_HISTORICAL_PLAIN = Pattern(
    r"\b(?:historical|historique)s? (?:data|period|periode|records?|averages?|climate\b(?! model)|observ\w+|imagery|"
    r"images?|normals?|baseline|means?|weather|values?|archives?|donnees|moyennes?|trends?|tendances?|levels?|"
    r"temperatures?|precipitations?|conditions)|"
    r"\b(?:donnees|archives?|moyennes?|tendances?|niveaux?|temperatures?|precipitations?|pluies?|conditions|observations?|images?|imagerie|climat|meteo|valeurs?|normales?|records?|releves?) historiques?\b"
)
_RESOLUTION_TALK = Pattern(r"\b(?:resolution|grids?|grilles?|mailles?|spacing|nominal|models?|modeles?|simulations?)\b")
_ALIAS = Pattern(r"[LlSs]\d[AaBbCc]?")
_ALIAS_IN_UNITS = Pattern(r"\b(?:m|mm|cm|km|kg|g|mol|j|w|m2|m3)(?:-?\d)? $")
_NODE_TALK = Pattern(
    r"\b(?:data ?sets?|data|donnees|jeux|nodes?|noe?uds?|servers?|serveurs?|hosts?|heberge\w*|files?|fichiers?|mirror\w*|index|esgf|archives?|sites?|copies|copy|replicas?|holds?|held by|holdings?|have of|has of|detien\w*|distribu\w*|publi\w*|serves?|propose\w*|fourni\w*|stocke\w*)\b"
)
_SEGMENTS = Pattern(
    r"\b(?:segment\w*|mask\w*|masque\w*|detect\w*|delineat\w*|delimit\w*|outlin\w*|contour\w*|extract\w*|extrai\w*|parcel\w*|annot\w*|label\w*|prompt\w*|polygon\w*|"
    r"(?:re-?)?train\w*|(?:re-?)?entrain\w*|fine-?tun\w*|affine[rz]?|peaufine[rz]?|adapte?[rz]?)\b|"
    r"\b(?:run|runs|use|using|apply|try|test|lance[rz]?|utilise[rz]?|applique[rz]?|passe[rz]?|execute[rz]?|essaie|essaye[rz]?|teste[rz]?|fais(?:-moi)? (?:tourner|passer))(?: meta's| le modele| the)? sam\b"
)
# "growing-season rainfall", "pluie de la saison de croissance"
_GROWING_OF = Pattern(r"(?:'s)?[ -](?:mean |total |average )?(?:rain|precip|temp|heat|moisture|water|ndvi|drought)")
_DE_CROISSANCE = Pattern(
    r"\b(?:pluies?|precipitations?|temperatures?|cumul|humidite|secheresses?) (?:de|pendant|durant|en|sur) (?:la |toute la )?$"
)
# "saison humide" is no humidex, "vas-y" no northward wind, "y a-t-il de la neige" asks whether it lies and not whether it fell
_NO_QUANTITY = Pattern(
    r"eoliennes?\b|humides?\b|vas-(?:y|tu)\b|vas bien\b|vas (?!over\b|under\b|after\b|winter\b|summer\b)(?:me |nous |le |la |les |l'|m'|y |lui |leur )*[a-z]+(?:er|ir|re)\b|(?:a|aura|avait)-t-il de la neige\b|il (?:de la|y a de la) neige\b|va (?:(?:bien )?(?:plus|moins)|[a-z]+(?:er|ir|re))\b"
)
# farms of turbines, panels or fish grow no crop
_NO_CROP = Pattern(r"\b(?:wind|solar|fish|salmon|oyster|mussel|server|turbine|photovoltaic|pv|tidal)[- ]?farms?$")
# whoever asks speaks of where they are, not of what grows there
_OUR_FARM = Pattern(r"\b(?:my|our|his|her|their|your|the|this|that|a) (?:family |small |dairy |little )?farm$")
# a road on ice is no sea ice
_NO_EVENT = Pattern(
    r"\b(?:routes?|ponts?|hockey|patinoires?|saints?|cafe) (?:de|sur) glace$|\bbrise[- ]glaces?$|\bice(?=[- ]?breakers?\b)"
)
# snow made by machines, and what is only called after it
_OF_SNOW = frozenset({"prsn", "snc", "snd", "snw"})
_NO_SNOW = Pattern(
    r"\bcanons? a neige\b|\b(?:snow (?:cannons?|guns?|making|tyres?|tires?|ploughs?|plows?|leopards?)|snow(?:making|men|man|ploughs?|plows?|boards?|mobiles?)|artificial snow|neige (?:artificielle|de culture)|"
    r"bonhommes? de neige|pneus neige|classes? de neige|blanche-neige|snow white)\b"
)
# the mean of what is emitted is no scenario: "émissions moyennes de NO2"
_EMITTED = Pattern(
    r"emissions? moyennes? (?:annuelles? |mensuelles? |quotidiennes? )?d(?:e |u |es |')(?!gaz\b|ges\b|carbone\b)"
)
# "the sun's elevation" is no height of ground
_OF_THE_SUN = Pattern(r"\b(?:sun|sun's|solar) $")
_DU_SOLEIL = Pattern(r" (?:du soleil|solaire|of the sun)\b")
# "a milder scenario" is one of lower emissions, no temperature
_OF_A_SCENARIO = Pattern(
    r"(?:(?:mild|gentl|warm|hott|cool|cold|wett|dri)er (?:scenario|pathway|trajector)|(?<=scenario )(?:plus|moins) (?:doux|chaud|froid|sec|humide|dur)\b|"
    r"(?<=trajectoire )(?:plus|moins) (?:douce|chaude|froide|seche|humide|dure)\b)"
)
# a kind of model, of which neither the rain nor the flow is asked
_OF_A_MODEL = Pattern(r"\brain(?:fall)?[-–/ ](?:to[- ])?run-?off\b|\bpluies?[-–/ ](?:debits?|ecoulements?)\b")
# "would swell the river": what grows, and no wave
_SWELLS = Pattern(
    r"\bswell(?:s|ed|ing)?(?= (?:the|up|its|their|our|this|that|these|every|[a-z]+'s)\b(?! (?:in|on|at|of|off)\b))|(?<=to )swell\b|(?<=will )swell\b|(?<=would )swell\b|(?<=could )swell\b|(?<=may )swell\b|(?<=might )swell\b|(?<=does )swell\b|(?<=rivers )swell\b|(?<=river )swell\b"
)
_OF_MACHINES = Pattern(r"[ -](?:turbines?|farms?|parks?|mills?)\b")  # no wind is measured
_OF_LAND = Pattern(r"\b(?:land|ground|soil|surface|urban|coastal|mining)\s$")  # whose subsidence is no motion of air
# where subsidence is one of air, and not of the ground
_OF_THE_SKY = Pattern(
    r"\b(?:air|atmosph\w*|tropos\w*|hadley|walker|anticyclon\w*|subtropic\w*|large[- ]scale|grande echelle|\d{2,4} ?hpa|hpa|pressure|pression|vertical\w*|circulation|cmip\d?|era5|wap|omega|clouds?|nuages?|trade winds?|alizes|inversion)\b"
)
_AT_SEA_LEVEL = Pattern(r"\b(?:at|au)\s$")
# "les maximales" are temperatures, "l'étendue maximale" is a maximum of something else
_BARE_EXTREME = Pattern(r"(?:maxim|minim)ales?")
# "the daily maximum" is one of temperature unless it is said of something else: "maximum journalier de pluie"
_BARE_DAILY = Pattern(
    r"(?:maxim(?:um|a|ums|ale?s?)|minim(?:um|a|ums|ale?s?)) (?:quotidien|journalier)\w*|(?:average |mean )?daily (?:max|min)(?:im(?:um|a))?"
)
_MEASURED = r"(?:pluies?|precip\w*|neiges?|vents?|rafales?|debits?|humid\w*|niveaux?|ozone|rain\w*|snow\w*|winds?|gusts?|flows?|discharge|pm\d\S*|no2|levels?|waves?|vagues?|houle|pression|pressure|radiation|rayonnement)"
_OF_ANOTHER = Pattern(rf" (?:(?:of|in|for|de|des|du|d') ?(?:the |la |le |les |l')?)?(?:\w+ )?{_MEASURED}\b")
_ANOTHER_BEFORE = Pattern(rf"\b{_MEASURED}[ ,:]{{1,2}}$")
# "warm air holds more water": said of a thing, no warming
_AS_ADJECTIVE = Pattern(
    r"(?:warm|heat|cool)(?:ed)? (?:(?:moist|dry|wet|ocean|sea|surface|and moist|and dry) )?(?:air|fronts?|waters?|pools?|currents?|seasons?|months?|cores?|sectors?|phases?|half|places?|blobs?|pumps?|exchangers?|islands?(?= effects? work))\b"
)
_AS_NOUN = Pattern(r"(?:^|\b(?:les|des|ces|ses|leurs|aux)\b|[:,;(])\s*$")

_SWATH = Pattern(
    r"\b(?:large |wide )?interferometri\w+ (?:wide|large)\b|\b(?:wide|large) interferometri\w+"
)  # a mode of any product


# what is done with a hydrological model
_MODELLED = Pattern(
    r"\b(?:r[ua]n\b|runs|running|rout(?:e|es|ed|ing)\b|forc\w+|dr[io]ve\w*|driving|simul\w+|calibrat\w+|propag\w+|lance[rz]?|tourne[rz]?|modelisation|model\w*|couple[drz]?|aliment\w+|hydrolog\w+|through|via|feed|fed)\b"
)


def misread(match: Match, utterance: Utterance, *, runs: bool) -> bool:
    """A name that its surroundings say to be something else here."""
    entry, folded = match.entry, utterance.folded
    if match.kind == "model" and _no_model(match, folded):
        return True
    if match.score < 1 and match.kind in ("model", "process", "server"):
        return True
    if match.kind == "phenomenon" and _no_event(match, folded):
        return True
    if match.kind == "phenomenon" and entry.id == "crop" and "farm" in fold(match.text):
        return bool(_NO_CROP.before(folded, match.end) or _OUR_FARM.before(folded, match.end))
    snowy = entry.id == "snow" or (isinstance(entry, QuantityEntry) and entry.variable_id in _OF_SNOW)
    if snowy and _NO_SNOW.search(folded[max(0, match.start - 14) : match.end + 14]):
        return True
    if match.kind == "experiment" and _EMITTED.match(folded, match.start):
        return True
    if match.kind == "experiment" and entry.id == "historical":
        return not _is_historical_run(folded, runs)
    if isinstance(entry, QuantityEntry):
        return _no_quantity(match, entry, folded)
    if isinstance(entry, FacetEntry):
        return _no_facet(match, entry, folded, runs=runs)
    if entry.id == "sentinel-1-slc" and _SWATH.search(folded, match.start - 30 if match.start > 30 else 0):
        return fold(match.text).startswith("interf")
    if isinstance(entry, PlatformEntry) and _ALIAS.fullmatch(match.text):
        return bool(
            re.search(r"\b(?:level|niveau|model|product|produit|gldas|era5|merra|modis|viirs|smap|ghrsst)\b", folded)
        )
    in_units = bool(_ALIAS_IN_UNITS.before(folded, match.start)) and match.text.lower().startswith("s-")
    return match.kind == "collection" and in_units  # the "s-1" of "kg m-2 s-1"


def _no_model(match: Match, folded: str) -> bool:
    """The Southern Annular Mode, the state of Victoria."""
    if match.text == "SAM":
        return not _SEGMENTS.search(folded)
    return match.text.upper() == "VIC" and not _MODELLED.search(folded)


def _no_event(match: Match, folded: str) -> bool:
    """A road on ice, a fire brigade: only called after what they deal with."""
    iced = match.text[:1].islower() and _NO_EVENT.search(folded, max(0, match.start - 40), match.end)
    return bool(iced) or of_a_trade(match.entry.id, folded, match.start, match.end)


def _no_quantity(match: Match, entry: QuantityEntry, folded: str) -> bool:
    before, after = folded[: match.start], folded[match.end :]
    if (
        _NO_QUANTITY.match(folded[match.start :])
        or _OF_A_SCENARIO.match(folded, match.start)
        or _said_of(match, folded)
    ):
        return True
    if entry.variable_id == "tas" and _AS_ADJECTIVE.match(folded, match.start):
        return True
    if entry.variable_id == "orog" and (_OF_THE_SUN.search(before) or _DU_SOLEIL.match(after)):
        return True
    if entry.variable_id == "orog" and (NAMED_AFTER.match(after) or NAMED_BEFORE.search(before)):
        return True
    if entry.variable_id in ("lon", "lat") and re.match(r"\W{0,3}-?\d", after):
        return True  # of a point, and not measured there
    if entry.variable_id == "sispeed" and fold(match.text).startswith("drift"):
        return "drift of" not in fold(match.text)  # "drift ice" is ice that lies there, its drift is a speed
    if entry.variable_id == "sfcWind" and _OF_MACHINES.match(after):
        return True
    if (entry.variable_id == "zos" and _AT_SEA_LEVEL.search(before)) or (
        entry.variable_id == "wap" and _sinks(match, folded)
    ):
        return True
    if (entry.indicator or "").startswith("growing_season") and (
        _GROWING_OF.match(after) or _DE_CROISSANCE.search(before)
    ):
        return True
    if entry.variable_id in ("tasmax", "tasmin") and _BARE_DAILY.fullmatch(fold(match.text)):
        return bool(_OF_ANOTHER.match(after) or _ANOTHER_BEFORE.search(before))
    if _BARE_EXTREME.fullmatch(fold(match.text)):
        return not _AS_NOUN.search(before)
    return bool(entry.spectral_index) and not _is_index(match.text, entry.spectral_index or "")


def _said_of(match: Match, folded: str) -> bool:
    """A verb, or a part of the name of a model."""
    return bool(_SWELLS.match(folded, match.start)) or _inside(_OF_A_MODEL, match, folded)


def _inside(pattern: Pattern, match: Match, folded: str) -> bool:
    """Whether a name is a part of what a pattern tells."""
    return any(said.start() <= match.start and match.end <= said.end() for said in pattern.finditer(folded))


def _sinks(match: Match, folded: str) -> bool:
    """Whether it is the ground that subsides, and no air."""
    subsides = "subsidence" in fold(match.text)
    return bool(_OF_LAND.before(folded, match.start)) or (subsides and not _OF_THE_SKY.search(folded))


_REALM = Pattern(r"\brealms?\b|\b(?:modeling|modelling)_realm\b|\bcomposante\b")


def _no_facet(match: Match, entry: FacetEntry, folded: str, *, runs: bool) -> bool:
    if entry.facet == "data_node":
        return bool(lookup(match.text)) and not _NODE_TALK.search(folded)
    if entry.facet == "nominal_resolution":
        return not (runs or _RESOLUTION_TALK.search(folded))
    if entry.facet == "realm":  # "ocean thetao", "land mrsos": the word only says what the variables are of
        return not _REALM.search(folded)
    december = entry.facet == "frequency" and fold(match.text) == "dec"
    order = entry.facet == "grid_label" and match.text.lower() == "regrille"  # "regrille pr"
    return december or order


def _is_index(said: str, index: str) -> bool:
    """A short acronym counts as it is written, not as the stem of another word: "fais" is no FAI."""
    return len(said) > 4 or said.lower() == index.lower() or not index.lower().startswith(fold(said)[:3])


def _is_historical_run(folded: str, runs: bool) -> bool:
    if _HISTORICAL_RUN.search(folded) or _MODEL_HISTORICAL.search(folded):
        return True
    modelled = bool(re.search(r"\b(?:models?|modeles?|simulations?|runs|gcms?|rcms?|cordex|cmip\d?|esgf)\b", folded))
    return (runs and not _HISTORICAL_PLAIN.search(folded)) or (
        modelled and bool(re.search(r"\b(?:historical period|periode historique)\b", folded))
    )
