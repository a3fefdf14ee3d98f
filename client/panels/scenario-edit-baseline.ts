import { html, nothing, type TemplateResult } from 'lit';
import type { HardPlan } from '#contract/scenario.ts';
import type { ObservedFlow } from '#contract/scenario-base.ts';
import { STAYING } from '#planning/parameters.ts';
import { FUNCTIONS } from '#vocabulary/function.ts';
import { setFields, setHardPlans, setStaying } from '../state/scenario-edit-commands.ts';
import { newId } from '../state/scenario-edit-id.ts';
import { icon } from './icon.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';
import { fieldId, selectField, textField } from './scenario-edit-field.ts';
import { parameterRow } from './scenario-edit-parameter.ts';
import { rangeField } from './scenario-edit-range.ts';

/** Doing nothing is not standing still: observed flows, announced closures and plans that go ahead anyway. */
class ScenarioEditBaseline extends ScenarioEditElement {
  protected override render() {
    const { say, edit } = this;
    const { baseline } = edit.document;
    const mode = (value: 'observed' | 'frozen', words: string) => html`<label class="choice">
      <input
        type="radio"
        name="baseline-mode"
        .checked=${baseline.mode === value}
        @change=${() => edit.change(setFields({ baseline: { ...baseline, mode: value } }))}
      />
      <span>${words}</span>
    </label>`;
    return html`<p class="note">${say.baselineLead}</p>
      <fieldset class="edit-group" id=${fieldId('baseline.mode')}>
        <legend>${say.baselineMode}</legend>
        ${mode('observed', say.observed)} ${mode('frozen', say.frozen)}
      </fieldset>
      ${baseline.mode === 'observed' ? this.#flows() : nothing}
      <label class="choice" id=${fieldId('baseline.announced')}>
        <input
          type="checkbox"
          .checked=${baseline.announced}
          @change=${(event: Event) =>
            edit.change(
              setFields({ baseline: { ...baseline, announced: (event.target as HTMLInputElement).checked } }),
            )}
        />
        <span>${say.announced}</span>
      </label>
      ${parameterRow({
        edit,
        language: this.screen.language,
        path: 'baseline.staying',
        term: STAYING,
        value: baseline.staying,
        command: setStaying,
      })}
      <h3>${say.hardPlans}</h3>
      <p class="note">${say.hardPlansLead}</p>
      <ul class="edit-plans">
        ${baseline.hardPlans.map((plan, index) => this.#plan(plan, index))}
      </ul>
      <button type="button" class="button" @click=${() => this.#add()}>${icon('plus')}${say.addPlan}</button>`;
  }

  /** What was observed, in sentences. */
  #flows(): TemplateResult {
    const { say, edit } = this;
    const { flows } = edit.base;
    if (flows.length === 0) return html`<p class="note">${say.noFlows}</p>`;
    return html`<details>
      <summary>${say.flows}</summary>
      <ul class="edit-flows">
        ${flows.map(flow => html`<li>${this.#flow(flow)}</li>`)}
      </ul>
    </details>`;
  }

  #flow(flow: ObservedFlow): string {
    const { language, write } = this.screen;
    const name = FUNCTIONS.find(({ code }) => code === flow.function)?.[language] ?? flow.function;
    const range = ({ low, mid, high }: ObservedFlow['inflow']) =>
      this.say.rangeOf(write.percent(mid * 100), write.percent(low * 100), write.percent(high * 100));
    const sentence = this.say.flow(name, range(flow.inflow), range(flow.outflow));
    const behind = flow.pooled
      ? this.say.flowPooled
      : this.say.flowBehind(write.count(flow.inUseYears), write.count(flow.vacantYears));
    return `${sentence} ${behind}`;
  }

  #plan(plan: HardPlan, index: number): TemplateResult {
    const { say, edit } = this;
    const { language } = this.screen;
    const path = `baseline.hardPlans.${index}`;
    const set = (patch: Partial<HardPlan>) =>
      setHardPlans(plans => plans.map(one => (one.id === plan.id ? { ...one, ...patch } : one)));
    const whole = (
      label: string,
      part: 'year' | 'premises',
      least: number,
      most: number,
    ) => html`<label class="field">
      <span>${label}</span>
      <input
        id=${fieldId(`${path}.${part}`)}
        type="number"
        min=${least}
        max=${most}
        .value=${String(plan[part])}
        @change=${(event: Event) => {
          const value = (event.target as HTMLInputElement).valueAsNumber;
          if (Number.isInteger(value) && value >= least && value <= most) edit.change(set({ [part]: value }));
        }}
      />
    </label>`;
    return html`<li>
      <fieldset class="edit-group" id=${fieldId(path)} tabindex="-1">
        <legend>${say.plan(index + 1)}</legend>
        ${textField({ edit, path: `${path}.name`, label: say.planName, value: plan.name, most: 120, language, command: name => set({ name }) })}
        ${selectField({
          id: fieldId(`${path}.function`),
          label: say.planFunction,
          value: plan.function,
          options: FUNCTIONS.map(term => ({ value: term.code, words: term[language] })),
          change: code => edit.change(set({ function: code })),
        })}
        <div class="range two">
          ${whole(say.year, 'year', 2000, 2100)} ${whole(say.planPremises, 'premises', -1000, 1000)}
        </div>
        <p class="note">${say.planArea}</p>
        ${rangeField({
          edit,
          path: `${path}.floorArea`,
          value: plan.floorArea,
          scale: 1,
          language,
          change: (part, number) =>
            edit.change(
              set({ floorArea: { ...plan.floorArea, [part]: number } }),
              `${path}.floorArea.${part}`,
            ),
        })}
        ${textField({ edit, path: `${path}.source`, label: say.source, value: plan.source, most: 300, language, command: source => set({ source }) })}
        <button type="button" class="button" @click=${() => edit.change(setHardPlans(plans => plans.filter(({ id }) => id !== plan.id)))}>
          ${say.removePlan}<span class="hidden">: ${plan.name || say.plan(index + 1)}</span>
        </button>
      </fieldset>
    </li>`;
  }

  #add(): void {
    const first = this.edit.result.years[0] ?? new Date().getFullYear();
    const plan: HardPlan = {
      id: newId(),
      name: '',
      function: 'retail',
      year: first + 1,
      floorArea: { low: 0, mid: 0, high: 0 },
      premises: 0,
      source: '',
    };
    this.edit.change(setHardPlans(plans => [...plans, plan]));
    this.edit.screen.set({
      jump: `baseline.hardPlans.${this.edit.document.baseline.hardPlans.length - 1}.name`,
    });
  }
}

customElements.define('kk-scenario-edit-baseline', ScenarioEditBaseline);
