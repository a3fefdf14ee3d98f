import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioEdit } from '../state/scenario-edit.ts';
import type { Language } from '../text/language.ts';
import { scenarioEditWords } from '../text/scenario-edit.ts';
import { icon } from './icon.ts';

/** One part of the document: a heading that opens and closes, and says how many faults are inside. */
export function editSection(parts: {
  edit: ScenarioEdit;
  name: string;
  title: string;
  /** In a few words, while it is closed. */
  summary: string;
  /** Paths in the document that the section edits. */
  fields: readonly string[];
  language: Language;
  body(): TemplateResult;
}): TemplateResult {
  const { edit, name, title, summary, fields, language, body } = parts;
  const open = edit.screen.value.sections.includes(name);
  const faults = fields.flatMap(field => edit.faultsAt(field));
  return html`<section class="edit-section">
    <h2>
      <button
        type="button"
        class="edit-fold"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="section-${name}"
        @click=${() => edit.toggleSection(name)}
      >
        <span class="fold-mark" aria-hidden="true"></span><span>${title}</span>${faultBadge(faults, language)}
      </button>
    </h2>
    ${open || summary === '' ? nothing : html`<p class="note fold-summary">${summary}</p>`}
    <div id="section-${name}" class="edit-body" ?hidden=${!open}>${open ? body() : nothing}</div>
  </section>`;
}

/** How many errors and warnings, in words for who hears it. */
export function faultBadge(
  faults: readonly { severity: 'error' | 'warning' }[],
  language: Language,
): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  const say = scenarioEditWords(language);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const words = say.faultCount(errors, faults.length - errors);
  return html`<span class="fault-badge ${errors > 0 ? 'error' : 'warning'}" title=${words}
    >${icon('warning')}<span aria-hidden="true">${faults.length}</span><span class="hidden">${words}</span></span
  >`;
}
