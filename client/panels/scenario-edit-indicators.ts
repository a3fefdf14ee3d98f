import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioIndicator } from '#contract/scenario.ts';
import { unitWords } from '#planning/telling.ts';
import { SCENARIO_FIGURES, type ScenarioFigureId, scenarioFigure } from '#vocabulary/scenario-figure.ts';
import { setIndicators } from '../state/scenario-edit-commands.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';
import { faultList, fieldId, selectField, textField } from './scenario-edit-field.ts';
import type { NumberEvent } from './scenario-edit-number.ts';
import './scenario-edit-number.ts';

const MOST = 7;

/** The five to seven figures that readers see first, in order, each with the municipality's own norm where it has one. */
class ScenarioEditIndicators extends ScenarioEditElement {
  protected override render() {
    const { say, edit } = this;
    const { language } = this.screen;
    const { indicators } = edit.document;
    const chosen = new Set(indicators.map(({ figure }) => figure));
    const left = SCENARIO_FIGURES.filter(({ id }) => !chosen.has(id));
    return html`<p class="note">${say.indicatorsLead}</p>
      ${faultList(
        edit.faultsAt('indicators').filter(({ field }) => field === 'indicators'),
        'at-indicators-faults',
        language,
      )}
      <ol class="edit-plans" id=${fieldId('indicators')} tabindex="-1">
        ${indicators.map((indicator, index) => this.#row(indicator, index))}
      </ol>
      ${
        indicators.length >= MOST
          ? html`<p class="note">${say.indicatorsFull}</p>`
          : selectField<ScenarioFigureId>({
              id: 'indicator-add',
              label: say.addIndicator,
              value: '',
              options: [
                { value: '', words: say.chooseFigure },
                ...left.map(term => ({
                  value: term.id,
                  words: `${term[language]} (${unitWords(term.unit, language)})`,
                })),
              ],
              change: figure =>
                figure && edit.change(setIndicators(list => [...list, { figure, norm: null }])),
            })
      }`;
  }

  #row(indicator: ScenarioIndicator, index: number): TemplateResult {
    const { say, edit } = this;
    const { language } = this.screen;
    const { figure, norm } = indicator;
    const term = scenarioFigure(figure);
    const path = `indicators.${index}`;
    const set = (next: ScenarioIndicator['norm']) =>
      setIndicators(list => list.map(one => (one.figure === figure ? { ...one, norm: next } : one)));
    const last = edit.document.indicators.length - 1;
    return html`<li>
      <fieldset class="edit-group" id=${fieldId(path)} tabindex="-1">
        <legend>${index + 1}. ${term[language]} <small>(${unitWords(term.unit, language)})</small></legend>
        <p class="note">${term.definition[language]}</p>
        ${faultList(
          edit.faultsAt(path).filter(({ field }) => !field?.endsWith('.source')),
          `${fieldId(path)}-faults`,
          language,
        )}
        ${
          norm === null
            ? nothing
            : html`<kk-scenario-number
                  .value=${norm.value}
                  .language=${language}
                  .label=${say.normValue(unitWords(term.unit, language))}
                  .fieldId=${fieldId(`${path}.norm.value`)}
                  @number=${({ detail }: NumberEvent) => detail !== undefined && edit.change(set({ ...norm, value: detail }), `${path}.norm.value`)}
                  @focusout=${() => edit.leaveField()}
                ></kk-scenario-number>
                ${textField({ edit, path: `${path}.norm.source`, label: say.source, value: norm.source, most: 300, language, command: source => set({ ...norm, source }) })}`
        }
        <div class="edit-tools" role="group" aria-label=${term[language]}>
          ${this.#tool(say.moveUp, index === 0, () => this.#move(index, -1))}
          ${this.#tool(say.moveDown, index === last, () => this.#move(index, 1))}
          ${this.#tool(norm === null ? say.addNorm : say.removeNorm, false, () => edit.change(set(norm === null ? { value: 0, source: '' } : null)))}
          ${this.#tool(say.remove, false, () => edit.change(setIndicators(list => list.filter(one => one.figure !== figure))))}
        </div>
      </fieldset>
    </li>`;
  }

  #tool(words: string, disabled: boolean, press: () => void): TemplateResult {
    return html`<button type="button" class="button" aria-disabled=${disabled ? 'true' : 'false'} @click=${() => !disabled && press()}>
      ${words}
    </button>`;
  }

  #move(index: number, by: 1 | -1): void {
    this.edit.change(
      setIndicators(list => {
        const moved = [...list];
        moved.splice(index + by, 0, ...moved.splice(index, 1));
        return moved;
      }),
    );
    const { figure } = this.edit.document.indicators[index + by]!;
    const name = scenarioFigure(figure)[this.screen.language];
    this.edit.say(this.say.moved(name, index + by + 1, this.edit.document.indicators.length));
  }
}

customElements.define('kk-scenario-edit-indicators', ScenarioEditIndicators);
