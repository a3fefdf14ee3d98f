import { type Format, formatFor, shownText } from '../../geodata/figures/format.ts';
import type { EmbedLanguage } from '../contract/embed.ts';
import type { Shown } from '../contract/vacancy.ts';

const dutch = {
  product: 'Kernkaart',
  skip: 'Naar de inhoud',
  fictional: 'Verzonnen gemeente, om te oefenen',
  wholeMunicipality: 'hele gemeente',
  municipality: 'gemeente',
  titleMap: (place: string) => `Leegstand in ${place}`,
  titleTrend: (place: string) => `Verloop van de leegstand in ${place}`,
  titleFigures: (place: string) => `Leegstand in ${place} in cijfers`,
  titleUse: (place: string, use: string) => `Leegstand in ${place}: ${use}`,
  /** The one sentence that says it all. */
  summary: (place: string, date: string, vacant: string, observed: string, rate: string) =>
    `Op ${date} stonden in ${place} ${vacant} van de ${observed} waargenomen panden leeg: ${rate}.`,
  summaryOne: (place: string, date: string, observed: string, rate: string) =>
    `Op ${date} stond in ${place} 1 van de ${observed} waargenomen panden leeg: ${rate}.`,
  summaryNone: (place: string, date: string, observed: string) =>
    `Op ${date} stond in ${place} geen van de ${observed} waargenomen panden leeg.`,
  summaryHidden: (place: string, date: string, vacant: string, observed: string) =>
    `Op ${date} stonden in ${place} ${vacant} van de ${observed} waargenomen panden leeg.`,
  summaryConfidential: (place: string, date: string) =>
    `Hoeveel panden in ${place} op ${date} leegstonden, is afgeschermd: het zijn er te weinig om te tonen.`,
  summaryUnseen: (place: string) =>
    `In ${place} heeft deze bron niet gekeken. Dat is iets anders dan geen leegstand.`,
  ofUse: (use: string) => `Dit gaat over ${use}.`,
  yearHigher: (points: string) => `Dat is ongeveer ${points} procentpunt hoger dan een jaar eerder.`,
  yearLower: (points: string) => `Dat is ongeveer ${points} procentpunt lager dan een jaar eerder.`,
  yearEqual: 'Dat is ongeveer gelijk aan een jaar eerder.',
  yearNoDate: '',
  yearMethod: 'Een jaar eerder is anders geteld: vergelijken kan niet.',
  yearCoverage: 'Een jaar eerder is iets anders bekeken: vergelijken kan niet.',
  yearNoNumber: '',
  figures: 'Cijfers',
  rate: 'leegstand (aantal panden)',
  vacantOf: (vacant: string, observed: string) => `${vacant} leeg van ${observed} waargenomen, afgerond`,
  floorRate: 'leegstand (vloeroppervlakte)',
  floorOf: (vacant: string, observed: string) => `${vacant} leeg van ${observed}`,
  floorKnown: (known: string, observed: string) =>
    `vloeroppervlakte bekend van ${known} van ${observed} panden`,
  noFloor: 'De vloeroppervlakte is in deze bron niet bekend.',
  durations: 'Hoe lang staat het leeg?',
  byUse: 'Per functie',
  map: 'Kaart',
  mapOf: {
    percentage: (place: string) => `Leegstand in procenten per vak van 500 meter in ${place}.`,
    concentration: (place: string) => `Aantal lege panden per vak van 500 meter in ${place}.`,
    streets: (place: string) => `Leegstand per straatzijde in ${place}.`,
  },
  mapSame: 'Dezelfde cijfers staan in de tabel.',
  legend: 'Legenda',
  trend: 'Verloop',
  trendAxis: 'leegstand in procenten van de panden',
  trendFrom: (count: string, first: string, last: string) => `${count} peildata, van ${first} tot ${last}.`,
  trendRange: (low: string, lowDate: string, high: string, highDate: string) =>
    `Laagst: ${low} (${lowDate}). Hoogst: ${high} (${highDate}).`,
  trendNoNumber: 'Er is op geen enkele peildatum een percentage te tonen.',
  trendMethod: (month: string) =>
    `Vanaf ${month} is anders geteld. Vergelijk de cijfers van ervoor en erna niet.`,
  trendCoverage: 'Een lijn verbindt alleen opnamen die hetzelfde bekeken.',
  trendHidden: 'afgeschermd',
  trendUnseen: 'niet waargenomen',
  table: 'Tabel',
  tableAreas: 'Leegstand per gebied',
  tableSides: 'Leegstand per straatzijde',
  tableUses: 'Leegstand per functie',
  tableDates: 'Leegstand per peildatum',
  tableScenario: 'Het voorstel in cijfers',
  area: 'Gebied',
  kind: 'Soort',
  street: 'Straat',
  side: 'Zijde',
  odd: 'oneven nummers',
  even: 'even nummers',
  use: 'Functie',
  date: 'Peildatum',
  observed: 'Waargenomen',
  vacant: 'Leeg',
  vacancy: 'Leegstand',
  vacantFloor: 'Leeg, m²',
  allUses: 'alle functies',
  placeWords: (name: string, vacant: string, observed: string, rate: string) =>
    `${name}: ${vacant} van ${observed} leeg (${rate})`,
  placeUnseen: (name: string) => `${name}: niet waargenomen`,
  placeHidden: (name: string) => `${name}: geheim, want het gaat om te weinig panden`,
  square: 'Vak van 500 meter',
  sources: 'Bronnen',
  source: 'Bron',
  seriesOn: (series: string, date: string) => `${series}, peildatum ${date}`,
  definition: 'Zo is dit geteld',
  rounded: 'Kleine aantallen zijn afgeschermd en aantallen zijn afgerond.',
  open: 'Openen in Kernkaart',
  newTab: 'opent in een nieuw tabblad',
  openMap: 'Open op de grote kaart',
  embedThis: 'Zet dit op uw website',
  print: 'Afdrukken',
  otherLanguage: 'In English',
  allAreas: 'Alle gebieden en de kaart',
  scenarios: 'Scenario’s',
  facts: 'Over dit gebied',
  hectares: 'oppervlakte',
  decision: 'besluit',
  proposal: 'voorstel, nog niet vastgesteld',
  zones: 'Beleid in dit gebied',
  zoneWhole: 'het hele gebied',
  zonePart: (share: string) => `${share} van het gebied`,
  withdrawn: (date: string, reason: string) =>
    `Deze kaart is op ${date} ingetrokken. Reden: ${reason} De cijfers staan nog in de tabel.`,
  gone: 'Deze kaart is er niet meer',
  goneLead: 'Het gebied of scenario bestaat niet meer, of het adres klopt niet.',
  goneHelp: 'Beheert u deze website? Kies in Kernkaart een ander gebied en zet de nieuwe code op de pagina.',
  scenarioVersion: (version: string, date: string) => `versie ${version}, gepubliceerd op ${date}`,
  scenarioNewer: (version: string) => `Er is een nieuwere versie (${version}).`,
  scenarioWithdrawn: (date: string, reason: string) =>
    `Deze versie is op ${date} ingetrokken. Reden: ${reason}`,
  scenarioMap: 'Wat het voorstel verandert aan de leegstand per straatzijde.',
  before: (year: string) => `nu (${year})`,
  after: (year: string) => `met het voorstel (${year})`,
  scenarioSwipe: 'Leegstand per straatzijde, nu en met het voorstel.',
  belowFive: 'minder dan 5',
  confidential: 'geheim',
  notKnown: 'niet waargenomen',
};

/** Words of the pages that the server makes; English has the same keys. */
export type PageWords = typeof dutch;

const english: PageWords = {
  product: 'Kernkaart',
  skip: 'To the content',
  fictional: 'Invented municipality, for practice',
  wholeMunicipality: 'whole municipality',
  municipality: 'municipality',
  titleMap: place => `Vacancy in ${place}`,
  titleTrend: place => `Trend of vacancy in ${place}`,
  titleFigures: place => `Vacancy in ${place} in figures`,
  titleUse: (place, use) => `Vacancy in ${place}: ${use}`,
  summary: (place, date, vacant, observed, rate) =>
    `On ${date}, ${vacant} of the ${observed} observed premises in ${place} were vacant: ${rate}.`,
  summaryOne: (place, date, observed, rate) =>
    `On ${date}, 1 of the ${observed} observed premises in ${place} was vacant: ${rate}.`,
  summaryNone: (place, date, observed) =>
    `On ${date}, none of the ${observed} observed premises in ${place} was vacant.`,
  summaryHidden: (place, date, vacant, observed) =>
    `On ${date}, ${vacant} of the ${observed} observed premises in ${place} were vacant.`,
  summaryConfidential: (place, date) =>
    `How many premises in ${place} were vacant on ${date} is protected: they are too few to show.`,
  summaryUnseen: place => `This source did not look in ${place}. That is not the same as no vacancy.`,
  ofUse: use => `This is about ${use}.`,
  yearHigher: points => `That is about ${points} percentage points higher than a year earlier.`,
  yearLower: points => `That is about ${points} percentage points lower than a year earlier.`,
  yearEqual: 'That is about the same as a year earlier.',
  yearNoDate: '',
  yearMethod: 'It was counted differently a year earlier: the two cannot be compared.',
  yearCoverage: 'Something else was looked at a year earlier: the two cannot be compared.',
  yearNoNumber: '',
  figures: 'Figures',
  rate: 'vacancy (number of premises)',
  vacantOf: (vacant, observed) => `${vacant} vacant of ${observed} observed, rounded`,
  floorRate: 'vacancy (floor area)',
  floorOf: (vacant, observed) => `${vacant} vacant of ${observed}`,
  floorKnown: (known, observed) => `floor area known of ${known} of ${observed} premises`,
  noFloor: 'The floor area is not known in this source.',
  durations: 'How long has it been vacant?',
  byUse: 'By function',
  map: 'Map',
  mapOf: {
    percentage: place => `Vacancy in per cent by square of 500 metres in ${place}.`,
    concentration: place => `Number of vacant premises by square of 500 metres in ${place}.`,
    streets: place => `Vacancy by street side in ${place}.`,
  },
  mapSame: 'The same figures are in the table.',
  legend: 'Legend',
  trend: 'Trend',
  trendAxis: 'vacancy in per cent of premises',
  trendFrom: (count, first, last) => `${count} reference dates, from ${first} to ${last}.`,
  trendRange: (low, lowDate, high, highDate) =>
    `Lowest: ${low} (${lowDate}). Highest: ${high} (${highDate}).`,
  trendNoNumber: 'There is no percentage to show on any reference date.',
  trendMethod: month => `Counted differently from ${month}. Do not compare figures from before and after.`,
  trendCoverage: 'A line joins only rounds that looked at the same.',
  trendHidden: 'protected',
  trendUnseen: 'not observed',
  table: 'Table',
  tableAreas: 'Vacancy by area',
  tableSides: 'Vacancy by street side',
  tableUses: 'Vacancy by function',
  tableDates: 'Vacancy by reference date',
  tableScenario: 'The proposal in figures',
  area: 'Area',
  kind: 'Kind',
  street: 'Street',
  side: 'Side',
  odd: 'odd numbers',
  even: 'even numbers',
  use: 'Function',
  date: 'Reference date',
  observed: 'Observed',
  vacant: 'Vacant',
  vacancy: 'Vacancy',
  vacantFloor: 'Vacant, m²',
  allUses: 'all functions',
  placeWords: (name, vacant, observed, rate) => `${name}: ${vacant} of ${observed} vacant (${rate})`,
  placeUnseen: name => `${name}: not observed`,
  placeHidden: name => `${name}: confidential, because there are too few premises`,
  square: 'Square of 500 metres',
  sources: 'Sources',
  source: 'Source',
  seriesOn: (series, date) => `${series}, reference date ${date}`,
  definition: 'How this is counted',
  rounded: 'Small numbers are protected and numbers are rounded.',
  open: 'Open in Kernkaart',
  newTab: 'opens in a new tab',
  openMap: 'Open on the large map',
  embedThis: 'Put this on your website',
  print: 'Print',
  otherLanguage: 'In het Nederlands',
  allAreas: 'All areas and the map',
  scenarios: 'Scenarios',
  facts: 'About this area',
  hectares: 'size',
  decision: 'decision',
  proposal: 'proposal, not adopted yet',
  zones: 'Policy in this area',
  zoneWhole: 'the whole area',
  zonePart: share => `${share} of the area`,
  withdrawn: (date, reason) =>
    `This map was withdrawn on ${date}. Reason: ${reason} The figures are still in the table.`,
  gone: 'This map is not here any more',
  goneLead: 'The area or scenario does not exist any more, or the address is wrong.',
  goneHelp: 'Do you run this website? Choose another area in Kernkaart and put the new code on the page.',
  scenarioVersion: (version, date) => `version ${version}, published on ${date}`,
  scenarioNewer: version => `There is a newer version (${version}).`,
  scenarioWithdrawn: (date, reason) => `This version was withdrawn on ${date}. Reason: ${reason}`,
  scenarioMap: 'What the proposal changes in vacancy by street side.',
  before: year => `now (${year})`,
  after: year => `with the proposal (${year})`,
  scenarioSwipe: 'Vacancy by street side, now and with the proposal.',
  belowFive: 'fewer than 5',
  confidential: 'protected',
  notKnown: 'not observed',
};

/** A language as a page needs it: its words, its numbers and dates, and how a shown value is written. */
export interface PageLanguage {
  code: EmbedLanguage;
  say: PageWords;
  write: Format;
  count(value: Shown): string;
  squareMetres(value: Shown): string;
  /** Whole per cent: numbers for visitors are rounded. */
  rate(value: Shown): string;
}

function languageOf(code: EmbedLanguage): PageLanguage {
  const [say, write] = [code === 'nl' ? dutch : english, formatFor(code)];
  const shown = (format: (value: number) => string) => (value: Shown) => shownText(value, format, say);
  return {
    code,
    say,
    write,
    count: shown(write.count),
    squareMetres: shown(write.squareMetres),
    rate: shown(write.wholePercent),
  };
}

/** Both languages of the pages. */
export const PAGE_LANGUAGES = { nl: languageOf('nl'), en: languageOf('en') };
