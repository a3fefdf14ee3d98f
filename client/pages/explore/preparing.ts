import { html, type TemplateResult } from 'lit';
import type { Preparing } from '#contract/municipality.ts';
import type { Wording } from '../../text/wording.ts';

/** What stands here while the server loads its first data; the steps are the server's own words, in English. */
export function preparing({ step, done }: Preparing, { say }: Wording): TemplateResult {
  return html`<main class="page">
    <h1>Kernkaart</h1>
    <h2>${say.preparingTitle}</h2>
    <p>${say.preparingLead}</p>
    <progress class="wide" max="1" .value=${done ?? 0} aria-label=${say.preparingTitle}></progress>
    <p class="note" role="status">${say.preparingStep}: <span lang="en">${step}</span></p>
  </main>`;
}
