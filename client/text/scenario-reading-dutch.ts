/** Words of the page on which a scenario is read, in Dutch at B1. */
export const scenarioDutch = {
  // Head
  share: 'Delen',
  shareLead: 'Dit adres opent hetzelfde: dezelfde versie, aannames en vergelijking.',
  shareShared: 'Wie dit adres heeft, kan dit concept lezen. Geef het alleen aan wie het mag zien.',
  shareAddress: 'Adres van deze pagina',
  shareCopy: 'Adres kopiëren',
  shareCopied: 'Het adres is gekopieerd.',
  shareNotCopied: 'Kopiëren lukte niet. Het adres is geselecteerd: kopieer het met Ctrl+C.',
  shareSend: 'Stuur via …',
  toWebsite: 'Op uw website zetten',
  close: 'Sluiten',
  print: 'Afdrukken',
  pdf: 'PDF (2 pagina’s)',
  pdfPages: ' (2 pagina’s)',
  printLead: 'De PDF is de officiële vorm op papier, met versie en controlegetal.',
  tour: 'Rondleiding',
  edit: 'Bewerken',

  // Status
  published: (version: number, date: string) => `Versie ${version}, gepubliceerd op ${date}`,
  shared: 'Concept, gedeeld met wie de link heeft. Het kan nog veranderen en is geen voorstel aan de raad.',
  decision: (body: string, number: string, date: string) =>
    `Hoort bij besluit ${number} van ${body}, ${date}`,
  decisionAmended: 'gewijzigd vastgesteld',
  decisionAsProposed: 'vastgesteld zoals voorgesteld',
  withdrawn: (date: string) => `Dit scenario is ingetrokken op ${date}.`,
  withdrawnStays: 'De pagina blijft te lezen zoals zij was.',
  amendment: (number: number, title: string, version: number) =>
    `Amendement A${number} op “${title}”, versie ${version}`,
  area: (area: string, hectares: string) => `${area}, ${hectares}`,

  // Notices
  newer: (version: number, date: string) => `Er is een nieuwere versie: versie ${version}, van ${date}.`,
  newerShow: (version: number) => `Naar versie ${version}`,
  newerStays: 'Wat u leest, verandert niet.',
  newerData: 'Er zijn nieuwere gegevens over leegstand dan waarmee dit scenario is gerekend.',
  turnedBanner: 'U kijkt naar een aangepaste aanname. De cijfers en de kaart zijn die van uw instelling.',
  turnedHidden:
    'Leegstand staat er alleen zoals voorgesteld: veel uitkomsten naast elkaar zouden verraden hoeveel panden precies leeg staan.',
  asProposed: 'Zoals voorgesteld',
  offline: 'Er is geen verbinding. Wat u leest, blijft staan; kaart, andere scenario’s en aannames wachten.',

  // Failures
  failed: 'Het scenario kon niet worden geladen.',
  absent: 'Dit scenario is er niet',
  absentLead:
    'Misschien is het adres verkeerd overgenomen, of is het scenario nog niet gepubliceerd. Kijk in de lijst.',
  revoked: 'Deze link werkt niet meer',
  revokedLead:
    'De link is ingetrokken of niet volledig gekopieerd. Vraag wie hem u gaf om een nieuwe. Gepubliceerde scenario’s staan in de lijst.',
  toList: 'Alle scenario’s',

  // Figures
  figures: 'Wat verandert er?',
  figuresLead: (first: number, last: number) =>
    `In ${last}, vergeleken met niets doen. “Nu” is ${first}. Bij elk cijfer staat of het beter of slechter wordt.`,
  asTable: 'Als tabel',
  asDrawing: 'Als tekening',
  now: 'Nu',
  doingNothing: 'Niets doen',
  proposal: 'Voorstel',
  difference: 'Verschil',
  gross: 'Bruto: wat de maatregelen zelf doen',
  range: 'tussen',
  ownNorm: 'Eigen norm',
  normText: (value: string, source: string) => `Eigen norm: ${value} (${source})`,
  indicator: 'Cijfer',
  definition: 'Wat is dit?',
  from: (series: string, date: string) => `Bron: ${series}, peildatum ${date}.`,
  rounded: 'Kleine aantallen zijn afgeschermd en getallen zijn afgerond.',
  judgement: {
    better: 'beter',
    worse: 'slechter',
    same: 'geen verschil',
    'better-unsure': 'waarschijnlijk beter, niet zeker',
    'worse-unsure': 'waarschijnlijk slechter, niet zeker',
    unsure: 'kan beter of slechter uitvallen',
    more: 'meer',
    less: 'minder',
    unknown: 'niet te zeggen',
  },
  goodLower: 'Minder is beter.',
  goodHigher: 'Meer is beter.',
  goodNeutral: 'Meer of minder is hier niet goed of slecht.',
  expected: 'verwacht',
  to: 'tot',
  whiskerTitle: (name: string) => `${name}: niets doen en voorstel`,
  whiskerKey: 'Stip: verwacht. Streep: van laag tot hoog.',
  allFigures: 'Alle cijfers per jaar',
  year: 'Jaar',
  earlier: 'Jaar eerder',
  later: 'Jaar later',
  chosenYear: (year: number) => `Cijfers in ${year}`,

  // Phases
  phases: 'Stap voor stap',
  phasesLead: 'Kies een jaar: zo staat het er dan voor, en dit gebeurt er.',
  phaseNothing: 'In dit jaar begint of loopt geen maatregel.',
  phaseBase: 'Zo staat het er nu voor.',
  course: 'Verloop',
  courseOf: 'Verloop van',
  courseTitle: (name: string) => `${name}: verloop van niets doen en voorstel`,
  courseHidden: 'Van dit cijfer is te weinig te tonen voor een lijn.',
  hardPlan: 'plan dat doorgaat',

  // Measures
  measures: 'De maatregelen',
  measuresLead: 'In deze volgorde. Elke maatregel gaat uit van wat de vorige overlaat.',
  noMeasures: 'Dit scenario heeft geen maatregelen: het laat zien wat niets doen betekent.',
  measureShow: 'Toon op de kaart',
  measureLetGo: 'Niet meer tonen',
  measureHidden: 'De plek staat niet op de kaart: dan zou te zien zijn welke panden leeg staan.',
  measureArea: 'Vloeroppervlakte',
  measureCost: 'Kosten',
  parameters: 'Aannames van deze maatregel',
  low: 'Laag',
  mid: 'Verwacht',
  high: 'Hoog',
  unit: 'Eenheid',
  source: 'Bron',

  // Assumptions
  assumptions: 'Waar gaat het van uit?',
  flowsLead:
    'Niets doen: elk jaar komt een deel van de panden leeg en wordt een deel van de lege panden gevuld, zoals de afgelopen jaren is gezien.',
  frozen:
    'Niets doen betekent hier: alles blijft zoals op de peildatum. Dat is een vergelijking, geen verwachting.',
  flowFunction: 'Functie',
  flowIn: 'Komt leeg, per jaar',
  flowOut: 'Wordt gevuld, per jaar',
  pooled: 'te weinig panden: het gemiddelde van alle functies',
  announced: 'Aangekondigde sluitingen tellen mee als leegstand in het eerste jaar.',
  notAnnounced: 'Aangekondigde sluitingen tellen niet mee.',
  hardPlans: 'Plannen die hoe dan ook doorgaan',
  hardPlan_: (name: string, what: string, year: number, source: string) =>
    `${name}: ${what}, in ${year} (bron: ${source}).`,
  norms: 'Eigen normen van de gemeente',
  normKinds: { jobs: 'm² per baan', parking: 'parkeerplaatsen', energy: 'kWh per m² per jaar' } as Record<
    string,
    string
  >,
  caseLead:
    'Elk cijfer heeft drie waarden: weinig effect, verwacht effect, veel effect. De streep loopt van de laagste tot de hoogste.',
  warnings: 'Let op',
  notSaid: 'Wat dit niet zegt',
  notSaidModel:
    'Het is een rekenmodel, geen voorspelling. Het zegt niet wat één eigenaar of ondernemer doet, en niets over gebieden erbuiten.',

  // Open assumptions
  open: 'Draai zelf aan een aanname',
  openLead: 'Deze aannames heeft de planner opengezet. De pagina rekent mee.',
  openStart: 'Aannames openen',
  openFailed: 'De andere instellingen konden niet worden geladen.',
  openShared: 'Deze aannames zijn te draaien zodra het scenario is gepubliceerd.',
  proposed: 'voorgesteld',

  // Compare
  compare: 'Vergelijk',
  compareLead: 'Zet één of twee andere scenario’s van deze gemeente ernaast.',
  compareStart: 'Kies een scenario',
  compareFailed: 'De andere scenario’s konden niet worden geladen.',
  compareOneFailed: 'Dit scenario kon niet worden geladen.',
  compareNone:
    'Er is nog geen ander gepubliceerd scenario in deze gemeente. Zodra dat er is, kunt u het hier kiezen.',
  compareOnly: (most: number) => `Er staan er al ${most} naast. Haal er eerst één weg.`,
  compareRemove: (title: string) => `Haal weg: ${title}`,
  thisScenario: 'Dit scenario',
  compareCaption: 'Wat elk voorstel geeft, en het verschil met niets doen in hetzelfde jaar',
  notThere: 'niet berekend',
  cautions: {
    area: 'Het gebied is niet hetzelfde.',
    series: 'De bron van de leegstand is niet dezelfde.',
    date: 'De peildatum is niet dezelfde.',
    horizon: 'Het laatste jaar is niet hetzelfde.',
    baseline: 'Niets doen is er anders: het verschil is met het eigen niets doen van elk scenario.',
  },
  cautionTitle: 'Vergelijk met zorg',

  // Amendment
  amends: 'Wat dit amendement verandert',
  amendsFailed: 'Het voorstel waar dit amendement op ingaat, kon niet worden geladen.',
  amendsNothing: 'De maatregelen zijn dezelfde als in het voorstel.',
  amendAdded: 'Erbij',
  amendRemoved: 'Eruit',
  amendChanged: 'Anders',
  amendPlace: 'de plek is anders',
  amendPhase: (was: string, is: string) => `jaren: was ${was}, wordt ${is}`,
  amendTakes: 'welke panden meedoen is anders',
  amendChoice: 'een keuze is anders',
  amendName: 'de naam is anders',
  amendOrder: (was: number, is: number) => `volgorde: was nummer ${was}, wordt nummer ${is}`,
  amendParameter: (name: string, was: string, is: string) => `${name}: was ${was}, wordt ${is}`,
  amendNone: 'niet ingevuld',
  original: 'Voorstel',
  thisAmendment: 'Amendement',

  // Provenance
  about: 'Over deze versie',
  aboutSeries: 'Bron van de leegstand',
  aboutSeriesDefinition: 'Wat telt als leeg',
  aboutVersion: 'Versie',
  aboutVersions: 'Alle versies',
  aboutChecksum: 'Controlegetal (SHA-256)',
  aboutSoftware: 'Gerekend met Kernkaart',
  aboutRevision: 'Revisie van de gegevens',
  aboutLink: 'Vast adres',
  aboutDownloads: 'Downloads',
  qrTitle: 'QR-code van het vaste adres',
  csv: 'Cijfers (CSV)',
  json: 'Alles (JSON)',
  gpkg: 'Kaart (GeoPackage)',

  // Tour
  tourStep: (step: string, steps: string) => `Stap ${step} van ${steps}`,
  tourNext: 'Volgende',
  tourPrevious: 'Vorige',
  tourEnd: 'Stoppen',
  tourFollow: 'Lees mee op uw telefoon',
  tourQr: 'QR-code van deze stap',
  tourLast: 'Vragen?',
  tourLastLead: 'Het hele scenario staat op dit adres. De PDF hoort bij de stukken.',
  tourHelp: 'Pijltjes links en rechts: stap terug en verder. Escape: stoppen.',
};

/** What every language must say. */
export type ScenarioWords = typeof scenarioDutch;
