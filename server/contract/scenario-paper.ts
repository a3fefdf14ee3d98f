import type { Operation } from './operations.ts';
import { PaperQuery, StillMapQuery, VersionParameters } from './scenario-version.ts';

/** What the server draws and writes of a version, for everyone. */
export const PAPER_OPERATIONS: readonly Operation[] = [
  {
    id: 'getScenarioMap',
    method: 'get',
    path: '/scenarios/{id}/versions/{version}/map.svg',
    summary: 'A still map of a version: the difference, or vacancy before or after',
    tag: 'scenario',
    params: VersionParameters,
    query: StillMapQuery,
    answer: { document: 'SVG with its legend', type: 'image/svg+xml' },
  },
  {
    id: 'getScenarioPaper',
    method: 'get',
    path: '/scenarios/{id}/versions/{version}/paper.pdf',
    summary: 'A version on two A4 pages, for the council papers',
    tag: 'scenario',
    params: VersionParameters,
    query: PaperQuery,
    answer: { document: 'Tagged PDF', type: 'application/pdf' },
  },
];
