"""Words that no reader needs to explain: articles, prepositions, pronouns, question words; English and French."""

from __future__ import annotations

_EMPTY_TEXT = """
the a an of to in on at for from by with and or is are was were be been do does did will would can could
should may me my we you it its this that these those there please what which how when where who why much many
i us our le la les l un une des du de d en au aux a et ou est sont etait sera dans sur pour par avec que qui
quel quelle quels quelles comment combien je tu il elle nous vous on ce cette ces se s n ne pas y se t me moi
qu'il qu'ils qu'elle qu'elles qu'on qu'un qu'une d'un d'une c'est s'il l'on
"""
EMPTY = frozenset(_EMPTY_TEXT.split())
