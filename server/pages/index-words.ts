import type { EmbedLanguage } from '../contract/embed.ts';

const dutch = {
  title: 'Leegstand per gebied',
  lead: 'Cijfers en kaarten van leegstand, en plannen voor centra en werkgebieden. Dit is een vaste uitgave: zij verandert als er een nieuwe wordt gepubliceerd.',
  areas: 'Gebieden',
  whole: (name: string) => `${name}, de hele gemeente`,
  embeds: 'Kaarten op websites',
  absent: 'Deze pagina is er niet',
  absentLead: 'Het adres klopt niet, of wat er stond is weg.',
};

/** Words of the front of a static edition; English has the same keys. */
export type IndexWords = typeof dutch;

const english: IndexWords = {
  title: 'Vacancy by area',
  lead: 'Figures and maps of vacancy, and plans for centres and work areas. This is a fixed edition: it changes when a new one is published.',
  areas: 'Areas',
  whole: name => `${name}, the whole municipality`,
  embeds: 'Maps on websites',
  absent: 'This page is not here',
  absentLead: 'The address is wrong, or what stood here is gone.',
};

/** Words by language. */
export const INDEX_WORDS: Readonly<Record<EmbedLanguage, IndexWords>> = { nl: dutch, en: english };
