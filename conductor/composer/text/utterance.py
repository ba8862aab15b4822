"""Utterance: the text of a question made readable — cleaned, abbreviations written out, misspellings put right — with every position kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from conductor.composer.text.calendar_words import DAYS, MONTHS, NUMBERS, fold, number
from conductor.composer.text.language import Language
from conductor.composer.text.spelling import correction
from conductor.errors import BadQuestion
from conductor.question import MAX_CHARACTERS
from connectors.vocabulary.patterns import Pattern
from planners.intent import Span

# a piece of a hyphenated identifier ("1pctCO2to4x-withism") is no misspelling
_WORD = Pattern(r"(?<![0-9A-Za-z]-)(?<![A-Za-zÀ-ÖØ-öø-ÿœŒ])[A-Za-zÀ-ÖØ-öø-ÿœŒ]+")
_BLANKS = Pattern(r"\s{2,}")  # long runs of blanks would make every pattern that skips them slow
_PLAIN = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "‑": "-",
    "−": "-",
    "…": ".",
    "→": ">",
    "⇒": ">",
    "×": "x",
}
# Each abbreviation stands alone between blanks or punctuation; the language is the question's, None for both.
_ABBREVIATIONS: tuple[tuple[Language | None, str, str], ...] = (
    (None, r"w/o\b", "without"), (None, r"w/(?=\s)", "with"), (None, r"b/w|bet?wn", "between"), (None, r"pls|plz", "please"), (None, r"thx", "thanks"),
    ("en", r"u", "you"), ("en", r"r(?= there)", "are"), ("en", r"nxt", "next"), ("en", r"yrs", "years"), ("en", r"yr", "year"), ("en", r"wat|wht", "what"),
    ("en", r"tmrw|tmr|2moro|2morrow", "tomorrow"), (None, r"temps?(?=\s+(?:in|for|at|over|of|under)\b)", "temperature"), ("en", r"temps?", "temperature"),
    (None, r"precips?", "precipitation"), (None, r"tmp", "temperature"), (None, r"avg", "average"), ("en", r"undr", "under"), ("en", r"ovr", "over"), ("en", r"nites?", "nights"), ("en", r"dayz", "days"), ("fr", r"o dessus?(?= de)", "au-dessus"), (None, r"land sat", "landsat"), (None, r"imgs?", "images"), ("en", r"sinc", "since"), ("en", r"mnth", "month"), ("en", r"hav|(?<=\bu )hv|(?<=you )hv|hv(?= (?:any|some|the|an?|u|you)\b)", "have"), ("en", r"wrst", "worst"), ("en", r"hott?e?st", "hottest"), ("en", r"wats", "what's"), ("en", r"wot", "what"), ("en", r"tren", "trend"), (None, r"(?:sat|satellite) pix|pix", "images"), ("en", r"teh", "the"), (None, r"eoc", "end of the century"),
    ("en", r"blw", "below"), ("en", r"abv", "above"), ("en", r"hi(?= (?:emissions?|scenario|res)\b)", "high"), ("en", r"lo(?= (?:emissions?|scenario|res)\b)", "low"),
    ("en", r"su?m+e?r", "summer"), ("en", r"wntr", "winter"), ("en", r"wx", "weather"), ("en", r"hrly", "hourly"), ("en", r"mth", "month"), ("en", r"mths", "months"), ("en", r"we?k", "week"), ("en", r"wks", "weeks"), ("en", r"2day|tday", "today"), ("en", r"trnd", "trend"),
    ("en", r"trn(?= (?:a |the |my |our )?(?:model|detector|classifier)\b)", "train"), ("en", r"(?<=\w )w(?= (?:my|the|our|a|no|less|max|under|over|few|low|high|(?:ssp|rcp|cmip|cordex|era|chirps|sentinel|landsat|modis)\S*|\w+s)\b)", "with"), ("en", r"(?<=\bit )b(?= \w)|(?<=\bwill )b(?= \w)|(?<=\bwould )b(?= \w)|(?<=\bgonna )b(?= \w)|(?<=\bmight )b(?= \w)", "be"), ("en", r"abt", "about"), ("en", r"arnd|ard(?= (?:19|20)\d\d)", "around"), ("en", r"nr", "near"), ("en", r"(?<=[a-z] )n(?= (?!of\b)[^\W\d])", "and"), ("en", r"dr(?:gh|ou|oug|outh|ougth)t", "drought"), ("en", r"tabl", "table"), ("en", r"nmbr", "number of"), ("en", r"nbr(?= of (?!the\b)(?:\w+ )?\w+s\b)", "number"), ("fr", r"nbr(?= d(?:e |')\w+[sx]\b)", "nombre"), (None, r"hist(?= [a-z])", "historical"), ("en", r"v(?= (?:19|20)\d\d)", "vs"),
    ("fr", r"\+(?= (?:chaud|froid|sec|seche|humid|pluvi|arros|haut|bas|fort|faibl|grand|petit|recent|ancien|viei|nuageu|clair|de\b|d'|tot\b|tard\b|vite|long|court|doux|frais|elev|vent|neige|degag|grave|rapid))", "plus"), ("fr", r"mtn|mnt(?= (?:que?|qu'|ke|il|on)\b)", "maintenant"), ("fr", r"ac(?= (?:mes|les?|la|un|une|des|mon|ma|nos)\b)", "avec"), ("fr", r"pe(?= \w+(?:er|ir|re)\b)", "peux"), ("fr", r"ke", "que"), ("fr", r"cmb|cmbien", "combien"),
    ("fr", r"ossi", "aussi"), ("fr", r"kwa", "quoi"), ("fr", r"dem1", "demain"), ("fr", r"sem(?= (?:derniere|prochaine|passee))", "semaine"), ("fr", r"mrc", "merci"), ("fr", r"graphik", "graphique"), ("fr", r"tablo", "tableau"), ("fr", r"tendanse", "tendance"), ("fr", r"dmain|2main|dmn|demin", "demain"), ("fr", r"chau(?!-)", "chaud"),
    # the weather: "le temps à Oslo", "temps à Lyon hier"; not "dans le temps", "du temps de retour"
    ("fr", r"(?:(?<=\A)|(?<=moi )|(?<=donne )|(?<=donnez )|(?<=etait )|(?<=sera )|(?<=sur )|(?<=connaitre )|(?<=savoir ))le temps(?= (?:a|au|aux|en|sur|pour|demain|hier|aujourd'hui|d'hier|d'aujourd'hui|de demain|(?:de )?(?:la semaine|cette semaine)|ce (?:soir|matin|week-?end)|du week-?end|de ce week-?end|du mois|de ces|ces|prevu|annonce|attendu)\b)|(?:(?<=comment est )|(?<=comment sera )|(?<=comment etait ))le temps", "la meteo"),
    ("fr", r"(?<=\A)temps(?= (?:a|au|aux|en|sur|demain|hier|aujourd'hui|d'hier|d'aujourd'hui|de demain|ce (?:soir|matin|week-?end)) )", "meteo"), ("fr", r"pr(?= (?:la|le|les|l|un|une|des|mes|mon|ma|nos|notre|ce|cette|parcs?|projets?|rapports?|etudes?|these|memoire|cours|exposes?|presentations?|reunion|chantiers?|fermes?|agricult\w+|clients?|irrigation|faire|voir|savoir|comparer|calculer|verifier|planifier|preparer|estimer)\b)", "pour"), ("fr", r"ss(?= (?:nuages?|neige)\b)", "sans"), ("fr", r"vs(?= (?:avez|pouvez|voulez|etes|auriez|pourriez)\b)|(?<=\bavez[- ])vs|(?<=\bpouvez[- ])vs|(?<=\bpourriez[- ])vs", "vous"), ("fr", r"c (?:quoi|koi)|c t (?:quoi|koi)", "c'est quoi"), ("fr", r"surf", "surface"), ("fr", r"jvoulais", "je voulais"), ("fr", r"etiquets?", "etiquettes"),
    ("en", r"btw(?= \w+ (?:and|n|to|&) )", "between"), ("en", r"btw", ""), (None, r"proj(?=\s)", "projection"), (None, r"scen", "scenario"), ("en", r"hw", "how"), ("en", r"mo(?=\s+(?:mean|avg))", "monthly"),
    ("fr", r"auj|ajd|aujd", "aujourd'hui"), ("fr", r"bcp", "beaucoup"), ("fr", r"moi(?= (?:dernier|passe|prochain)\b)", "mois"), ("fr", r"qd", "quand"), ("fr", r"ds", "dans"), ("fr", r"jrs", "jours"),
    (None, r"moy(?!-)", "moyenne"), ("fr", r"pdt", "pendant"), ("fr", r"nb(?= d(?:e\b|'))", "nombre"), ("fr", r"nb", "nombre de"), (None, r"par raport", "par rapport"), ("en", r"(?<=\d )n(?= \d)(?! \d[\d.,]* ?°? ?[ewo]\b)", "and"), ("fr", r"tt(?:es|s)?", "toutes"), ("fr", r"stp|svp", "s'il te plait"),
    ("fr", r"dep8|dpuis|dps", "depuis"), ("fr", r"ch(?:gm?t|ngm?t|angm?t)s?", "changement"), ("en", r"chn?g(?=s? in\b)|chn?ge?", "change"), ("en", r"chn?gs", "changes"), ("en", r"wnd(?=s?\b)", "wind"), ("fr", r"vnts?", "vent"), ("fr", r"dici", "d'ici"), ("fr", r"jusk?qu?a", "jusqu'a"), ("fr", r"jusquen", "jusqu'en"), ("fr", r"aujourdhui", "aujourd'hui"), ("fr", r"lete", "l'ete"), ("fr", r"lhiver", "l'hiver"), ("fr", r"lautomne", "l'automne"), ("fr", r"lan(?= (?:dernier|passe|prochain))", "l'an"), ("fr", r"lannee", "l'annee"), ("fr", r"kel(?:le)?s?", "quelle"), ("fr", r"g(?= besoin)", "j'ai"), ("fr", r"px", "peux"), ("fr", r"ya", "il y a"), ("fr", r"cb|ccb(?= d(?:e |'))", "combien"), ("fr", r"(?<=\ben )\+", "plus"), ("fr", r"(?<=\bva )fer|(?<=\bvont )fer", "faire"), ("fr", r"frettes", "froids"), ("fr", r"frette", "froid"), ("fr", r"(?<=\bfait-)tu", "il"),
)  # fmt: skip


def _alone(pattern: str) -> str:
    return rf"(?<![\w'/.-])(?:{pattern})(?![\w'/-])"


# the point of an abbreviation that what follows goes on with: "precip. of the basin"
_POINT = r"(?:\.(?= (?:of|in|for|at|over|from|de|du|des|a|au|aux|en|sur|and|et|or|ou|per|par|mean|max|min|annual\w*|annuel\w*|monthly|mensuel\w*|maximale?s?|minimale?s?|moyennes?|totale?s?|data|trend|anomal\w+)\b| [dl]'))?"
# In a message typed in haste "2" is "to" or "de" and "4" is "for", unless it counts or numbers something.
_TEXTED = Pattern(r"\b(?:slt|px|stp|svp|pls|plz|thx|bcp|koi|lol|mdr|cc|asap|hey|u|r u|gimme|2moro|tmrw)\b")
# "d ici 2050", "l ete": a space for the apostrophe
_ELIDED = Pattern(r"(?<![\w'])(?:l|d|qu|jusqu|lorsqu|n|j) (?=(?:[aeiouy]|h(?!a|e[rl]))[a-z]{2})")
_COUNTED = r"(?= (?!m\b|km\b|mm\b|cm\b|[a-z]+s(?![\w-])|degr|met(?:er|re)|mois\b|sur\b|et\b|and\b|or\b|ou\b|to\b|of\b|in\b)[a-z])"
_MONTHS = rf"(?:{'|'.join(MONTHS)})\b"
_TWO = Pattern(
    rf"(?<=[a-z] )(?<!sentinel )(?<!sentinal )(?<!sentinl )(?<!sentnel )(?<!level )(?<!niveau )(?<!band )(?<!bande )(?<!model )(?<!ssp )2(?! {_MONTHS})(?! \d){_COUNTED}"
)
_FOUR = Pattern(
    rf"(?<=[a-z] )(?<!level )(?<!niveau )(?<!band )(?<!bande )(?<!landsat )(?<!collection )"
    rf"(?<!latest )(?<!last )(?<!first )(?<!newest )(?<!clearest )(?<!best )(?<!top )(?<!only )(?<!the )4(?! {_MONTHS}){_COUNTED}(?! (?:sentinel|landsat|modis|viirs|s[123]\b))"
)
_COUNTS = "|".join(
    sorted((n for n in NUMBERS if len(n) > 2 and n not in ("une", "couple", "one")), key=len, reverse=True)
)
_LONG_MONTHS = "|".join(
    name for name in MONTHS if len(name) > 4 or name in ("mars", "may", "mai", "june", "july", "juin", "aout")
)
_SPELT = Pattern(
    rf"\b(?:one|{_COUNTS}|\d) and a half(?= degrees?\b)|\b(?:un|{_COUNTS}|\d) degres? et demi\b|"
    rf"(?:(?<=\ble )|(?<=\bdu )|(?<=\bau ))(?:premier|deux|{_COUNTS})(?= (?:{_LONG_MONTHS})\b)|(?<=\bthe )(?:{'|'.join(DAYS)})(?= of (?:{_LONG_MONTHS})\b)|"
    rf"\b(?:{_COUNTS})(?= (?:percent|per cent|pour ?cent|degrees?|degres?|km|kilomet|miles?|mm|millimet|met(?:er|re)s?|m/s|%|inch(?:es)?|pouces?|feet|foot|ft|pieds?|cm|centim|knots?|noeuds?|and a half (?:inch|met|degree|feet|cm|mm)|(?:and|et|or|ou|to|versus|vs\.?|contre|against) (?:{_COUNTS}) (?:degrees?|degres?)\b)|[- ](?:years?|days?|ans|jours)\b|-(?:degrees?|met(?:re|er)s?)\b)"
)
_LANGUAGES: tuple[Language, ...] = ("en", "fr")
_COMPILED = {
    language: tuple(
        (Pattern(_alone(pattern) + _POINT), text)
        for spoken, pattern, text in _ABBREVIATIONS
        if spoken in (None, language)
    )
    for language in _LANGUAGES
}
# most texts hold no abbreviation, which one search tells
_ABBREVIATED = {
    language: Pattern(_alone("|".join(p for spoken, p, _ in _ABBREVIATIONS if spoken in (None, language))))
    for language in _LANGUAGES
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What was typed, cleaned; `folded` is lower case without accents and has the same length as `text`.

    `origins[i]` is where character `i` of `text` stood in what was typed.
    """

    typed: str
    text: str
    folded: str
    language: Language
    origins: tuple[int, ...]

    def span(self, start: int, end: int, *, confidence: float = 1.0) -> Span:
        """The stretch of the typed text that `text[start:end]` came from."""
        if start >= end or not self.origins:
            return Span(start=0, end=0, confidence=confidence)
        return Span(start=self.origins[start], end=self.origins[end - 1] + 1, confidence=confidence)

    def part(self, start: int, end: int) -> Utterance:
        """A stretch of the utterance, its spans still those of what was typed."""
        return replace(self, text=self.text[start:end], folded=self.folded[start:end], origins=self.origins[start:end])

    def cut(self, spans: Iterable[tuple[int, int]]) -> Utterance:
        """The utterance without some stretches, one space in the place of each; spans still point into what was typed."""
        kept, last = [], 0
        for start, end in sorted(spans):
            if start >= last:
                kept.append((last, start))
            last = max(last, end)
        kept.append((last, len(self.text)))
        text = " ".join(self.text[s:e] for s, e in kept)
        folded = " ".join(self.folded[s:e] for s, e in kept)
        origins: list[int] = []
        for index, (s, e) in enumerate(kept):
            origins += [self.origins[s - 1]] if index and s else [0] if index else []
            origins += self.origins[s:e]
        return replace(self, text=text, folded=folded, origins=tuple(origins))

    def hidden(self, spans: Iterable[tuple[int, int]], *, filler: str = " ") -> Utterance:
        """The same utterance with some stretches blanked, so that no later reader sees them; a filler shows that something stood there."""
        text, folded = list(self.text), list(self.folded)
        for start, end in spans:
            text[start:end] = folded[start:end] = filler * (min(end, len(text)) - start)
        return replace(self, text="".join(text), folded="".join(folded))


def checked(text: object) -> str:
    """The text of a question; raises BadQuestion where it is empty, too long, or no text."""
    if not isinstance(text, str):
        raise BadQuestion(f"a question must be text, got {type(text).__name__}; pass a string")
    if len(text) > MAX_CHARACTERS:
        raise BadQuestion(
            f"the question has {len(text)} characters, the most is {MAX_CHARACTERS}; send the question alone"
        )
    if not any(c.isalnum() for c in text):
        raise BadQuestion(
            f"the question {text[:40]!r} holds no word; ask in English or French, for example 'How much will the world warm by 2100?'"
        )
    return text


def utterance(text: str, *, language: Language, known: Callable[[str], bool] = lambda word: False) -> Utterance:
    """Clean `text`; words that `known` accepts (names of places, models) are never corrected."""
    plain = {character: _clean(character) for character in set(text)}
    kept = [(shown, position) for position, character in enumerate(text) if (shown := plain[character])]
    chars, origins = "".join(shown for shown, _ in kept), tuple(position for _, position in kept)
    if _TEXTED.search(fold(chars)):
        word = "de" if language == "fr" else "to"
        chars, origins = _rewritten(chars, origins, _TWO, lambda _: word)
        chars, origins = _rewritten(chars, origins, _FOUR, lambda _: "pour" if language == "fr" else "for")
    chars, origins = _rewritten(chars, origins, _BLANKS, lambda blanks: "\n" if "\n" in blanks else " ")
    if _ABBREVIATED[language].search(fold(chars)):
        for pattern, written in _COMPILED[language]:
            chars, origins = _rewritten(chars, origins, pattern, _always(written))
    if language == "fr":
        chars, origins = _rewritten(chars, origins, _ELIDED, lambda word: word if word == "N " else f"{word[:-1]}'")
    chars, origins = _rewritten(chars, origins, _SPELT, lambda word: _digits(fold(word)))
    chars, origins = _rewritten(chars, origins, _WORD, lambda word: correction(word, known=known))
    return Utterance(typed=text, text=chars, folded=fold(chars), language=language, origins=origins)


def _clean(character: str) -> str:
    """The character made plain; nothing for what has no shape of its own: controls, marks of direction, surrogates."""
    if character in _PLAIN:
        return _PLAIN[character]
    if character in "\n\t":
        return character if character == "\n" else " "
    category = unicodedata.category(character)
    return "" if category[0] == "C" else " " if category[0] == "Z" else character


def _digits(folded: str) -> str:
    """A number in words as figures: a count, the day of a month, or degrees and a half."""
    if folded.endswith((" half", " demi")):
        return f"{number(folded.split(maxsplit=1)[0])}.5{' degres' if folded.endswith('demi') else ''}"
    return str(DAYS.get(folded) or number(folded))


def _always(text: str) -> Callable[[str], str]:
    """What writes the same whatever stood there, but for an index and a point of the compass: NBR is no number, N no "and"."""
    return lambda word: word if word in ("NBR", "N") else text


def _rewritten(
    text: str, origins: tuple[int, ...], pattern: Pattern, write: Callable[[str], str]
) -> tuple[str, tuple[int, ...]]:
    pieces: list[str] = []
    kept: list[int] = []
    last = 0
    for match in pattern.finditer(text if pattern in (_WORD, _BLANKS) else fold(text)):
        word = text[match.start() : match.end()]
        written = write(word)
        if written == word:
            continue
        pieces += [text[last : match.start()], written]
        kept += origins[last : match.start()]
        kept += [origins[min(match.start() + i, match.end() - 1)] for i in range(len(written))]
        last = match.end()
    if not last:
        return text, origins
    return "".join([*pieces, text[last:]]), (*kept, *origins[last:])
