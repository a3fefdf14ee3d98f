import type { Language } from './language.ts';

const dutch = {
  title: 'Voorstel',
  lead: 'Deze omtrek is afgeleid van waar winkels, horeca en voorzieningen staan. Niemand heeft hem vastgesteld.',
  name: 'Naam van het gebied',
  accept: 'Vaststellen als gebied',
  busy: 'Bezig met vaststellen',
  done: 'Het gebied is vastgesteld. Het blijft staan als er opnieuw voorstellen worden gemaakt.',
  failed: 'Vaststellen is niet gelukt. Probeer het opnieuw.',
  otherwise:
    'Loopt de grens anders? Teken hem in uw eigen kaartprogramma en laad het bestand op de pagina Gegevens.',
};

/** Words about a proposed area. */
export type ProposalWords = typeof dutch;

const english: ProposalWords = {
  title: 'Proposal',
  lead: 'This outline was derived from where shops, hospitality and facilities stand. Nobody has decided on it.',
  name: 'Name of the area',
  accept: 'Accept as an area',
  busy: 'Accepting',
  done: 'The area is accepted. It stays when proposals are made again.',
  failed: 'Accepting did not succeed. Try again.',
  otherwise:
    'Does the boundary run otherwise? Draw it in your own map program and load the file on the page Data.',
};

/** Words about a proposed area, by language. */
export const proposalWords: Readonly<Record<Language, ProposalWords>> = { nl: dutch, en: english };
