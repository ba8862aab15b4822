// The page's own words. Answers come from the server in the language of the question.
export const words = {
  en: {
    skip: "Skip to the question", label: "Ask about climate or Earth observation", ask: "Ask", stop: "Stop", other: "Français",
    placeholder: "How much will the world warm by the end of the century under SSP2-4.5?",
    progress: "What was done", sources: "Sources asked", understood: "understood the question", planned: n => `planned ${n} steps`,
    answered: "answered", stopped: "Stopped. What had come back is lost; ask again to start over.", lost: "The connection was lost; trying again …",
    unreachable: "The server cannot be reached. Is it still running?", partial: "Not every source that could matter answered.", data: "Data", cite: "Cite",
    json: "Answer as JSON", plan: "Plan", prov: "Provenance (PROV)", table: "Table", items: n => n === 1 ? "1 item" : `${n} items`, decade: "K per decade",
    source: "source", state: "state", found: "found", time: "ms", said: "said", probability: "probability", skip_option: "Decide for me",
    footer: "Every number comes from data that was read for this answer; the probability says how likely the response answers the question.",
    examples: ["How much will the world warm by the end of the century under SSP2-4.5?", "Compare end-of-century global warming under SSP1-2.6 and SSP5-8.5",
      "How fast has the world warmed since 1970 according to observations?", "What share of Iowa was cropland in 2019?",
      "Find Sentinel-2 scenes near Berlin in February 2017", "Which CMIP6 models have daily ta for the historical experiment?"],
  },
  fr: {
    skip: "Aller à la question", label: "Interrogez le climat et l’observation de la Terre", ask: "Demander", stop: "Arrêter", other: "English",
    placeholder: "De combien la planète se réchauffera-t-elle d’ici la fin du siècle selon SSP2-4.5 ?",
    progress: "Ce qui a été fait", sources: "Sources interrogées", understood: "question comprise", planned: n => `${n} étapes prévues`,
    answered: "réponse prête", stopped: "Arrêté. Posez la question de nouveau pour recommencer.", lost: "Connexion perdue ; nouvel essai …",
    unreachable: "Le serveur ne répond pas. Est-il encore en marche ?", partial: "Toutes les sources utiles n’ont pas répondu.", data: "Données", cite: "Citer",
    json: "Réponse en JSON", plan: "Plan", prov: "Provenance (PROV)", table: "Tableau", items: n => n === 1 ? "1 élément" : `${n} éléments`, decade: "K par décennie",
    source: "source", state: "état", found: "trouvés", time: "ms", said: "message", probability: "probabilité", skip_option: "Choisissez pour moi",
    footer: "Chaque nombre provient de données lues pour cette réponse ; la probabilité dit à quel point la réponse répond à la question.",
    examples: ["De combien la planète se réchauffera-t-elle d’ici la fin du siècle selon SSP2-4.5 ?", "Température annuelle à Montréal dans les années 2050 selon le scénario A1B ?",
      "Depuis 1970, à quelle vitesse la planète se réchauffe-t-elle selon les observations ?", "Montre-moi Springfield en juin"],
  },
};
