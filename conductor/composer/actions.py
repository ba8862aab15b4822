"""What the analyst wants: the ten actions in the contract's order of precedence, each with how sure its rule is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from conductor.composer.contrasts import contrast
from conductor.composer.emptiness import EMPTY
from conductor.composer.matter import future, imagery
from conductor.composer.reading import Reading
from conductor.composer.scope import ECONOMY
from conductor.composer.wanted import MAP_VERB, RULES
from planners.intent import Action

_MODEL_RUN = re.compile(
    r"\b(?:run|rerun|chain|couple|launch|force|drive|set up|lance[rz]?|execute[rz]?|fais tourner|faire tourner)\b[^.;?!]{0,40}\b(?:(?:climate|ocean|hydrolog\w+|hydraulic|hydrodynamic|atmospher\w+|"
    r"regional|global|dynamical|sea[- ]ice|oil[- ](?:spill|drift)|drift|(?:storm[- ])?surge|tsunami|tid(?:e|al)|snow(?:pack|melt)?|permafrost|(?:wild)?fire[- ](?:spread|behaviou?r)|\w+[- ](?:spread|drift|flow|runout|propagation|calving)|dispersion|plume|trajectory|sediment|avalanche|circulation|"
    r"water[- ]balance|energy[- ]balance|mass[- ]balance|rainfall[- ]runoff|routing|lake|reservoir|inundation|crop(?:[- ]growth)?|ecosystem|vegetation|carbon|aerosol|chemistry|transport|particle[- ]tracking|land[- ]surface|wave|river|flood(?:ing)?|glacier|ice[- ]sheet|groundwater|weather) models?|[ar]?gcms?\b|rcms?\b|wrf\b|regcm\w*|modeles? (?:de climat|climatique|oceanique|hydrologique|hydraulique|de crue|atmospherique|"
    r"de (?:banquise|glace de mer|derive|vagues?|maree|submersion|surcote|tsunami|neige|circulation|transport|dispersion|propagation|avalanche|bilan|nappe|ruissellement|houle)|pluie-debit|regional|dynamique)|modeles? (?:d'ecoulement|d'etalement|d'erosion|de (?:la )?propagation))\b"
)
_IN_GENERAL = re.compile(
    r"\b(?:en general|in general|usually|typically|normally|d'habitude|generalement|faut-il|do (?:i|we|you) need|does one need|should (?:i|one))\b"
)
_WHICH_IS_BEST = re.compile(
    r"\b(?:which|what|quel(?:le)?s?) (?:[\w-]+ ){0,2}(?:reanalys[ei]s|datasets?|data|sources?|ind(?:ex|ices|icators?)|products?|sensors?|satellites?|missions?|methods?|statistics?|variables?|reanalyses?|jeux? de donnees|donnees|indices?|indicateurs?|produits?|capteurs?|methodes?|"
    r"resolution|bands?|bandes?) (?:(?:is|are|would be|works?|est|sont|serait|seraient) (?:the |la |le |les )?(?:best|better|most \w+|more \w+|recommended|preferable|suited|meilleure?s?|plus (?:fiables?|adaptee?s?|appropriee?s?|precise?s?)|recommandee?s?|preferables?|adaptee?s?)|should (?:i|we|one)|dois-je|faut-il|devrais-je|utiliser|choisir|to use)\b|"
    r"^\W*(?:what(?:'s| is| are)|quelles? (?:est|sont)|quels? (?:est|sont)) (?:the |la |le |les |l')?(?:uncertaint\w+|accuracy|reliability|quality|limitations?|weaknesses|strengths|incertitudes?|fiabilite|precision|qualite|limites|biais connus|known biases) (?:of|in|de|d'|des|du)\b"
)
_OF_CLIMATE = re.compile(
    r"\b(?:climates?|climats?|weather|meteo|tell me about|parle[rz]?[- ]moi|decri[st]\w*|describe)\b"
)
_TO_ANNOTATE = re.compile(r"\b(?:which|what|quels?|quelles?)\b.{0,40}\b(?:label|annot|etiquet)\w*")
_YOURSELF = re.compile(
    r"\b(?:can|could|do|are) you\b.{0,60}\byourself\b|\b(?:peux-tu|pouvez-vous|sais-tu|est-ce que tu)\b.{0,60}\b(?:toi-meme|vous-meme)\b"
)
_BUILT = re.compile(
    r"\b(?:been|was|were|ete|a-t-on) (?:built|constructed|construite?s?|bati)\b|\bnew\b.{0,30}\b(?:built|construct\w+|opened|appeared)\b|\b(?:nouvea\w+|nouvelles?)\b.{0,30}\b(?:construit\w*|bati\w*)"
)
_WHY = re.compile(r"^\W*(?:why|how come|pourquoi|comment se fait-il)\b")
_DEFINES = re.compile(r"^\W*(?:qu'est[- ]ce que?|c'est quoi|what(?:'s| is| are)(?: the| an?)?)\b")
_SIMULATING = re.compile(
    r"\b(?:simulate|simule[rz]?|simulons|chaine|model chain|cascade|dam[- ]break|rupture de barrage)\b"
)
_SIMULATION = re.compile(
    r"\b(?:stream ?flow|flow|discharge|flood|runoff|inundation|hydrological|hydraulic) simulations?\b|"
    r"\bsimulations? (?:of |de |du |des |d'|hydro\w+ )(?:the |la |le |l')?(?:stream|flow|discharge|flood|runoff|debits?|crues?|inondations?|ecoulement|submersion)|"
    r"\b(?:wrf|regcm\w*|dynamical(?:ly)?|dynamique) (?:downscal\w+|simulat\w+|runs?)\b|\b(?:downscal\w+|simulat\w+) (?:with|using|by|avec) wrf\b|"
    r"\brupture d(?:e|u|'un|es) (?:barrage|digue)s?\b|\b(?:dam|levee|dyke) (?:break|breach|failure)\b"
)
_SUPPOSED = re.compile(r"^\W*(?:what[ -]if|et si|suppose|assum\w+)\b")
_REVISIT = re.compile(
    r"\bhow (?:often|frequently) (?:does|do|is|are) .{1,60}\b(?:pass|passes|revisit|fly|flies|image[ds]?|acquire[ds]?|observe[ds]?|updated|overpass)|\b(?:a quelle frequence|tous les combien)\b .{0,60}\b(?:passe|survol\w*|revisit\w*|mis)"
)
_MODELLED = re.compile(r"\b(?:simul\w*|model\w*|run|what if|et si|hypothe\w*|chaine?|hydraul\w*)\b")
DYNAMICAL = frozenset({"hydrological", "hydraulic", "framework", "dynamical"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An action with the certainty of the rule that chose it, and the axis if it is a comparison."""

    action: Action | None
    certainty: float
    compared: str | None = None


def decide(reading: Reading) -> Decision:
    """Apply the rules in order of precedence; the first that fits decides."""
    c = reading.cues
    if _is_bare(reading):
        return Decision(action=None, certainty=0.9)
    if _is_explanation(reading):
        return Decision(action="explain", certainty=0.85)
    if _is_simulation(reading):
        return Decision(action="simulate", certainty=0.9)
    if _is_training(reading):
        return Decision(action="train", certainty=0.9)
    axis = contrast(reading)
    if (
        "ml" in reading.named.model_kinds
        and axis is None
        and (c.run or c.detect or c.compute or _placed(reading))
        and not c.which_data
    ):
        return Decision(action="detect", certainty=0.85)
    if axis:
        return Decision(action="compare", certainty=0.85, compared=axis)
    for action, rule, certainty in RULES:
        if rule(reading, c):
            return Decision(action=cast(Action, action), certainty=certainty)
    asked = c.question or c.how_much or c.what_is or c.compute or c.index_word
    asked = asked or bool(_OF_CLIMATE.search(reading.utterance.folded))
    if (c.trend or c.has_changed) and reading.located and not (reading.collections or future(reading)):
        return Decision(action="trend", certainty=0.5)
    if MAP_VERB.search(reading.utterance.folded) and (c.here or reading.located):
        return Decision(action="detect", certainty=0.6)
    if reading.located and reading.periods and (c.change or c.before_after or _BUILT.search(reading.utterance.folded)):
        return Decision(action="change", certainty=0.5)
    return Decision(
        action="describe" if asked and _specific(reading) else "find" if _specific(reading) else "explain",
        certainty=0.4,
    )


def _placed(r: Reading) -> bool:
    """On scenes of a mission at a place and a time."""
    return bool(r.located and r.targets and r.collections) and not (r.cues.find or r.cues.scenes)


def _is_bare(r: Reading) -> bool:
    """Places, periods or one keyword and nothing else that could be asked for."""
    if _is_keyword(r):
        return True
    if (
        r.quantities
        or r.phenomena
        or r.collections
        or r.facets
        or r.processes
        or r.models
        or r.statistics
        or r.outputs
        or r.filters
        or r.named.implied
    ):
        return False
    c = r.cues
    if len(_telling(r)) > 1 or ECONOMY.search(r.utterance.folded):
        return False
    return bool(r.located) and not (
        c.find
        or c.show
        or c.scenes
        or c.data
        or c.compute
        or c.detect
        or c.how_much
        or c.compare
        or c.trend
        or c.change
        or c.run
        or c.train
        or c.question
        or c.meaning
    )


_VAGUE = frozenset(
    [
        "near",
        "area",
        "region",
        "place",
        "zone",
        "around",
        "coast",
        "border",
        "places",
        "areas",
        "within",
        "miles",
        "kilometers",
        "kilometres",
        "offshore",
        "cote",
        "frontiere",
        "rayon",
        "autour",
        "lieu",
        "pres",
        "city",
        "town",
        "ville",
        "state",
        "country",
        "province",
        "location",
    ]
)


def _telling(r: Reading) -> list[str]:
    """Words outside the places that say something of their own."""
    rest = r.utterance.cut((item.start, item.end) for item in r.located).folded
    return [word for word in re.findall(r"[a-z][a-z'-]{3,}", rest) if word not in EMPTY and word not in _VAGUE]


def _is_keyword(r: Reading) -> bool:
    """One name of the vocabulary and not a word beside it."""
    text = r.utterance.folded.strip(" .!?")
    return (
        len(r.named.spans) == 1
        and len(text) == r.named.spans[0][1] - r.named.spans[0][0]
        and not r.outputs
        and not r.cues.greeting
    )


def _specific(r: Reading) -> bool:
    return bool(r.located or r.periods or r.collections or r.facets or r.quantities or r.phenomena)


def _anchored(r: Reading) -> bool:
    """Asked of a place or a time, so that only data can answer."""
    c = r.cues
    asks_to_explain = c.meaning or c.how_to or c.about_us or c.metadata
    somewhere = [item for item in r.located if item.place.kind != "globe" or not asks_to_explain]
    return bool(somewhere or r.targets or r.months)


def _is_explanation(r: Reading) -> bool:
    c = r.cues
    if c.about_us and _YOURSELF.search(r.utterance.folded):
        return True
    if c.able and not (_anchored(r) or r.facets or r.collections or r.models or r.filters or r.outputs):
        return True
    if c.citation or (c.metadata and not r.located) or _REVISIT.search(r.utterance.folded):
        return True
    if c.about_us and not r.located and not (r.experiments and r.quantities):
        return True
    if c.greeting and not _specific(r) and not (c.find or c.run or c.train_verb):
        return True
    if _anchored(r):
        return _asks_why(r)
    if r.phenomena and re.match(r"^\W*(?:where|ou)\b", r.utterance.folded):
        return False
    if c.train_verb and _TO_ANNOTATE.search(r.utterance.folded):
        return False
    if c.question and _IN_GENERAL.search(r.utterance.folded):
        return True
    if c.train_verb or (c.run and not c.question) or (c.here and (r.quantities or r.phenomena)):
        return False
    if c.meaning or c.how_to or c.what_is:
        return not _wants_data(r)
    return (
        c.question and not _wants_data(r) and not (r.experiments and r.quantities) and not (c.has_changed or c.forecast)
    )


def _asks_why(r: Reading) -> bool:
    """Science about a place is still an explanation: "why does the Arctic warm faster", "how do El Niño events affect Peru"."""
    if _WHY.match(r.utterance.folded) and not r.located:
        return True
    if _WHICH_IS_BEST.search(r.utterance.folded):
        return True
    if r.facets or r.collections or r.filters:
        return False
    if _DEFINES.match(r.utterance.folded) and not (
        r.quantities or r.phenomena or r.periods or r.named.implied or r.statistics
    ):
        return True
    return bool(
        re.match(
            r"^\W*(?:please,? |can you |could you |would you |peux-tu |pouvez-vous |pourriez-vous |s'il te plait,? )*(?:why|pourquoi|explain|explique\w*|[^.?!]{3,60} : ?explique(?:z|-l[ae]s?|-moi)|how do(?:es)?\b(?!.*\bchange\b)|what causes?|qu'est-ce qui|quelle confiance|quel (?:degre|niveau) de confiance|how much (?:confidence|trust)|"
            r"what (?:drives|causes|explains)|how (?:reliable|accurate|certain|confident|trustworthy|robust|good|uncertain)|quelle est la fiabilite|peut-on se fier|a quel point .{0,60}\b(?:fiables?|precis\w*|surs?|sures?|robustes?|certaine?s?|incertaine?s?|confiance|justes?|bons?|bonnes?))\b",
            r.utterance.folded,
        )
    )


def _wants_data(r: Reading) -> bool:
    """Asks for a list or a number rather than for an explanation."""
    c, folded = r.cues, r.utterance.folded
    if c.which_term and (r.facets or r.collections) and (c.find or r.located) and not c.meaning:
        return True
    if c.what_is and c.which_data and not c.find:
        return False
    if c.which_data and not c.meaning and not re.search(r"\b(?:difference|should|better|best|mean)\b", folded):
        return True
    return bool(c.find and (r.collections or r.facets) and not c.meaning and not c.how_to and not c.what_is) or bool(
        r.named.implied & {"sum", "max"} and c.how_much
    )


def _is_simulation(r: Reading) -> bool:
    c = r.cues
    if r.named.model_kinds & DYNAMICAL:
        return not c.question or c.run or c.simulate or bool(_SUPPOSED.match(r.utterance.folded))
    if _MODEL_RUN.search(r.utterance.folded) and not (r.collections and imagery(r)):
        return True
    if c.before_after and not _MODELLED.search(r.utterance.folded):  # a dam that broke is an event
        return False
    if _SIMULATION.search(r.utterance.folded) and not (c.question or c.which_data or r.facets):
        return True
    return c.simulate and bool(_SIMULATING.search(r.utterance.folded)) and not c.which_data


def _is_training(r: Reading) -> bool:
    return r.cues.train_verb and not (r.cues.which_data and r.cues.find)
