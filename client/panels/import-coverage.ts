import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Area } from '#contract/area.ts';
import { FUNCTIONS } from '#vocabulary/function.ts';
import { getAreas } from '../api/area.ts';
import { type CoverageAnswer, coverageOf, WHOLE_COVERAGE } from '../state/import-answers.ts';
import { Resource } from '../state/resource.ts';
import { ImportElement } from './import-element.ts';
import { scenarioLoaded } from './scenario-loaded.ts';

interface Option {
  code: string;
  words: string;
}

/** What was looked at: where, at which functions, from which floor area. Fires `answered` with the answer. */
class ImportCoverage extends ImportElement {
  static override properties = {
    ...ImportElement.properties,
    municipality: { attribute: false },
    answer: { attribute: false },
    required: { attribute: false },
  };
  /** Code of the municipality, whose areas can be chosen; null while it is not known. */
  declare municipality: string | null;
  declare answer: unknown;
  declare required: boolean;
  #areas = new Resource<[string], Area[]>(async ([code], signal) => (await getAreas(code, signal)).areas);

  protected override get shows() {
    return [this.desk, this.#areas];
  }

  protected override willUpdate(): void {
    const asks = coverageOf(this.answer)?.areas != null;
    if (asks) this.#areas.show(this.municipality ? [this.municipality] : null);
  }

  protected override render() {
    const { words } = this;
    const coverage = coverageOf(this.answer);
    return html`<p class="note" id="coverage-lead">${words.coverageLead}</p>
      ${this.#where(coverage)}
      ${coverage === null ? nothing : html`${this.#functions(coverage)} ${this.#floorArea(coverage)}`}`;
  }

  #where(coverage: CoverageAnswer | null): TemplateResult {
    const { words } = this;
    // Where it has to be said, nothing is chosen until somebody does.
    const open = this.required ? null : 'unknown';
    const now = coverage === null ? open : coverage.areas === null ? 'whole' : 'areas';
    const known = coverage ?? WHOLE_COVERAGE;
    return html`<fieldset class="data-set" aria-describedby="coverage-lead">
      <legend>${words.coverageWhere}</legend>
      ${this.#radio('where', now === 'whole', words.coverageWhole, () => this.#give({ ...known, areas: null }))}
      ${this.#radio('where', now === 'areas', words.coverageAreas, () => this.#give({ ...known, areas: known.areas ?? [] }))}
      ${now === 'areas' ? this.#areaList(known) : nothing}
      ${
        this.required
          ? nothing
          : this.#radio('where', now === 'unknown', words.coverageUnknown, () => this.#give(null))
      }
    </fieldset>`;
  }

  #areaList(coverage: CoverageAnswer): TemplateResult | typeof nothing {
    const { words, screen } = this;
    if (this.municipality === null) return html`<p class="note">${words.coverageNoAreas}</p>`;
    return html`${scenarioLoaded(this.#areas, screen, words.coverageAreasFailed, areas =>
      areas.length === 0
        ? html`<p class="note">${words.coverageNoAreas}</p>`
        : this.#boxes(
            areas.map(({ id, name }) => ({ code: id, words: name })),
            coverage.areas ?? [],
            chosen => this.#give({ ...coverage, areas: chosen }),
          ),
    )}`;
  }

  #functions(coverage: CoverageAnswer): TemplateResult {
    const { words, screen } = this;
    const all = coverage.functions === null;
    const options = FUNCTIONS.filter(({ code }) => code !== 'unknown').map(term => ({
      code: term.code as string,
      words: term[screen.language],
    }));
    return html`<fieldset class="data-set">
      <legend>${words.coverageFunctions}</legend>
      ${this.#radio('functions', all, words.coverageAllFunctions, () => this.#give({ ...coverage, functions: null }))}
      ${this.#radio('functions', !all, words.coverageSomeFunctions, () => this.#give({ ...coverage, functions: coverage.functions ?? [] }))}
      ${all ? nothing : this.#boxes(options, coverage.functions ?? [], chosen => this.#give({ ...coverage, functions: chosen }))}
    </fieldset>`;
  }

  #floorArea(coverage: CoverageAnswer): TemplateResult {
    const typed = (event: Event) => {
      const { value } = event.target as HTMLInputElement;
      const number = Number(value);
      // From 0 m2 on is all of them.
      const least = number === 0 ? null : Number.isInteger(number) ? number : -1;
      this.#give({ ...coverage, leastFloorArea: least });
    };
    return html`<label class="field data-narrow">
      <span>${this.words.leastFloorArea}</span>
      <input type="number" min="0" max="999999" step="1" .value=${live(coverage.leastFloorArea === null ? '' : String(coverage.leastFloorArea))} @change=${typed} />
    </label>`;
  }

  #radio(name: string, checked: boolean, words: string, choose: () => void): TemplateResult {
    return html`<label class="choice">
      <input type="radio" name=${`coverage-${name}`} .checked=${live(checked)} @change=${choose} />
      <span>${words}</span>
    </label>`;
  }

  #boxes(
    options: readonly Option[],
    chosen: readonly string[],
    give: (chosen: string[]) => void,
  ): TemplateResult {
    const toggle = (code: string, on: boolean) => {
      const codes = options.map(option => option.code);
      give(codes.filter(one => (one === code ? on : chosen.includes(one))));
    };
    return html`<div class="data-boxes">
      ${options.map(
        ({ code, words }) => html`<label class="choice">
          <input
            type="checkbox"
            .checked=${live(chosen.includes(code))}
            @change=${(event: Event) => toggle(code, (event.target as HTMLInputElement).checked)}
          />
          <span>${words}</span>
        </label>`,
      )}
    </div>`;
  }

  #give(answer: CoverageAnswer | null): void {
    this.dispatchEvent(new CustomEvent('answered', { detail: answer }));
  }
}

customElements.define('kk-import-coverage', ImportCoverage);
