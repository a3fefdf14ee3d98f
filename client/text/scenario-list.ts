import type { Language } from './language.ts';

/** Words of the list of scenarios. */
const dutch = {
  title: 'Scenario’s',
  titleOf: (municipality: string) => `Scenario’s voor ${municipality}`,
  lead: 'Wat de gemeente kan doen met een centrum of werkgebied, wat dat verandert, en hoe zeker dat is.',
  municipality: 'Gemeente',
  failed: 'De scenario’s konden niet worden geladen.',
  municipalitiesFailed: 'De gemeenten konden niet worden geladen.',
  empty: 'Er is nog geen scenario gepubliceerd',
  emptyVisitor:
    'Hier staan scenario’s zodra een planner van de gemeente er een publiceert. Tot die tijd kunt u de leegstand bekijken op de kaart.',
  emptyPlanner: 'Maak een nieuw scenario, en publiceer het. Dan staat het hier voor iedereen.',
  none: 'Deze Kernkaart heeft nog geen gemeente. De kaart zegt hoe u er een toevoegt.',
  drafts: 'Concepten',
  draftsLead: 'Alleen planners zien deze lijst.',
  draftsFailed: 'De concepten konden niet worden geladen.',
  draftsEmpty: 'Er zijn nog geen concepten.',
  fresh: 'Nieuw scenario',
  edit: 'Bewerken',
  editOf: (title: string) => `Bewerken: ${title}`,
  updated: (date: string) => `bewaard op ${date}`,
  sharedByLink: 'gedeeld met een link',
  notPublished: 'niet gepubliceerd',
  versionIs: (version: number) => `versie ${version} gepubliceerd`,
  map: 'Bekijk de leegstand op de kaart',
  status: {
    shared: 'gedeeld concept',
    published: 'gepubliceerd',
    decision: 'hoort bij een besluit',
    withdrawn: 'ingetrokken',
  },
  line: (status: string, version: number, date: string) => `${status}, versie ${version} van ${date}`,
  amendment: (number: number, title: string) => `Amendement A${number} op “${title}”`,
};

/** What every language must say. */
export type ScenarioListWords = typeof dutch;

const english: ScenarioListWords = {
  title: 'Scenarios',
  titleOf: municipality => `Scenarios for ${municipality}`,
  lead: 'What the municipality could do with a centre or work area, what that changes, and how sure that is.',
  municipality: 'Municipality',
  failed: 'The scenarios could not be loaded.',
  municipalitiesFailed: 'The municipalities could not be loaded.',
  empty: 'No scenario has been published yet',
  emptyVisitor:
    'Scenarios stand here as soon as a planner of the municipality publishes one. Until then you can look at vacancy on the map.',
  emptyPlanner: 'Make a new scenario, and publish it. Then it stands here for everyone.',
  none: 'This Kernkaart has no municipality yet. The map says how to add one.',
  drafts: 'Drafts',
  draftsLead: 'Only planners see this list.',
  draftsFailed: 'The drafts could not be loaded.',
  draftsEmpty: 'There are no drafts yet.',
  fresh: 'New scenario',
  edit: 'Edit',
  editOf: title => `Edit: ${title}`,
  updated: date => `saved on ${date}`,
  sharedByLink: 'shared by link',
  notPublished: 'not published',
  versionIs: version => `version ${version} published`,
  map: 'Look at vacancy on the map',
  status: {
    shared: 'shared draft',
    published: 'published',
    decision: 'belongs to a decision',
    withdrawn: 'withdrawn',
  },
  line: (status, version, date) => `${status}, version ${version} of ${date}`,
  amendment: (number, title) => `Amendment A${number} to “${title}”`,
};

/** Words of the list in each language. */
export const scenarioListWords: Record<Language, ScenarioListWords> = { nl: dutch, en: english };
