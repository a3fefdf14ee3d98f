import { html, type TemplateResult } from 'lit';
import { dataLinkWords } from '../../text/data-link.ts';
import type { Wording } from '../../text/wording.ts';

/** What stands here while the database is empty: what would be here, and how to get it here. */
export function emptyInstance({ say, language }: Wording, again: () => void): TemplateResult {
  return html`<main class="page">
    <h1>Kernkaart</h1>
    <h2>${say.emptyTitle}</h2>
    <p>${say.emptyLead}</p>
    <h3>${say.emptySteps}</h3>
    <ol>
      <li>${say.emptyStep1}</li>
      <li>
        ${say.emptyStep2}
        <pre tabindex="0"><code>npm run geodata -- import osm gemeente.osm.pbf --municipality GM0000</code></pre>
      </li>
      <li>${say.emptyStep3}</li>
    </ol>
    <p>${dataLinkWords[language].emptyOr} <a href="/data">${dataLinkWords[language].emptyLoad}</a></p>
    <button type="button" class="button primary" @click=${again}>${say.emptyCheck}</button>
  </main>`;
}
