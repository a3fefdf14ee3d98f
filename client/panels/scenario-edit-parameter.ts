import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioParameter } from '#contract/scenario.ts';
import type { ParameterTerm } from '#planning/measure.ts';
import { defaultParameter } from '#planning/new-document.ts';
import { parameterUnitWords } from '#planning/telling.ts';
import type { ScenarioEdit } from '../state/scenario-edit.ts';
import type { EditCommand } from '../state/scenario-edit-commands.ts';
import { sameValue } from '../state/scenario-edit-merge.ts';
import type { Language } from '../text/language.ts';
import { scenarioEditWords } from '../text/scenario-edit.ts';
import { fieldId, textField } from './scenario-edit-field.ts';
import { rangeField } from './scenario-edit-range.ts';
import { sentenceCase } from './scenario-edit-sentence.ts';

/** One number that a measure, or doing nothing, needs. */
export interface ParameterRow {
  edit: ScenarioEdit;
  language: Language;
  /** Path in the document. */
  path: string;
  term: ParameterTerm;
  /** Undefined: not filled in. */
  value: ScenarioParameter | undefined;
  /** Fills it in, or (null) leaves it out. */
  command(value: ScenarioParameter | null): EditCommand;
}

/** Low, expected and high of a parameter with unit, source and price level; one that is optional can be left out. */
export function parameterRow(row: ParameterRow): TemplateResult {
  const { term, language, path, value } = row;
  return html`<fieldset class="edit-group parameter" id="${fieldId(path)}-group">
    <legend>${sentenceCase(term.words[language])} <small>(${parameterUnitWords(term.unit, language)})</small></legend>
    ${value === undefined ? absent(row) : filled(row, value)}
  </fieldset>`;
}

function absent({ edit, language, term, path, command }: ParameterRow): TemplateResult {
  const say = scenarioEditWords(language);
  const fill = () => {
    edit.change(command(defaultParameter(term, language)));
    edit.screen.set({ jump: path });
  };
  return html`<p class="note">${say.notFilled} ${term.meaning[language]}</p>
    <button type="button" class="button" id=${fieldId(path)} @click=${fill}>
      ${say.fillIn}<span class="hidden">: ${term.words[language]}</span>
    </button>`;
}

function filled(row: ParameterRow, value: ScenarioParameter): TemplateResult {
  const { edit, language, term, path, command } = row;
  const say = scenarioEditWords(language);
  const start = defaultParameter(term, language);
  // A source that was filled in by default stays in the language in which it was.
  const isDefault = (['nl', 'en'] as const).some(tag => sameValue({ ...value }, defaultParameter(term, tag)));
  const act = (words: string, next: ScenarioParameter | null) => html`<button
    type="button"
    class="button"
    @click=${() => edit.change(command(next))}
  >
    ${words}<span class="hidden">: ${term.words[language]}</span>
  </button>`;
  return html`<p class="note">${term.meaning[language]}</p>
    ${origin(row)}
    ${rangeField({
      edit,
      path,
      value,
      scale: term.unit === 'share' ? 100 : 1,
      language,
      change: (part, number) => edit.change(command({ ...value, [part]: number }), `${path}.${part}`),
    })}
    ${textField({
      edit,
      path: `${path}.source`,
      label: say.source,
      value: value.source,
      most: 300,
      language,
      command: source => command({ ...value, source }),
    })}
    ${
      term.priceLevel === null
        ? nothing
        : textField({
            edit,
            path: `${path}.priceLevel`,
            label: say.priceLevel,
            value: value.priceLevel ?? '',
            most: 40,
            language,
            command: priceLevel => command({ ...value, priceLevel: priceLevel || null }),
          })
    }
    <div class="actions">
      ${isDefault ? nothing : act(say.reset, start)}
      ${term.optional ? act(say.leaveOut, null) : nothing}
    </div>`;
}

/** Where the default comes from; without a source it is an example, and says so. */
function origin({ term, language }: ParameterRow): TemplateResult {
  const say = scenarioEditWords(language);
  return term.source === null
    ? html`<p class="note"><strong>${say.example}</strong></p>`
    : html`<p class="note">${say.defaultFrom(term.source[language])}</p>`;
}
