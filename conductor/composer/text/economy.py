"""Economy: the words of business, politics and bookings, which other fields answer."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_BOOKED = r"(?:book|buy|reserve[rz]?|achete[rz]?|commande[rz]?) (?:me |moi |us |nous |-moi )?(?:an? |une? |the |le |la |two |deux )?(?:flights?|vols?|hotels?|tickets?|billets?|taxis?|chambres?|rooms?|tables?|restaurants?|pizzas?|trains?)"
# Matters of other fields, whatever crop, place or season is named beside them.
ECONOMY = Pattern(
    r"\b(?:(?:political|business|economic|social|investment|fiscal|cultural) (?:climate|environment|weather|landscape)|climat (?:politique|social|economique|des affaires|fiscal|d'affaires)|"
    r"cloud (?:storage|computing|providers?|bills?|hosting)|stockage (?:dans le |en |sur le )?cloud|informatique en nuage|(?:tera|giga|peta)(?:bytes?|octets?)|(?:un)?employment|(?:house|housing|wheat|corn|maize|grain|food|oil|gas|fuel|petrol|electricity|energy|land|property|coffee|rice|sugar|market|commodity|wood|timber) (?:prices?|costs?|markets?)|prices? of (?:\w+ ){0,2}\w+|"
    rf"{_BOOKED}|gdp|inflation rate|interest rates?|election results?|poverty rates?|crime rates?|birth rates?|life expectancy|minimum wage|tax(?:es| rates?)|trade balance|stock markets?|"
    r"where (?:can|could|do|should|may|to) (?:(?:i|we|you|one) )?park\b|(?:me|nous|se|vous) garer\b|(?:train|bus|coach|ferry|flight|tram|metro) (?:timetables?|schedules?|tickets?|fares?|times)|horaires? (?:d(?:es?|u) )?(?:trains?|bus|metro|ferry|ferries|trams?|avions?|vols?|cars?)\b|"
    r"chomage|(?:prix|cours) d(?:u|e|es|e la|e l')\s?\w+|pib|taux d(?:'|e )(?:inflation|chomage|pauvrete|natalite|criminalite|interet|imposition)|elections?|salaire (?:minimum|moyen)|esperance de vie|impots?|marche (?:immobilier|de l'emploi|boursier))\b"
)
