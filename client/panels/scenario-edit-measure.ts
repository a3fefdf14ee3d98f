import { html, nothing, type TemplateResult } from 'lit';
import type { MeasureTakes, ScenarioMeasure } from '#contract/scenario.ts';
import { chosen } from '#planning/measure.ts';
import { measureModel } from '#planning/measures.ts';
import { takesWords } from '#planning/telling.ts';
import type { ScenarioEdit } from '../state/scenario-edit.ts';
import { setChoice, setMeasure, setParameter } from '../state/scenario-edit-commands.ts';
import type { ScenarioScreen } from '../state/scenario-screen.ts';
import { scenarioEditWords } from '../text/scenario-edit.ts';
import { faultList, fieldId, selectField, textField } from './scenario-edit-field.ts';
import { parameterRow } from './scenario-edit-parameter.ts';
import './scenario-edit-place.ts';
import { sentenceCase } from './scenario-edit-sentence.ts';

/** What the form of a measure shows. */
export interface MeasureForm {
  edit: ScenarioEdit;
  screen: ScenarioScreen;
  measure: ScenarioMeasure;
  /** Its place in the order, from 0. */
  index: number;
}

/** Everything that can be said of one measure: where, when, which premises, how much. */
export function measureForm(form: MeasureForm): TemplateResult {
  const { edit, screen, measure, index } = form;
  const { language } = screen;
  const say = scenarioEditWords(language);
  const model = measureModel(measure.kind);
  const path = `measures.${index}`;
  if (model === undefined) return html`<p class="failure">${say.unknownKind}</p>`;
  const own = edit.result.faults.filter(fault => fault.field === path);
  return html`<p class="note">${model.meaning[language]}</p>
    ${faultList(own, `${fieldId(path)}-faults`, language)}
    <fieldset class="edit-group">
      <legend>${say.where}</legend>
      <kk-scenario-edit-place
        .screen=${screen}
        .edit=${edit}
        .measure=${measure.id}
        .which=${'place'}
      ></kk-scenario-edit-place>
    </fieldset>
    ${
      model.target === null
        ? nothing
        : html`<fieldset class="edit-group">
            <legend>${sentenceCase(model.target[language])}</legend>
            <kk-scenario-edit-place
              .screen=${screen}
              .edit=${edit}
              .measure=${measure.id}
              .which=${'target'}
            ></kk-scenario-edit-place>
          </fieldset>`
    }
    ${phase(form)} ${takes(form)} ${choices(form)}
    <h4>${say.parameters}</h4>
    ${model.parameters.map(term =>
      parameterRow({
        edit,
        language,
        path: `${path}.parameters.${term.id}`,
        term,
        value: measure.parameters[term.id],
        command: value => setParameter(measure.id, term.id, value),
      }),
    )}
    ${textField({
      edit,
      path: `${path}.name`,
      label: say.measureName,
      value: measure.name,
      most: 120,
      language,
      help: say.measureNameHelp(model.words[language]),
      command: name => setMeasure(measure.id, { name }),
    })}
    ${textField({
      edit,
      path: `${path}.remark`,
      label: say.remark,
      value: measure.remark,
      most: 600,
      rows: 3,
      language,
      command: remark => setMeasure(measure.id, { remark }),
    })}`;
}

function phase({ edit, screen, measure, index }: MeasureForm): TemplateResult {
  const { language } = screen;
  const say = scenarioEditWords(language);
  const path = `measures.${index}.phase`;
  const id = fieldId(path);
  const year = (part: 'from' | 'until', label: string) => html`<label class="field">
    <span>${label}</span>
    <input
      id="${id}-${part}"
      type="number"
      inputmode="numeric"
      min="2000"
      max="2100"
      .value=${String(measure.phase[part])}
      aria-describedby="${id}-faults"
      @change=${(event: Event) => {
        const value = (event.target as HTMLInputElement).valueAsNumber;
        if (Number.isInteger(value) && value >= 2000 && value <= 2100)
          edit.change(setMeasure(measure.id, { phase: { ...measure.phase, [part]: value } }));
      }}
    />
  </label>`;
  return html`<fieldset class="edit-group" id=${id} tabindex="-1">
    <legend>${say.when}</legend>
    <div class="range two">${year('from', say.from)} ${year('until', say.until)}</div>
    ${faultList(edit.faultsAt(path), `${id}-faults`, language)}
  </fieldset>`;
}

function takes({ edit, screen, measure, index }: MeasureForm): TemplateResult | typeof nothing {
  const { language } = screen;
  const say = scenarioEditWords(language);
  const offered = measureModel(measure.kind)?.takes ?? [];
  if (offered.length < 2) return nothing;
  const path = `measures.${index}.takes`;
  return html`<div class="edit-field">
    ${selectField<MeasureTakes>({
      id: fieldId(path),
      label: say.takes,
      value: measure.takes,
      options: offered.map(value => ({ value, words: sentenceCase(takesWords(value, language)) })),
      change: value => edit.change(setMeasure(measure.id, { takes: value })),
    })}
    ${faultList(edit.faultsAt(path), `${fieldId(path)}-faults`, language)}
  </div>`;
}

function choices({ edit, screen, measure, index }: MeasureForm): TemplateResult[] {
  const { language } = screen;
  return (measureModel(measure.kind)?.choices ?? []).map(choice => {
    const path = `measures.${index}.choices.${choice.id}`;
    return html`<div class="edit-field">
      ${selectField({
        id: fieldId(path),
        label: sentenceCase(choice.words[language]),
        value: chosen(measure, choice),
        options: choice.options.map(({ id, words }) => ({ value: id, words: words[language] })),
        change: option => edit.change(setChoice(measure.id, choice.id, option)),
      })}
      ${faultList(edit.faultsAt(path), `${fieldId(path)}-faults`, language)}
    </div>`;
  });
}
