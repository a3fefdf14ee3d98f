import { html, nothing, type TemplateResult } from 'lit';
import type { Municipality } from '#contract/municipality.ts';
import { AREA_KIND_TERMS } from '#vocabulary/area-kind.ts';
import { ApiError } from '../api/api-error.ts';
import { getAreas } from '../api/area.ts';
import { getMunicipalities } from '../api/municipality.ts';
import { makeDraft } from '../api/scenario-draft.ts';
import { getSeries } from '../api/series.ts';
import { Resource } from '../state/resource.ts';
import { type ScenarioEditWords, scenarioEditWords } from '../text/scenario-edit.ts';
import { icon } from './icon.ts';
import { ScenarioElement } from './scenario-element.ts';
import '../style/scenario-edit.css';

interface Chosen {
  municipality?: string;
  area?: string;
  /** Series and reference date, `id/date`. */
  base?: string;
  title: string;
}

/** A form for a new scenario: which area, on which data, under which title. Then the editor opens. */
class ScenarioNew extends ScenarioElement {
  #municipalities = new Resource(
    async (_: readonly [string], signal) => (await getMunicipalities(signal)).municipalities,
  );
  #areas = new Resource(async ([code]: readonly [string], signal) => (await getAreas(code, signal)).areas);
  #series = new Resource(
    async ([code]: readonly [string], signal) => (await getSeries(code, true, signal)).series,
  );
  #chosen: Chosen = { title: '' };
  #told = '';
  #busy = false;

  protected override get shows() {
    return [this.#municipalities, this.#areas, this.#series];
  }

  private get say(): ScenarioEditWords {
    return scenarioEditWords(this.screen.language);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#municipalities.show(['all']);
  }

  /** The button that asked for this form is gone when it is there. */
  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('select')?.focus();
  }

  protected override render() {
    const { say } = this;
    if (!this.screen.planner) return html`<p>${say.signInFirst} <a href="/sign-in">${say.signInHow}</a></p>`;
    const failed = [this.#municipalities, this.#areas, this.#series].find(
      ({ loaded }) => loaded.state === 'failed',
    );
    const towns = this.#municipalities.value ?? [];
    const town = this.#town(towns);
    if (town) {
      this.#areas.show([town.code]);
      this.#series.show([town.code]);
    }
    return html`<form class="edit-form scenario-new" @submit=${(event: Event) => void this.#make(event)}>
      <p class="note">${say.newLead}</p>
      ${
        towns.length > 1 && this.screen.place.page !== 'list'
          ? this.#select(
              'municipality',
              say.municipality,
              towns.map(({ code, name }) => [code, name]),
            )
          : nothing
      }
      ${this.#select('area', say.newArea, this.#areaOptions())} ${this.#select('base', say.newData, this.#dateOptions())}
      <label class="field">
        <span>${say.title}</span>
        <input
          type="text"
          required
          maxlength="120"
          autocomplete="off"
          .value=${this.#chosen.title}
          @input=${(event: Event) => this.#set({ title: (event.target as HTMLInputElement).value })}
        />
      </label>
      <button class="button primary" ?disabled=${this.#busy}>${icon('plus')}${this.#busy ? say.busy : say.newMake}</button>
      <div role="alert">
        ${failed ? html`<p class="edit-alert">${say.failedLoad}</p>` : nothing}
        ${this.#told === '' ? nothing : html`<p class="edit-alert">${this.#told}</p>`}
      </div>
    </form>`;
  }

  /** The municipality that was chosen here, else that of the address, else the first. */
  #town(towns: readonly Municipality[]): Municipality | undefined {
    const wanted = this.#chosen.municipality ?? this.screen.view.value.municipality;
    return towns.find(({ code }) => code === wanted) ?? towns[0];
  }

  #set(patch: Partial<Chosen>): void {
    this.#chosen = { ...this.#chosen, ...patch };
    this.requestUpdate();
  }

  #areaOptions(): [string, string][] {
    const { language } = this.screen;
    const kind = (code: string) => AREA_KIND_TERMS.find(term => term.code === code)?.[language] ?? code;
    // A centre or a work area is what most scenarios are about: zones that exist by decision come after.
    const zone = (code: string) =>
      Number(AREA_KIND_TERMS.find(term => term.code === code)?.policyZone ?? false);
    const areas = (this.#areas.value ?? []).toSorted((a, b) => zone(a.kind) - zone(b.kind));
    // Chosen, never taken for granted: the area is what cannot be changed later.
    return [
      ['', this.say.chooseArea],
      ...areas.map(({ id, name, kind: code }): [string, string] => [id, `${name} (${kind(code)})`]),
    ];
  }

  #dateOptions(): [string, string][] {
    const { language, write } = this.screen;
    return (this.#series.value ?? []).flatMap(({ id, name, referenceDates }) =>
      referenceDates
        .toReversed()
        .map(({ date }): [string, string] => [`${id}/${date}`, `${name[language]}, ${write.date(date)}`]),
    );
  }

  #select(
    part: 'municipality' | 'area' | 'base',
    label: string,
    options: readonly [string, string][],
  ): TemplateResult {
    const value =
      part === 'municipality' ? this.#town(this.#municipalities.value ?? [])?.code : this.#chosen[part];
    return html`<label class="field">
      <span>${label}</span>
      <select
        required
        name=${part}
        @change=${(event: Event) => {
          const chosen = (event.target as HTMLSelectElement).value;
          this.#set(
            part === 'municipality'
              ? { municipality: chosen, area: undefined, base: undefined }
              : { [part]: chosen },
          );
        }}
      >
        ${options.map(([id, words], index) => html`<option value=${id} .selected=${id === (value ?? options[0]?.[0]) || (value === undefined && index === 0)}>${words}</option>`)}
      </select>
    </label>`;
  }

  async #make(event: Event): Promise<void> {
    event.preventDefault();
    const municipality = this.#town(this.#municipalities.value ?? [])?.code;
    const { area } = this.#chosen;
    const base = this.#chosen.base ?? this.#dateOptions()[0]?.[0];
    const title = this.#chosen.title.trim();
    if (this.#busy || !municipality || !area || !base || title === '') return;
    const cut = base.lastIndexOf('/');
    const data = { series: base.slice(0, cut), referenceDate: base.slice(cut + 1) };
    this.#busy = true;
    this.#told = '';
    this.requestUpdate();
    try {
      const { id } = await makeDraft({ kind: 'new', municipality, area, ...data, title });
      location.assign(`/scenarios/${encodeURIComponent(id)}/edit${location.search}`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#told =
        error.kind === 'offline'
          ? this.say.failedOffline
          : this.say.failedRefused(error.problem?.detail ?? '');
    } finally {
      this.#busy = false;
      this.requestUpdate();
    }
  }
}

customElements.define('kk-scenario-new', ScenarioNew);
