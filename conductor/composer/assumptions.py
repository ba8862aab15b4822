"""What was filled in and not said, as one short sentence each, in English and French."""

from __future__ import annotations

from collections.abc import Iterable

from conductor.composer.reading import Assumption
from conductor.composer.text.language import Language

_WORDS: dict[str, tuple[str, str]] = {
    "now_is_recent": (
        '"Now" is read as 1995–2014, the recent past of the IPCC\'s sixth report.',
        "« Aujourd'hui » est lu comme 1995–2014, le passé récent du sixième rapport du GIEC.",
    ),
    "now_is_lately": (
        "What is held against that past is the last ten whole years.",
        "Ce qui est comparé à ce passé est la dernière décennie entière.",
    ),
    "window": (
        "A single year of the future stands for the twenty years around it.",
        "Une année du futur représente les vingt années qui l'entourent.",
    ),
    "by_2100": ('"By 2100" is read as 2081–2100.', "« D'ici 2100 » est lu comme 2081–2100."),
    "part_of_age": (
        "The beginning and the end of a decade are read as its halves, those of a year as its thirds.",
        "Le début et la fin d'une décennie sont lus comme ses moitiés, ceux d'une année comme ses tiers.",
    ),
    "latest_year": (
        "No year was said: the latest one is taken.",
        "Aucune année n'est dite : la plus récente est prise.",
    ),
    "recent_reference": ("The change is counted from 1995–2014.", "Le changement est compté à partir de 1995–2014."),
    "scenario_word": ('"{said}" is read as the scenario {id}.', "« {said} » est lu comme le scénario {id}."),
    "clear_sky": (
        '"{said}" is read as at most {percent} % cloud.',
        "« {said} » est lu comme au plus {percent} % de nuages.",
    ),
    "default_level": ("{said} is read as the collection {id}.", "{said} est lu comme la collection {id}."),
    "likeliest_place": ("{said} is read as {name}.", "{said} est lu comme {name}."),
    "measured_by": ("What {said} measures is taken: {name}.", "Ce que mesure {said} est pris : {name}."),
    "corners": ("The corners of the box were put in order.", "Les coins de la boîte ont été remis dans l'ordre."),
    "day_first": ("{said} is read day first.", "{said} est lu le jour d'abord."),
    "daily_maximum": (
        "Days are counted by their highest temperature.",
        "Les jours sont comptés selon leur température maximale.",
    ),
    "carried": (
        "What was not said again is kept from the question before.",
        "Ce qui n'est pas redit est repris de la question précédente.",
    ),
}


def sentences(assumptions: Iterable[Assumption], *, language: Language) -> tuple[str, ...]:
    """Write each assumption once, in the asker's language; a code without words is left out."""
    index = 1 if language == "fr" else 0
    written = (_WORDS[a.code][index].format(**a.parameters) for a in assumptions if a.code in _WORDS)
    return tuple(dict.fromkeys(written))
