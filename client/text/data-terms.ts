import { reasonOf } from '#vocabulary/import-reason.ts';
import { LIST_FIELD_TERMS } from '#vocabulary/list-column.ts';
import type { Language } from './language.ts';

type Term = readonly [nl: string, en: string];
type Terms = Readonly<Record<string, Term>>;

/** What a file can be of, as an importer names it. */
const SOURCES: Terms = {
  osm: ['OpenStreetMap-uittreksel', 'OpenStreetMap extract'],
  bag: ['BAG: adressen en gebouwen', 'BAG: addresses and buildings'],
  boundaries: [
    'Grenzen van gemeente, wijken en buurten',
    'Boundaries of municipality, districts and neighbourhoods',
  ],
  statistics: ['Cijfers van het CBS', 'Figures of Statistics Netherlands'],
  'work-areas': ['Werklocaties (IBIS)', 'Work areas (IBIS)'],
  areas: ['Gebieden', 'Areas'],
  'proposed-centres': ['Voorgestelde centra', 'Proposed centres'],
  'vacancy-list': ['Lijst van leegstand', 'List of vacancy'],
  openstreetmap: ['OpenStreetMap-uittreksel', 'OpenStreetMap extract'],
  restore: ['Teruggezette versie', 'Restored revision'],
  demo: ['Verzonnen gemeente', 'Fictional municipality'],
};

/** Kinds of object and of row, in the plural. */
const KINDS: Terms = {
  address: ['adressen', 'addresses'],
  area: ['gebieden', 'areas'],
  'base-feature': ['vormen van de ondergrond', 'shapes of the base map'],
  boundary: ['grenzen', 'boundaries'],
  building: ['gebouwen', 'buildings'],
  cell: ['CBS-vakken', 'CBS squares'],
  district: ['wijken', 'districts'],
  figure: ['cijfers', 'figures'],
  line: ['regels', 'lines'],
  municipality: ['gemeenten', 'municipalities'],
  neighbourhood: ['buurten', 'neighbourhoods'],
  observation: ['waarnemingen', 'observations'],
  premises: ['panden', 'premises'],
  'retail-unit': ['winkeleenheden', 'retail units'],
  row: ['regels', 'rows'],
  street: ['straten', 'streets'],
  'point-of-interest': ['zaken en voorzieningen', 'shops and facilities'],
  polygon: ['vlakken', 'polygons'],
  range: ['straten met huisnummers', 'streets with house numbers'],
  'exact-id': ['op BAG-nummer', 'by BAG number'],
  'exact-address': ['op adres', 'by address'],
  near: ['bijna zeker', 'nearly certain'],
  ambiguous: ['met meer mogelijkheden', 'with several possibilities'],
  none: ['niet gevonden', 'not found'],
  invalid: ['met een fout', 'with a mistake'],
  'left-out': ['horen hier niet bij', 'not of this kind'],
  'outside-coverage': ['buiten wat is bekeken', 'outside what was looked at'],
  use: ['functies op de kaart', 'uses on the map'],
  vacancy: ['lege panden op de kaart', 'vacant premises on the map'],
  'work-area': ['werklocaties', 'work areas'],
};

/** What becomes of a row. */
const OUTCOMES: Terms = {
  loaded: ['wordt geladen', 'will be loaded'],
  'exact-id': ['geladen: zelfde BAG-nummer', 'loaded: same BAG number'],
  'exact-address': ['geladen: zelfde adres', 'loaded: same address'],
  near: ['geladen: bijna zeker dit adres', 'loaded: nearly certainly this address'],
  above: ['staat boven de lijst', 'stands above the list'],
  invalid: ['wordt geweigerd', 'will be rejected'],
  ambiguous: ['past bij meer dan één pand', 'fits more than one premises'],
  none: ['geen pand gevonden', 'no premises found'],
  rejected: ['wordt geweigerd', 'will be rejected'],
  'left-out': ['hoort er niet bij', 'not of this kind'],
};

/** Outcomes with which a row does not come in. */
const NOT_LOADED = new Set(['rejected', 'invalid', 'ambiguous', 'none', 'above', 'left-out']);

/** Steps of an import, as the server says them. */
const STEPS: Terms = {
  Waiting: ['Wacht op zijn beurt', 'Waiting for its turn'],
  'Checking the file': ['Het bestand controleren', 'Checking the file'],
  'Reading the file': ['Het bestand lezen', 'Reading the file'],
  'Looking at the file': ['Het bestand bekijken', 'Looking at the file'],
  'Looking at the list': ['De lijst bekijken', 'Looking at the list'],
  'Reading addresses': ['Adressen lezen', 'Reading addresses'],
  'Reading buildings': ['Gebouwen lezen', 'Reading buildings'],
  'Reading premises': ['Panden lezen', 'Reading premises'],
  'Checking the polygons': ['Vlakken nakijken', 'Checking the polygons'],
  'Making areas': ['Gebieden maken', 'Making areas'],
  'Finding centres': ['Centra zoeken', 'Finding centres'],
  'Reading shapes': ['Vormen lezen', 'Reading shapes'],
  'Sorting objects': ['Alles op zijn plek zetten', 'Sorting objects'],
  Loading: ['Laden', 'Loading'],
  'Joining buildings, addresses and premises': [
    'Gebouwen, adressen en panden verbinden',
    'Joining buildings, addresses and premises',
  ],
  'Putting them in place': ['Op de kaart zetten', 'Putting them in place'],
  'Joining what other sources know': [
    'Verbinden met wat andere bronnen weten',
    'Joining what other sources know',
  ],
  'Loading figures': ['Cijfers laden', 'Loading figures'],
  'Checking what was loaded': ['Nakijken wat er geladen is', 'Checking what was loaded'],
  Counting: ['Opnieuw tellen', 'Counting'],
  'Looking for the revision': ['De versie opzoeken', 'Looking for the revision'],
  'Keeping what is there now': ['Bewaren wat er nu staat', 'Keeping what is there now'],
  Restoring: ['Terugzetten', 'Restoring'],
  Done: ['Klaar', 'Done'],
};

/** Questions, and columns of areas, by their keys. */
const QUESTIONS: Terms = {
  access: ['Wie mag deze gegevens zien?', 'Who may see these data?'],
  'blank-status': ['Wat betekent een lege status?', 'What does a blank status mean?'],
  decision: ['Besluit', 'Decision'],
  'decision-column': ['Kolom met het besluit', 'Column with the decision'],
  'decision-date': ['Datum van het besluit', 'Date of the decision'],
  'decision-date-column': ['Kolom met de datum van het besluit', 'Column with the date of the decision'],
  'deciding-body': ['Wie heeft het besloten?', 'Who decided it?'],
  'deciding-body-column': ['Kolom met wie het besloot', 'Column with who decided it'],
  definition: ['Wat telt hier als leeg?', 'What counts as vacant here?'],
  kind: ['Soort gebied', 'Kind of area'],
  'kind-column': ['Kolom met de soort', 'Column with the kind'],
  layer: ['Welke laag?', 'Which layer?'],
  licence: ['Licentie', 'Licence'],
  municipality: ['Gemeente', 'Municipality'],
  name: ['Naam', 'Name'],
  'name-column': ['Kolom met de naam', 'Column with the name'],
  owner: ['Van wie zijn de gegevens?', 'Whose data are they?'],
  'reference-date': ['Peildatum: op welke dag was het zo?', 'Reference date: on which day was it so?'],
  'rhythm-months': ['Hoe lang geldt deze opname hooguit?', 'How long does this round hold at most?'],
  series: ['Bij welke lijst hoort dit?', 'Which list does this belong to?'],
  'series-name': ['Naam van de nieuwe lijst', 'Name of the new list'],
  sheet: ['Welk blad?', 'Which sheet?'],
  title: ['Titel', 'Title'],
};

const inLanguage = (term: Term | undefined, language: Language): string | undefined =>
  term?.[language === 'nl' ? 0 : 1];

/** A code that nobody gave words: as words all the same. */
const plain = (code: string): string => code.replaceAll(/[-_]/g, ' ');

const wordOf = (terms: Terms, code: string, language: Language): string =>
  inLanguage(terms[code], language) ?? plain(code);

/** What a file is of. */
export const sourceWord = (code: string, language: Language): string => wordOf(SOURCES, code, language);

/** Kind of what was read, in the plural. */
export const kindWord = (kind: string, language: Language): string => wordOf(KINDS, kind, language);

/** A question about what a file does not say, by its key in either way of writing. */
export const questionWord = (key: string, language: Language): string => {
  const kebab = key.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  return inLanguage(QUESTIONS[kebab], language) ?? plain(kebab).replace(/^./, letter => letter.toUpperCase());
};

/** What a column can be taken for, where the question itself does not name it. */
export const FIELD_CHOICES: readonly { code: string; nl: string; en: string }[] = LIST_FIELD_TERMS.map(
  ({ field, nl, en }) => ({ code: field, nl, en }),
);

/** What a column was taken for. */
export const fieldWord = (field: string, language: Language): string =>
  FIELD_CHOICES.find(({ code }) => code === field)?.[language] ?? questionWord(field, language).toLowerCase();

/** What becomes of a row of a file. @param reason code of why it does not come in, where it has one */
export const outcomeWord = (
  code: string,
  { reason, source }: { reason: string | null; source: string },
  language: Language,
): string =>
  wordOf(OUTCOMES, reason !== null && reasonOf(reason, source)?.leftOut ? 'left-out' : code, language);

/** True for a row that does not come in. @param reason code of why, where it has one */
export const isLeftBehind = (outcome: string, reason: string | null): boolean =>
  reason !== null || NOT_LOADED.has(outcome);

/** What an import is busy with; undefined for a step that has no words. */
export const stepWord = (step: string, language: Language): string | undefined =>
  inLanguage(STEPS[step], language);

/** Why a row was not loaded. @param source of the file */
export const reasonWord = (code: string, source: string, language: Language): string =>
  (reasonOf(code, source) ?? reasonOf(code))?.[language] ?? plain(code);

/** Why there is a revision: what the server itself says of it in a few words, else the title of what was loaded. */
export function revisionReason(reason: string, language: Language): string {
  if (language === 'en') return reason;
  if (reason === 'Correction of one premises') return 'Eén pand verbeterd';
  if (reason.startsWith('Fictional municipality'))
    return reason.replace('Fictional', 'Verzonnen').replace('municipality', 'gemeente');
  const accepted = /^Proposal accepted: (.+)$/.exec(reason);
  if (accepted) return `Voorstel vastgesteld: ${accepted[1]}`;
  const restored = /^Revision (\d+) restored$/.exec(reason);
  return restored ? `Versie ${restored[1]} teruggezet` : reason;
}

/** Bytes as a reader says them: 12 kB, 3,4 MB. */
export function bytesWord(bytes: number, language: Language): string {
  const [size, unit] = bytes < 1e6 ? [bytes / 1000, 'kB'] : [bytes / 1e6, 'MB'];
  const digits = bytes < 1e6 ? 0 : 1;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const shown = bytes > 0 && bytes < 1000 ? 1 : size;
  return `${new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', options).format(shown)}\u00a0${unit}`;
}
