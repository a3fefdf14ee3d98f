import { html, type TemplateResult } from 'lit';
import type { ImportPreview, ImportQuestion } from '#contract/import-job.ts';
import type { ColumnsAnswer } from '../state/import-answers.ts';
import { FIELD_CHOICES } from '../text/data-terms.ts';
import { fieldName, type PreviewParts } from './import-rows.ts';

/** For each column what it is taken for, beside values of it. */
export function importColumns(
  question: ImportQuestion,
  answer: ColumnsAnswer,
  preview: ImportPreview,
  parts: PreviewParts & { change(answer: ColumnsAnswer): void },
): TemplateResult {
  const { words, write, change } = parts;
  const known = (question.choices ?? FIELD_CHOICES).map(({ code }) => code);
  const used = preview.columns.map(({ field }) => field).filter(field => field !== null);
  const fields = [...new Set([...known, ...used])];
  return html`<ul class="data-columns">
    ${preview.columns.map(({ index, header, examples }) => {
      const name = header || words.columnNameless(write.count(index + 1));
      const taken = answer[index] ?? null;
      return html`<li>
        <div>
          <p class="data-strong">${name}</p>
          <p class="note">${examples.filter(example => example.trim() !== '').join(' · ')}</p>
        </div>
        <label class="field">
          <span class="hidden">${words.columnFieldOf(name)}</span>
          <select
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              change({ ...answer, [index]: value === '' ? null : value });
            }}
          >
            <option value="" .selected=${taken === null}>${words.columnLeft}</option>
            ${fields.map(
              field =>
                html`<option value=${field} .selected=${field === taken}>${fieldName(preview, field, parts)}</option>`,
            )}
          </select>
        </label>
      </li>`;
    })}
  </ul>`;
}
