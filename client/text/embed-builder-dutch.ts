/** Everything that the builder of embeds says, in Dutch at B1. */
export const embedDutch = {
  title: 'Zet een kaart op uw website',
  titleStored: (name: string) => `Kaart op uw website: ${name}`,
  lead: 'Kies wat u wilt laten zien, kijk hoe het wordt, en kopieer de code naar uw website. U hoeft niets te installeren.',
  steps: 'Stappen',
  stepWhat: 'Wat',
  stepShows: 'Hoe',
  stepPreview: 'Voorbeeld',
  stepSites: 'Waar',
  stepCode: 'Code',
  toUses: 'Waar staat het?',
  municipality: 'Gemeente',
  none: 'Deze Kernkaart heeft nog geen gemeente. De kaart zegt hoe u er een toevoegt.',
  toMap: 'Naar de kaart',
  preparing: 'De server laadt de eerste gegevens. Deze pagina gaat vanzelf verder.',
  municipalitiesFailed: 'De gemeenten konden niet worden geladen.',
  sessionEnded:
    'Uw inlog is verlopen. Wat u koos, staat er nog. Log opnieuw in en open daarna het adres van deze pagina weer.',

  // Signing in
  visitorLead: 'U bent niet ingelogd: u krijgt code van een kaart met de gewone instellingen.',
  signInWhy: 'Een kaart met eigen instellingen bewaren kan alleen een planner van de gemeente.',
  signIn: 'Zo logt u in',
  signInHow:
    'Vraag de beheerder van Kernkaart om een inloglink. Bewaar het adres van deze pagina: na het inloggen opent u dat weer, en dan staat alles er nog.',
  signInPage: 'Over inloggen',
  storedVisitor: 'Deze kaart wijzigen kan alleen een planner van de gemeente.',

  // A stored embed
  storedLead: 'Wat u hier wijzigt en bewaart, verandert overal waar de kaart staat. De code blijft dezelfde.',
  storedFailed: 'Deze kaart kon niet worden geladen.',
  storedAbsent: 'Deze kaart is er niet (meer)',
  storedAbsentLead:
    'Misschien is het adres niet goed overgenomen. U kunt een nieuwe kaart maken, of kiezen uit de lijst.',
  fresh: 'Nieuwe kaart',
  withdrawnOn: (date: string) => `Ingetrokken op ${date}`,
  withdrawnLead: (reason: string) =>
    `Op websites staat nu een melding in plaats van de kaart: “${reason}” De tabel met cijfers blijft staan.`,
  anew: 'Maak hier een nieuwe kaart van',

  // 1. What
  what: '1. Wat wilt u laten zien?',
  show: {
    'vacancy-map': 'Kaart van leegstand',
    figures: 'Cijfers',
    trend: 'Verloop',
    scenario: 'Scenario',
  },
  showLead: {
    'vacancy-map': 'Een kaart van een gebied of van de hele gemeente, met de cijfers.',
    figures: 'Alleen de cijfers: hoeveel er leegstaat, en van hoeveel.',
    trend: 'Een lijn die laat zien hoe de leegstand in de loop van de tijd veranderde.',
    scenario: 'Een plan voor een gebied: wat het verandert, of nu en straks onder een schuif.',
  },
  place: 'Welk gebied?',
  wholeMunicipality: (name: string) => `Hele gemeente ${name}`,
  areasFailed: 'De gebieden konden niet worden geladen.',
  areaUnknown: 'Dit gebied is er niet (meer). Kies een ander gebied.',
  chooseArea: 'Kies een gebied',
  scenario: 'Welk scenario?',
  chooseScenario: 'Kies een scenario',
  scenariosFailed: 'De scenario’s konden niet worden geladen.',
  scenarioFailed: 'Dit scenario kon niet worden geladen.',
  scenarioUnknown: 'Dit scenario is er niet (meer). Kies een ander scenario.',
  scenariosEmpty:
    'Er is nog geen scenario gepubliceerd. Zodra een planner dat doet, kunt u het hier kiezen. Kies tot die tijd iets anders.',
  version: 'Welke versie?',
  versionLatest: (version: number) => `Altijd de laatste versie (nu ${version})`,
  versionFixed: (version: number, date: string) => `Versie ${version} van ${date}`,
  versionStatus: {
    shared: '',
    published: '',
    decision: ', hoort bij een besluit',
    withdrawn: ', ingetrokken',
  },
  versionNote: 'Een vaste versie blijft zoals hij is, ook als het scenario verandert.',

  // 2. What shows
  shows: '2. Hoe ziet het eruit?',
  reading: 'Leegstand als',
  readings: { percentage: 'Percentage', concentration: 'Concentratie', streets: 'Straten' },
  readingLead: {
    percentage: 'Per vak: welk deel staat leeg.',
    concentration: 'Waar veel leegstand bij elkaar ligt.',
    streets: 'Per kant van de straat.',
  },
  view: 'Het scenario als',
  views: { difference: 'Verschil', swipe: 'Nu en straks' },
  viewLead: {
    difference: 'Wat beter en wat minder wordt.',
    swipe: 'Twee kaarten onder een schuif.',
  },
  parts: 'Wat staat erbij?',
  legend: 'Legenda',
  search: 'Zoekveld voor straat of gebied',
  table: 'Tabel met de cijfers',
  tableNote:
    'Zonder tabel kan niet iedereen de cijfers lezen. Zet de tabel alleen uit als ze elders op uw pagina staan.',
  interaction: 'Kan de lezer de kaart bewegen?',
  interactions: {
    still: 'Nee, een stilstaande kaart',
    press: 'Ja, na een druk op de knop',
    visible: 'Ja, zodra de kaart in beeld is',
  },
  interactionLead: {
    still: 'Het snelst, en kan ook op papier.',
    press: 'Snel. De kaart staat stil tot de lezer op “Bewegende kaart openen” drukt.',
    visible: 'De lezer hoeft niets te doen. De pagina laadt wel meer.',
  },
  height: 'Hoogte',
  heightGrows: 'Groeit mee met de inhoud',
  heightGrowsLead:
    'Met het element kern-kaart. Een iframe kan dat niet: die wordt 640 pixels hoog en krijgt een schuifbalk als er meer is.',
  heightFixed: 'Vaste hoogte',
  heightPixels: 'Hoogte in pixels',
  heightWrong: 'Vul een getal in van 200 tot en met 2000.',
  sourceAndDate: 'Bron, peildatum en functie',
  series: 'Bron van de cijfers',
  seriesFirst: (name: string) => `Zoals op de kaart (nu ${name})`,
  seriesFailed: 'De bronnen konden niet worden geladen.',
  noSeries:
    'Deze gemeente heeft nog geen openbare bron met leegstand. Zodra die er is, kunt u hem hier laten zien.',
  referenceDate: 'Peildatum',
  dateLatest: (date: string) => `Altijd de nieuwste (nu ${date})`,
  latest: 'nieuwste peildatum',
  function: 'Functie',
  allFunctions: 'alle functies',
  titleLanguageTheme: 'Titel, taal en kleuren',
  ownTitle: 'Eigen titel',
  ownTitleHelp: (name: string) => `Laat leeg voor: ${name}`,
  language: 'Taal van de kaart',
  languages: { nl: 'Nederlands', en: 'Engels' },
  theme: 'Kleuren',
  themes: { device: 'Zoals het apparaat van de lezer', light: 'Licht', dark: 'Donker' },

  // Preview
  preview: 'Voorbeeld',
  previewLead: 'Zo wordt het, op drie breedtes: een smalle kolom, een telefoon en een gewone pagina.',
  previewSkip: 'Voorbeeld overslaan',
  previewWidth: 'Breedte van het voorbeeld',
  previewOf: (width: string) => `Voorbeeld, ${width} pixels breed`,
  pixels: (width: string) => `${width} pixels`,
  previewLoading: 'Het voorbeeld wordt bijgewerkt …',
  previewReady: 'Het voorbeeld is bijgewerkt.',
  previewFailed: 'Het voorbeeld kon niet worden geladen. Uw keuzes staan er nog.',
  previewWaits: 'Kies eerst een scenario. Dan staat hier het voorbeeld.',
  previewUnknown: 'Kies eerst een gebied of scenario dat er is. Dan staat hier het voorbeeld.',

  // 3. Where
  sites: '3. Op welke website?',
  sitesAlarm: 'Op een website die niet op deze lijst staat, blijft de kaart leeg.',
  sitesVisitor:
    'De gemeente houdt een lijst bij van websites die haar kaarten mogen tonen. Op een andere website blijft de kaart leeg. Staat de uwe er misschien niet op? Vraag de beheerder van Kernkaart om hem toe te voegen.',
  sitesLead: 'Deze websites mogen de kaarten van uw gemeente tonen:',
  sitesEmpty: 'Nog geen enkele website mag een kaart tonen. Voeg hieronder de uwe toe.',
  sitesFailed: 'De lijst van websites kon niet worden geladen.',
  siteField: 'Adres van de pagina waar de kaart komt',
  siteHelp:
    'Plak het hele adres. Alleen de website wordt bewaard. Alle sites onder een naam? Typ https://*.uwgemeente.nl',
  siteAdd: 'Website toestaan',
  siteFaults: {
    empty: 'Plak eerst het adres van een pagina.',
    'no-address': 'Dit is geen adres van een webpagina. Het lijkt op https://www.uwgemeente.nl/pagina',
    'too-wide': 'Een ster is alleen bedoeld voor sites onder één naam, zoals https://*.uwgemeente.nl',
  },
  siteKnown: (site: string) => `${site} staat al op de lijst. De kaart werkt daar.`,
  siteAdded: (site: string) => `${site} is toegevoegd. Binnen een minuut werkt de kaart daar.`,
  siteRemoved: (site: string) => `${site} is van de lijst gehaald.`,
  siteRemove: 'Weghalen',
  siteRemoveOf: (site: string) => `${site} weghalen`,
  siteRemoveLead: (site: string) =>
    `Kaarten op ${site} worden meteen leeg. U kunt de website later weer toevoegen.`,
  sitesFull: 'De lijst is vol: er kunnen 100 websites op. Haal er eerst een weg, of gebruik een ster.',

  // 4. Code
  code: '4. Code kopiëren',
  save: 'Bewaren en code maken',
  saveLead: 'De code blijft werken. Wijzigt u de kaart later, dan verandert hij overal waar hij staat.',
  saveChanges: 'Wijzigingen bewaren',
  saveChangesLead: 'Dit verandert de kaart overal waar hij staat. De code blijft dezelfde.',
  saveNothing: 'Alle wijzigingen zijn bewaard.',
  saveUnsaved: 'Er zijn wijzigingen die nog niet op uw website staan.',
  saveUnsavedShort: 'Niet bewaard',
  saving: 'Bezig met bewaren …',
  made: 'Bewaard. Kopieer nu de code.',
  saved: 'Bewaard. Binnen een minuut is de kaart overal veranderd.',
  saveWaits: 'Kies eerst wat u wilt laten zien.',
  failed: {
    offline:
      'De server is niet te bereiken. Er is niets bewaard; uw keuzes staan er nog. Probeer het zo nog eens.',
    busy: 'De server heeft het even druk. Er is niets bewaard; uw keuzes staan er nog. Probeer het zo nog eens.',
    'not-signed-in':
      'U bent uitgelogd. Er is niets bewaard; uw keuzes staan nog op deze pagina. Log opnieuw in.',
    absent: 'Deze kaart bestaat niet meer. Uw keuzes staan er nog: u kunt er een nieuwe kaart van maken.',
    refused: 'De server nam dit niet aan. Er is niets bewaard; uw keuzes staan er nog.',
    fault:
      'Er ging iets mis op de server. Er is niets bewaard; uw keuzes staan er nog. Probeer het zo nog eens.',
  },
  conflict: 'Iemand anders heeft deze kaart intussen gewijzigd',
  conflictLead: (when: string) =>
    `Dat was op ${when}. Uw wijzigingen staan nog op deze pagina, maar zijn niet bewaard.`,
  conflictTheirs: 'Neem die wijzigingen over',
  conflictTheirsLead: 'Uw eigen wijzigingen vervallen.',
  conflictMine: 'Bewaar mijn versie',
  conflictMineLead: 'De wijzigingen van de ander vervallen.',
  plainNotYours:
    'U koos eigen instellingen, maar u bent niet ingelogd. De code hieronder toont de kaart met de gewone instellingen: anders dan in het voorbeeld.',
  plainReset: 'Laat de gewone instellingen zien',
  plainCode: 'Deze code toont de kaart zoals in het voorbeeld, altijd met de nieuwste cijfers.',
  way: 'Hoe zet u de kaart op uw pagina?',
  ways: {
    iframe: 'Iframe',
    element: 'Element',
    link: 'Link',
    address: 'Alleen het adres',
  },
  wayLead: {
    iframe: 'Voor de meeste websites. Plak de code waar u HTML kunt invoegen.',
    element: 'Als uw website ook scripts toestaat. De kaart groeit dan mee met de inhoud.',
    link: 'Als uw website iframes en scripts weghaalt. De lezer opent de kaart met een klik.',
    address: 'Als uw website van een geplakt adres zelf een kaart maakt (oEmbed), zoals bij een video.',
  },
  codeField: { iframe: 'Code', element: 'Code', link: 'Code', address: 'Adres' },
  codeCopy: 'Code kopiëren',
  addressCopy: 'Adres kopiëren',
  copied: 'Gekopieerd. Plak het nu op uw pagina.',
  notCopied: 'Kopiëren lukte niet. De tekst is geselecteerd: kopieer hem met Ctrl+C.',
  worksOn: (sites: string) => `Werkt op: ${sites}.`,
  worksNowhere:
    'Let op: nog geen enkele website mag de kaart tonen. Hij blijft overal leeg tot u er bij stap 3 een toevoegt.',
  iframeShort: (content: string, frame: string) =>
    `De inhoud is ${content} pixels hoog, de iframe ${frame}. De lezer schuift dus binnen de kaart.`,
  iframeHigher: (content: string) => `Maak de kaart ${content} pixels hoog`,
  try: 'Bekijk de kaart los',
  statement: 'Tekst voor uw toegankelijkheidsverklaring',
  statementLead: 'Neem deze tekst over in de verklaring van uw website, of zet hem bij de kaart.',
  statementCopy: 'Tekst kopiëren',
  statementText: (name: string) =>
    `Op onze website staat een kaart van Kernkaart: “${name}”. Online kaarten die niet bedoeld zijn om de weg te wijzen, vallen buiten de wettelijke eisen voor digitale toegankelijkheid (Richtlijn (EU) 2016/2102, artikel 1, lid 4, onder d). Dat geldt alleen voor de kaart zelf. De knoppen, de legenda en de tekst eromheen voldoen wel aan de eisen. Dezelfde gegevens staan als tekst en in een tabel onder de kaart, en zijn te lezen met een toetsenbord en een schermlezer.`,
  statementNoTable:
    'U heeft de tabel uitgezet. Dan klopt deze tekst niet: zet de tabel aan, of zet de cijfers elders op de pagina.',

  // Stored embeds
  list: (municipality: string) => `Bewaarde kaarten van ${municipality}`,
  listFailed: 'De bewaarde kaarten konden niet worden geladen.',
  listEmpty: 'Er zijn nog geen bewaarde kaarten. Ze komen hier te staan zodra u er een bewaart.',
  updated: (date: string) => `gewijzigd op ${date}`,
  withdrawnShort: (date: string) => `ingetrokken op ${date}`,
  current: 'deze kaart',
  edit: 'Bewerken',
  editOf: (name: string) => `Bewerken: ${name}`,
  codeOf: (name: string) => `Code van ${name}`,
  codeShort: 'Code',
  withdraw: 'Intrekken',
  withdrawOf: (name: string) => `Intrekken: ${name}`,
  withdrawTitle: 'Kaart intrekken',
  withdrawLead:
    'Overal waar de kaart staat, komt een melding met de datum en uw reden. De tabel met cijfers blijft staan. U kunt dit niet terugdraaien; een nieuwe kaart maken kan altijd.',
  withdrawReason: 'Reden (lezers zien die)',
  withdrawReasonMissing: 'Schrijf eerst waarom, in een zin.',
  withdrawDone: (name: string) => `${name} is ingetrokken.`,
  cancel: 'Annuleren',
  close: 'Sluiten',
  busy: 'Bezig …',

  /** What an embed is called where it has no title of its own. */
  names: {
    'vacancy-map': (place: string) => `Leegstand in ${place}`,
    figures: (place: string) => `Leegstand in ${place} in cijfers`,
    trend: (place: string) => `Verloop van de leegstand in ${place}`,
    use: (place: string, use: string) => `Leegstand in ${place}: ${use}`,
  },
};

/** What every language must say. */
export type EmbedWords = typeof embedDutch;
