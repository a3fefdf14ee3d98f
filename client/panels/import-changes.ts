import { html, type TemplateResult } from 'lit';
import type { ImportPreview } from '#contract/import-job.ts';
import { kindWord } from '../text/data-terms.ts';
import type { PreviewParts } from './import-rows.ts';

/** What would become of what is there already, by kind of object. */
export function importChanges(
  { changes }: ImportPreview,
  { words, write, language }: PreviewParts,
): TemplateResult {
  const isSame = changes.every(({ added, changed, removed }) => added + changed + removed === 0);
  const heads = [words.added, words.changed, words.removed, words.unchanged];
  return html`<section class="data-part" aria-labelledby="import-changes">
    <h3 id="import-changes">${words.changes}</h3>
    ${isSame ? html`<p class="data-strong">${words.changesNone}</p>` : ''}
    ${
      changes.length === 0
        ? ''
        : html`<div class="data-scroll" tabindex="0" role="region" aria-labelledby="import-changes">
            <table class="data-table">
              <thead>
                <tr>
                  <th scope="col">${words.kind}</th>
                  ${heads.map(head => html`<th scope="col" class="number">${head}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${changes.map(
                  ({ kind, added, changed, removed, unchanged }) => html`<tr>
                    <th scope="row">${kindWord(kind, language)}</th>
                    ${[added, changed, removed, unchanged].map(count => html`<td class="number">${write.count(count)}</td>`)}
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}
