import { changeWords } from './change.ts';
import { filterWords } from './filters.ts';
import { mapWords } from './map.ts';
import { placeWords } from './place.ts';
import { rankingWords } from './ranking.ts';
import { shareWords } from './share.ts';
import { stateWords } from './state.ts';
import { storyWords } from './story.ts';
import { tableWords } from './table.ts';
import { timelineWords } from './timeline.ts';
import { trendWords } from './trend.ts';

/** Every sentence of the screens, in Dutch at B1. English has the same keys; a missing one is a type error. */
export const dutch = {
  ...filterWords.nl,
  ...stateWords.nl,
  ...mapWords.nl,
  ...shareWords.nl,
  ...tableWords.nl,
  ...changeWords.nl,
  ...placeWords.nl,
  ...rankingWords.nl,
  ...storyWords.nl,
  ...timelineWords.nl,
  ...trendWords.nl,
  // Frame of the page
  skipMap: 'Kaart overslaan',
  skipToFigures: 'Naar de gebieden en cijfers',
  municipality: 'Gemeente',
  fictional: 'Verzonnen gemeente, om te oefenen',
  provisional: 'De naam of code van de gemeente is afgeleid uit het bestand',
  menu: 'Menu',
  close: 'Sluiten',
  language: 'Taal',
  theme: 'Weergave',
  themeAuto: 'Zoals het apparaat',
  themeLight: 'Licht',
  themeDark: 'Donker',
  settings: 'Taal en weergave',
  signedIn: 'U bent ingelogd als planner',
  visitor: 'U kijkt mee als bezoeker',
  visitorNote: 'Kleine aantallen zijn afgeschermd.',
  signOut: 'Uitloggen',
  signedOut: 'U bent uitgelogd.',
  tabMap: 'Kaart',
  tabList: 'Lijst',
  tabs: 'Kaart of lijst',

  // Choosing what is shown
  vacancyAs: 'Leegstand als',
  percentage: 'Percentage',
  concentration: 'Concentratie',
  premises: 'Panden',
  premisesForPlanners: 'Losse panden zijn alleen voor ingelogde planners te zien.',
  series: 'Bron van de cijfers',
  referenceDate: 'Peildatum',
  functions: 'Functie',
  allFunctions: 'alle functies',
  showTable: 'Tabel',
  showMap: 'Kaart',
  definition: 'Wat is dit voor bron?',

  // Search
  search: 'Zoek een adres, straat of gebied',
  searchHint: 'Typ minstens 2 letters',
  searchNothing: 'Niets gevonden. Probeer een andere spelling.',
  searchCount: (count: string) => `${count} suggesties; kies met de pijltjes`,
  searchOne: '1 suggestie; kies met de pijltjes',
  searchFailed: 'Zoeken lukt nu niet. Probeer het zo nog eens.',
  kindArea: 'gebied',
  kindStreet: 'straat',
  kindAddress: 'adres',

  // Areas
  areas: 'Gebieden',
  areasCount: (count: string) => `${count} gebieden`,
  areasEmpty: 'Er zijn nog geen gebieden in deze gemeente. Ze komen mee met een import.',
  byCount: 'aantal',
  byArea: 'm²',
  measure: 'Leegstand naar',
  measureNoArea: 'De vloeroppervlakte is in deze bron niet bekend.',
  wholeMunicipality: 'Hele gemeente',
  choose: (name: string) => `${name} kiezen`,
  sortBy: (column: string) => `Sorteer op ${column}`,
  columnArea: 'Gebied',
  columnKind: 'Soort',
  columnObserved: 'Waargenomen',
  columnVacant: 'Leeg',
  columnRate: 'Leegstand',
  columnFloorArea: 'Leeg, m²',
  columnFloorRate: 'Leegstand, m²',
  tableTitle: 'Leegstand per gebied',

  // Figures
  vacancy: 'leegstand',
  rateByCount: 'leegstand (aantal panden)',
  rateByArea: 'leegstand (vloeroppervlakte)',
  vacantOfObserved: (vacant: string, observed: string) => `${vacant} leeg van ${observed} waargenomen`,
  vacantOf: (vacant: string, observed: string) => `${vacant} van ${observed} leeg`,
  vacantAreaOf: (vacant: string, observed: string) => `${vacant} leeg van ${observed}`,
  knownAreaOf: (known: string, observed: string) => `vloeroppervlakte bekend van ${known} van ${observed}`,
  observedOn: (series: string, date: string) => `${series}, peildatum ${date}`,
  durations: 'Hoe lang staat het leeg?',
  figures: 'Cijfers',
  whatIsThis: 'Zo is dit geteld',
  roundedShort: 'afgerond',
  rounded: 'Kleine aantallen zijn afgeschermd en aantallen zijn afgerond.',
  exact: 'Aantallen zijn precies.',
  hectares: 'oppervlakte',
  decision: 'Besluit',
  proposal: 'voorstel',
  belowFive: '<5',
  belowFiveLong: 'minder dan 5',
  confidential: 'geheim',
  confidentialLong: 'geheim: te weinig panden om te tonen',
  notKnown: 'niet waargenomen',
  unknown: 'onbekend',
  noFigure: 'In deze bron is hier niet gekeken op deze peildatum.',
  back: 'Terug naar de gemeente',
  cell: 'CBS-vak',
  cellOf: (size: string) => `CBS-vak van ${size} bij ${size} meter`,

  // One premises (planner)
  premisesOne: 'Pand',
  namelessPremises: 'Pand zonder adres',
  status: 'Status',
  statusSince: 'Leeg sinds',
  sinceBetween: (earliest: string, latest: string) => `tussen ${earliest} en ${latest}`,
  sinceAtLatest: (latest: string) => `uiterlijk ${latest}`,
  sinceExactly: (day: string) => day,
  source: 'Bron',
  reliability: 'Zekerheid',
  reliabilityHigh: 'hoog',
  reliabilityMedium: 'gemiddeld',
  reliabilityLow: 'laag',
  use: 'Functie',
  buildYear: 'Bouwjaar',
  floorArea: 'Vloeroppervlakte',
  bagId: 'BAG-nummer',
  story: 'Verloop',

  // Legend
  legend: 'Legenda',
  legendPercentage: (size: string) => `Leegstand in procenten, per CBS-vak van ${size} m`,
  legendConcentration: (metres: string) => `Leegstand bij elkaar, binnen ${metres} m`,
  legendPremises: 'Panden',
  legendFew: 'weinig',
  legendMany: 'veel',
  legendUpTo: (high: string) => `tot ${high} %`,
  legendBetween: (low: string, high: string) => `${low} tot ${high} %`,
  legendFrom: (low: string) => `${low} % of meer`,
  legendNone: 'geen leegstand',
  legendCells: (count: string) => `${count} vakken`,
  legendOneCell: '1 vak',
  legendVacant: 'leeg',
  legendPartlyVacant: 'deels leeg',
  legendInUse: 'in gebruik',
  legendPremisesZoom: 'Zoom in om losse panden te zien.',
  legendLeftOut: (count: string) =>
    `${count} vakken met minder dan 5 lege panden, of geheim, zitten niet in de vlekken.`,
  legendNoHeat: 'Geen enkel vak heeft genoeg leegstand om te tonen.',

  // The map
  map: 'Kaart',
  mapHelp:
    'Pijltjes verschuiven de kaart, plus en min zoomen. Alles op de kaart staat ook in de lijst en de tabel.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom uit',
  wholeMap: 'Toon de hele gemeente',
  myPlace: 'Mijn plek',
  placeUnknown: 'Uw plek is niet bekend. Geef de browser toestemming om uw plek te gebruiken.',
  mapLoading: 'De kaart komt eraan …',
  mapUnsupported:
    'Deze browser kan de kaart niet tekenen (WebGL ontbreekt). De lijst, de cijfers en de tabel werken gewoon.',
  mapFailed: 'De kaart kon niet worden geladen. De lijst, de cijfers en de tabel werken gewoon.',
  attribution: 'Bronnen',
  inView: (count: string) => `${count} gebieden in beeld`,
  chosen: (name: string) => `${name} gekozen`,
  layers: {
    base: 'de ondergrond',
    areas: 'de gebieden',
    buildings: 'de panden op de kaart',
    cells: 'de vakken',
    premises: 'de losse panden',
  },
  layerFailed: (layer: string) => `Dit lukte niet: ${layer} laden.`,

  // States
  loading: 'Laden …',
  loadingSlow: 'Het duurt langer dan gewoonlijk …',
  retry: 'Probeer opnieuw',
  failed: {
    zones: 'De beleidsgebieden konden niet worden geladen.',
    municipalities: 'De gemeenten konden niet worden geladen.',
    areas: 'De gebieden konden niet worden geladen.',
    series: 'De bronnen konden niet worden geladen.',
    figures: 'De cijfers konden niet worden geladen.',
    cells: 'De vakken konden niet worden geladen.',
    premises: 'De panden konden niet worden geladen.',
    onePremises: 'Dit pand kon niet worden geladen.',
  },
  noSeries: 'Er is nog geen bron met leegstand in deze gemeente.',
  offline: 'Er is geen verbinding. Wat u ziet blijft staan.',
  serverBusy: 'De server heeft het druk of is even weg.',
  sessionEnded: 'Uw inlog is verlopen. U ziet nu wat elke bezoeker ziet.',
  newData: 'Er zijn nieuwe gegevens.',
  refresh: 'Vernieuwen',

  // Empty instance
  emptyTitle: 'Hier komt de kaart van uw gemeente',
  emptyLead: 'Deze Kernkaart is nog leeg. Met één bestand van OpenStreetMap staat er een volledige kaart.',
  emptySteps: 'Zo vult u Kernkaart',
  emptyStep1: 'Haal een uittreksel van OpenStreetMap van uw gemeente (.osm.pbf of .osm).',
  emptyStep2: 'Geef op de server deze opdracht, met de CBS-code van uw gemeente:',
  emptyStep3: 'Ververs daarna deze pagina. De server hoeft niet opnieuw te starten.',
  emptyCheck: 'Kijk opnieuw',

  // Sign-in
  signInTitle: 'Inloggen als planner',
  signInLead: 'Met deze link logt u één keer in. U ziet daarna ook losse panden en precieze aantallen.',
  signIn: 'Inloggen',
  signingIn: 'Bezig met inloggen …',
  signInNoToken:
    'Deze pagina hoort bij een inloglink. Vraag de beheerder om een nieuwe link; die maakt hem met deze opdracht:',
  signInRefused:
    'Deze link is al gebruikt of verlopen. Er is niets veranderd. Vraag de beheerder om een nieuwe.',
  signInFailed: 'Inloggen lukte niet, de server antwoordt niet. De link is nog geldig; probeer het opnieuw.',
  toMap: 'Naar de kaart',
};

/** What every language must say. */
export type Messages = typeof dutch;
