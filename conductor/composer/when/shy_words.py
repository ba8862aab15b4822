"""Months and seasons that are more likely other words: a bare "may", the planet Mars, "a été", "sept" scenes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from conductor.composer.text.calendar_words import SHY_MONTHS
from conductor.composer.when.dates import Dated
from connectors.vocabulary.patterns import Pattern

_TIME_LEAD = Pattern(
    r"(?:\b(?:in|during|of|for|since|until|through|from|to|by|every|each|and|or|between|early|late|mid|en|au|de|du|mois|depuis|entre|et|ou|pour|chaque|a|avant|apres|d'|dans|pis|plutot|make it|(?:what|how) about|try|use|rather|the)\b\s*|[(,/-]\s*)$"
)

# "march temperature", "oct rainfall": a month beside what is measured
_MEASURED_AFTER = Pattern(
    r"\s*(?:(?:mean|average|max|min|maximum|minimum|monthly|daily) )?(?:rain(?:fall)?s?|temp(?:erature)?s?|precip\w*|pr|tas\w*|snow(?:fall| cover| depth)?|sst|ndvi|flows?|(?:stream|river)flows?|discharges?|run-?off|evaporation|humidity|salinity|sunshine|radiation|pressure|cloud(?:s|iness| cover)?|clouds?|ice|storms?|heat|drought|climate|climatolog\w*|normals?|"
    r"sea ice|scenes?|images?|imagery|winds?(?: speed)?|frosts?|soil moisture|anomal\w*)\b(?! to\b)"
)
_MEASURED_BEFORE = Pattern(
    r"\b(?:rain(?:fall)?|pluies?|temp(?:erature)?s?|precip\w*|neige|snow|sst|ndvi|vents?|humidite|moyenne|cumuls?|normales?|gel|pr|tas(?:max|min)?)\s*$"
)

# "Was March dry", "Mars a-t-il été sec": the month that a verb asks about; "elle" would be the planet
_ASKED_ABOUT = Pattern(
    r"\b(?:(?:dry|wet|cold|hot|warm|cool|mild|rainy|snowy|sunny|record|driest|wettest|coldest|hottest|warmest|mildest|average|typical|normal)|was|were|is|has|had|did|does|will|wasn't|isn't|hasn't|didn't|doesn't|won't)\s$"
)
_ASKS = Pattern(
    r" (?:(?:a|est|etait|fut|sera|serait|avait|aura|va|devient|deviendra|devrait|s'est|se \w+)(?:-t)?-il\b|(?:(?:n')?a|avait|aura) (?:\w+ )?ete\b|s'est \w+|se rechauff\w+|devien\w+|"
    r"(?:was|has been|is getting|is becoming|became|has become|has got\w*|will be|gets|got) \w)"
)

_OF_A_YEAR = Pattern(r" (?:in|of|en|de) (?:19|20)\d\d\b")

_VERB_BEFORE = Pattern(
    r"\b(?:usually|typically|normally|often|always|generally|will|would|does|do|did|to|may|might|can|could|should|rains?|snows?|temperatures?|levels?)\s*$"
)

# "a été": the participle, not the season
_HAS_BEEN = Pattern(
    r"\b(?:a|ai|as|ont|avons|avez|avait|avaient|aura|auront|aurait|ayant|avoir|(?<=-)(?:ils?|elles?|on|nous|vous)|n'a|n'ont|jamais|deja)"
    r"(?: (?:vraiment|bien|toujours|aussi|reellement|effectivement|plutot|tres|trop|souvent|donc|encore|peut-etre))?\s*$"
)


# "son eau", "son dernier passage": his, not September to November
_POSSESSED = Pattern(
    r" (?!(?:19|20)\d\d|in |en |over |sur |a |au |for |pour |and |et |under |mean |season|rain|temp|precip|pluie|average|moyen)[a-z]"
)


# "and may I use it": whoever may, or what may be done
_MODAL = Pattern(r" (?:i|we|you|they|he|she|one|anyone|anybody|somebody|people|be|have|not|also|well)\b")
_OF_TIME = Pattern(r"\b(?:in|of|during|since|until|till|from|by|every|each|early|late|mid|last|this|next|for)[ -]$")


def believed(text: str, folded: str, dates: Sequence[Dated]) -> list[Dated]:
    """Drop months that are more likely other words: a bare "may", a planet, "sept" scenes."""
    kept = []
    for index, dated in enumerate(dates):
        word = folded[dated.begin : dated.finish].rstrip(".")
        if word == "may" and _MODAL.match(folded, dated.finish) and not _OF_TIME.before(folded, dated.begin):
            continue
        if dated.precision == "month" and not dated.start and word in SHY_MONTHS:
            shy = not (_is_beside_another(folded, dates, index) or _ALONE.fullmatch(folded))
            if shy and not (_TIME_LEAD.before(folded, dated.begin) or _by_quantity(folded, dated, word)):
                continue
        if (
            dated.precision == "range"
            and dated.months
            and word.startswith(("fall", "spring"))
            and _VERB_BEFORE.before(folded, dated.begin)
        ):
            dated = replace(dated, months=())
        if _FALL_IN.match(word) and _DID.before(folded, dated.begin):
            dated = _year_alone(dated)
        if word == "ete" and _HAS_BEEN.before(folded, dated.begin):
            continue
        if (
            word == "son"
            and _POSSESSED.match(folded[dated.finish :])
            and not text[dated.begin : dated.finish].isupper()
        ):
            continue
        if dated.precision == "season" and word in _SHY_SEASONS and not _timely(folded, dated, word):
            continue
        kept.append(dated)
    return kept


def _is_beside_another(folded: str, dates: Sequence[Dated], index: int) -> bool:
    """Whether a month stands right behind another, or before one that it is joined to."""
    dated = dates[index]
    if index and dates[index - 1].months and dated.begin - dates[index - 1].finish < 5:
        return True
    after = dates[index + 1] if index + 1 < len(dates) else None
    joint = folded[dated.finish : after.begin].strip() if after and after.begin - dated.finish < 10 else None
    return joint in ("-", "to", "through", "thru", "until", "till", "a", "au", "and", "et", "&", "/", "", ",")


# "did Lake Mead fall in 2022": a verb and a year
_FALL_IN = Pattern(r"falls? (?:in|of) (?:the year )?(?:19|20)\d\d$")
_DID = Pattern(
    r"\b(?:did|does|do|will|would|could|can|might|may) (?!not )[^.?!;,]{2,60}(?<!\bin)(?<!\bthe)(?<!\bof)(?<!\blast)(?<!\bthis)(?<!\band)(?<!\bsummer) $"
)


def _year_alone(dated: Dated) -> Dated:
    year = dated.end.year if dated.end else 0
    if not year:
        return dated
    start, end = date(year, 1, 1), date(year, 12, 31)
    return replace(dated, begin=dated.finish - 4, start=start, end=end, months=(), precision="year")


_SHY_SEASONS = ("fall", "falls", "son", "springs")


# "expected to fall", "about to spring": no end of a range
_TO_DO = Pattern(
    r"\b(?!(?:spring|summer|autumn|winter|fall|from|january|february|march|april|may|june|july|august|september|october|november|december)\b)[a-z]{2,} to $"
)


def _timely(folded: str, dated: Dated, word: str) -> bool:
    """ "In the fall", "fall of 2020": the season, where "rates fall" and "hot springs" are none."""
    told = word != "son" and folded[dated.finish :].startswith(" of ")
    if _TO_DO.before(folded, dated.begin):
        return False
    return told or bool(_TIME_LEAD.before(folded, dated.begin))


# a turn of a dialogue that says nothing but a month: "mar?", "March only"
_ALONE = Pattern(
    rf"\W*(?:(?:and|et|just|only|seulement|juste|for|pour|then|puis) )*(?:{'|'.join(sorted(SHY_MONTHS))})\b\W*(?:(?:only|instead|alone|please|pls|then|seulement|plutot|svp|stp|too|aussi)\W*)*"
)


_HOW_MUCH = Pattern(r"\b(?:how(?: (?:much|far|many|often|soon|strongly|fast))?|where|when|why)\s$")


def _by_quantity(folded: str, dated: Dated, word: str) -> bool:
    """ "May rainfall", "pluie mars Tunis": beside what is measured it is the month; "it may rain", "temperature may" it is not."""
    if word == "may" and _HOW_MUCH.before(folded, dated.begin):
        return False  # "how much may tasmax change"
    after = _MEASURED_AFTER.match(folded[dated.finish :]) or _OF_A_YEAR.match(folded[dated.finish :])
    if word == "may":
        told = bool(after) and not re.fullmatch(r"\s*(?:rain|snow)", after[0] if after else "")
        return told or _is_subject(folded, dated, word) or _in_keywords(folded, dated)
    return bool(after or _MEASURED_BEFORE.before(folded, dated.begin)) or _is_subject(folded, dated, word)


# "ssp585 tasmax may change for Lagos": in keywords an identifier has its month beside it, and no verb
_IDENTIFIER_BEFORE = Pattern(r"\b(?:tas(?:max|min)?|pr|tos|snd|snc|sfcwind|hurs|rx1day|rx5day|ndvi)\s$")
_CLAUSE = Pattern(r"\b(?:how|what|whether|if|that|which|where|why|when|much|by|as)\b|\?")


def _in_keywords(folded: str, dated: Dated) -> bool:
    return bool(_IDENTIFIER_BEFORE.before(folded, dated.begin)) and not _CLAUSE.search(folded)


def _is_subject(folded: str, dated: Dated, word: str) -> bool:
    """ "Was March dry", "mars a-t-il été sec": a verb makes the month its subject; the planet has no such verb in English."""
    if _ASKS.match(folded, dated.finish):
        return True
    return word != "mars" and bool(_ASKED_ABOUT.before(folded, dated.begin))
