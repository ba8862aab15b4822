"""Time steps named side by side: "daily and monthly", "6-hourly or daily", as the frequencies of files; English and French, on folded text."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_STEPS = (
    ("6hr", r"6[- ]?(?:hourly|horaires?)|6[- ]?hr|six[- ]hourly|toutes les 6 heures"),
    ("3hr", r"3[- ]?(?:hourly|horaires?)|3[- ]?hr|three[- ]hourly|tri-?horaires?|toutes les 3 heures"),
    ("1hr", r"hourly|1[- ]?hr|horaires?"),
    ("day", r"daily|day|quotidien(?:ne)?s?|journali(?:er|ere)s?"),
    ("mon", r"monthly|mon|mensuel(?:le)?s?"),
    ("yr", r"annual|yearly|annuel(?:le)?s?"),
)
_STEP = "|".join(pattern for _, pattern in _STEPS)
_JOINED = Pattern(
    rf"(?<![\w-])(?:{_STEP})(?:(?: ?(?:,|/|&|\+) ?| (?:and|et|or|ou|as well as|ainsi que) (?:en |the |also )?)(?:{_STEP})(?!\w))+"
)
_EACH = tuple((frequency, Pattern(rf"(?<![\w-])(?:{pattern})(?!\w)")) for frequency, pattern in _STEPS)


def joined_steps(folded: str) -> tuple[str, ...]:
    """The frequencies of the steps that are joined by "and", "or" or a comma, in the order said; none where one stands alone."""
    match = _JOINED.search(folded)
    if match is None:
        return ()
    said = [(hit.start(), frequency) for frequency, pattern in _EACH for hit in pattern.finditer(match[0])]
    return tuple(dict.fromkeys(frequency for _, frequency in sorted(said)))
