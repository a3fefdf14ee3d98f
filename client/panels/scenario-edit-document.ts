import { html, type TemplateResult } from 'lit';
import { setFields } from '../state/scenario-edit-commands.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';
import { faultList, fieldId, textField } from './scenario-edit-field.ts';
import { editSection } from './scenario-edit-section.ts';
import './scenario-edit-baseline.ts';
import './scenario-edit-indicators.ts';
import './scenario-edit-measures.ts';
import './scenario-edit-norms.ts';
import './scenario-edit-open.ts';

/** The document that is being made, as sections that open: what it says, what happens anyway, what is proposed. */
class ScenarioEditDocument extends ScenarioEditElement {
  protected override render() {
    const { say } = this;
    const { measures, indicators, openAssumptions, norms, baseline, title, horizon } = this.edit.document;
    return html`${this.#section('texts', `${title || say.untitled} · ${horizon}`, ['title', 'summary', 'notSaid', 'horizon'], () => this.#texts())}
      ${this.#section('measures', say.measuresCount(measures.length), ['measures'], () => this.#part('measures'))}
      ${this.#section('baseline', baseline.mode === 'observed' ? say.observedShort : say.frozenShort, ['baseline'], () => this.#part('baseline'))}
      ${this.#section('indicators', say.indicatorsCount(indicators.length), ['indicators'], () => this.#part('indicators'))}
      ${this.#section('open', say.openCount(openAssumptions.length), ['openAssumptions'], () => this.#part('open'))}
      ${this.#section('norms', say.normsCount(norms.length), ['norms'], () => this.#part('norms'))}`;
  }

  #section(
    name: keyof typeof this.say.sections,
    summary: string,
    fields: readonly string[],
    body: () => TemplateResult,
  ): TemplateResult {
    const { edit, say } = this;
    const { language } = this.screen;
    return editSection({ edit, name, title: say.sections[name], summary, fields, language, body });
  }

  #part(name: 'measures' | 'baseline' | 'indicators' | 'open' | 'norms'): TemplateResult {
    const { edit, screen } = this;
    switch (name) {
      case 'measures':
        return html`<kk-scenario-edit-measures .screen=${screen} .edit=${edit}></kk-scenario-edit-measures>`;
      case 'baseline':
        return html`<kk-scenario-edit-baseline .screen=${screen} .edit=${edit}></kk-scenario-edit-baseline>`;
      case 'indicators':
        return html`<kk-scenario-edit-indicators .screen=${screen} .edit=${edit}></kk-scenario-edit-indicators>`;
      case 'open':
        return html`<kk-scenario-edit-open .screen=${screen} .edit=${edit}></kk-scenario-edit-open>`;
      case 'norms':
        return html`<kk-scenario-edit-norms .screen=${screen} .edit=${edit}></kk-scenario-edit-norms>`;
    }
  }

  #texts(): TemplateResult {
    const { say, edit } = this;
    const { language } = this.screen;
    const { title, summary, notSaid, horizon } = edit.document;
    return html`${textField({ edit, path: 'title', label: say.title, value: title, most: 120, language, command: value => setFields({ title: value }) })}
      ${textField({ edit, path: 'summary', label: say.summary, value: summary, most: 900, rows: 5, language, help: say.summaryHelp, command: value => setFields({ summary: value }) })}
      <div class="edit-field">
        <label class="field">
          <span>${say.horizon}</span>
          <input
            id=${fieldId('horizon')}
            type="number"
            min="2000"
            max="2100"
            .value=${String(horizon)}
            aria-describedby="at-horizon-faults"
            @change=${(event: Event) => {
              const value = (event.target as HTMLInputElement).valueAsNumber;
              if (Number.isInteger(value) && value >= 2000 && value <= 2100)
                edit.change(setFields({ horizon: value }));
            }}
          />
        </label>
        ${faultList(edit.faultsAt('horizon'), 'at-horizon-faults', language)}
      </div>
      ${textField({ edit, path: 'notSaid', label: say.notSaid, value: notSaid, most: 900, rows: 4, language, help: say.notSaidHelp, command: value => setFields({ notSaid: value }) })}`;
  }
}

customElements.define('kk-scenario-edit-document', ScenarioEditDocument);
