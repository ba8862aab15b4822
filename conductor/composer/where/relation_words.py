"""The words that say how a place is meant, English beside French: those before it, those behind it, those around two."""

from __future__ import annotations

import re

from connectors.vocabulary.patterns import Pattern

LENGTH = (
    r"(?P<km>\d{1,9}(?:[.,]\d{1,9})?)[ -]?(?P<unit>km|kms|kilom\w+|miles?|mi\b|nautical miles?|milles? (?:nautiques?|marins?)|nm|nmi|"
    r"milles?|met(?:re|er)s?|m\b)"
)
# what people build or know, from which distances are counted
_SITE = (
    r"(?:(?:air)?ports?|aeroports?|harbou?rs?|dams?|barrages?|refiner(?:y|ies)|raffineries?|mines?|(?:power|nuclear|coal) (?:plants?|stations?)|centrales?(?: (?:nucleaire|electrique|solaire|thermique|hydroelectrique|a charbon))?|"
    r"usines?|factor(?:y|ies)|gares?|stations?|campus|universit(?:y|e)|stadium|stade|summit|sommet|mouth|embouchure|crater|cratere|glaciers?|park|parc|forest|foret|mount|mont|volcano(?:es)?|volcans?|reservoirs?|retenue|epicentre|epicenter)"
)
_KIND = (
    r"(?:cit(?:y|ies)|towns?|villes?|lakes?|lacs?|rivers?|fleuves?|rivieres?|dam|barrage|retenue|reservoir|iles?|islands?|isle|volcano|volcan|port|airport|aeroport|"
    r"states?|regions?|municipality|county|provinces?|district|department|departement|commune|municipalite|area)"
)
ARTICLE = rf"(?:the |la |le |les |l'|d'|de |du |des |of |{_KIND} )*"
_D = r" (?:de|du|des|d')"
# Between two points of the compass north and south count.
_WAY = r"(?P<{}>(?:north|south|nord|sud)(?:[- ]?(?:east|west|est|ouest))?(?:ern)?|east(?:ern)?|west(?:ern)?|est|ouest)"
_CARDINAL = r"(?P<{}>septentrion(?:al)?|meridional|oriental|occidental)(?:es?|s)?"
_PART = r"(?:parts?|basins?|half|third|quarter|portion|section|tip|side|end|corner|fringes?|reaches|regions?|areas?|zones?|provinces|districts|states|counties|departments|highlands|lowlands|plains)"
_PARTIE = r"(?:parties?|bassins?|moitie|tiers|quart|zones?|regions?|pointe|bout|extremite|departements|provinces|districts|etats|plaines|hautes terres)"
_COASTAL = r"coastal (?:waters|areas?|zones?|strip|belt|regions?|parts?|districts?|plains?|fringe|communities|counties|provinces)"
_COTIER = r"(?:zones?|regions?|bandes?|franges?|facades?|secteurs?|parties?|plaines?|communes|departements) (?:cotiere?s?|littorales?|littoraux|maritimes?)"
_COAST_FR = r"(?:littoral|cotes?|rivages?)"
# Which coast of a land: by the compass or by the sea it lies on.
_COAST_EN = r"(?:(?:(?:north|south)(?:[- ]?(?:east|west))?|east|west)(?:ern)?|atlantic|pacific|mediterranean|baltic|adriatic|aegean|ionian|caribbean|arctic|north sea|black sea|red sea)"
_COTE_FR = r"(?:(?:nord|sud)(?:[- ](?:est|ouest))?|est|ouest|(?:septentrional|meridional|oriental|occidental)es?|atlantiques?|pacifiques?|mediterraneen(?:ne)?s?|baltiques?|adriatiques?|egeen(?:ne)?s?|ionien(?:ne)?s?|caribeen(?:ne)?s?|caraibes?|arctiques?)"
_LIMITS = r"(?:boundar(?:y|ies)|borders?|limits?|perimeter|bounds|confines)"
_NO_VERB = r"(?<!c')(?<!n')(?<!s')(?<!qu')"  # `est` the verb
_NAME = rf" ?{ARTICLE}\s*$"
# relation, English, French, what may stand between these words and the place; the compass says which `{way}` it is
_LEADS: tuple[tuple[str, str, str, str], ...] = (
    ("except",
        r"(?:except(?:ing)?|excluding|but not|all but|other than|leaving (?:out|aside)|minus|without|not (?:including|counting)|apart from|aside from|with the exceptions? of|save for|barring|omitting|ignoring|"
        r"exclusive of)(?: for| in)?",
        r"(?:excepte(?:e?s)?|sauf|hors(?: de)?|a l'ex(?:ception|clusion) d\w*|(?:exception|abstraction) faite d\w*|(?:en )?(?:excluant|omettant|exceptant)|sans(?: compter| inclure)?|hormis|mais pas|en dehors d\w*|"
        r"(?:en )?laissant (?:de cote|a part)|mis(?:es?)? (?:a part|de cote)|a part(?! of)|(?<!\ben )(?<!\bde )moins(?= l'| la | le | les )|si ce n'est)(?: en| aux?| a| dans| pour| in)?",
        _NAME),
    ("off_coast_of",
        r"(?:(?:ships?|vessels?|boats?|tankers?|freighters?|anchorage|anchored)\b[^.;?]{0,24}\b(?:outside|in front of)|"
        r"(?:(?<!coming )(?<!blowing )(?<!blown )(?<!lifted )|(?=off the (?:\w+ )?(?:coast|shore)))off(?:shore)?(?: (?:north|south|east|west)\w*)?(?: (?:of|from))?(?: the)?(?: (?:\w+ )?(?:coasts?|coastline|shores?)(?: (?:north|south|east|west)\w*(?= of))?)?(?: of)?)",
        rf"(?:au large(?: d(?:e|u|es)(?: la)? {_COAST_FR}(?: {_COTE_FR})?| d(?:u|e l')[ -]?(?:(?:nord|sud)(?:-(?:est|ouest))?|est|ouest)(?={_D}))?(?:,? (?:au |a l')(?:(?:nord|sud)(?:-(?:est|ouest))?|est|ouest)(?={_D}))?(?:{_D})?|(?:en )?face (?:aux?|a la|des|de la|du) {_COAST_FR}{_D}|"
        r"(?:mouillage|bateaux?|navires?|cargos?|petroliers?|ancre|rade|mer)\b[^.;?]{0,24}\bdevant)",
        _NAME),
    ("inside",
        rf"inside(?: the {_LIMITS} of)?|(?:with)?in the (?:city |town )?{_LIMITS} of",
        rf"a l'interieur(?: des (?:limites|frontieres))?{_D}(?! terres)|dans (?:les (?:limites|frontieres)|le perimetre|l'enceinte){_D}",
        _NAME),
    ("border_of", r"(?:borders?|boundary|frontiers?|borderlands?) (?:of|with)", rf"frontieres?(?:{_D}| avec)", _NAME),
    ("coast_of",
        rf"(?:(?:coasts?|coastlines?|shores?|shoreline|seaboard|littoral|seaside|seafront|(?:river)?banks|{_COASTAL})(?: of| along| waters of)|coastal(?: (?:areas?|zones?|regions?) in)?)",
        rf"(?:(?<!\ba )(?<!\bdu )(?<!\baux )cotes?|littora(?:l|ux)|rivages?|rives?|berges|(?<!\ba )bords?(?: de (?:mer|l'eau))?|bordure|pourtour|facade|{_COTIER})(?: {_COTE_FR})?(?:{_D}| en| aux?)|(?:(?<=\bla )|(?<=\bles ))(?:cotes?|facades?)(?= $)|(?<=\ble )littoral(?= $)",
        _NAME),
    ("upstream_of", r"(?:upstream|upriver) (?:of|from)", rf"(?:en |a l')?amont{_D}", _NAME),
    ("downstream_of", r"(?:downstream|downriver) (?:of|from)", rf"(?:en |a l')?aval{_D}", _NAME),
    ("{way}_part",
        rf"(?:{_WAY.format('w1')} ?{_PART} of|(?:in|across|over|from|for|throughout|of|than|and|or|versus|does|did|do|is|was|were|has|have|had|will|would) the (?:far |extreme |deep |very |great )?{_WAY.format('w2')} of)",
        rf"(?:{_PARTIE} (?:de l'extreme |du |de l')?(?:{_WAY.format('w3')}|{_CARDINAL.format('w4')}){_D}|"
        rf"{_NO_VERB}(?<!au )(?<!\ba l')(?<!\ba )(?:extreme[- ]|grand[- ])?(?:{_WAY.format('w5')}|(?P<w10>septentrion))[ -](?:de|du|des|d'))",
        _NAME),
    ("{way}_of",
        rf"(?:just |due |immediately |directly )?{_WAY.format('w6')}(?:wards?)? of",
        rf"(?:immediatement |juste )?(?:au |a l'){_WAY.format('w7')}{_D}",
        _NAME),
    ("{way}_part", rf"{_NO_VERB}{_WAY.format('w8')}(?:most)?(?: and central)?", r"(?!)", r"[ -]?$"),
    ("central_part_of",
        r"(?:(?:(?:city |town )?(?:centre|center)|middle|heart|core|interior|hinterland|backcountry|downtown|(?:central|inland|interior) (?:parts?|regions?|areas?|zones?|provinces|plateaux?|plateaus|highlands|uplands|plains?|lowlands|valleys?|basins?)) of|central|downtown|inner(?:-city)?|"
        r"inland(?: in)?)",
        rf"(?:(?:(?:hyper-?)?centre(?:[ -]ville)?|c(?:oe|œ|o)ur|milieu|{_PARTIE} centrales?|(?<!\ba l')interieur|arriere-pays|hinterland){_D}|centre-|l'interieur des terres(?:{_D}| en| aux?)|dans les terres (?:en|aux?))",
        _NAME),
    ("near",
        r"(?:near(?: to|by)?|close to|next to|adjacent to|(?:vicinity|neighbou?rhood|environs) of|around|surround(?:ing|s)|surroundings of|outskirts of|suburbs of|outside(?: of)?|not far from|(?:(?:came|come|pass|passed) (?:very )?(?:close|near) (?:by|to)|brush(?:ed|es|ing)? past|brushed|skirted|grazed|sideswiped))",
        rf"(?:pres|proche|(?:a|du) cote|a proximite|autour|(?:aux|dans les) (?:alentours|environs|parages)|alentours|environs|(?:non|pas) loin|a deux pas|banlieue|peripherie|voisinage|frol(?:e|es|ee|ees|ent|er|ant|ait|aient)|effleur(?:e|ent|er|ant|ait)|passee?s? (?:tout )?pres)(?:{_D})?",
        _NAME),
)  # fmt: skip
BEFORE: tuple[tuple[str, Pattern], ...] = tuple(
    (relation, Pattern(rf"\b(?:{english}|{french}){gap}")) for relation, english, french, gap in _LEADS
)
# One look for any of them, before each is looked for.
ANY_BEFORE = Pattern(
    r"\b(?:" + "|".join(re.sub(r"\(\?P<\w+>", "(?:", f"(?:{en}|{fr}){gap}") for _, en, fr, gap in _LEADS) + ")"
)
_NO_OF = r"(?! (?:of|d[eu' ]))"
_TAILS: tuple[tuple[str, str, str], ...] = (
    ("except",
        r",? (?:excepted|excluded|not included|left out|aside(?! from))",
        r",? (?:excepte(?:e?s?)|exclu(?:es?|s)?|mis(?:es?)? (?:a part|de cote)|non compris(?:es?)?)"),
    ("off_coast_of", r"(?:'s?)? offshore", r",? au large"),
    ("coast_of",
        rf"(?:(?:'s? {_COAST_EN} coast(?:line)?s?|(?:'s?)? (?:coast(?:line|al (?:areas?|regions?|zones?|strip|waters|belt|plains?))?|shore(?:line)?|seaboard|littoral))|,? (?:along|on) (?:the|its) (?:coast(?:line)?|shores?|seaboard)\b{_NO_OF})",
        rf"(?: (?:cotiere?|littoral)|,? (?:(?:le long de|sur) (?:la|sa|les|ses) cotes?|(?:le long du|sur (?:le|son)) littoral|en bord de mer)\b{_NO_OF})"),
    ("border_of", r"(?:'s?)? (?:border(?:lands?)?|boundary|frontier)", r"(?!)"),
    ("near", r"(?:'s?)? (?:surroundings|outskirts|suburbs|and (?:its )?(?:surroundings|suburbs|environs)|and around)", r" et (?:(?:ses |sa )?(?:environs|alentours|banlieue|peripherie)|autour)"),
    ("{way}_part",
        rf"(?:'s? (?:far |extreme )?{_WAY.format('w1')}(?: {_PART})?|,? (?:the )?{_WAY.format('w2')} {_PART}\b{_NO_OF})",
        rf"(?:[ -](?:du |de l')?(?:(?P<w3>nord|sud)|(?P<w4>(?:(?<=-)|(?<=l'))est|est(?=\W*$|[,.;:?]| (?:de|du|des|d')\b(?! plus)| en (?:\d|janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|hiver|ete|automne))|ouest)|{_CARDINAL.format('w5')})|"
        rf",? (?:dans sa )?{_PARTIE} (?:{_WAY.format('w6')}|{_CARDINAL.format('w7')})\b{_NO_OF})"),
    ("central_part_of",
        r"(?:'s? (?:(?:city )?(?:centre|center)|middle|heart(?:land)?|core|central (?:parts?|regions?|areas?)|interior|hinterland|downtown)| (?:(?:city|town) )?(?:centre|center)| downtown)",
        r" (?:centrale?|interieure?)"),
)  # fmt: skip
AFTER: tuple[tuple[str, Pattern], ...] = tuple(
    (relation, Pattern(rf"(?:{english}|{french})\b")) for relation, english, french in _TAILS
)
DISTANCE = Pattern(
    r"(?:\b(?:within|inside|in|(?:not? )?(?:less|more|farther|further) than|at most|up to|under|(?:a |dans )?(?:moins|un rayon|un cercle) de|dans|radius of|buffer of|circle of|rayon de)\b ?)?"
    # "the top 700 m of the Pacific" are a depth
    rf"(?<!\btop )(?<!\bupper )(?<!\bfirst )(?<!\buppermost )(?<!\blowest )(?:a |an |un |une )?{LENGTH}(?:[ -](?:radius|buffer|wide|circle|rayon|de rayon|a la ronde|away|(?:au |tout au )?(?:plus|maximum|max)))?(?: \(?(?:radius|buffer)\)?)? ?"
    rf"(?:of|from|around|over|about|off|de|du|des|d'|autour de|autour du|autour d'|au large de|the|la|le|les|l'|los|{_KIND}|{_SITE}|coordinates?|point|centre|center|downtown|\s)*$"
)
_LED = (
    r"\W{0,3}(?:(?:and|et|with|avec|plus|\+|within|dans|sur|±|\+/-|\+-)\W{0,3})*(?:a |an |un |une |surrounding |the )?"
)
DISTANCE_AFTER = (
    Pattern(
        rf"{_LED}(?:radius of |buffer of |rayon de )?{LENGTH}\W{{0,2}}(?:around|radius|buffer|autour|de rayon|a la ronde|alentour)"
    ),
    Pattern(rf"{_LED}(?:radius|buffer|rayon|cercle) (?:of|de) {LENGTH}(?![\w/])"),
    Pattern(rf"\W{{0,2}}(?:±|\+/-|\+-) ?{LENGTH}(?![\w/])"),
)
AWAY = Pattern(rf"{LENGTH}(?: (?:to|a|au|en))*(?: (?:the|l'))? ?$")
# Two places as the sides of one thing: their border, or what lies between them.
_BORDER = r"(?:borders?|boundary|frontiers?|frontieres?|(?:zones?|regions?|bandes?) frontalieres?|borderlands?|border (?:regions?|areas?|zones?))"
PAIR_BORDER = Pattern(
    rf"\b(?:{_BORDER}(?: (?:between|entre|of|de|du|des|d'|(?:that )?separat(?:es|ing)|(?:qui )?separ(?:e|ant)))?|(?:confins d(?:e|u|es)|limites? entre)) ?(?:the |la |le |les |l')*\s*$"
)
PAIR_BORDER_AFTER = Pattern(r" (?:border|boundary|frontier)\b")
# Between two places that a border parts: "of France with Spain", "France's border with Spain", "séparant la France de l'Espagne".
BORDERED = Pattern(
    r"(?P<own>(?:'s)? (?:shared |common )?(?:border|boundary|frontier)s? with |,? (?:a|sur) sa frontiere avec )?(?P<of> (?:with|from|avec|et|and|de|d') ?|(?: |-|/))?(?:the |la |le |les |l')?"
)
PAIR_BETWEEN = Pattern(
    rf"\b(?:between|entre|(?P<way>from|du|des|de(?= )|d(?='))) ?(?:the |la |le |les |l'|'|{_KIND} (?:of |de |d')?)*\s*$"
)
