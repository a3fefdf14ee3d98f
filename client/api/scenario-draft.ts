import type { ScenarioDecision, ScenarioDocument } from '#contract/scenario.ts';
import type { ScenarioBase } from '#contract/scenario-base.ts';
import type {
  NewScenario,
  PlannerScenario,
  PublishedVersion,
  RenewedBase,
  SavedScenario,
  ScenarioSharing,
} from '#contract/scenario-version.ts';
import { getJson, sendJson } from './request.ts';

const path = (id: string, rest = ''): string => `/planner/scenarios/${encodeURIComponent(id)}${rest}`;

/** A draft with what surrounds it. @throws ApiError `absent`, `not-signed-in` */
export const getDraft = (id: string, signal?: AbortSignal) => getJson<PlannerScenario>(path(id), {}, signal);

/** What a draft starts from. @throws ApiError */
export const getDraftBase = (id: string, signal?: AbortSignal) =>
  getJson<ScenarioBase>(path(id, '/base'), {}, signal);

async function answered<T>(response: Promise<Response>): Promise<T> {
  return (await (await response).json()) as T;
}

/** Makes a draft: from nothing, a copy, or an amendment. @throws ApiError */
export const makeDraft = (body: NewScenario) =>
  answered<PlannerScenario>(sendJson('POST', '/planner/scenarios', body));

/** Saves a draft. @throws ApiError of status 409 when somebody else saved first */
export const saveDraft = (id: string, document: ScenarioDocument, draftNumber: number) =>
  answered<SavedScenario>(sendJson('PUT', path(id), { draftNumber, document }));

/** Takes a draft away; versions stay. @throws ApiError */
export async function deleteDraft(id: string): Promise<void> {
  await sendJson('DELETE', path(id));
}

/** Makes the present data the base of a draft. @throws ApiError */
export const renewBase = (id: string, body: { draftNumber: number; series: string; referenceDate: string }) =>
  answered<RenewedBase>(sendJson('POST', path(id, '/base'), body));

/** Makes a version of the draft as it was saved last. @throws ApiError `refused` with the model's errors */
export const publishDraft = (id: string, draftNumber: number) =>
  answered<PublishedVersion>(sendJson('POST', path(id, '/versions'), { draftNumber }));

/** Writes the decision beside a version. @throws ApiError */
export const setDecision = (id: string, version: number, decision: ScenarioDecision) =>
  answered<PublishedVersion>(sendJson('PUT', path(id, `/versions/${version}/decision`), decision));

/** Withdraws a version, with a reason that readers see. @throws ApiError */
export const withdrawVersion = (id: string, version: number, reason: string) =>
  answered<PublishedVersion>(sendJson('PUT', path(id, `/versions/${version}/withdrawal`), { reason }));

/** Shares the draft as it is now by a link; the key is told once. @throws ApiError */
export const shareDraft = (id: string) => answered<ScenarioSharing>(sendJson('POST', path(id, '/sharing')));

/** Ends the link. @throws ApiError */
export async function endSharing(id: string): Promise<void> {
  await sendJson('DELETE', path(id, '/sharing'));
}
