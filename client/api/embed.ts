import type { AllowedSites, Embed, EmbedDocument, Embeds, EmbedUses } from '#contract/embed.ts';
import { getJson, sendJson } from './request.ts';

const path = (id: string, rest = ''): string => `/planner/embeds/${encodeURIComponent(id)}${rest}`;
const sitesOf = (municipality: string): string =>
  `/planner/allowed-sites?${new URLSearchParams({ municipality })}`;

async function answered<T>(response: Promise<Response>): Promise<T> {
  return (await (await response).json()) as T;
}

/** Stored embeds of a municipality. @throws ApiError `not-signed-in` for everyone but planners */
export const getEmbeds = (municipality: string, signal?: AbortSignal) =>
  getJson<Embeds>('/planner/embeds', { municipality }, signal);

/** A stored embed. @throws ApiError `absent`, `not-signed-in` */
export const getEmbed = (id: string, signal?: AbortSignal) => getJson<Embed>(path(id), {}, signal);

/** Stores an embed; its id is the server's. @throws ApiError */
export const makeEmbed = (document: EmbedDocument) =>
  answered<Embed>(sendJson('POST', '/planner/embeds', { document }));

/** Changes a stored embed wherever it stands. @throws ApiError of status 409 when somebody else saved first */
export const saveEmbed = (id: string, number: number, document: EmbedDocument) =>
  answered<Embed>(sendJson('PUT', path(id), { number, document }));

/** Withdraws a stored embed, with a reason that readers see. @throws ApiError */
export const withdrawEmbed = (id: string, reason: string) =>
  answered<Embed>(sendJson('PUT', path(id, '/withdrawal'), { reason }));

/** Sites that may show maps of a municipality. @throws ApiError `not-signed-in` for everyone but planners */
export const getAllowedSites = (municipality: string, signal?: AbortSignal) =>
  getJson<AllowedSites>('/planner/allowed-sites', { municipality }, signal);

/** Replaces the list of sites. @throws ApiError */
export const putAllowedSites = (municipality: string, sites: readonly string[]) =>
  answered<AllowedSites>(sendJson('PUT', sitesOf(municipality), { sites }));

/** Where embeds of a municipality were shown. @throws ApiError `not-signed-in` for everyone but planners */
export const getEmbedUses = (municipality: string, signal?: AbortSignal) =>
  getJson<EmbedUses>('/planner/embed-uses', { municipality }, signal);

/** Address of the page that shows a document before it is stored. */
export const previewAddress = (document: EmbedDocument): string =>
  `/e/preview?${new URLSearchParams({ document: JSON.stringify(document) })}`;
