import type { Corrected, Correction } from '#contract/correction.ts';
import { sendJson } from './request.ts';

/** Records what a planner knows better of one premises. @throws ApiError */
export async function correctPremises(id: string, correction: Correction): Promise<Corrected> {
  const path = `/planner/premises/${encodeURIComponent(id)}/corrections`;
  return (await (await sendJson('POST', path, correction)).json()) as Corrected;
}
