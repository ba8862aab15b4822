"""What is looked for in imagery or events: the vocabulary's phenomena, those that only filter scenes or are meant by another left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductor.composer.reading import Named
from conductor.composer.text.calendar_words import fold
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.filters import FilterReading
from conductor.composer.what.growing import in_fields, in_flower
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phenomena import phenomena

_FOREST = Pattern(
    r"\b(?:forests?|forestiere?s?|forets?|tree(?:s| cover| canopy)?|woods?|woodlands?|arbres?|couvert (?:arbore|"
    r"forestier)|boise(?:e?s|ment)\w*|rainforests?|jungle|mangroves?|canopy|canopee|(?:spruce|pine|fir|oak|beech|birch|larch|cedar|eucalyptus|teak|forest|tree) (?:stands?|groves?)|pessieres?|pinedes?|sapinieres?|chenaies?|hetraies?|melezins?|futaies?|peuplements?)\b"
)
# the craft of whoever asks, not what is looked for: "we are dispatching boats"
_OUR_CRAFT = Pattern(
    r"\b(?:our|my|rescue|nos|mes|de secours|send\w*|dispatch\w*|deploy\w*|launch\w*|envoy\w*|deploy\w*|depech\w*) (?:(?:the|some|our|out|des|les|nos|\w+) ){0,2}?(?:boats?|ships?|vessels?|vehicles?|trucks?|bateaux?|navires?|vehicules?|camions?)\b|"
    # "I'm piloting a supply ship into Ilulissat", "je suis capitaine d'un cargo"
    r"\b(?:i'm|i am|we're|we are|i (?:pilot|captain|steer|skipper|sail|work)|we (?:sail|operate)|je suis|nous sommes|je (?:pilote|commande|navigue|travaille|conduis)|on navigue)\b[^.?!;]{0,40}\b(?:ships?|boats?|vessels?|ferry|tankers?|trawlers?|trucks?|navires?|bateaux?|cargos?|petroliers?|chalutiers?|camions?)\b"
)
# the flood of so many years is a level that is computed, as in "the 50-year flood"
_LEVEL = Pattern(
    r"\b(?:crues?|inondations?)(?: (?:de |d')?(?:(?:periode|temps) de )?(?:retour|recurrence)\b| (?:de |d'ordre )?\d{1,4}[- ]?ans\b)|\b\d{1,4}[- ]year floods?\b"
)
_FLOODED = Pattern(r"\b(?:flood\w*|crues?|inond\w*|submer\w*|debord\w*)")
# clouds of points or of computers, and clouds that are said not to matter
_NO_CLOUD = Pattern(
    r"\b(?:point clouds?|nuages? de points|clouds? (?:computing|platform|storage|optimi[sz]ed)|whatever the clouds?(?: cover)?|(?:no|without|any|whatever the) clouds?(?: cover)? (?:constraint|filter|limit|restriction|condition|preference|requirement|criteri\w+)s?|"
    r"clouds? (?:don't|do not|doesn't|does not) matter|cloudy or not|regardless of (?:the )?clouds?|(?:peu importe\w*|quels que soient) (?:le |les )nuages|nuages ou (?:non|pas)|sans contrainte de nuages)\b"
)
# a belt of wheat and the agglomeration of a city are where, not what is looked for
_GRAIN = r"(?:wheat|corn|maize|rice|cotton|soy|coffee|cocoa|grain|cereal|fruit|sugar(?:cane)?|ble|mais|riz|coton|soja|cafe|cacao|cereal\w*|sucre)"
_SETTINGS = (
    ("crop", Pattern(rf"\b{_GRAIN}[- ](?:belt|bowl|basket|basin|country)\b|\b(?:ceinture|bassin|grenier|region) (?:du |a |de |de la |d'|au )?{_GRAIN}\b"),
     Pattern(rf"\b(?:{_GRAIN}|crops?|cultures?|fields?|champs?|farm\w*|agri\w*|vine\w*|vign\w*|verger\w*|orchard\w*|irrig\w*|harvest\w*|recolte\w*)\b")),
    ("urban", Pattern(r"\bagglomerations? (?:de |d'|du |of )|\bmetropolitan area of\b"),
     Pattern(r"\b(?:urban\w*|urbain\w*|bati\w*|built\w*|settlement\w*|etal\w*|sprawl\w*|impermeab\w*|impervious|sealed|lights?|lumieres?|slums?|bidonvilles?|agglomerations?)\b")),
)  # fmt: skip
_CLOUD_WORD = Pattern(r"\b(?:cloud\w*|nuag\w*|nebul\w*)")
# "without dust or cloud": how clear a scene is to be, nothing that is looked for in it
_HAZE = r"(?:dust|smoke|fog|haze|poussieres?|fumees?|brouillard|brume)"
_CLEAR_OF = Pattern(
    rf"\b(?:without|sans) (?:any |the |aucune? )?(?:{_HAZE} (?:or|and|nor|ni|ou|et) (?:any |de )?(?:clouds?|nuages?)|(?:clouds?|nuages?) (?:or|and|nor|ni|ou|et) (?:any |de )?{_HAZE})\b"
)
_LOSS = Pattern(
    r"\b(?:loss(?:es)?|loses?|lost|losing|gone|cleared|clearings?|clear-?cut\w*|cut down|(?:been|being|was|were) cut|felled|logg\w+|disappear\w*|destroy\w*|"
    r"perd(?:re|ent|ait)?\b|perdu\w*|pertes?|disparu\w*|disparai\w*|detruit\w*|coupe\w*|abattu\w*|defrich\w*|rase\w*)\b"
)
_BURNED = Pattern(
    r"\b(?:burn(?:ed|t)(?! (?:coal|oil|gas|fuels?))|(?:a|ont|ete|avoir|sont) brule\w*|(?<!\bqui )(?<!\bca )(?<!\bil )(?<!\belle )brulee?s?|incendiees?|(?:ete|est|sont|etait|etaient) incendies?)\b"
)
_SCAR = Pattern(
    r"\b(?:scars?|cicatrices?) (?:of|from|left by|de|du|des|d'|laissee?s? par)\b.{0,30}\b(?:fires?|blaze|feux?|incendies?)\b"
)
_ON_FIRE = Pattern(
    r"\b(?:what(?:'s| is)|is (?:anything|something|it)|anything|something) (?:still )?(?:burning|on fire|ablaze)\b|\b(?:qu'est-ce qui|ce qui|ca|quelque chose) (?:brule|flambe)\b|\ben feu\b|"
    r"\b(?:is|are|was|were) (?!it\b)[^.?!;]{1,40}\bburning\b(?! (?:of|season|index))|\b(?:do|does|will)\b[^.?!;]{1,40}(?<!\ba )(?<!\bthe )(?<!severe )(?<!light )(?<!moderate )\bburn\b(?! (?:severity|index|area|scars?))|\bburn(?:s|ing)? (?:(?:the|their|its|most|more|least|less|of|crop) )*(?:stubble|straw|residues?|brush|savanna\w*|peat)\b|\bbrulent\b|\bbrule-t-(?:il|elle)\b"
)
# "did anything burn near Evia?", "where did the water reach?": told by what happened, with no name of it
_BURNED_DOWN = Pattern(
    r"\b(?:did|has|have|had)\b[^.?!;]{1,40}\bburn(?:ed|t)?\b|\b(?:what|anything|something) (?:has |had )?burn(?:ed|t)\b|\b(?:qu'est-ce qui|ce qui|quelque chose|qui|quoi) (?:a|ont) (?:\w+ )?brule\b|\bont? brule\b"
)
_UNDER_WATER = Pattern(
    r"\b(?:under ?water|submerged|sous (?:l'eau|les eaux)|les pieds dans l'eau|submergee?s?|noyee?s?)\b|\b(?:where|how far|how high|up to where)\b[^.?!;]{0,30}\bwaters?\b[^.?!;]{0,20}\b(?:reach\w*|c[ao]me|go|went|ris[ei]n?g?|rose|spread|stop\w*|get|got)\b|"
    r"\b(?:jusqu'ou|ou)\b[^.?!;]{0,30}\b(?:montee?s?|arrivee?s?|allee?s?|arretee?s?|monte|arrete|etendue?s?|irai(?:t|ent)|ira|iront|va|vont|monterait|monterai(?:t|ent)|s'etendrai(?:t|ent)|s'arreterai(?:t|ent))\b[^.?!;]{0,12}\beaux?\b|\b(?:jusqu'ou|ou)\b[^.?!;]{0,12}\beaux?\b[^.?!;]{0,20}\b(?:montee?s?|arrivee?s?|allee?s?|arretee?s?|monte|arrete|etendue?s?)\b"
)
_SLID = Pattern(
    r"\b(?:slopes?|hillsides?|hills?|mountains?(?:ide)?|ground|mud|pentes?|versants?|coteaux?|montagnes?|collines?|terrains?|boues?)\b[^.?!;,]{0,20}\b(?:slid(?:e|es|ing)?|slip(?:s|ped)?|gave way|came down|collapsed?|a (?:\w+ )?glisse\w*|a-t-(?:il|elle) glisse\w*|ont glisse|glisse(?:nt)?|s'est (?:effondre|ecroule)\w*|s'est-(?:il|elle) (?:effondre|ecroule)\w*)\b"
)
_OIL_OUT = Pattern(
    r"\b(?:oil|crude|petrole|mazout|fioul)\b[^.?!;,]{0,20}\b(?:spread\w*|spill\w*|spilt|leak\w*|repandu\w*|se repand\w*|deverse\w*|fui[ert]?|fuit)\b|\b(?:leak|spill|los[et])\w* (?:its |some |the )?(?:oil|crude|fuel)\b|\b(?:oil|crude|petrole|mazout|fioul) (?:off|along the (?:coast|shore)|on the (?:beach(?:es)?|coast|shore|surface|water|sea)|au large|le long d(?:e la cote|u littoral)|(?:sur|a la surface de) (?:la cote|le littoral|les plages?|l'eau|la mer))\b|\b(?:tankers?|petroliers?)\b[^.?!;,]{0,20}\b(?:leak\w*|fui[ert]?|fuit)\b"
)
# "the smoke from the Alberta fires": looked for is what they give off
_SMOKE_OF = Pattern(
    r"\b(?:smoke|fumees?)(?: plumes?)? (?:of|from|off|caused by|de|du|des|d'|venue? de|issue? de)\b ?(?:[\w'-]+ ){0,4}?(?:(?:wild|bush|forest |brush |peat )?fires?|blazes?|feux|feu|incendies?)\b"
)
_FIRE = Pattern(
    r"\b(?:(?:wild|bush|brush)?fires?|blazes?|feux?|incendies?|hot ?spots?|points chauds|flames?|flammes)\b"
)
# fields that towns take: "farmland built on since 2010", "terres bâties", "vergers bétonnés"
_BUILT_OVER = Pattern(
    r"\b(?:land|farmlands?|fields?|orchards?|vineyards?|meadows?|crops?|forests?|marsh(?:es)?|wetlands?|terres|champs?|vergers?|vignes?|prairies?|forets?|marais|terrains? agricoles?)\b[^.?!;]{0,40}\b"
    r"(?:(?:been|was|were|being|is|are|get(?:ting)?|got) (?:built (?:on|over|up)|concreted(?: over)?|paved(?: over)?|urbani[sz]ed|developed)|lost to (?:towns?|cities|housing|concrete|buildings?|construction)|"
    r"ba[tc]ies?|batis|beton\w+|construites?|urbanise\w*|artificialise\w*|perdue?s? (?:au profit du beton|a cause du beton))\b"
)
# shores that give way, towns that grow: told by what they do
_SHORE = r"(?:coasts?|coastlines?|shores?|shorelines?|beach(?:es)?|cliffs?|(?:river)?banks?|dunes?|cotes?|littora(?:l|ux)|rivages?|plages?|falaises?|berges?)"
_GIVES_WAY = r"(?:retreat(?:s|ed|ing)?|reced(?:e|es|ed|ing)|(?:s')?erod\w*|crumbl\w*|wash(?:ed|ing) away|eaten (?:away|into)|(?:mov(?:es?|ed|ing)|pull(?:s|ed|ing)|fall(?:s|en|ing)?|fell|gone|went|goes|going|dr(?:aw|ew|awn|awing)s?|shift(?:s|ed|ing)?|pushed) (?:back|inland|landwards?)|(?:los(?:e|es|t|ing)|giv(?:es|en|ing)|gave) (?:ground|way)|reculen?t?|reculee?s?|(?:se|s'est) retire(?:nt|e)?s?|per(?:d|dent|du) du terrain|a recule|ronge\w*|grignot\w*|s'effondr\w*)"
_SHORE_GONE = Pattern(
    r"\b(?:chang(?:e[ds]?|ing)|alter\w*|reshap\w*|redr[ae]w\w*|mov(?:e[ds]?|ing)|shift(?:s|ed|ing)?|los[et]|losing|loses|modifi\w*|redessin\w*|deplac\w*|transform\w*|perd\w*)(?:-(?:t-)?(?:il|elle)s?)? (?:the |its |their |le |la |les |l'|son |sa |ses |leurs? )?(?:shorelines?|coastlines?|shores?|beach(?:es)?|traits? de cote|lignes? de (?:cote|rivage)|rivages?|littora(?:l|ux)|plages?)\b|"
    r"\b(?:changes?|evolution|displacement|migration|retreat|shifts?|movements?|changements?|deplacements?|migration|mouvements?|recul) (?:of|in|to|du|de la|des|de) ?(?:the |la |l')?(?:coastlines?|shorelines?|rivages?|traits? de cote|lignes? de (?:cote|rivage)|cotes? sableuses?)\b|"
    rf"\b{_SHORE}\b[^.?!;]{{0,40}}\b{_GIVES_WAY}\b|\b{_GIVES_WAY}(?:-t-(?:il|elle))? (?:of the |the |de la |du |des |le |la |les )?{_SHORE}\b"
)
_TOWN_GROWS = Pattern(
    r"\b(?:growing|grown|grow|grew|expand\w*|expansion|sprawl\w*|spread(?:s|ing)?(?! (?:between|across|of|among)\b)|(?:got|getting|become|becoming) (?:bigger|larger)|"
    r"(?:s'est |s'|se sont )?(?:eten\w+|etal\w+|agrandi\w*)|grandi\w*|grossi(?:t|r|ssent|s|e|es)?|urbanis\w*)\b"
)
_A_TOWN = Pattern(r"\b(?:city|town|ville) (?:of|de|du|d')")  # whose limits are those of a province
_BURNED_TEXT = Pattern(r"br[uû]lé|burn|cicatrice|\b(?:a|ont|été|ete) br[uû]le\b")
_BURNS = Pattern(
    r"\b(?:brûle|brûlent|brulent)\b|\bbr[uû]le(?:nt)?-t?-?(?:il|elle|on)|\b(?:qu'il|qui|ça|ca|cela) br[uû]le(?:nt)?\b(?!é)"
)
_SNOW_THERE = Pattern(
    r"\b(?:(?:a|aura)-t-il|avait-il|il y (?:a|avait|aura)) (?:encore |eu |beaucoup |peu )?(?:de la |de )neige\b"
)
_BURNING = Pattern(
    r"\b(?:active|actifs?|hot ?spots?|points? chauds?|ongoing|en cours|still burning|fire fronts?|fronts? de feu|flames?|flammes?|feux et|fires? and)\b"
)
_LAKES = Pattern(r"\b(?:lakes|lacs|ponds|etangs)\b")
_ICE = Pattern(r"(?<!\bbrise-)(?<!\bbrise )\b(?:ice|glaces?)\b(?![- ]?(?:break|cream|core))")
_RIVER_ICE = Pattern(
    r"\b(?:ice|glaces?)(?: cover| (?:break|form|melt|go|leav|clear)\w*(?: up| out)?| (?:se \w+-t-elle|se \w+|s'est(?:-elle)? \w+|est-elle \w+|a-t-elle \w+|part(?:-elle)?|fond(?:-elle)?|prend(?:-elle)?))? (?:on|along|in|sur|du|de la|le long du|dans) "
)
_FREEZES = Pattern(
    r"(?<!jours )(?<!nuits )\b(?:frozen|freez(?:e|es|ing)|froze|iced|gele|geles|gelent|geler|gelera|gelait)\b"
)
_WATERS = Pattern(r"\b(?:rivers?|canals?|rivieres?|fleuves?|canal|canaux|lakes?|lacs?)\b")
_BREAKS_UP = Pattern(r"\b(?:br(?:eak|oke|oken|eaks|eaking)[- ]up|debacl\w+)\b")
# a canal or a river that is named and that nobody knows: "does the Rideau Canal freeze later?"
_WATER_FREEZES = Pattern(
    r"\b(?:canals?|rivers?|ponds?|reservoirs?|creeks?)\b(?! (?:valley|basin|bank|delta)s?\b)[^.?!;,]{0,25}\b(?:freez(?:e|es|ing)|froze|frozen|iced over)\b|"
    r"\b(?:canal|canaux|rivieres?|fleuves?|etangs?|ruisseaux?)\b[^.?!;,]{0,30}\b(?:gele|geles|gelent|geler|gelera|gelait|gelee|gelees)\b"
)
_RESERVOIR = Pattern(r"\b(?:reservoir|retenue)\b")  # by its name: "the Kakhovka reservoir"
_THIS_LAKE = Pattern(
    r"\b(?:this|that|the|our|my|ce|cet|cette|le|la|l'|mon|ma|notre) ?(?:lake|reservoir|lac|pond|etang|mare|retenue)\b"
)
_LAKE_CHANGE = Pattern(
    r"\b(?:how (?:big|large|full|extensive)|shr[aiu]nk\w*|grow\w*|grew|dri\w+|dry\w*|size|area|surface|extent|small(?:er|est)|larg(?:er|est)|bigg(?:er|est)|empt(?:y\w*|ie[sd])|vanish\w*|disappear\w*|refill\w*|recover(?:s|ed|ing)?|rebound\w*|se (?:retabli|regener|repeupl)\w*|expand\w*|decreas\w*|declin\w*|reced\w*|retreci\w*|assech\w*|"
    r"sech(?:e|ee|es|ent|ait|er)|a sec|se (?:vid|rempli|reduit)\w*|vide(?:e|r|nt)?|disparai\w*|disparu\w*|agrandi\w*|grandi\w*|diminu\w*|(?:s'|s'est )eten\w*|plus (?:petit|grand)|superficie|etendue|taille|(?:los[et]|loses|losing|regain\w*|gain\w*) [^.;?!]{0,30}?\bwater|(?:perd\w*|regagn\w*|gagn\w*) [^.;?!]{0,40}?\beau|water [^.;?!]{0,40}\blos[et]|eau [^.;?!]{0,40}\bperd\w*)\b"
)
# "segment the lakes of Finland": their water
_WATERS_MAPPED = Pattern(
    r"\b(?:map|maps|mapping|segment\w*|detect\w*|delineat\w*|outlin\w*|extract\w*|extrai\w*|cartograph\w*|delimit\w*|inventor\w*|inventaire\w*|count|compte\w*|denombr\w*|cartes?)\b[^.?!;]{0,20}\b(?:lakes|ponds|reservoirs|lagoons|lacs|etangs|mares|lagunes|plans d'eau|retenues)\b"
)
_DRYING = Pattern(r"\bdr[iy]|assech|sech(?:e|er)\b|plus sec|dessech")
_CLOUD_MASK = Pattern(
    r"\b(?:cloud (?:mask\w*|detect\w*|probab\w*|shadow\w*|classif\w*|segment\w*)|(?:mask|detect|masque|"
    r"detecte[ur]*|segment)\w* (?:the |les |de |des |of |d[ue] )*(?:clouds?|nuages?|nuageux)|how cloudy|"
    r"nuageuse etait|how much cloud)\b"
)
# "how much ice has Greenland lost?": that of the land
_ICE_OF_LAND = Pattern(
    r"\b(?:ice|glaces?)\b[^.?!;]{0,40}\b(?:greenland|antarctica|groenland|antarctique)\b[^.?!;]{0,30}\b(?:los[et]|losing|loses|loss|shed\w*|melt\w*|perd\w*|fond\w*)\b|"
    r"\b(?:greenland|antarctica|groenland|antarctique)\b[^.?!;]{0,40}\b(?:los[et]|losing|loses|shed\w*|perd\w*)\b[^.?!;]{0,30}\b(?:ice|glaces?)\b"
)
# A phenomenon that says more about the same thing hides the plainer one.
_HIDDEN_BY = {
    # seen through clouds or not at all: "radar please, it was all cloud"
    "cloud": {
        "dust",
        "smoke",
        "volcanic_ash",
        "ship",
        "vehicle",
        "building",
        "iceberg",
        "flood",
        "burn_scar",
        "landslide",
        "deforestation",
        "oil_spill",
        "urban",
        "crop",
        "surface_water",
    },
    "fog": {"smoke", "dust"},
    "wildfire": {"burn_scar"},
    "vegetation": {"deforestation", "crop", "burn_scar"},
    "land_cover": {"deforestation", "urban", "burn_scar", "wildfire"},
    "surface_water": {"flood", "oil_spill"},
    "water": {"flood", "surface_water", "algal_bloom", "oil_spill"},
    "storm": {"tropical_cyclone"},
}
_ANY = frozenset(entry.id for entry in phenomena())
# Phenomena told by what happened rather than by their name, and what else, where it was named, says as much.
# a reservoir by its name, filling with what its river brings
_SILTED = Pattern(
    r"\b(?:reservoirs?|dams?|barrages?|retenues?|lakes?|lacs?)\b[^.?!]{0,40}\b(?:silt(?:s|ed|ing)? up|fill\w* (?:up )?with (?:sediments?|silt|mud|sand)|envas\w+|ensabl\w+|comble\w* de (?:sediments|vase))"
)
_METHANE_OUT = Pattern(
    r"\b(?:methane|ch4)\b[^.?!]{0,60}\b(?:plumes?|leaks?(?: out)?|leaking|panaches?|fuites?)\b|\b(?:plumes?|panaches?)\b[^.?!]{0,40}\b(?:methane|ch4)\b"
)
# "the 200-year flood extent", "l'étendue de la crue bicentennale": a flood on the ground, of whatever return period
_FLOOD_SPREAD = Pattern(
    r"\bflood (?:extents?|footprints?|zones?|maps?)\b|\b(?:extent|footprint|area|map) (?:of|for) (?:the |a )?(?:[\w-]+ ){0,3}floods?\b|"
    r"\b(?:etendue|emprise|zone|carte|surface)s? (?:de la |des |d'une |de |d')(?:crue|inondation)s?\b"
)
_TOLD = (
    ("methane_plume", _METHANE_OUT, frozenset({"methane_plume"})),
    ("burn_scar", _BURNED, frozenset({"burn_scar", "wildfire", "smoke"})),
    ("wildfire", _ON_FIRE, _ANY - {"vegetation", "crop", "land_cover", "wetland"}),
    ("burn_scar", _SCAR, frozenset({"burn_scar"})),
    ("burn_scar", _BURNED_DOWN, _ANY),
    ("flood", _UNDER_WATER, _ANY),
    ("flood", _FLOOD_SPREAD, frozenset({"flood"})),
    ("snow", _SNOW_THERE, frozenset({"snow"})),
    ("ice_sheet", _ICE_OF_LAND, frozenset({"ice_sheet", "glacier", "sea_ice", "iceberg"})),
    ("urban", _BUILT_OVER, frozenset({"urban", "building"})),
    ("landslide", _SLID, frozenset({"landslide", "lava", "glacier"})),
    ("oil_spill", _OIL_OUT, frozenset({"oil_spill"})),
    ("surface_water", _SILTED, _ANY),
    ("erosion", _SHORE_GONE, frozenset({"erosion", "glacier", "sea_ice", "flood"})),
)
_OBSERVED = (
    ("sea_ice", r"sea.?ice|siconc|sithick|banquise|glaces? de mer"),
    ("snow", r"snow|neige|snc\b|snw\b|prsn\b"),
    ("glacier", r"glacier"),
    ("vegetation", r"green(?:ed|ing)? up|re-?green|brown(?:ed|ing)? off|verdi|verdo"),
    (
        "vegetation",
        r"biomass\w* (?:of|in|des?|de la) .{0,20}(?:forest|trees|foret|arbres)|(?:forest|tree|woodland) biomass|biomasse forestiere",
    ),
    ("permafrost", r"permafrost|pergelisol"),
)


def sought(named: Named, filters: FilterReading, utterance: Utterance, *, kinds: Sequence[str]) -> tuple[str, ...]:
    """The phenomena of the text."""
    found = _meant(named.phenomena, utterance.folded, utterance.text)
    lost = _LOSS.search(utterance.folded) or "hansen-gfc" in named.collections
    if _FOREST.search(utterance.folded) and lost and not named.facets:
        found = [p for p in found if p not in ("vegetation", "land_cover")] + (
            ["deforestation"] if "deforestation" not in found else []
        )
    if not named.facets:
        found = _with_told(found, utterance.folded) or _observed(named)
    if "sea_ice" in found and not _SEA_ICE.search(utterance.folded):
        sheet = "grace" in named.collections or _ICE_OF_LAND.search(utterance.folded)
        found = ["ice_sheet" if p == "sea_ice" and sheet else p for p in found]
    if _fresh_ice(utterance.folded, kinds, plain=not named.facets):
        found = [
            "lake_ice",
            *(p for p in found if p not in ("sea_ice", "lake_ice", "surface_water", *_covered(utterance.folded))),
        ]
    if (
        kinds
        and set(kinds) <= {"mountain_range", "other"}
        and _ICE.search(utterance.folded)
        and set(found) <= {"sea_ice"}
    ):
        found = found if named.facets or named.quantities or _SEA_ICE.search(utterance.folded) else ["glacier"]
    if {"sea", "ocean"} & set(kinds) and not found and not named.quantities and _ICE.search(utterance.folded):
        found.append("sea_ice")
    if named.collections and _CLOUD_MASK.search(utterance.folded) and "cloud" not in found:
        found.append("cloud")
    found = found or _grown(named, utterance, kinds)
    if not named.facets:
        found = in_flower(found, utterance.folded, kinds)
        found = in_fields(found, utterance.folded, indexed=any(q.spectral_index for q in named.quantities))
    found += ["cloud" for model in named.models if "cloud" in model and "cloud" not in found]
    dropped = _dropped(found, filters, utterance.folded)
    return tuple(p for p in found if p not in dropped)


def _dropped(found: Sequence[str], filters: FilterReading, folded: str) -> set[str]:
    """What another phenomenon holds already, and the cloud or snow that scenes are filtered by."""
    dropped = {p for p in found if _HIDDEN_BY.get(p, set()) & set(found)}
    if _BURNING.search(folded):
        dropped.discard("wildfire")
    clouds = {"cloud_cover_max", "cloud_cover_min"} & set(filters.filters) or "eo:cloud_cover" in str(
        filters.filters.get("sort")
    )
    if clouds and not _CLOUD_MASK.search(folded):
        dropped.add("cloud")
    if "snow_cover_max" in filters.filters:
        dropped.add("snow")
    return dropped


_FROZEN = Pattern(r"\b(?:ice|frozen|freez\w*|froze|iced|glaces?|englac\w+|gele\w*|gelent)\b")
_OF_GLACIERS = Pattern(r"\bglaci(?:er|air|al)|\bice ?fields?\b|champs? de glace")
_SEA_ICE = Pattern(r"\bsea[- ]ice|banquise|glace de mer")


def _covered(folded: str) -> tuple[str, ...]:
    """The glacier of "l'englacement des Grands Lacs", whose ice is that of the water."""
    return () if _OF_GLACIERS.search(folded) else ("glacier",)


def _fresh_ice(folded: str, kinds: Sequence[str], *, plain: bool) -> bool:
    """Whether the ice of a lake or a river is spoken of; `plain` where no model data are asked for."""
    if _SEA_ICE.search(folded):
        return False
    lake = (kinds and set(kinds) <= {"lake"}) or (plain and _LAKES.search(folded))
    river = "river" in kinds and (_RIVER_ICE.search(folded) or _FREEZES.search(folded))
    opens = ({"river", "lake"} & set(kinds) or (plain and _WATERS.search(folded))) and _BREAKS_UP.search(folded)
    return bool(river or opens or (lake and _FROZEN.search(folded)) or (plain and _WATER_FREEZES.search(folded)))


def _grown(named: Named, utterance: Utterance, kinds: Sequence[str]) -> list[str]:
    """A lake that changes, a town that grows: looked for without a name of its own."""
    measured = named.quantities or named.facets
    if _changing_lake(named, utterance, kinds) or (not measured and _WATERS_MAPPED.search(utterance.folded)):
        return ["surface_water"]
    city = set(kinds) == {"city"} or (set(kinds) == {"region"} and bool(_A_TOWN.search(utterance.folded)))
    town = city and not (named.quantities or named.facets)
    return ["urban"] if town and _TOWN_GROWS.search(utterance.folded) else []


def _with_told(found: list[str], folded: str) -> list[str]:
    """The phenomena named with those that are told by what happened."""
    for name, told, unless in _TOLD:
        if not unless & set(found) and told.search(folded):
            found = [*found, name]
    return found


def _meant(named: Sequence[str], folded: str, typed: str) -> list[str]:
    """The phenomena named, without the craft of whoever asks and clouds of other kinds."""
    found = list(named)
    if "burn_scar" in found and _BURNS.search(typed.lower()) and not _BURNED_TEXT.search(typed.lower()):
        found = [p for p in found if p not in ("burn_scar", "wildfire")] + ["wildfire"]
    if len(found) > 1 and _OUR_CRAFT.search(folded):
        found = [p for p in found if p not in ("ship", "vehicle")] or found
    if "flood" in found and _LEVEL.search(folded) and not _FLOODED.search(_LEVEL.sub(" ", folded)):
        found.remove("flood")
    if "smoke" in found and "wildfire" in found and not _FIRE.search(_SMOKE_OF.sub(" ", folded)):
        found.remove("wildfire")
    if {"dust", "smoke", "fog"} & set(found) and (clear := _CLEAR_OF.search(folded)):
        elsewhere = re.search(rf"\b{_HAZE}\b", folded.replace(clear[0], " "))
        found = found if elsewhere else [p for p in found if p not in ("dust", "smoke", "fog")]
    for name, setting, outright in _SETTINGS:
        if name in found and setting.search(folded) and not outright.search(setting.sub(" ", folded)):
            found.remove(name)
    if "cloud" in found and not _CLOUD_WORD.search(_NO_CLOUD.sub(" ", folded)):
        found.remove("cloud")
    return found


def _changing_lake(named: Named, utterance: Utterance, kinds: Sequence[str]) -> bool:
    """A lake that grows, shrinks or dries, and nothing else that is measured."""
    told = bool(_THIS_LAKE.search(utterance.folded))  # "the reservoir at Itaipu", which is a dam
    lake = (set(kinds) <= {"lake"} or (told and set(kinds) <= {"lake", "other"})) if kinds else told
    lake = lake or bool(_RESERVOIR.search(utterance.folded))
    measured = [q for q in named.quantities if not _DRYING.search(fold(q.name))]
    return lake and not measured and not named.facets and bool(_LAKE_CHANGE.search(utterance.folded))


def _observed(named: Named) -> list[str]:
    """Ice and snow that are measured are also what is looked for."""
    words = " ".join(fold(f"{q.name} {q.indicator or ''} {q.variable_id or ''}") for q in named.quantities)
    return [name for name, pattern in _OBSERVED if re.search(pattern, words)]
