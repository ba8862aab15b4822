"""Whether a change to come is asked or a value to come: verbs, nouns and comparatives of change against levels attained, in both languages."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

_CHANGE = ("target 2051-01-01..2070-12-31", "reference 1995-01-01..2014-12-31")
_VALUE = ("target 2051-01-01..2070-12-31",)
_BY = ("{} by 2060, ssp126?", "{} d'ici 2060, ssp126 ?")


def _change(name: str, english: str, french: str) -> Meaning:
    return Meaning(
        name=name,
        slots={"action": "project", "periods": _CHANGE},
        frames=_BY,
        english=tuple(english.split("\n")),
        french=tuple(french.split("\n")),
    )


def _value(name: str, english: str, french: str) -> Meaning:
    return Meaning(
        name=name,
        slots={"action": "project", "periods": _VALUE},
        frames=_BY,
        english=tuple(english.split("\n")),
        french=tuple(french.split("\n")),
    )


MEANINGS = (
    _value("how far it gets",
        "How hot will afternoons get in Seville\nHow high will the temperature climb in Seville\nHow far will the temperature rise in Seville\nHow low will the flow of the Rhine drop\nHow far will rainfall decrease in Seville\nTo what level will the sea rise in Dakar",
        "Jusqu'où grimpera la température à Séville\nJusqu'où la température va-t-elle monter à Séville\nJusqu'où va baisser la pluie à Séville\nJusqu'où descendra le débit du Rhin\nJusqu'à quel niveau la mer montera-t-elle à Dakar"),
    _value("what it amounts to",
        "What would total winter rain be in Brest\nWhat will winter rain amount to in Brest\nWhat temperature will Dakar reach",
        "À combien s'élèveraient les pluies d'hiver à Brest\nÀ combien se monteront les pluies d'hiver à Brest\nQuelle température Dakar atteindra-t-elle"),
    _value("how it looks and what becomes of it",
        "What will winters look like in Oslo\nWhat will become of permafrost in Yamal\nWhat happens to permafrost in Yamal\nHow bad will heat waves be in Lyon\nWill there still be frost days in Lyon",
        "À quoi ressembleront les hivers à Oslo\nQue deviendra le pergélisol au Yamal\nQue va devenir le pergélisol au Yamal\nQu'adviendra-t-il du pergélisol au Yamal\nÀ quel point les canicules seront-elles graves à Lyon\nY aura-t-il encore des jours de gel à Lyon"),
    _change("how it evolves",
        "How will winters evolve in Oslo\nHow are winters in Oslo going to develop\nHow is permafrost doing in Yamal\nHow is salinity projected to move in the Bay of Bengal\nHow will salinity vary in the Bay of Bengal\nHow different will summers be in Lyon\nIn how far will rain change in Lyon",
        "Comment évolueront les hivers à Oslo\nComment vont évoluer les hivers à Oslo\nComment se portera le pergélisol au Yamal\nComment la salinité bougerait-elle dans le golfe du Bengale\nComment variera la salinité dans le golfe du Bengale\nÀ quel point les étés seront-ils différents à Lyon\nEn quoi la pluie changera-t-elle à Lyon"),
    _change("worse and more often",
        "Will drought get worse in Manitoba\nWill drought worsen in Manitoba\nWill it flood more often in Jakarta\nWill heat waves become more frequent in Lyon",
        "La sécheresse va-t-elle empirer au Manitoba\nLa sécheresse va-t-elle se dégrader au Manitoba\nY aura-t-il plus souvent des inondations à Jakarta\nLes canicules deviendront-elles plus fréquentes à Lyon"),
    _change("fewer and gone",
        "Will frost days fall in Lyon\nAre frost days expected to fall in Lyon\nWill frost days dwindle in Lyon\nWill frost days become rarer in Lyon\nWill frost days no longer occur in Lyon\nReduction in frost days in Lyon",
        "Les jours de gel vont-ils baisser à Lyon\nLes jours de gel devraient-ils chuter à Lyon\nLes jours de gel vont-ils se réduire à Lyon\nLes jours de gel seront-ils plus rares à Lyon\nN'y aura-t-il plus de jours de gel à Lyon\nRéduction du nombre de jours de gel à Lyon"),
    _change("stronger and weaker",
        "Will the wind strengthen in Brest\nWill the wind weaken in Brest\nWill the wind pick up in Brest\nWill the wind blow stronger in Brest",
        "Le vent va-t-il forcir à Brest\nLe vent va-t-il faiblir à Brest\nLe vent se renforcera-t-il à Brest\nLe vent soufflera-t-il plus fort à Brest"),
    _change("earlier and later",
        "How much later will the first frost come in Lyon\nHow much earlier will the last frost come in Lyon\nWill the growing season start earlier in Lyon\nWill the growing season stretch in Lyon\nWill the growing season be longer in Lyon",
        "De combien la première gelée sera-t-elle plus tardive à Lyon\nDe combien la dernière gelée avancera-t-elle à Lyon\nLa saison de croissance commencera-t-elle plus tôt à Lyon\nLa saison de croissance s'étirera-t-elle à Lyon\nLa saison de croissance sera-t-elle plus longue à Lyon"),
    _change("what the climate does to it",
        "Impact of climate change on rain in Brest\nEffect of warming on rain in Brest\nHow will climate change affect rain in Brest",
        "Impact du changement climatique sur la pluie à Brest\nEffet du réchauffement sur la pluie à Brest\nComment le changement climatique va-t-il affecter la pluie à Brest"),
    _value("the emissions move, not what is measured",
        "What will the temperature be in Brest if emissions keep rising\nWhat will the temperature be in Brest if emissions fall\nWhat will the temperature be in Brest with a reduction of emissions",
        "Quelle sera la température à Brest si les émissions montent encore\nQuelle sera la température à Brest si les émissions baissent\nQuelle sera la température à Brest avec une réduction des émissions"),
    _value("a story before the question",
        "I farm oysters in Marennes and the water is warming: what will the sea surface temperature be\nWe have just lost a dike in Brest: what would the sea level be",
        "J'élève des huîtres à Marennes et l'eau se réchauffe : quelle sera la température de surface de la mer\nOn vient de perdre une digue à Brest : quel serait le niveau de la mer"),
    _value("an index whose name holds a movement",
        "How many freeze-thaw cycles will Helsinki have\nFreeze-thaw cycles in Helsinki\nFreeze/thaw days in Helsinki",
        "Combien de cycles gel-dégel Helsinki aura-t-elle\nCycles gel-dégel à Helsinki\nCycles de gel et dégel à Helsinki"),
        _change("so many more",
        "How many more frost days in Alsace\n20 more hot days in Madrid\nHow many extra tropical nights in Athens\nMore wind in Galicia",
        "Combien de jours de gel de plus en Alsace\n20 jours chauds de plus à Madrid\nCombien de nuits tropicales de plus à Athènes\nPlus de vent en Galice"),
    _change("melt and thaw, as nouns",
        "Glacier melt in the Alps\nPermafrost thaw in Yakutia\nOnset of the thaw in Finland\nRise in sea surface temperature in the Adriatic",
        "Fonte des glaciers dans les Alpes\nDégel du pergélisol en Iakoutie\nDébut du dégel en Finlande\nÉlévation de la température de surface de la mer en Adriatique"),
    _value("what melts or thaws by its name",
        "Snowmelt in the Pyrenees\nSnow melt in the Sierra Nevada\nFreeze-thaw days in Vermont\nThaw days in Vermont",
        "Fonte des neiges dans les Pyrénées\nFonte de la neige dans la Sierra Nevada\nJours de gel-dégel au Vermont\nJours de dégel au Vermont"),
    _change("a change in shorthand",
        "rain chg Galicia\nrain chng Galicia\nwnd chng Galicia",
        "chgt pluie Galice\nchgmt pluie Galice\nchgmt vnt Galice"),
    _change("what keeps falling",
        "Is the snow depth in the Alps going to keep falling\nWill oxygen in the Baltic go on falling\nIs rainfall in Kenya falling further",
        "La hauteur de neige va-t-elle continuer de baisser dans les Alpes\nL'oxygène va-t-il continuer à diminuer en Baltique\nLa pluie va-t-elle encore baisser au Kenya"),
)  # fmt: skip
