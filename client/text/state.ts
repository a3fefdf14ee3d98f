/** Words of what can be the matter with the screen as a whole. */
export const stateWords = {
  nl: {
    scenarios: 'Scenario’s',
    offlineTitle: 'Er is geen verbinding met de server.',
    offlineWorks:
      'Wat u ziet, blijft staan: de kaart van dit gebied, de cijfers, alle peildata en de tabel. Zoeken, een andere bron en nieuwe stukken kaart werken zodra de verbinding terug is.',
    lookAgain: 'Probeer opnieuw',
    newDataLead: 'U ziet nog de vorige gegevens. Er wordt niets door elkaar gehaald.',
    preparingTitle: 'Kernkaart wordt klaargezet',
    preparingLead: 'De server laadt de eerste gegevens. Dit scherm gaat vanzelf verder.',
    preparingStep: 'Bezig met',
  },
  en: {
    scenarios: 'Scenarios',
    offlineTitle: 'There is no connection with the server.',
    offlineWorks:
      'What you see stays: the map of this place, the figures, all reference dates and the table. Search, another source and new parts of the map work as soon as the connection is back.',
    lookAgain: 'Try again',
    newDataLead: 'You still see the earlier data. Nothing is mixed.',
    preparingTitle: 'Kernkaart is being prepared',
    preparingLead: 'The server is loading its first data. This screen goes on by itself.',
    preparingStep: 'Busy with',
  },
};
