import { z } from 'zod';
import {
  AllowedSiteQuery,
  AllowedSites,
  Embed,
  EmbedLanguage,
  EmbedQuery,
  EmbedReading,
  Embeds,
  EmbedUses,
  EmbedWithdrawal,
  NewEmbed,
  SaveEmbed,
} from './embed.ts';
import type { Operation } from './operations.ts';
import { Id, IdParameters, IsoDate } from './primitives.ts';
import { FunctionScope } from './vacancy.ts';

/** Query of the still map of a place. What is left out takes what fits: the first series, its latest date. */
export const AreaMapQuery = z.strictObject({
  reading: EmbedReading.default('percentage'),
  language: EmbedLanguage.default('nl'),
  series: Id.optional(),
  referenceDate: IsoDate.optional(),
  function: FunctionScope.default('all'),
});

/** Maps as pictures, for everyone. */
export const AREA_MAP_OPERATIONS: readonly Operation[] = [
  {
    id: 'getAreaMap',
    method: 'get',
    path: '/areas/{id}/map.svg',
    summary: 'A still map of vacancy in an area, or in a municipality by its code',
    tag: 'area',
    params: IdParameters,
    query: AreaMapQuery,
    answer: { document: 'SVG with its legend', type: 'image/svg+xml' },
  },
];

/** What planners do with maps on websites. */
export const EMBED_OPERATIONS: readonly Operation[] = [
  {
    id: 'listEmbeds',
    method: 'get',
    path: '/planner/embeds',
    summary: 'Embeds of a municipality, the last changed first',
    tag: 'embed',
    query: EmbedQuery,
    answer: { json: Embeds },
  },
  {
    id: 'createEmbed',
    method: 'post',
    path: '/planner/embeds',
    summary: 'Stores an embed under an id of its own',
    tag: 'embed',
    body: NewEmbed,
    answer: { json: Embed },
  },
  {
    id: 'getEmbed',
    method: 'get',
    path: '/planner/embeds/{id}',
    summary: 'A stored embed',
    tag: 'embed',
    params: IdParameters,
    answer: { json: Embed },
  },
  {
    id: 'saveEmbed',
    method: 'put',
    path: '/planner/embeds/{id}',
    summary: 'Changes an embed wherever it stands, over that number and over no other',
    tag: 'embed',
    params: IdParameters,
    body: SaveEmbed,
    answer: { json: Embed },
  },
  {
    id: 'withdrawEmbed',
    method: 'put',
    path: '/planner/embeds/{id}/withdrawal',
    summary: 'Withdraws an embed, once: a dated message and the table stay where it stands',
    tag: 'embed',
    params: IdParameters,
    body: EmbedWithdrawal,
    answer: { json: Embed },
  },
  {
    id: 'listAllowedSites',
    method: 'get',
    path: '/planner/allowed-sites',
    summary: 'Sites that may show maps of a municipality in a frame',
    tag: 'embed',
    query: AllowedSiteQuery,
    answer: { json: AllowedSites },
  },
  {
    id: 'setAllowedSites',
    method: 'put',
    path: '/planner/allowed-sites',
    summary: 'Replaces the list of sites that may show maps of a municipality in a frame',
    tag: 'embed',
    query: AllowedSiteQuery,
    body: AllowedSites,
    answer: { json: AllowedSites },
  },
  {
    id: 'listEmbedUses',
    method: 'get',
    path: '/planner/embed-uses',
    summary: 'Which sites show what, how often, and what is wrong there',
    tag: 'embed',
    query: EmbedQuery,
    answer: { json: EmbedUses },
  },
];
