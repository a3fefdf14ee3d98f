import { html, nothing, type TemplateResult } from 'lit';
import { measureName, numberText } from '#planning/telling.ts';
import type { ReadingChoice } from '../state/scenario-reading.ts';
import { scenarioMapWords } from '../text/scenario-reading-map.ts';
import { type IconName, icon } from './icon.ts';
import { scenarioLegend } from './scenario-map-legend.ts';
import { ReadingElement } from './scenario-reading-element.ts';
import './scenario-sides-table.ts';
import { stills } from './scenario-stills.ts';
import { swipeButtons } from './scenario-swipe-handle.ts';

/**
 * The map with what belongs to it: the difference first, then now and the proposal under a swipe, and the same as a
 * table. Where no moving map can be drawn the server's still maps take its place.
 */
class ScenarioMapPanel extends ReadingElement {
  static override properties = { ...ReadingElement.properties, bare: { attribute: false } };
  /** Without heading and table: in the tour. */
  declare bare: boolean | undefined;
  #table = false;
  #near: IntersectionObserver | undefined;

  protected override render() {
    const { scenario, choice } = this.reading;
    if (scenario === undefined) return nothing;
    const say = scenarioMapWords[this.screen.language];
    const { map } = choice.value;
    const drawable = map !== 'unsupported' && map !== 'failed';
    return html`${this.bare ? nothing : this.#heading(scenario.years.at(-1)!)}
      <div class="map-tools no-print">${drawable ? this.#readings() : nothing}</div>
      ${
        drawable
          ? this.#map(map)
          : html`<p class="note" role="status">${say[map === 'failed' ? 'failed' : 'unsupported']}</p>
              ${scenario.version === 0 ? html`<p class="note">${say.noStill}</p>` : stills(this.reading)}`
      }
      ${scenarioLegend(this.reading)} ${this.bare ? nothing : html`${this.#counted()} ${this.#below(drawable)}`}`;
  }

  protected override firstUpdated(): void {
    if (this.bare) {
      this.reading.wantMap();
      return;
    }
    this.#near = new IntersectionObserver(
      entries => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.reading.wantMap();
      },
      { rootMargin: '400px' },
    );
    this.#near.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#near?.disconnect();
  }

  #heading(year: number): TemplateResult {
    const say = scenarioMapWords[this.screen.language];
    return html`<div class="heading-row">
        <h2 id="map">${say.title}</h2>
        <button type="button" class="link no-print" aria-pressed=${this.#table ? 'true' : 'false'} @click=${this.#toggle}>
          ${this.#table ? say.map : say.table}
        </button>
      </div>
      <p class="reading-text">${this.reading.sides.length === 0 ? say.leadWithoutSides : say.lead(year)}</p>`;
  }

  #toggle = (): void => {
    this.#table = !this.#table;
    this.requestUpdate();
    if (this.#table) void this.updateComplete.then(() => this.querySelector<HTMLElement>('.sides')?.focus());
  };

  #readings(): TemplateResult {
    const { language } = this.screen;
    const say = scenarioMapWords[language];
    const { choice } = this.reading;
    const option = (name: ReadingChoice['reading'], words: string) => html`<label class="segment">
      <input
        type="radio"
        name="map-reading"
        .checked=${choice.value.reading === name}
        @change=${() => choice.set({ reading: name })}
      />
      <span>${words}</span>
    </label>`;
    return html`<fieldset class="segments">
        <legend class="hidden">${say.readings}</legend>
        ${option('difference', say.difference)} ${option('swipe', say.swipe)}
      </fieldset>
      ${
        choice.value.reading === 'swipe'
          ? swipeButtons({ swipe: choice.value.swipe, set: swipe => choice.set({ swipe }) }, language)
          : nothing
      }`;
  }

  #map(map: ReadingChoice['map']): TemplateResult {
    const { scenario, choice, commands } = this.reading;
    const { language, write } = this.screen;
    const say = scenarioMapWords[language];
    const button = (name: IconName, words: string, press: () => void) =>
      html`<button type="button" class="button" aria-label=${words} title=${words} @click=${press}>${icon(name)}</button>`;
    const swiping = choice.value.reading === 'swipe';
    const dated = say.beforeDate(write.month(scenario!.series.referenceDate));
    return html`<a class="skip" href="#after-map">${say.skip}</a>
      <div class="scenario-map-box no-print" data-map=${map}>
        ${map === 'ready' ? nothing : html`<p class="map-loading" role="status">${say.loading}</p>`}
        <kk-scenario-map .reading=${this.reading}></kk-scenario-map>
        ${
          swiping
            ? html`<p class="swipe-name of-before">${dated}</p>
                <p class="swipe-name of-after">${say.after(scenario!.years.at(-1)!)}</p>
                <kk-scenario-swipe-handle .screen=${this.screen} .reading=${this.reading}></kk-scenario-swipe-handle>`
            : nothing
        }
        <div class="map-buttons" role="group" aria-label=${say.map}>
          ${button('plus', say.zoomIn, () => commands.give({ kind: 'zoom', by: 1 }))}
          ${button('minus', say.zoomOut, () => commands.give({ kind: 'zoom', by: -1 }))}
          ${button('whole', say.whole, () => choice.set({ flown: { measure: null } }))}
        </div>
        ${this.#attribution()}
      </div>
      <p id="after-map" tabindex="-1" class="map-chosen no-print" role="status">${this.#chosen()}</p>`;
  }

  /** Whose data this is, always in sight; text, never read as HTML. */
  #attribution(): TemplateResult {
    const said = (this.reading.datasets.value?.datasets ?? []).map(({ attribution }) => attribution);
    const sources = [...new Set(said)].filter(text => text !== '');
    return html`<p class="attribution">${[...sources, 'MapLibre'].join(' · ')}</p>`;
  }

  /** What was pressed on the map, in words. */
  #chosen(): string | TemplateResult {
    const { language } = this.screen;
    const say = scenarioMapWords[language];
    const { measure, sides, choice } = this.reading;
    const side = sides.find(({ id }) => id === choice.value.side);
    if (measure) {
      const words = say.chosenMeasure(measure.number, measureName(measure, language));
      return this.bare ? words : html`${words} <a href=${`#measure-${measure.number}`}>${say.toMeasure}</a>`;
    }
    if (side === undefined) return sides.length === 0 ? say.chooseMeasure : say.choose;
    const number = (value: typeof side.vacant) => numberText(value, 'premises', language);
    const street = `${side.street}, ${say[side.side]}`;
    if (side.change === 'unobserved') return `${street}: ${say.changes.unobserved}.`;
    return say.chosenSide(
      street,
      number(side.vacant),
      number(side.baseline),
      number(side.proposal),
      say.changes[side.change],
    );
  }

  /** What sides of streets count, and why one without a measure can change. */
  #counted(): TemplateResult | typeof nothing {
    const { scenario, sides } = this.reading;
    const say = scenarioMapWords[this.screen.language];
    if (sides.length === 0) return nothing;
    const visible = scenario?.series.profile === 'visible' ? say.visibleOnly : '';
    const elsewhere = (scenario?.baseline.staying?.high ?? 0) > 0 ? say.elsewhere : '';
    const words = [visible, elsewhere].filter(sentence => sentence !== '').join(' ');
    return words === '' ? nothing : html`<p class="note">${words}</p>`;
  }

  #below(drawable: boolean): TemplateResult {
    const table = html`<kk-scenario-sides-table .screen=${this.screen} .reading=${this.reading}></kk-scenario-sides-table>`;
    return html`${this.#table || !drawable ? table : nothing}
      ${drawable && this.reading.choice.value.printing ? stills(this.reading, undefined, 'print-only') : nothing}`;
  }
}

customElements.define('kk-scenario-map-panel', ScenarioMapPanel);
