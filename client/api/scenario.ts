import type { ScenarioSettings } from '#contract/published-scenario.ts';
import type { PlannerScenarios, Scenarios, ScenarioVersion } from '#contract/scenario-version.ts';
import type { Language } from '../text/language.ts';
import { apiAddress, getJson, sendJson } from './request.ts';

const pathOf = (id: string, version?: number): string => {
  const path = `/scenarios/${encodeURIComponent(id)}`;
  return version === undefined ? path : `${path}/versions/${version}`;
};

/** Scenarios of a municipality that everyone may see, the latest version of each. */
export const getScenarios = (municipality: string, signal?: AbortSignal) =>
  getJson<Scenarios>('/scenarios', { municipality }, signal);

/** A planner's scenarios, drafts among them. @throws ApiError `not-signed-in` for everyone else */
export const getPlannerScenarios = (municipality: string, signal?: AbortSignal) =>
  getJson<PlannerScenarios>('/planner/scenarios', { municipality }, signal);

/** A scenario as anybody may see it. @param version undefined: the latest */
export const getScenario = (id: string, version?: number, signal?: AbortSignal) =>
  getJson<ScenarioVersion>(pathOf(id, version), {}, signal);

/** What a link shares. The key goes in the body, so that it stands in no log. @throws ApiError `absent` when revoked */
export async function getSharedScenario(key: string): Promise<ScenarioVersion> {
  const response = await sendJson('POST', '/shared-scenarios', { key });
  return (await response.json()) as ScenarioVersion;
}

/** What every setting of the open assumptions gives. */
export const getScenarioSettings = (id: string, version: number, signal?: AbortSignal) =>
  getJson<ScenarioSettings>(`${pathOf(id, version)}/settings`, {}, signal);

/** Address of the two pages for the council papers. */
export const paperAddress = (id: string, version: number, language: Language): string =>
  apiAddress(`${pathOf(id, version)}/paper.pdf`, { language });

/** What a still map shows: the difference with doing nothing, the base date, or the last year of the proposal. */
export type StillReading = 'difference' | 'before' | 'after';

/** Address of a map as a picture. */
export const stillMapAddress = (
  id: string,
  version: number,
  reading: StillReading,
  language: Language,
): string => apiAddress(`${pathOf(id, version)}/map.svg`, { reading, language });

/** Address of the figures as a file. */
export const exportAddress = (id: string, version: number, format: 'csv' | 'json' | 'gpkg'): string =>
  apiAddress(`${pathOf(id, version)}/export.${format}`);
