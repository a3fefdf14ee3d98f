import { html, nothing, type TemplateResult } from 'lit';
import type { ImportPreview } from '#contract/import-job.ts';
import type { Format } from '#figures/format.ts';
import type { ImportWords } from '../text/data-import-dutch.ts';
import { fieldWord, isLeftBehind, outcomeWord, reasonWord } from '../text/data-terms.ts';
import type { Language } from '../text/language.ts';
import { icon } from './icon.ts';

/** What a piece of a preview is written with. */
export interface PreviewParts {
  language: Language;
  write: Format;
  words: ImportWords;
}

/** Words for what a column is taken for: those that the question has, else its code. */
export function fieldName(
  { questions }: ImportPreview,
  field: string | null,
  { language, words }: PreviewParts,
): string {
  if (field === null) return words.columnLeft;
  const choices = questions.find(({ kind }) => kind === 'columns')?.choices ?? [];
  return choices.find(({ code }) => code === field)?.[language] ?? fieldWord(field, language);
}

/** The first rows of a file as they were read, each with what becomes of it in words. */
export function importRows(preview: ImportPreview, parts: PreviewParts): TemplateResult | typeof nothing {
  const { columns, rows } = preview;
  const { words, write } = parts;
  if (rows.length === 0) return nothing;
  const width = Math.max(columns.length, ...rows.map(({ cells }) => cells.length));
  const heads = Array.from({ length: width }, (_, index) => columns[index]);
  return html`<section class="data-part" aria-labelledby="import-rows">
    <h3 id="import-rows">${words.rows}</h3>
    <p class="note">${words.rowsLead}</p>
    <div class="data-scroll" tabindex="0" role="region" aria-label=${words.rowsScroll}>
      <table class="data-table">
        <thead>
          <tr>
            <th scope="col" class="number">${words.row}</th>
            <th scope="col">${words.outcome}</th>
            ${heads.map(
              (column, index) => html`<th scope="col">
                ${column?.header || words.columnNameless(write.count(index + 1))}
                ${column ? html`<small>${fieldName(preview, column.field, parts)}</small>` : nothing}
              </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(row => line(row, { width, source: preview.source, parts }))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function line(
  row: ImportPreview['rows'][number],
  about: { width: number; source: string; parts: PreviewParts },
): TemplateResult {
  const { number, cells, outcome, reason } = row;
  const { width, source, parts } = about;
  const { language } = parts;
  const behind = isLeftBehind(outcome, reason);
  return html`<tr class=${behind ? 'behind-row' : ''}>
    <th scope="row" class="number">${number}</th>
    <td class="outcome">
      <span>${behind ? icon('warning') : icon('plus')}${outcomeWord(outcome, { reason, source }, language)}</span>
      ${reason === null ? nothing : html`<small>${reasonWord(reason, source, language)}</small>`}
    </td>
    ${Array.from({ length: width }, (_, index) => html`<td>${cells[index] ?? ''}</td>`)}
  </tr>`;
}
