import { html, nothing, type TemplateResult } from 'lit';
import { MOST_OPEN_ASSUMPTIONS, type OpenAssumption, type ScenarioMeasure } from '#contract/scenario.ts';
import type { ParameterTerm } from '#planning/measure.ts';
import { measureModel } from '#planning/measures.ts';
import { measureName, parameterUnitWords } from '#planning/telling.ts';
import { setOpenAssumptions } from '../state/scenario-edit-commands.ts';
import { readNumber, writeNumber } from '../state/scenario-edit-number.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';
import { faultList, fieldId, selectField } from './scenario-edit-field.ts';
import { sentenceCase } from './scenario-edit-sentence.ts';

/** Settings beside the proposed one. */
const MOST_SETTINGS = 4;

interface Candidate {
  measure: ScenarioMeasure;
  number: number;
  term: ParameterTerm;
}

/** Assumptions that readers may turn: at most three, each with at most five settings, the proposed one among them. */
class ScenarioEditOpen extends ScenarioEditElement {
  protected override render() {
    const { say, edit } = this;
    const { openAssumptions } = edit.document;
    const left = this.#candidates().filter(
      ({ measure, term }) =>
        !openAssumptions.some(open => open.measure === measure.id && open.parameter === term.id),
    );
    return html`<p class="note">${say.openLead}</p>
      <ol class="edit-plans" id=${fieldId('openAssumptions')} tabindex="-1">
        ${openAssumptions.map((open, index) => this.#row(open, index))}
      </ol>
      ${openAssumptions.length >= MOST_OPEN_ASSUMPTIONS ? html`<p class="note">${say.openFull}</p>` : this.#add(left)}`;
  }

  /** Every parameter that is filled in. */
  #candidates(): Candidate[] {
    return this.edit.document.measures.flatMap((measure, index) =>
      (measureModel(measure.kind)?.parameters ?? [])
        .filter(({ id }) => measure.parameters[id] !== undefined)
        .map(term => ({ measure, number: index + 1, term })),
    );
  }

  #title({ measure, number, term }: Candidate): string {
    const { language } = this.screen;
    return `${number}. ${sentenceCase(measureName(measure, language))}: ${term.words[language]}`;
  }

  #add(left: readonly Candidate[]): TemplateResult {
    const { say, edit } = this;
    if (left.length === 0) return html`<p class="note">${say.openNothing}</p>`;
    return selectField({
      id: 'open-add',
      label: say.addOpen,
      value: '',
      options: [
        { value: '', words: say.chooseAssumption },
        ...left.map((candidate, index) => ({ value: String(index), words: this.#title(candidate) })),
      ],
      change: value => {
        const candidate = left[Number(value)];
        if (value === '' || !candidate) return;
        const { measure, term } = candidate;
        const { low, mid, high } = measure.parameters[term.id]!;
        const settings = [...new Set([low, high])].filter(one => one !== mid);
        const open = {
          measure: measure.id,
          parameter: term.id,
          settings: settings.length > 0 ? settings : [mid * 2],
        };
        edit.change(setOpenAssumptions(list => [...list, open]));
      },
    });
  }

  #row(open: OpenAssumption, index: number): TemplateResult {
    const { say, edit } = this;
    const { language } = this.screen;
    const path = `openAssumptions.${index}`;
    const id = fieldId(path);
    const candidate = this.#candidates().find(
      ({ measure, term }) => measure.id === open.measure && term.id === open.parameter,
    );
    const remove = () => edit.change(setOpenAssumptions(list => list.filter((_, other) => other !== index)));
    return html`<li>
      <fieldset class="edit-group">
        <legend>${candidate ? this.#title(candidate) : say.openGone}</legend>
        ${candidate ? this.#settings(open, index, candidate) : nothing}
        ${faultList(edit.faultsAt(path), `${id}-faults`, language)}
        <button type="button" class="button" @click=${remove}>${say.remove}</button>
      </fieldset>
    </li>`;
  }

  #settings(open: OpenAssumption, index: number, { measure, term }: Candidate): TemplateResult {
    const { say, edit } = this;
    const { language } = this.screen;
    const id = fieldId(`openAssumptions.${index}`);
    const scale = term.unit === 'share' ? 100 : 1;
    const write = (value: number) => writeNumber(Number((value * scale).toPrecision(12)), language);
    const set = (text: string) => {
      const read = text.split(';').map(part => readNumber(part, language));
      const settings = read.filter(value => value !== undefined).slice(0, MOST_SETTINGS);
      if (settings.length === 0 || read.includes(undefined)) return;
      const values = settings.map(value => Number((value / scale).toPrecision(12)));
      edit.change(
        setOpenAssumptions(list =>
          list.map((one, at) => (at === index ? { ...one, settings: values } : one)),
        ),
      );
    };
    return html`<label class="field">
        <span>${say.settingsLabel(parameterUnitWords(term.unit, language))}</span>
        <input
          id=${id}
          type="text"
          autocomplete="off"
          maxlength="80"
          .value=${open.settings.map(write).join('; ')}
          aria-describedby="${id}-help ${id}-faults"
          @change=${(event: Event) => set((event.target as HTMLInputElement).value)}
        />
      </label>
      <p class="note" id="${id}-help">${say.settingsHelp(write(measure.parameters[term.id]!.mid))}</p>`;
  }
}

customElements.define('kk-scenario-edit-open', ScenarioEditOpen);
