import type { Acceptance, Accepted } from '#contract/proposal.ts';
import { sendJson } from './request.ts';

/** Makes a proposed area one like any other. @throws ApiError */
export async function acceptArea(id: string, acceptance: Acceptance): Promise<Accepted> {
  const path = `/planner/areas/${encodeURIComponent(id)}/acceptance`;
  return (await (await sendJson('POST', path, acceptance)).json()) as Accepted;
}
