"""What every vocabulary entry has: an identifier, a name in English and in French, aliases and a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Language = Literal["en", "fr"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One term of a vocabulary; `source` names where its facts come from."""

    id: str
    name_en: str
    name_fr: str
    aliases: tuple[str, ...] = ()
    source: str = ""

    def name(self, language: Language) -> str:
        """The name in the language asked for."""
        return self.name_fr if language == "fr" else self.name_en


class Wording(NamedTuple):
    """A way to write an entry: `form` says how loosely it may be matched.

    phrase      words, matched without case or accents
    identifier  an identifier, matched also with its separators moved or missing ("ssp 585", "can esm5")
    short       a short identifier, matched as a whole token; where it is also an ordinary word, only in the company of others
    title       an official title, matched like a phrase where no everyday wording is the same
    """

    text: str
    entry_id: str
    language: Literal["en", "fr", "*"] = "*"
    implies: tuple[str, ...] = ()
    form: Literal["phrase", "identifier", "short", "title"] = "phrase"
