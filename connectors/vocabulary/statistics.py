"""The words for statistics, aggregations and outputs, and return periods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from connectors.vocabulary import tables
from connectors.vocabulary.entries import Entry, Wording
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.spelling import fold

Slot = Literal["statistics", "aggregation", "outputs"]
_S = r"[\s-]{1,3}"
_YEARS = r"(\d{1,5})"
_EVENT = r"(?:floods?|storms?|events?|rain\w{0,8}|precipitation|drought|recurrence|peak|wave|surge)"
_RETURN = Pattern(
    rf"(?<![^\W_])(?:{_YEARS}[\s-]{{0,3}}(?:year|yr)s?{_S}(?:return[\s-]?(?:period|level)s?|{_EVENT})"
    rf"|(?:1|one)[\s-]in[\s-]{_YEARS}(?:[\s-]{{0,3}}years?)?"
    rf"|return[\s-]?(?:period|level)s?{_S}(?:of{_S})?{_YEARS}[\s-]{{0,3}}(?:years?|yrs?)?"
    rf"|(?:periode de retour|recurrence|niveau de retour|temps de retour){_S}(?:de{_S})?{_YEARS}[\s-]{{0,3}}(?:ans?|annees?)?"
    rf"|{_YEARS}[\s-]{{0,3}}ans{_S}de{_S}(?:recurrence|periode de retour|retour))"
)
_NAMED = {
    "centennale": 100, "centennales": 100, "centennal": 100, "decennale": 10, "decennales": 10, "vicennale": 20, "vicennales": 20,
    "cinquantennale": 50, "millennale": 1000, "bicentennale": 200, "trentennale": 30, "quinquennale": 5,
}  # fmt: skip
_NAMED_FLOOD = Pattern(rf"(?:crues?|inondations?|pluies?|evenements?|debits?|tempetes?){_S}({'|'.join(_NAMED)})\b")
_WORDS = {
    "hundred": 100, "two-hundred": 200, "fifty": 50, "twenty": 20, "ten": 10, "thousand": 1000, "five-hundred": 500, "five": 5,
    "thirty": 30, "cent": 100, "cinquante": 50, "vingt": 20, "dix": 10, "mille": 1000, "deux cents": 200,
}  # fmt: skip
_SPELT = Pattern(
    rf"(?:({'|'.join(_WORDS)}){_S}year{_S}(?:return|{_EVENT})|(?:recurrence|periode de retour){_S}(?:de{_S})?({'|'.join(_WORDS)}){_S}ans)"
)
_ORDINAL = r"\s{0,3}(?:st|nd|rd|th|e|er|eme)?"
_PERCENT = r"[\s-]{0,3}(?:percentile|centile)s?"
_PERCENTILES = Pattern(
    rf"(?<![^\W_])(\d{{1,2}}){_ORDINAL}\s{{0,3}}(?:/|,|-|and|et|to|au)\s{{0,3}}(?=\d{{1,2}}{_ORDINAL}{_PERCENT})"
)
_PERCENTILE = Pattern(rf"(?<![^\W_])(?:p(\d{{1,2}})(?![^\W_])|(\d{{1,2}}(?:[.,]\d)?){_ORDINAL}{_PERCENT})")


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEntry(Entry):
    """A statistic, an aggregation or an output; its id is the contract's word."""

    slot: Slot


def term(slot: Slot, term_id: str) -> TermEntry | None:
    """The entry of a contract's word, `return_period_20` and `percentile_95` included."""
    known = _terms().get((slot, term_id))
    kind, _, value = term_id.rpartition("_")
    if known or slot != "statistics" or kind not in ("return_period", "percentile"):
        return known
    names = (
        (f"{value}-year return period", f"récurrence {value} ans")
        if kind == "return_period"
        else (f"{value}th percentile", f"{value}e centile")
    )
    return TermEntry(id=term_id, name_en=names[0], name_fr=names[1], source=tables.source("terms"), slot="statistics")


def measured(text: str) -> tuple[tuple[int, int, TermEntry], ...]:
    """Return periods and percentiles with their numbers: `20-year flood`, `crue centennale`, `95th percentile`."""
    folded = fold(text)
    if len(folded) != len(text):
        folded = "".join(f if len(f := fold(c)) == 1 else c for c in text)
    found = []
    for pattern, values in ((_RETURN, {}), (_NAMED_FLOOD, _NAMED), (_SPELT, _WORDS)):
        for match in pattern.finditer(folded):
            raw = next(g for g in match.groups() if g)
            entry = term("statistics", f"return_period_{values.get(raw, raw)}")
            if entry:
                found.append((match.start(), match.end(), entry))
    for match in (*_PERCENTILES.finditer(folded), *_PERCENTILE.finditer(folded)):
        number = next(g for g in match.groups() if g).replace(",", ".")
        entry = term("statistics", f"percentile_{number}")
        if entry and number != "50":
            found.append((match.start(), match.end(), entry))
    return tuple(sorted(found, key=lambda f: (f[0], -f[1])))


def wordings() -> Iterator[tuple[Slot, Wording]]:
    """(slot, wording) of every term."""
    for row in tables.rows("terms"):
        slot: Slot = "outputs" if row[0] == "outputs" else "aggregation" if row[0] == "aggregation" else "statistics"
        for text in tables.listed(row[4]):
            yield slot, Wording(text, row[1], "en")
        for text in tables.listed(row[5]):
            yield slot, Wording(text, row[1], "fr")


@cache
def _terms() -> dict[tuple[str, str], TermEntry]:
    found = {}
    for row in tables.rows("terms"):
        slot: Slot = "outputs" if row[0] == "outputs" else "aggregation" if row[0] == "aggregation" else "statistics"
        found[row[0], row[1]] = TermEntry(
            id=row[1], name_en=row[2], name_fr=row[3], aliases=tables.texts(row[4], row[5]),
            source=tables.source("terms"), slot=slot,
        )  # fmt: skip
    return found
