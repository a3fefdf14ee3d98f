import { html, nothing, type TemplateResult } from 'lit';
import { AREA_KIND_TERMS, AREA_KINDS, type AreaKind } from '#vocabulary/area-kind.ts';
import { DURATION_CODES, DURATIONS } from '#vocabulary/duration.ts';
import { FUNCTIONS, type FunctionScope } from '#vocabulary/function.ts';
import { STATUS_CODES, STATUSES } from '#vocabulary/status.ts';
import { countFilters, NOTHING_FILTERED } from '../state/filter.ts';
import type { Between, PlannerFilter } from '../state/view.ts';
import { ExploreElement } from './explore-element.ts';
import { icon } from './icon.ts';

const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;

/** The list with a word put in or taken out, in the order of all words. */
function toggled<T>(all: readonly T[], list: readonly T[], word: T): T[] {
  return all.filter(one => (one === word ? !list.includes(one) : list.includes(one)));
}

/** A term with a word in each language, as the vocabulary has them. */
interface Term<T> {
  code: T;
  nl: string;
  en: string;
}

/** What of the premises and areas is looked at; folded, with the number of filters that are on. */
class Filters extends ExploreElement {
  protected override render() {
    const { say, write } = this.wording;
    const { view, planner } = this.explore;
    const on = countFilters(view.value, planner);
    return html`<details class="filters">
      <summary>${on > 0 ? say.filtersOn(write.count(on)) : say.filters}</summary>
      <div class="filter-list">
        <div class="pair">${this.#functions()} ${this.#kinds()}</div>
        ${planner ? this.#ofPlanner() : html`<p class="note">${say.filterForPlanners}</p>`}
        ${
          on > 0
            ? html`<button type="button" class="button" @click=${() => view.set(NOTHING_FILTERED)}>
              ${icon('close')}${say.filtersClear}
            </button>`
            : nothing
        }
      </div>
    </details>`;
  }

  #functions(): TemplateResult {
    const { say, language } = this.wording;
    const { view } = this.explore;
    return html`<label class="field">
      <span>${say.functions}</span>
      <select @change=${(event: Event) => view.set({ function: chosen(event) as FunctionScope })}>
        <option value="all" .selected=${view.value.function === 'all'}>${say.allFunctions}</option>
        ${FUNCTIONS.map(
          term =>
            html`<option value=${term.code} .selected=${term.code === view.value.function}>${term[language]}</option>`,
        )}
      </select>
    </label>`;
  }

  /** Only kinds that this municipality has; the chosen one stays, so that it can be seen and undone. */
  #kinds(): TemplateResult {
    const { say, language } = this.wording;
    const { view, areas } = this.explore;
    const { areaKind } = view.value;
    const present = new Set(areas.value?.areas.map(({ kind }) => kind));
    const terms = AREA_KIND_TERMS.filter(({ code }) => present.has(code) || code === areaKind);
    const kindOf = (value: string): AreaKind | null => AREA_KINDS.find(kind => kind === value) ?? null;
    return html`<label class="field">
      <span>${say.filterKind}</span>
      <select @change=${(event: Event) => view.set({ areaKind: kindOf(chosen(event)) })}>
        <option value="" .selected=${areaKind === null}>${say.filterAllKinds}</option>
        ${terms.map(
          term =>
            html`<option value=${term.code} .selected=${term.code === areaKind}>${term[language]}</option>`,
        )}
      </select>
    </label>`;
  }

  #ofPlanner(): TemplateResult {
    const { say } = this.wording;
    const { filter } = this.explore.view.value;
    // What nobody saw cannot be counted: those statuses are in no figure.
    const statuses = STATUSES.filter(({ observed }) => observed);
    return html`
      ${this.#boxes(say.filterDuration, DURATIONS, filter.durations, code =>
        this.#set({ durations: toggled(DURATION_CODES, filter.durations, code) }),
      )}
      ${this.#boxes(say.filterStatus, statuses, filter.statuses, code =>
        this.#set({ statuses: toggled(STATUS_CODES, filter.statuses, code) }),
      )}
      ${this.#between(say.filterFloorArea, filter.floorArea, floorArea => this.#set({ floorArea }))}
      ${this.#between(say.filterBuildYear, filter.buildYear, buildYear => this.#set({ buildYear }))}
      ${this.#notes(filter)}
    `;
  }

  #set(patch: Partial<PlannerFilter>): void {
    const { view } = this.explore;
    view.set({ filter: { ...view.value.filter, ...patch } });
  }

  #boxes<T extends string>(
    title: string,
    terms: readonly Term<T>[],
    list: readonly T[],
    toggle: (code: T) => void,
  ): TemplateResult {
    const { language } = this.wording;
    return html`<fieldset class="boxes">
      <legend>${title}</legend>
      ${terms.map(
        term => html`<label class="choice">
          <input type="checkbox" .checked=${list.includes(term.code)} @change=${() => toggle(term.code)} />
          <span>${term[language]}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #between(title: string, [least, most]: Between, set: (between: Between) => void): TemplateResult {
    const { say } = this.wording;
    const turned = least !== null && most !== null && least > most;
    const bound = (
      words: string,
      value: number | null,
      become: (value: number | null) => Between,
    ) => html`<label
      class="field"
    >
      <span>${words}</span>
      <input
        type="number"
        inputmode="numeric"
        min="0"
        max="999999"
        aria-invalid=${turned ? 'true' : 'false'}
        .value=${value === null ? '' : String(value)}
        @change=${(event: Event) => set(become(numberFrom(event.target as HTMLInputElement)))}
      />
    </label>`;
    return html`<fieldset class="between">
      <legend>${title}</legend>
      ${bound(say.filterFrom, least, value => [value, most])}
      ${bound(say.filterUpTo, most, value => [least, value])}
      ${turned ? html`<p class="note" role="alert">${say.filterTurned}</p>` : nothing}
    </fieldset>`;
  }

  /** What the filter does to the figures, said where it is set. */
  #notes(filter: PlannerFilter): TemplateResult {
    const { say, write } = this.wording;
    const { explore } = this;
    const { narrowed, referenceDate } = explore;
    const at = narrowed?.frame.header.referenceDates.indexOf(referenceDate ?? '') ?? -1;
    const leftOut = narrowed?.values.leftOut[at] ?? 0;
    const counting = filter.statuses.length > 0 || filter.durations.length > 0;
    const failed = explore.narrows && explore.premisesFrame.loaded.state === 'failed';
    return html`
      ${counting ? html`<p class="note">${say.filterCounts}</p>` : nothing}
      ${failed ? html`<p class="note" role="alert">${say.filterFailed}</p>` : nothing}
      <p class="note" role="status">${leftOut > 0 ? say.filterLeftOut(write.count(leftOut)) : ''}</p>
    `;
  }
}

/** A whole number from a field; null when it is empty or no such number, and the field then shows nothing. */
function numberFrom(input: HTMLInputElement): number | null {
  const value = Math.trunc(input.valueAsNumber);
  const fits = value >= 0 && value <= 999_999;
  if (!fits) input.value = '';
  return fits ? value : null;
}

customElements.define('kk-filters', Filters);
