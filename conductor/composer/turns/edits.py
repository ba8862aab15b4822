"""What a turn does to the one before: the stretches that give way, those that join what is there, and the slots it clears by name."""

from __future__ import annotations

from dataclasses import dataclass

from connectors.vocabulary.patterns import Pattern

Stretch = tuple[int, int]

_SET = (
    r"(?:use|take|put|try|make|go with|switch|show|give|keep|want|look at|utilise[rz]?|prends|prenez|mets|mettez|garde[rz]?|montre[rz]?|donne[rz]?|essaie|"
    r"i(?:'d| would) (?:like|rather|prefer)|i want|i need|je veux|je voudrais|j'aimerais|je prefere|add|ajoute[rz]?|rajoute[rz]?|include|inclus|inclure)"
)
# Where what is taken back or added ends: at a stop, or where something else is asked for.
_STOP = rf"(?=\s*(?:[,;!?:()]|\.(?!\d)|\s-\s|$|\b(?:but|mais|then|puis|instead|plutot|a la place)\b|\b(?:(?:and|et)\s+)?{_SET}\b))"
_WHAT = r"(?P<what>[^;!?]{1,60}?)" + _STOP
_NOT = r"(?:plus|moins|more|less|fewer|only|just|sure|bad|enough|right|wrong|correct|yet|really|what|that|possible|ok|before|after|until|avant|apres|later|earlier|seulement|sur|sure|mal|vrai|normal|juste|assez|trop|too|de temps|by|a pas|exceeding|above|over|below|under|(?:a|one|a single) clouds?|(?:cloud|snow|hott|warm|cold|high|larg|bigg|coars)i?er than)\b"
_SKY = r"(?:any |the |trop de |de |les |la |aucune? |le moindre )?(?:(?:dust|haze|smoke|fog|poussieres?|brume|fumees?|brouillard) (?:or|and|nor|ni|ou|et) (?:any |de )?)?(?:clouds?|snow|ice|nuages?|neige|glace|couverture nuageuse|couvert nuageux|nebulosite)\b(?! (?:limit|filter|cap|threshold|constraint|cover (?:limit|filter)))"
_TAKEN_BACK = Pattern(
    r"\b(?:(?:drop|remove|delete|discard|ditch|forget(?: about)?|leave out|take out|take away|get rid of|exclude|omit|skip|scrap|ignore|"
    r"instead of|in place of|in lieu of|rather than|i (?:don't|do not) (?:want|need)|(?:don't|do not) (?:use|show|include|want)|no longer|no more(?! than)|(?:no|any) (?:more |further )?need (?:for|of)|minus(?! (?:\d|th(?:at|ose|e one)\b|(?:the )?[a-z]+ (?:19|20)\d\d\b))|"
    rf"(?<!why )(?:and )?not(?! {_NOT})|without(?! {_SKY})|no(?= (?:\w+ ){{0,2}}(?:limit|filter|cap|restriction|threshold|constraint|baseline|season)\b)|"
    r"retire[rz]?|enleve[rz]?|supprime[rz]?|ote[rz]?|vire[rz]?|(?<!as )(?<!avez )(?<!ai )oublie[rz]?|laisse[rz]? (?:tomber|de cote)|exclu[st]?|exclure|efface[rz]?|ignore[rz]?|"
    rf"sans(?! {_SKY})|(?<!pourquoi )(?<!\bau )(?<!\bun )(?<!\ble )(?<!\bdu )(?:et |non )?pas(?! {_NOT})|et non|^\W*moins(?= (?:la |le |les |l'))|(?:pas|plus) besoin d(?:e\b|u\b|es\b|')|plutot qu(?:e\b|')|au lieu d(?:e\b|u\b|es\b|')|a la place d(?:e\b|u\b|es\b|'))"
    rf"(?:\b|(?<='))\s*{_WHAT})"
)
_TAKEN_OUT = Pattern(
    r"\b(?:take|leave|retire[rz]?|laisse[rz]?|sor(?:s|tez))\s+(?P<what>[^,;!?]{1,40}?)\s+(?:out|off|away|de cote|de la liste|de l'ensemble|du lot|s'(?:il|elle)s? \w+ (?:dedans|dans))\b"
)
_SWAPPED = Pattern(
    r"(?:^|[,;.:]\s*|\b(?:please|and|et|now|puis|plutot|can you|could you|peux-tu)\s+)\W{0,3}(?:(?:swap|replace|substitute|exchange|trade|change|switch|"
    r"remplace[rz]?|echange[rz]?|change[rz]?|troque[rz]?)|(?:go|move|shift|switch|passe[rz]?)(?= (?:from|de|du|d')\b))\s+(?:out )?(?:from |du |de |d')?"
    r"(?P<what>[^,;!?]{1,50}?)\s+(?:for|with|by|to|into|par|contre|pour|en|a|au)\s+(?=\S)"
)
_LOWERED = Pattern(r"\b(?:to|a)\s+-?\d")  # "drop the threshold to 30"
_JOINED = Pattern(rf"\b(?:add|include|ajoute[rz]?|rajoute[rz]?|inclus|inclure)\s+{_WHAT}")
_SETS = Pattern(r"\b(?:make|use|switch|change|prends|utilise[rz]?|mets|passe[rz]?|instead|plutot|a la place)\b")
_ANY = Pattern(
    r"\b(?:any|all(?: the| of the)?|every|whatever|regardless of(?: the)?|(?:i )?(?:don't|do not) (?:care|mind)(?: about)?(?: the)?|never mind(?: the)?|(?:don't|do not) (?:restrict|limit)(?: it)?(?: to)?(?: the)?|(?:for )?the full|full|the whole|whole|entire|the entire|n'importe quel(?:le)?s?|tous les|toutes les|toute? (?:la |le |l')?|quel(?:le)?s? que so(?:it|ient)(?: la| le| les| l')?|"
    r"peu importen?t? (?:la |le |les |l')?|qu'importent? (?:la |le |les |l')?|l'ensemble des?|each|chaque|chacun des|no(?: more)?|aucune?|lift(?: the)?|leve[rz]? |relache[rz]? |(?:don't|do not) filter (?:on|by|for)(?: the)?|ne filtre[rz]? pas (?:sur|par|selon)|tant pis pour|even(?: the)?)\s*(?P<what>[^,;!?]{1,40})"
)
_NO_MATTER = Pattern(
    r"(?:^|[,;.]|\b(?:the|les?|la|and|et)\b)\s*(?P<what>[^,;!?.]{3,30}?) (?:(?:do(?:es)? ?n[o']?t|do(?:es)? not) (?:really )?matter|(?:is|are) (?:fine|ok|okay|no problem)|n'(?:a|ont) (?:pas|aucune) d?'?importance|importen?t? peu|(?:est|sont) sans importance|ne compten?t? pas|m'importen?t? peu)\b|"
    r"\b(?P<round>year)[- ]round\b|\b(?P<complete>annee|year) (?:entiere|complete)\b|"
    r"\b(?P<too>cloudy|nuageu(?:x|ses?))(?: \w+)? (?:too|as well|also|aussi|egalement)\b"
)
_NAMES: tuple[tuple[str, Pattern], ...] = tuple(
    (slot, Pattern(rf"\b(?:{pattern})\b"))
    for slot, pattern in (
        ("cloud", r"clouds?|cloud ?cover|cloudiness|cloudy|nuages?|nuageuses?|nebulosite|nuageux"),
        ("snow", r"snow (?:cover |cap |limit |filter )+|filtre (?:de |sur la )?neige"),
        ("orbit", r"orbits?|orbites?|passes|orbit direction"),
        ("tile", r"tiles?|tuiles?|path|row"),
        ("polarizations", r"polari[sz]ations?"),
        ("platform", r"platforms?|satellites?|plateformes?|spacecraft"),
        ("resolution", r"resolution (?:limit|filter)|limite de resolution"),
        ("limit", r"limits?|maximum number|number limit|limite|nombre max\w*"),
        ("sort", r"sort(?:ing)?|order(?:ing)?|tri|classement|ordre"),
        ("filters", r"filters?|filtres?|restrictions?|constraints?|contraintes?"),
        ("months", r"seasons?|saisons?|months?|mois|season limit|year(?: round)?|annee|an"),
        ("threshold", r"thresholds?|seuils?|cut-?off"),
        ("reference", r"baselines?|references?(?: period)?|periode de reference|reference"),
        ("source_id", r"models?|modeles?|gcms?"),
        ("member_id", r"members?|membres?|runs?|realizations?|realisations?"),
        ("experiment_id", r"scenarios?|pathways?|experiments?|trajectoires?"),
        ("data_node", r"nodes?|noeuds?"),
        ("aggregation", r"time step|pas de temps"),
        ("periods", r"periods?|periodes?|dates?|time (?:range|window|span)"),
        ("places", r"places?|locations?|areas?|lieux?|endroit"),
        ("quantities", r"variables?|quantity|index|indice|indicat(?:or|eur)"),
        ("relation", r"(?:distance|radius|rayon|buffer)(?! (?:de|of) \d)"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What gives way, what joins (beside other things that replace), and the names of slots that are cleared."""

    dropped: tuple[Stretch, ...] = ()
    joined: tuple[Stretch, ...] = ()
    cleared: frozenset[str] = frozenset()


def read_edit(folded: str) -> Edit:
    """Tell the stretches of a turn apart: "drop Bergen, put Trondheim", "add Algeria and make it ssp585", "no cloud limit"."""
    taken = [
        m for pattern in (_TAKEN_BACK, _TAKEN_OUT) for m in pattern.finditer(folded) if not _LOWERED.search(m["what"])
    ]
    swapped = [m for m in _SWAPPED.finditer(folded) if not named(m["what"])]
    joined = tuple(m.span("what") for m in _JOINED.finditer(folded))
    beside = _hidden(folded, joined)
    free = [m for pattern in (_ANY, _NO_MATTER) for m in pattern.finditer(folded)]
    cleared = [named(" ".join(filter(None, m.groups()))) for m in [*taken, *free]]
    return Edit(
        dropped=_apart([m.span("what") for m in taken] + [m.span("what") for m in swapped]),
        joined=joined if _SETS.search(beside) else (),
        cleared=frozenset().union(*cleared),
    )


def named(text: str) -> frozenset[str]:
    """The slots that a text names: "the cloud limit" is one of clouds, not of how many are listed."""
    found = {slot for slot, pattern in _NAMES if pattern.search(text)}
    own = found - {"filters", "limit"}
    if own & {
        "cloud",
        "snow",
        "orbit",
        "tile",
        "polarizations",
        "platform",
        "resolution",
        "sort",
        "threshold",
        "months",
    }:
        return frozenset(own)
    return frozenset(found)


def _apart(spans: list[Stretch]) -> tuple[Stretch, ...]:
    """Without those that lie in an earlier one."""
    kept: list[Stretch] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _hidden(folded: str, spans: tuple[Stretch, ...]) -> str:
    for start, end in spans:
        folded = folded[:start] + " " * (end - start) + folded[end:]
    return folded
