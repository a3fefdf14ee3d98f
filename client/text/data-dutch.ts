/** Everything that the page about data says, in Dutch at B1. */
export const dataDutch = {
  title: 'Gegevens',
  titleOf: (municipality: string) => `Gegevens van ${municipality}`,
  lead: 'Wat er in Kernkaart is geladen: van wie het is, van welke datum, en wat niet is geladen.',
  municipality: 'Gemeente',
  preparing: 'De server laadt de eerste gegevens. Deze pagina gaat vanzelf verder.',
  municipalitiesFailed: 'De gemeenten konden niet worden geladen.',
  close: 'Sluiten',
  cancel: 'Annuleren',
  busy: 'Bezig …',

  // Signing in
  sessionEnded:
    'Uw inlog is verlopen. Wat u invulde, staat er nog. Log opnieuw in, in een ander tabblad, en kom hier terug.',
  signedInAgain: 'Ik ben weer ingelogd',
  visitor: 'Laden en terugzetten kan alleen een planner van de gemeente.',
  visitorImport: 'Dit adres hoort bij een bestand dat een planner laadt. Log in om het te zien.',
  signIn: 'Over inloggen',

  // The catalogue
  catalogue: 'Wat er geladen is',
  catalogueFailed: 'De lijst van gegevens kon niet worden geladen.',
  noneTitle: 'Er is nog niets geladen',
  noneVisitor: 'Zodra een planner een bestand laadt, staat hier wat het is, van wie en van welke datum.',
  nonePlanner:
    'Laad hierboven een bestand. Begin met de grens van uw gemeente of een OpenStreetMap-uittreksel; daarna de BAG, de werkgebieden en uw eigen lijst.',
  columnWhat: 'Wat',
  columnOwner: 'Van wie',
  columnReferenceDate: 'Peildatum',
  columnLoaded: 'Geladen op',
  columnRead: 'Gelezen',
  columnTaken: 'Geladen',
  columnRejected: 'Geweigerd',
  licence: (name: string) => `licentie: ${name}`,
  noReferenceDate: 'onbekend',
  inRevision: (number: string) => `versie ${number}`,
  by: (name: string) => `door ${name}`,
  leftOut: (count: string) => `${count} hoort hier niet bij`,
  rejectedRows: 'Download de geweigerde regels',
  rejectedRowsOf: (count: string, title: string) =>
    `Download de ${count} geweigerde regels van ${title} (CSV)`,
  rejectedDownload: 'download',
  roundFile: 'Download deze lijst',
  roundFileOf: (title: string) => `Download deze lijst: ${title}, in dezelfde opzet`,
  all: (count: string) => `Toon alle ${count}`,
  shown: (shown: string, count: string) => `De nieuwste ${shown} van ${count}.`,
  jsonLd: 'Deze lijst voor computers (DCAT-AP-NL, JSON-LD)',
  toMap: 'Naar de kaart',

  // A file
  load: 'Bestand laden',
  loadLead:
    'Een lijst uit Excel (CSV, XLSX, ODS), een BAG-levering, gebieden (GeoPackage, Shapefile in zip, GeoJSON, KML) of een OpenStreetMap-uittreksel. U ziet eerst wat erin staat. Er verandert niets tot u op Toepassen drukt.',
  choose: 'Kies een bestand',
  orDrop: 'of sleep het hierheen',
  drop: 'Laat los om te laden',
  sending: (name: string) => `${name} wordt verstuurd …`,
  sent: (sent: string, bytes: string) => `${sent} van ${bytes}`,
  sendingStop: 'Afbreken',
  sendAgain: 'Verstuur opnieuw',
  fileFaults: {
    'too-large': (name: string) =>
      `${name} is groter dan 2 GB. Zo’n bestand laadt de beheerder op de server, met npm run geodata.`,
    empty: (name: string) => `${name} is leeg. Kies een ander bestand.`,
    several: () => 'Kies één bestand tegelijk. Meer bestanden van één levering? Doe ze samen in een zip.',
  },
  sendFailed: (name: string) => `${name} is niet aangekomen. Er is niets veranderd.`,

  // Recent imports
  recent: 'Laatste bestanden',
  recentFailed: 'De lijst van bestanden kon niet worden geladen.',
  recentEmpty: 'Nog geen. Elk bestand dat u laadt, komt hier te staan, ook als het niet lukt.',
  recentOpen: 'Bekijk',
  recentGoOn: 'Ga verder',
  recentOf: (words: string, name: string) => `${words}: ${name}`,
  restoreJob: 'Versie teruggezet',
  state: {
    looking: 'wordt bekeken',
    asking: 'wacht op uw antwoord',
    waiting: 'wacht op Toepassen',
    running: 'wordt geladen',
    done: 'klaar',
    failed: 'mislukt',
    cancelled: 'niet gedaan',
  },

  // Revisions
  revisions: 'Versies',
  revisionsLead:
    'Elke keer dat er iets wordt geladen of verbeterd, ontstaat een nieuwe versie. De laatste drie van ervoor worden bewaard en kunnen terug. Scenario’s en kaarten op websites blijven zoals ze zijn.',
  revisionsFailed: 'De versies konden niet worden geladen.',
  revisionsEmpty: 'Er is nog geen versie. De eerste ontstaat met het eerste bestand.',
  revision: (number: string) => `Versie ${number}`,
  revisionCurrent: 'wordt nu getoond',
  revisionFirst: 'niets om mee te vergelijken',
  revisionSame: 'niets veranderd',
  revisionNotKept: 'niet meer bewaard',
  restore: 'Terugzetten',
  restoreOf: (number: string) => `Versie ${number} terugzetten`,
  restoreLead: (number: string, date: string) =>
    `De kaart en de cijfers worden weer zoals op ${date}. Wat daarna is geladen of verbeterd, is dan niet meer te zien. De versie van nu wordt bewaard, dus u kunt dit ook weer ongedaan maken. Versie ${number} terugzetten?`,
  allRevisions: (count: string) => `Toon alle ${count} versies`,

  /** What went wrong with what was asked, what is safe, what to do. */
  failed: {
    offline: 'De server is niet te bereiken. Wat u invulde, staat er nog. Probeer het zo nog eens.',
    busy: 'De server heeft het even druk. Wat u invulde, staat er nog. Probeer het zo nog eens.',
    'not-signed-in': 'U bent uitgelogd. Wat u invulde, staat er nog. Log opnieuw in.',
    absent: 'Dit is er niet meer. Er is niets veranderd.',
    conflict: 'Dit was intussen al verder gegaan. Hieronder staat hoe het nu is.',
    refused: 'De server nam dit niet aan. Er is niets veranderd.',
    fault: 'Er ging iets mis op de server. Wat u invulde, staat er nog. Probeer het zo nog eens.',
  },
};

/** What every language must say. */
export type DataWords = typeof dataDutch;
