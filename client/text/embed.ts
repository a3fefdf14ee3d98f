import type { Language } from './language.ts';

/** Words that the script of an embed adds to the page; everything else stands in the page already. */
const dutch = {
  start: 'Bewegende kaart openen',
  stop: 'Terug naar de stilstaande kaart',
  again: 'Probeer opnieuw',
  loading: 'De bewegende kaart komt eraan …',
  slow: 'Dit duurt langer dan gewoonlijk. De stilstaande kaart laat hetzelfde zien.',
  ready: 'U kunt de kaart bewegen. Kies iets voor de cijfers.',
  stopped: 'Dit is de stilstaande kaart.',
  failed: 'De bewegende kaart kon niet worden geladen. De stilstaande kaart laat hetzelfde zien.',
  lost: 'De browser stopte de bewegende kaart. De stilstaande kaart laat hetzelfde zien.',
  partly: 'Een deel van de kaart kon niet worden geladen.',
  gone: 'Er zijn nieuwere gegevens. De pagina wordt zo vernieuwd.',
  goneAgain: 'Er zijn nieuwere gegevens. Vernieuw de pagina.',
  unsupported: 'Deze browser kan de bewegende kaart niet tekenen. De stilstaande kaart laat hetzelfde zien.',
  map: 'Bewegende kaart',
  mapHelp:
    'Pijltjes verschuiven de kaart, plus en min zoomen, Enter kiest wat in het midden ligt. Alles op de kaart staat ook in de tabel.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom uit',
  whole: 'Toon het geheel',
  fullScreen: 'Schermvullend',
  leaveFullScreen: 'Schermvullend sluiten',
  find: 'Zoek uw straat of gebied',
  found: (count: number) => (count === 1 ? '1 gevonden' : `${count} gevonden`),
  notFound: 'Niets gevonden in deze gemeente.',
  findFailed: 'Zoeken lukt nu niet. In de tabel staan alle namen.',
  kinds: { area: 'gebied', street: 'straat' },
  notInTable: (name: string) => `${name} staat niet in de tabel.`,
  showOnMap: (name: string) => `${name}: toon op de kaart`,
  swipe: 'Schuif tussen nu en voorstel',
  swipeText: (before: number) => `${before} procent nu, de rest voorstel`,
  before: 'Nu',
  after: 'Voorstel',
};

/** The words in one language. */
export type EmbedWords = typeof dutch;

const english: EmbedWords = {
  start: 'Open the moving map',
  stop: 'Back to the still map',
  again: 'Try again',
  loading: 'The moving map is on its way …',
  slow: 'This takes longer than usual. The still map shows the same.',
  ready: 'You can move the map. Choose something for the figures.',
  stopped: 'This is the still map.',
  failed: 'The moving map could not be loaded. The still map shows the same.',
  lost: 'The browser stopped the moving map. The still map shows the same.',
  partly: 'A part of the map could not be loaded.',
  gone: 'There are newer data. The page will be renewed in a moment.',
  goneAgain: 'There are newer data. Renew the page.',
  unsupported: 'This browser cannot draw the moving map. The still map shows the same.',
  map: 'Moving map',
  mapHelp:
    'Arrows move the map, plus and minus zoom, Enter chooses what lies in the middle. Everything on the map is in the table too.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Show all of it',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  find: 'Find your street or area',
  found: count => (count === 1 ? '1 found' : `${count} found`),
  notFound: 'Nothing found in this municipality.',
  findFailed: 'Searching does not work now. All names are in the table.',
  kinds: { area: 'area', street: 'street' },
  notInTable: name => `${name} is not in the table.`,
  showOnMap: name => `${name}: show on the map`,
  swipe: 'Slide between now and proposal',
  swipeText: before => `${before} per cent now, the rest proposal`,
  before: 'Now',
  after: 'Proposal',
};

/** Words of the script of an embed in each language. */
export const embedWords: Record<Language, EmbedWords> = { nl: dutch, en: english };

/** MapLibre's own words, for the parts of it that an embed shows. */
export const embedMapLocale: Record<Language, Record<string, string>> = {
  nl: {
    'CooperativeGesturesHandler.WindowsHelpText': 'Houd Ctrl ingedrukt en scrol om te zoomen',
    'CooperativeGesturesHandler.MacHelpText': 'Houd ⌘ ingedrukt en scrol om te zoomen',
    'CooperativeGesturesHandler.MobileHelpText': 'Gebruik twee vingers om de kaart te verschuiven',
    'Map.Title': 'Kaart',
    'ScaleControl.Meters': 'm',
    'ScaleControl.Kilometers': 'km',
  },
  en: {
    'CooperativeGesturesHandler.WindowsHelpText': 'Hold Ctrl and scroll to zoom',
    'CooperativeGesturesHandler.MacHelpText': 'Hold ⌘ and scroll to zoom',
    'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map',
    'Map.Title': 'Map',
    'ScaleControl.Meters': 'm',
    'ScaleControl.Kilometers': 'km',
  },
};
