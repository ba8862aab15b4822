"""Whether a question is of another field altogether: prices, sports, jokes, other worlds, or nothing that any reader knows."""

from __future__ import annotations

import re

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.lacking import CHARACTER
from conductor.composer.replies.refusals import say
from conductor.composer.tagger import tagged
from conductor.composer.text.calendar_words import MONTHS
from conductor.composer.text.closing import closes
from conductor.composer.text.economy import ECONOMY
from conductor.composer.text.emptiness import EMPTY
from conductor.composer.text.language import Language
from conductor.composer.text.lengths import words_in
from conductor.composer.wish.changing import between_images
from conductor.composer.wish.contrasts import unnamed
from conductor.composer.wish.drift import COURSE
from conductor.composer.wish.wanted import MAP_VERB
from connectors.vocabulary.missions import missions_named
from connectors.vocabulary.patterns import Pattern

# Words without which a question that fills no slot is taken to be of another field.
_FIELD = Pattern(
    r"\b(?:climat\w*|weather|meteo\w*|forecasts?|previsions?|era-?\d\w*|reanalys\w+|earth|geospatial|satellit\w*|remote sensing|teledetection|atmospher\w*|"
    r"ocean\w*|hydrolog\w*|carbon\w*|carbone|greenhouse|emissions?|warming|rechauff\w*|environment\w*|"
    r"environnement\w*|ecosyst\w*|biodivers\w*|"
    r"conventions?|cf\b|datasets?|data ?set|jeux? de donnees|donnees|data|esgf|stac|openeo|ogc|wps|cmip\d?|ipcc|giec|raster\w*|"
    r"pixels?|bands?|bandes?|\w*spectral\w*|index|indices?|indicat\w+|elevation|terrain|topograph\w*|relief|altitude|\w*dems?\b|bathymetr\w*|dsms?\b|dtms?\b|baseline periods?|reference periods?|periodes? de reference|lidar|point clouds?|nuages? de points|slopes?|pentes?|hillshade|"
    r"(?:machine|deep|active|transfer|supervised|unsupervised|few-shot|self-supervised) learning|apprentissage|segment\w*|classif\w*|(?:un)?supervised|neural|neurones?|over-?fitting|surapprentissage|"
    r"confusion matri\w*|matrices? de confusion|data augmentation|augmentation de donnees|f1(?:[- ]score)?|iou|u-?net|random forests?|forets? aleatoires?|foundation|embeddings?|ground truth|verite terrain|"
    r"mnt\b|land\b|sol\b|soils?|forests?|forets?|trees?|"
    r"arbres?|agricult\w*|crops?|cultures?|harvest|recoltes?|energy|energie|solar|solaire|wind|vent|water|eau|"
    r"rivers?|rivieres?|fleuves?|bassins?(?: versants?)?|basins?|watersheds?|catchments?|glac\w+|ice\b|sea\b|mer\b|coast\w*|cotes?\b|adaptation|net[- ]zero|neutralite carbone|decarboni\w*|mitigation|attenuation|"
    r"ghg|co2|methan\w*|ozone|aerosols?|model(?:s|ing|ling)?|"
    r"modeles?|simulations?|process(?:es|us)?|traitements?|annotations?|labels?|parks?|parcs?|heat|cool(?:ing)?|"
    r"chaleur|fraicheur|rain|snow|neige|pluie|hot(?:ter)?|warm(?:er)?|cold(?:er)?|cooler|chaude?s?|froide?s?|blew|blow(?:s|ing)?|souffl\w+|nature|pollut\w*|urban\w*|urbain\w*|"
    r"percentiles?|centiles?|quantiles?|deciles?|medians?|medianes?|ecarts?[- ]types?|standard deviations?|variances?|correlations?|panaches?|plumes?|disturbance|alerts?|alertes?|grassland\w*|prairies?|analysis|"
    r"analyses?|region|locusts?|acridien\w*|criquets?|outages?|bathing|baignade|deep|depth|profond\w*|full|pleins?|tides?|marees?|gusts?|rafales?|hail|grele|lightning|foudre|avalanches?|volcan\w*|earthquakes?|seismes?|tsunamis?|dunes?|deserts?|lagoons?|lagunes?|islands?|iles?|mountains?|montagnes?|valleys?|vallees?|sand|sable|ponds?|mares?|mining|minier\w*|miniere\w*|orpaill\w*|etangs?|dams?|barrages?|reservoirs?|harbou?rs?|roads?|routes?|mines?|quarr\w+|farms?|fermes?|fields?|champs?|parcels?|parcelles?|turbines?|boats?|bateaux?|planes?|vehicles?|vehicules?|pathways?|trajectoires?|amplification|arctic|arctique|antarcti\w+|albedo|monsoons?|moussons?|el nino|la nina|jet stream|feedbacks?|retroactions?|sensitivity|sensibilite|forcings?|forcage|radiati\w*|oscillations?|permafrost|tipping|melt\w*|fonte|courants?|currents?|degrees?|degres?|return periods?|periodes? de retour|percentiles?|anomal\w*|reanaly\w*|ensembles?|metadata|metadonnees|identifiants?|member ids?|membres?|realisations?|realizations?|cordex|drs|summers?|winters?|etes?|hivers?|seasons?|saisons?|burn\w*|brul\w*|hectares?|flood\w*|inond\w*|fires?|feux?|storms?|tempetes?|plan|export\w*|"
    r"catalogu?e?s?|sensor\w*|capteurs?|altimet\w*|radiomet\w*|scatteromet\w*|diffusiomet\w*|spectromet\w*|interferomet\w*|sounders?|sondeurs?|rain gauges?|pluviomet\w*|thermomet\w*|anemomet\w*|buoys?|bouees?|radiosondes?|swath|fauchees?|nadir|echoes|echos|backscatter\w*|retrodiffus\w*|scenes?|images?|imagery|imagerie|uncertaint\w*|incertitude\w*|scenarios?|"
    r"fine-?tun\w*|convolution\w*|transformers?|inference|training (?:sets?|samples?)|cross-?validation|validation croisee|cog|geotiff|geojson|mlm|onnx|api|wms|wcs|csw|opensearch|thredds|opendap|projections?|epsg|crs|georef\w*|orthorect\w*|mosaic\w*|mosaique\w*|"
    r"(?:le|quel|du|beau|mauvais) temps (?:a|au|aux|en|sur|dans|fai\w+)|significan\w*|significati\w+|p-?values?|confidence intervals?|intervalles? de confiance|thresholds?|seuils?|exceed\w*|depass\w*|values?|valeurs?|d'echelle|delta method|methode (?:des? )?deltas?|lagons?|atolls?|lakes?|lacs?|streams?|ruisseaux?|hills?|collines?|units?|unites?|ssps?|rcps?|sinking|subsid\w*|affaiss\w*|s'enfonce\w*|insar|deformations?|regridding|interpolation|(?:reduction|descente|mise a l'|changement)s? d'echelle|delta (?:method|change)|methodes? (?:delta|des deltas)|quantile mapping|bias|biais|downscal\w*|netcdf|zarr|calendars?|calendriers?|[ar]?gcms?|rcms?|"
    r"tu|te|toi|vous|you)\b"
)
_MARKETS = Pattern(
    r"\b(?:stocks? (?:price|market|at|today|quote|to (?:buy|sell))|shares? (?:\w+ ){0,2}?to (?:buy|sell)|(?:which|what|buy|sell|selling|buying) (?:\w+ )?(?:shares|stocks|etfs?|bonds)|actions? (?:[\w'-]+ ){0,3}?a? ?(?:acheter|vendre)|(?:acheter|vendre|achete[rz]?|vends|vendez) (?:des |mes |quelles )?actions?|quelles actions|share price|stock exchange|cours de (?:l'action|bourse)|en bourse|la bourse|bitcoin|crypto\w*|"
    r"exchange rate|taux de change|dow jones|nasdaq|cac 40|(?:wheat|corn|maize|rice|coffee|cocoa|food|oil|gas|fuel|petrol|gold|hous(?:e|ing)|land|commodity|grain|electricity|energy) prices?|"
    r"prix (?:du |de la |de l'|des |d')(?!(?:traitement|calcul|requete|demande|analyse|service)s?\b)\w+)\b"
)
_PASTIME = Pattern(
    r"\b(?:jokes?|blagues?|poems?|poemes?|haikus?|songs?|chansons?|lyrics|horoscopes?|recipes?|recettes? de|"
    r"cook(?:s|ed|ing)?|bak(?:e|es|ed|ing)|roast\w*|ovens?|fry(?:ing)?|barbecues?(?! (?:smoke|ban))|cuire|cuisson|(?:au|le|du) four\b|rotir|cuisin\w+|"
    r"limericks?|(?:suggest|recommend|watch|conseille\w*|suggere\w*|recommande\w*|regarder) (?:me )?(?:an?|un|une|some|des|quelques) (?:\w+ )?(?:films?|movies?|novels?|books?|series|romans?|livres?)|fever|fievre|calories?|medic(?:ine|ament)\w*|diet|regime alimentaire|"
    r"how much (?:does|do|would|is|are) (?:an?|some|the price of) (?!(?:\w+ )?(?:runs?|quer(?:y|ies)|jobs?|process\w*|comput\w*|analys\w*|requests?|simulations?|training|models?|downloads?|plan|steps?)\b)[\w -]{3,30} (?:costs?|sell for)\b|"
    r"combien coute(?:nt|rait)? (?:une?|des) (?!(?:\w+ )?(?:calcul|requete|traitement|analyse|simulation|entrainement|execution|telechargement|plan|etape)s?\b)\w+|"
    r"(?:book|reserve|reserver?|reservez|order|commande[rz]?)(?:-moi| me| us)? (?:an?|the|some|une?|des|le|la) (?:\w+ )?(?:tables?|rooms?|seats?|flights?|hotels?|taxis?|cabs?|tickets?|appointments?|pizzas?|chambres?|places?|vols?|billets?|rendez-vous)|"
    r"(?:remind me|rappelle[- ]moi|set (?:an alarm|a timer|a reminder)|play (?:some|me|a) \w+|my (?:cv|resume|cover letter|homework|taxes|tax return|knee|back pain|girlfriend|boyfriend)|mon cv|ma lettre de motivation|mes impots|mon devoir|mes devoirs)|"
    r"translat(?:e|ing|ion)\b(?! (?:in)?to\b)|tradui(?:s|sez|re)\b|chess|(?:aux|d') ?echecs|poker|scrabble|sudokus?|crosswords?|mots croises|video games?|jeux? video|"
    r"music|musique|guitars?|guitares?|pianos?|violons?|violins?|(?:who|qui a) (?:painted|wrote|sang|directed|composed|peint|ecrit|chante|compose|realise)|(?:correct|mark|grade|corrige[rz]?|note[rz]?) (?:[\w']+ ){0,4}?(?:homework|essays?|spelling|grammar|copies|devoirs|dictees?|orthographe)|"
    r"fairy tale|bedtime story|love letter|essay about|riddle|devinette)\b"
)
_SPORTS = Pattern(
    r"\b(?:(?:world|stanley|davis|ryder|premier|champions|europa|super|rugby|america's|grey|euro) (?:cup|league|bowl|series|trophy)|(?:coupe|ligue|trophee) (?:du monde|d'europe|des champions|stanley|davis|de france|des nations|grey)|(?:olympics|jeux olympiques|playoffs|championnat\w*|championships?|tournament|tournois?|ballon d'or|oscars?|eurovision|tour de france|formula (?:1|one)|formule (?:1|un)|nba|nfl|nhl|mlb|fifa)|(?:who|qui)(?:'s| is| va| will)? (?:going to )?(?:win|wins|won|gagner\w*|gagne|remporter\w*))\b"
)
# a turn that carries an earlier one on, though none is at hand
OPENS_ON = Pattern(
    r"^\W*(?:(?:ok|okay|oui|yes|d'accord|alors|non|no|bon|super|thanks|merci)\b[\s,.!]*)?(?:(?:and|et|mais|but)\b[\s,]*)?"
    r"(?:(?:montre|show|refais|redo|repeat|do|plot|donne|give|trace|fais|affiche)\w*[- ](?:moi |me |us )?)?(?:(?:la |the |exactly )?(?:meme|same)(?! (?:region|area|place)s?\b) ?(?:chose|thing|question|analys\w+|but|mais|for|pour|with|avec|in|en|as)\b|(?:what|how) about\b|qu'en est-il\b|et (?:pour|a|au|aux|cette|ce|cet|ces)\b|(?:et|and) (?:the |le |la |les |l')(?:max\w*|min\w*|mean|average|median|total|sum|moyennes?|medianes?|cumuls?|sommes?|ecarts?|trends?|tendances?|nights?|nuits?|days?|jours?)\W*$|mais pour\b|and (?:for|in|at|over|on|this|these)\b|but (?:for|in)\b|pareil\b|idem\b|compare[rz]?-l[ae]s?\b|compare[rz]? (?:ca|cela|ceci)\b|compare (?:it|this|that|them|these|those|both|the two)\b|(?:compare[rz]? )?(?:les deux|ces deux)\b)"
)
# where to eat, sleep, shop or be healed, which no map of the field tells
_BUSINESS = Pattern(
    r"\b(?:best|good|nice|cheap\w*|top|nearest|closest|meilleure?s?|bonn?e?s?|pas cher|moins chere?s?|plus proches?) (?:[\w'-]+ ){0,2}?(?:restaurants?|hotels?|hostels?|pubs?|cafes?|bakery|bakeries|pharmacy|pharmacies|dentists?|hairdressers?|supermarkets?|gyms?|boulangeries?|pharmacies?|dentistes?|coiffeu\w+|supermarches?|auberges?|pizzerias?|bistrots?)\b|"
    r"\b(?:restaurants?|hotels?|hostels?|pubs?|bakeries|pharmacy|pharmacies|dentists?|hairdressers?|supermarkets?|boulangeries?|pharmacies?|dentistes?|coiffeurs?|supermarches?|auberges?|pizzerias?)\b[^.?!]{0,40}\b(?:open (?:now|today|late|on)|ouverte?s? (?:maintenant|aujourd'hui|le|tard|ce soir)|near me|pres de moi|recommend\w*|conseill\w*|reserv\w*)|"
    r"\b(?:where (?:can|should|do) (?:i|we|one) (?:eat|sleep|shop|dine)|ou (?:peut-on |puis-je )?(?:manger|dormir|dejeuner|diner|loger))\b"
)
# how a word is said in another tongue, how far two towns lie apart
_SAYING = Pattern(
    r"\bhow (?:do|does|would) (?:you|we|i|they|one|people) (?:say|spell|pronounce|write)\b|\bcomment (?:dit-on|dis-tu|dites-vous|on dit|se dit|prononce-t-on|se prononce|s'ecrit|ecrit-on)\b"
)
_APART = Pattern(
    r"^\W*how far (?:is|are|away is|apart are)\b|\bdistance (?:between|from|entre|de)\b|^\W*(?:a quelle distance|quelle (?:est la )?distance)\b"
)
# programs that are to be mended, cars that stand in a street
_PROGRAMMING = Pattern(
    r"\b(?:fix|debug|refactor|compile|corrige[rz]?|debogue[rz]?|repare[rz]?)\b[^.?!]{0,40}\b(?:bugs?|bogues?|code|scripts?|programs?|programmes?|functions?|fonctions?|compilers?|compilateurs?)\b|"
    r"\b(?:java|javascript|php|html|css|sql|c\+\+|rust|ruby) (?:code|scripts?|programs?|functions?|bugs?|class(?:es)?|syntax)\b|\b(?:code|scripts?|programmes?|fonctions?|bugs?|bogues?|syntaxe) (?:en )?(?:java|javascript|php|html|css|sql|rust|ruby)\b"
)
_TRAFFIC = Pattern(
    r"\b(?:(?:road|car|street|urban) traffic|traffic (?:jams?|conditions|reports?)|trafic (?:routier|automobile)|circulation (?:routiere|automobile)|etat (?:du trafic|de la circulation|des routes)|embouteillages?|bouchons)\b"
)
_SECRETS = Pattern(
    r"\b(?:passwords?|mots? de passe|credentials?|api[- ]keys?|cles? (?:d'api|secretes?|privees?)|access tokens?|secret keys?|system prompt|prompt systeme|credit cards?|cartes? bancaires?)\b"
)
_OTHER_WORLDS = Pattern(
    r"\b(?:the )?(?:Moon|Mars|Jupiter|Venus|Saturn|Neptune|Uranus|Pluto)['’]s\b|\b(?:of|on|over|around|sur|de la|de)\s+(?:the |la )?(?:Moon|moon|Mars(?! (?:19|20)\d\d)|Jupiter|V[eé]nus|Saturne?|Uranus|Neptune|Pluton?|Lune|lune)\b(?! \d)"
)
# Matters that have a place and a date and yet belong to other fields.
_ELSEWHERE = Pattern(
    r"\b(?:gdp|pib|econom\w+|inflation|elections?|presidents?|population|people|habitants|inhabitants|stocks?|shares|prices?|prix|restaurants?|hotels?|flights?|vols?|tickets?|concerts?|"
    r"football|soccer|matchs?|match|movies?|films?|museums?|musees?|celebrit\w+|wars?|guerres?|crimes?|literacy|schools?|ecoles?|jobs?|salar\w+|wages?|religions?|languages?|langues?|visa|currency|monnaie|"
    r"won|gagne|winner|born|died|married|king|queen|roi|reine|song|album|book|livre|wine|restaurant|recipe|doctor|hospital|vaccin\w*|virus|covid)\b"
)
# Words of the field that anybody says of anything.
_WEAK_TEXT = "tu te toi vous you ete plan plans model models hot cold chaud froid process region summer winter hiver printemps automne value values valeur valeurs"
_WEAK = frozenset(_WEAK_TEXT.split())
# Words that name no matter: "tell me about Lima in 2022", "what happened there that year".
_GENERIC = Pattern(
    r"(?:about|tell|between|entre|since|depuis|during|pendant|years?|annees?|months?|mois|days?|jours?|dates?|place|area|zone|parts?|parties?|toute?s?|whole|entire|entiere?|happen\w*|passe\w*|passait|going|situation|conditions?|periods?|periodes?|values?|valeurs?|figures?|chiffres?|numbers?|nombres?|"
    r"infos?|informations?|differences?|gaps?|ecarts?|means?|averages?|moyennes?|celles?|celui|ceux|overview|summary|resume|apercu|like|show|give|donne\w*|montre\w*|affiche\w*|find|trouve\w*|plot|trace|graph\w*|carte|table\w*|please|then|than|plus|moins|more|less|around|autour|near|pres|within|state|etat|"
    r"futures?|avenir|outlook|prospects?|perspectives?|project\w*|projet\w*|look\w*|result\w*|horizons?|them|everything|tout|make|fais|faire|voir|want|need|view|display|voudrais|aimerais|veux|faut)"
)
_COUNTED = Pattern(r"\b(?:how many|numbers? of|rates? of|nombres? d|combien d|taux d)")
# what a picture from above may show
_SITES = Pattern(
    r"\b(?:(?:air)?ports?|aeroports?|harbou?rs?|docks?|quais?|bridges?|ponts?|stadiums?|stades?|neighbou?rhoods?|quartiers?|villages?|towns?|city|cities|villes?|factor(?:y|ies)|usines?|plants?|centrales?|camps?|suburbs?|banlieues?|centre|center|downtown)\b"
)
# Things that stand on the ground and that any field counts.
_EVERYDAY = frozenset({"vehicle", "building"})
SURELY_FOREIGN = 0.95
PERHAPS_FOREIGN = 0.5
SHORT_GREETING = 5  # words of a text that only greets


def out_of_scope(reading: Reading, *, language: Language) -> Declined | None:
    """Nothing of climate, weather or Earth observation was named, yet something is asked."""
    r = reading
    if of_another_field(r):
        return _out_of_scope(language)
    if OPENS_ON.match(r.utterance.folded) or unnamed(r) or between_images(r):
        return None
    greeted = r.cues.greeting and words_in(r.utterance.folded) <= SHORT_GREETING
    greeted = greeted or closes(r.utterance.folded)
    own = (r.cues.here or MAP_VERB.search(r.utterance.folded)) and set(
        r.phenomena
    ) - _EVERYDAY  # "is my house at risk of flooding?", "map the flood"
    if not (greeted or own) and _loosely_filled(r) and _foreign(r):
        return _out_of_scope(language)
    if _filled(r) or greeted or r.cues.about_us or r.cues.here or _USED.match(r.utterance.folded) or _of_the_field(r):
        return None
    if r.cues.show and r.located and not _matter(r):  # "show me the Lyon area"
        return None
    foreign = _foreign(r) and (bool(_matter(r)) or not (r.located and r.periods))
    return _out_of_scope(language) if foreign or not _of_somewhere(r) else None


def _of_the_field(r: Reading) -> bool:
    """Whether a word of the field or a mission is named, though it fills no slot; a word such as "you" only where the tagger does not object."""
    words = {match[0] for match in _FIELD.finditer(_without_places(r))}
    if words - _WEAK or missions_named(r.utterance.folded):
        return True
    return bool(words) and not _foreign(r)


# how this service itself is used
_USED = Pattern(
    r"^\W*(?:how (?:do|can|should) (?:i|we|you|one) (?:use|work with) (?:this|it|that)|how does (?:this|it|that) work|comment (?:ca|cela) (?:marche|fonctionne)|comment (?:utilise|se sert)(?:-t)?-on (?:de )?(?:ca|cela)|comment (?:l'utiliser|m'en servir|s'en servir))\b"
)


def of_another_field(r: Reading) -> bool:
    """Whether words of markets, pastimes, other worlds or secrets say it outright."""
    folded = r.utterance.folded
    if (_MARKETS.search(folded) and not r.experiments) or _of_economy(r) or _OTHER_WORLDS.search(r.utterance.text):
        return True
    if (_SAYING.search(folded) and not r.facets) or (_APART.search(folded) and _only_places(r)):
        return True
    if _BUSINESS.search(folded) and not (_filled(r) or r.cues.about_us):
        return True
    if (_PROGRAMMING.search(folded) or _TRAFFIC.search(folded)) and not (_filled(r) or r.cues.scenes):
        return True
    if _SPORTS.search(folded) and not (r.quantities or r.phenomena or r.facets or r.collections or r.named.implied):
        return True
    pastime = _PASTIME.search(folded) and not (r.located or r.facets or r.collections)
    return bool(pastime or (_SECRETS.search(folded) and not _filled(r)))


def _only_places(r: Reading) -> bool:
    """Whether two places are named and nothing else."""
    filled = r.quantities or r.phenomena or r.periods or r.months or r.facets or r.collections or r.filters
    return len(r.located) > 1 and not (filled or r.cues.simulate)


def _of_somewhere(r: Reading) -> bool:
    """Whether a place or a time is asked of, and no matter of other fields beside it."""
    folded = r.utterance.folded
    dated = bool(r.periods or r.months)
    if dated and re.match(r"^\W*(?:et|and|what about|how about|ou|or|in|en|pour|for|same)\b", folded):
        return True
    if (r.cues.meaning and r.months) or (r.located and COURSE.search(folded)):  # "what does DJF mean?"
        return True
    if _ELSEWHERE.search(folded):
        return False
    if r.located and dated:
        return _tells_of_weather(r) or not _another_matter(r)
    return bool(r.located or r.periods) and (r.cues.scenes or not _asks(r))


def _tells_of_weather(r: Reading) -> bool:
    """Whether the course of things or the character of a season is asked after, though no quantity is named."""
    c = r.cues
    return bool(
        c.trend
        or c.has_changed
        or c.change
        or c.before_after
        or c.scenes
        or c.data
        or CHARACTER.search(r.utterance.folded)
        or (c.show and _SITES.search(r.utterance.folded))
    )


def _matter(r: Reading) -> list[str]:
    """The words outside the places that name something of their own."""
    words = re.findall(r"(?<![\w'-])[a-z]{4,}(?![\w-])", _without_places(r))
    return [word for word in words if word not in EMPTY and not _GENERIC.fullmatch(word) and word not in MONTHS]


def _another_matter(r: Reading) -> bool:
    """Whether something is named that nobody here knows: "malaria deaths in Uganda in 2022", "mayor of London in 2012"."""
    matter, said = _matter(r), tagged(r.utterance.text)
    counted = _COUNTED.search(r.utterance.folded) or (said is not None and said.out_of_scope >= PERHAPS_FOREIGN)
    return len(matter) > 1 or bool(matter and counted)


def names_another_field(reading: Reading) -> bool:
    """Whether a place and a date stand beside a matter of other fields only: "population of Lagos in 2050"."""
    elsewhere = _ELSEWHERE.search(reading.utterance.folded)
    if reading.cues.simulate and not elsewhere:  # "simulate what happens downstream of Lyon if the Rhône rises"
        return False
    return not _filled(reading) and bool(
        elsewhere or (reading.located and reading.periods and not _of_somewhere(reading))
    )


def _filled(r: Reading) -> bool:
    """Whether any reader found something of the field."""
    return bool(
        any(q.variable_id or q.indicator or q.spectral_index or q.standard_name for q in r.quantities)
        or r.phenomena
        or r.facets
        or r.collections
        or r.processes
        or r.models
        or r.filters
        or r.named.implied
        or r.named.servers
        or any(name.startswith("return_period") for name in r.statistics)
    )


def _loosely_filled(r: Reading) -> bool:
    """Whether all that was found of the field is a word that other fields use too: a temperature to roast at, a cloud that stores files."""
    facets = set(r.facets) - {"frequency"}
    named = facets or r.collections or r.processes or r.models or r.filters or r.named.servers
    phenomena = set(r.phenomena) - _EVERYDAY
    anchored = r.located and (r.quantities or phenomena)
    counted = any(q.indicator for q in r.quantities)  # "ice days" are of no other field
    return bool(r.quantities or r.phenomena or r.facets) and not (named or anchored or counted)


def _of_economy(r: Reading) -> bool:
    """Prices, work or votes, and nothing that is measured of the earth; what this service itself costs is a quote."""
    return bool(ECONOMY.search(r.utterance.folded)) and not (
        r.quantities
        or r.collections
        or r.facets
        or r.experiments
        or "quote" in r.outputs
        or set(r.phenomena) - {"crop", "building"}
    )


def _foreign(r: Reading) -> bool:
    """Whether the trained tagger is sure that a text in which the readers found little or nothing of the field is of another one."""
    said = tagged(r.utterance.text)
    return said is not None and said.out_of_scope >= SURELY_FOREIGN


def _out_of_scope(language: Language) -> Declined:
    return Declined(
        reason="out_of_scope", message=say("scope", language), nearest=tuple(say("examples", language).split("|"))
    )


# what an imperative or a question hangs on its verb: "projette-le", "pleut-il"
_HUNG_ON = Pattern(r"(?<=[a-z])-(?:l[ae]s?|moi|toi|nous|vous|lui|leur|en|je|tu|on|ce|(?:t-)?(?:il|elle|on)s?)\b")


def _asks(r: Reading) -> bool:
    said = re.findall(r"[a-z][a-z'-]{3,}", _HUNG_ON.sub("", _without_places(r)))
    words = [w for w in said if w not in EMPTY and not _GENERIC.fullmatch(w)]
    return len(words) >= (1 if r.cues.question else 2)


def _without_places(r: Reading) -> str:
    blank = r.utterance.cut((item.start, item.end) for item in r.located)
    return blank.folded
