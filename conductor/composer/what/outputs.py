"""In which form the answer is wanted: value, map, table, plot, file, notebook, workflow, quote — only as said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from connectors.vocabulary.patterns import Pattern

_MAPPING = (  # "wetland mapping, Pantanal" asks for a map, "how does flood mapping work" and "a model for flood mapping" do not
    r"(?:(?<=[,;:.(] )|(?<=^)|(?<=\bneed )|(?<=\bwant )|(?<=\bdo )|(?<=\brun )|(?<=\ba ))(?!(?:how|what|why|which|when|where|who|does|do|is|are|can|explain|for)\b)"
    r"(?:[\w'-]+ ){1,3}?(?<!quantile )(?<!delta )mapping(?=\W*$| ?[,;:.]| (?:of|in|for|over|around|with|from|using|at|near|by|on)\b)"
)
# an English figure is a number unless it shows something, a French one a drawing
_FIGURE = (
    r"(?:(?:une|la|cette|des|les|deux|trois|en|de) figures?(?! de style)|(?:as|in) (?:a |one )?figures?|(?:make|draw|produce|create|generate|prepare|plot)(?: me)? (?:an?|the|one|two|some) (?:[\w-]+ )?figures?|(?:publication|print)[- ](?:quality|ready) figures?|"
    r"figures? (?:showing|that shows?|with|comparing|of (?:the |its |how )|for (?:my|the|our|a|an) (?:paper|report|article|slides?|talk|presentation|thesis|poster|manuscript|brochure|book)))"
)
_WORDED: tuple[tuple[str, Pattern], ...] = tuple(
    (name, Pattern(pattern))
    for name, pattern in (
        ("map",
            r"\b(?:(?<!way to )maps?(?! (?:me|the difference)\b)|cartes?|(?<!comment )(?<!facon de )(?<!maniere de )(?<!moyen de )(?<!methode pour )cartographi(?:er|ez|ons|es)|(?<!\bde )(?<!de la )(?<!en )(?<!pour la )(?<!a la )(?<!fonctionne la )cartographie|mapping of|" + _MAPPING + r"|choropleth|(?:as|on|into|sur) an? (?:interactive )?map|"
            r"heat ?maps?|ice charts?)\b(?! of the internet)"),
        ("table",
            r"\b(?<!water )(?<!amon )(?<!omon )(?<!lmon )(?<!limon )(?<!simon )(?<!eday )(?<!\bfx )(?:tables?|tableaux?|tabulat\w+|spreadsheet|tableurs?|feuilles? de calcul|tabulaires?|tabular(?= (?:form|format|layout)|\W*$))\b(?! (?:id|amon|omon|day(?! (?:by|after|to) day)|drs|mip|cmor|limon|lmon|3hr|6hr\w*|fx|"
            r"eday|simon|de (?:mip|cmor)|cmip\w*)\b)"),
        ("plot",
            r"\b(?:plots?|plotted|plotting|graphics?|(?<!process )graphs?|(?<!ice )charts?|graphiques?|graphes?(?! de (?:processus|traitements?))|courbes?|curves?|" + _FIGURE + r"|plott?e[rz]?|(?<!la )(?<!une )(?<!de )(?<!cette )(?<!chaque )trace(?:es?|[rz])?(?! (?:n°|no\.? |numero )?\d)(?! (?:of|gas\w*|elements?|amounts?|metals?|du|de)\b)|"
            r"(?:(?<=\btu )|(?<=\bsoient )|(?<=\betre ))traces|histogram\w*|fan chart|bar chart|scatter\w*|hydrographs? plot|diagrams?|diagramm?es?|visuali[sz]\w+|draw (?:me )?(?:the|a|an|its|their|it|them)(?! (?:\w+ )?(?:maps?|outlines?|lines?|boundar\w+|contours?|limits?|perimeters?|conclusions?|comparisons?|lessons?|parallels?|extents?)\b))\b"),
        ("timeseries",
            r"\b(?:time[- ]?series|series temporelles?|serie temporelle|chroniques?|serie chronologique|"
            r"(?:annual|daily|monthly|hourly|yearly|weekly) series|series? (?:annuelles?|journalieres?|quotidiennes?|mensuelles?|horaires?|chronologiques))\b"),
        ("file",
            r"\b(?:geotiffs?|tiff?s?|net-?cdf4?|zarr|csv|grib2?|parquet|geojson|shapefiles?|kml|cog|hdf5?|xlsx?|"
            r"excel|png|jpe?g|pdf|json (?:file|format)|en json|fichiers? (?:netcdf|csv|tif\w*)|(?:as|to|"
            r"into|in) (?:a |one )?files?(?! (?:names?|formats?|called|named|that|which|headers?|of)\b)|(?:sous forme de|en|dans un|en un(?: seul)?|livre[rz]? un|envoye[rz]? un|envoie(?:-moi)? un) fichiers?(?! (?:de |d'))|files? (?:(?:that )?(?:i|we) can|to) download|downloadable files?|fichiers? (?:a telecharger|telechargeables?))\b"),
        ("notebook", r"\b(?:note-?books?|jupyter|ipynb|carnets?|calepins?|colab)\b"),
        ("workflow",
            r"\b(?:cwl|workflows?|process graphs?|graphes? de (?:processus|traitements?)|openeo (?:graph|json)|"
            r"flux de travail|pipelines? (?:as|en|file|definition))\b"),
        ("quote",
            r"\b(?:quotes?|devis|how much (?:would|will|does|do) (?:it|that|this|\w+ing)?.{0,60}\bcosts?|how much would (?:you|it|this|that) (?:charge|cost)|(?:price|charge) for|"
            r"what (?:would|will|does) .{0,60}\bcosts?(?! (?:(?:us|you|me|one|it) )?in (?!dollars|euros|money|cash|credits?|usd|eur|cpu|gpu|comput\w+|total|all|the end|processing|time|hours)[a-z]+)\b|what(?:'s| is| would be) the (?:price|cost)\b(?! of)|what (?:will|would|do) (?:i|we) (?:have to )?pay|how (?:expensive|costly|pricey)|estimat\w* (?:the|its) (?:costs?|price)|costs? estimates?|estimated? (?:the )?(?:costs?|run ?time)|"
            r"how long (?:would|will|does|do|did|might|should) (?:it|that|this|the \w+) (?:\w+ )?take|how long (?:(?:would|will|does|do|might|should) )?(?:[\w-]+ ){0,3}(?:run|runs|job|jobs|computation|calculation|execution|simulation|process|processing|training|inference|chain|request)\b(?: [\w-]+){0,6}? takes?\b|combien (?:ca |cela )?(?:coute\w*|va couter)|(?:ca|cela) (?:va |doit )?cout\w* combien|combien de temps (?:ca |cela )?(?:prend\w*|faut-il|faudra\w*|va prendre)|estime[rz]? (?:le|son) (?:cout|prix)|a quel (?:prix|cout)|"
            r"couterait|quel (?:(?:est|serait|sera) (?:le|son) )?(?:cout|prix)(?! d)|estimation d[eu] (?:cout|prix|temps))\b"),
        ("value",
            r"\b(?:(?:exact |single |one )?(?:values?|numbers?)(?= (?:at|for|of|in|please)\b)|just the (?:value|"
            r"number|figure)|(?:values?|numbers?|figures?) only(?=\W*$|\s*[,;.])|(?:la |une )?(?:valeur|chiffre)s? (?:seulement|uniquement|seule?)(?=\W*$|\s*[,;.])|(?:le |un )?chiffres? (?:seulement|uniquement|seul)(?=\W*$|\s*[,;.])|(?:one|an?|single) (?:single )?(?:figure|number) only|(?:(?:one|a|only the|just the) )?(?:one|single) (?:figure|number)(?! of)|(?:la|une seule|juste la) valeur|(?:(?<=[,;:.(] )|^)valeurs?(?= (?:en|pour|a|au|aux|svp|stp)\b)|(?:un seul|un unique|juste le|seulement le|uniquement le|rien que le|que le) chiffre|(?:juste|seulement|uniquement|rien que|simplement) le nombre(?! d)|(?:a|one) (?:figure|number) (?:is (?:enough|all)|will do|suffices|would do)|une? (?:simple )?(?:chiffre|valeur|nombre)(?= (?:me |nous )?(?:suffi\w+|fera l'affaire))|only the (?:value|number|figure)|(?:want|need|give me|send me|tell me|have) (?:just |only )?the (?:single |bare |exact )?(?:number|figure|value)(?! of| for| at| in| that| which|s)(?=\W|$)|(?<=donne )le chiffre|(?<=donnez )le chiffre|(?<=moi )le chiffre|(?<=veux )le chiffre|(?<=faut )le chiffre|(?:^|[,.:;!?] )le chiffre(?! (?:est|me|te|nous|semble|parait|etait|n')\b)|in (?:a|"
            r"one) (?:single )?number|en un (?:seul )?chiffre)\b"),
        ("explanation",
            r"\b(?:with an explanation|with explanations|explain (?:the result|it|how|why)|avec (?:une|des|l') ?explications?|"
            r"et explique)\b"),
    )
)  # fmt: skip
# "values" of something, a "number" of things, a "map" of a file format: not forms of the answer.
_NOT_A_VALUE = Pattern(
    r"\b(?:valeurs? (?:p\b|seuils?|extremes?|superieures?|au-dessus)|number of|nombre de|values? (?:above|below|over|under|between)|(?:la|les) valeurs? (?:(?:est|sont|reste\w*|etai\w+) (?:\w+ )?(?:superieure?s?|inferieure?s?|au-dessus|au-dessous|en dessous|sous)|(?:ne )?(?:depass|exced|franchi|attein|tomb|descend)\w*)|r value|p-values?|extreme values?)\b"
)
# what a model or its labels are for
_PURPOSE = Pattern(
    r"\b(?:labels?|annotations?|(?:training|labell?ed) (?:data|samples?|sets?)|models?|classifiers?|networks?|etiquettes|donnees (?:d'entrainement|etiquetees|annotees)|echantillons|modeles?(?: [\w-]+)?|classifieurs?|classificateurs?|reseaux?) (?:to|for|of|that|pour|afin de|de|qui|capables? de) (?:[\w'-]+ ){0,3}?(?:map(?:s|ping)?|cartograph\w+)\b|"
    r"\b(?:re)?(?:train|entrain|fine-tun)\w*\b[^.;?!]{0,80}? (?:to|for|in|on|pour|afin de|a|en|sur) (?:the |la )?(?:[\w'-]+ )?(?:map(?:ping)?|cartograph\w+)\b"
)
# a plot of land, the outline of a thing, what somebody maps for himself
_NOT_A_PLOT = Pattern(
    r"\b[a-z]{0,3}(?:mon|day) (?:and|et|or|ou|vs) [a-z]{0,3}(?:mon|day) tables?\b|\b(?:rice|field|wheat|maize|corn|crop|sample|test|forest|farm|vine|inventory|study|labell?ed|annotated|experimental|garden|cocoa|coffee|sugarcane)(?: \w+)? plots?\b|\b(?:of|for|on|over|in|at|from|with|using) (?:my|our|his|her|their|the|these|those|last year's|this year's) (?:\w+ )?plots?\b(?! (?:of|showing)\b)|\bplots (?:in|from|near|around|at) (?:the |our |my )?[a-z]+(?=\W*$)|"
    r"\b(?:i|i'm|i am|we|we're|we are|who|they|he|she|je|nous|on|ils?|elles?|qui|j'en|j'y) (?:also |currently |just |now |both )?(?:map(?:s|ping|ped)?|cartographi\w+)\b|"
    r"\b(?:skip|forget(?: about)?|drop|never mind|scrap|leave out|don't bother with|laisse[rz]?(?: faire| tomber| de cote)?|oublie[rz]?|passe[rz]?-(?:toi|vous) d[e'u]|au diable|tant pis pour|plus besoin d[e'u]) ?(?:the |any |la |le |les |ta |ton |votre |ce |cette )?(?:maps?|cartes?|plots?|graphs?|charts?|graphes?|courbes?|graphiques?|tableaux?|tables?)\b|"
    r"\b(?:no|no need (?:for|of)(?: an?| any)?|without(?: any| a)?|(?:don't|do not) (?:send|need|want|draw)(?: me)?(?: an?| any)?|pas (?:de|besoin de)|sans|inutile (?:de \w+ )?(?:de |des |une |la |les )?(?:joindre des )?|ni) (?:maps?|cartes?|plots?|graphs?|charts?|graphes?|courbes?|graphiques?|tableaux?|tables?)\b(?! (?:d'|de )?(?:limite|fond))|\btrace[rz]?[ -](?:moi )?(?:les? |la |l'|leurs? |ses? )(?:contours?|limites?|perimetres?|etendues?|emprises?|parcelles?|traits? de cote)\b"
)
_ORDER = (
    "value",
    "timeseries",
    "map",
    "items",
    "table",
    "plot",
    "file",
    "notebook",
    "workflow",
    "quote",
    "explanation",
)


def read_outputs(folded: str, *, named: Iterable[str]) -> tuple[str, ...]:
    """The forms asked for, in the order they are said."""
    where: dict[str, int] = {}
    valued = _NOT_A_VALUE.sub(_blank, folded)
    folded = _PURPOSE.sub(_blank, _NOT_A_PLOT.sub(_blank, folded))
    for name, pattern in _WORDED:
        match = pattern.search(valued if name == "value" else folded)
        if match:
            where[name] = match.start()
    for name in named:
        if name in ("items", "explanation"):
            where.setdefault(name, len(folded))
    return tuple(sorted(where, key=lambda name: (where[name], _ORDER.index(name))))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
