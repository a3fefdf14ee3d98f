import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { methodBreaks } from '#figures/comparison.ts';
import { measuredRate } from '../state/measured-rate.ts';
import { nearestDate, type Timeline, timelineOf } from '../state/timeline.ts';
import { ExploreElement } from './explore-element.ts';
import { icon } from './icon.ts';
import { shownWords } from './shown.ts';

/** Milliseconds per step when playing. */
const STEP_EVERY = 1000;
/** A screen reader is told of a date when it has stood still for so long. */
const SAID_AFTER = 600;

/** The reference dates of the chosen series on a time axis, with the figure of the municipality on the chosen one. */
class TimelineElement extends ExploreElement {
  #playing: ReturnType<typeof setInterval> | undefined;
  #saying: ReturnType<typeof setTimeout> | undefined;
  #said = '';
  #of: { key: unknown[]; timeline: Timeline } | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    clearTimeout(this.#saying);
  }

  protected override render() {
    const { series, referenceDate } = this.explore;
    const { say, write } = this.wording;
    if (series === undefined) return nothing;
    const [first, ...rest] = series.referenceDates;
    if (first === undefined) return html`<p class="note">${say.noDate}</p>`;
    if (rest.length === 0)
      return html`<p class="only-date">${say.oneDate(write.date(first.date))} ${this.#figure()}</p>`;
    return html`<div class="timeline" role="group" aria-label=${say.timeline}>
        ${this.#steppers()} ${this.#axis()} ${this.#select()}
        <p class="reading">${this.#when(referenceDate ?? first.date)}<br />${this.#figure()}</p>
      </div>
      ${this.#breaks()}
      <p class="hidden" id="timeline-help">${say.timelineHelp}</p>
      <p class="hidden" role="status">${this.#said}</p>`;
  }

  protected override updated(): void {
    const { referenceDate } = this.explore;
    if (referenceDate)
      this.querySelector('.axis')?.setAttribute('aria-valuetext', this.#words(referenceDate));
    if (this.#playing && this.#index() === this.#dates().length - 1) this.#stop();
  }

  #dates(): readonly string[] {
    return this.explore.series?.referenceDates.map(({ date }) => date) ?? [];
  }

  #index(): number {
    return this.#dates().indexOf(this.explore.referenceDate ?? '');
  }

  /** The same timeline until series change, so that a step draws no dot again. */
  #timeline(): Timeline {
    const { series, seriesList } = this.explore;
    const key = [series, seriesList.value];
    if (key.some((part, index) => part !== this.#of?.key[index]))
      this.#of = { key, timeline: timelineOf(series!, seriesList.value?.series ?? [series!]) };
    return this.#of!.timeline;
  }

  /** Month in words, or the day where two reference dates share a month. */
  #month(date: string): string {
    const { write } = this.wording;
    const shared = this.#dates().filter(other => other.slice(0, 7) === date.slice(0, 7)).length > 1;
    return shared ? write.date(date) : write.month(date);
  }

  #when(date: string): TemplateResult {
    const { say } = this.wording;
    const latest = date === this.#dates().at(-1);
    return html`${latest ? say.lastObserved(this.#month(date)) : say.observedIn(this.#month(date))}`;
  }

  #figure(): TemplateResult | typeof nothing {
    const { explore, wording } = this;
    const { say, write } = wording;
    const figure = explore.municipality && explore.figure(explore.municipality.code);
    if (figure === undefined) return nothing;
    const rate = shownWords(measuredRate(figure, explore.view.value.measure), explore.writeRate, wording);
    const count = shownWords(figure.observed, write.count, wording);
    return html`<span class="number at-date">${rate} · ${say.sampleSize(count)}</span>`;
  }

  #words(date: string): string {
    const { explore, wording } = this;
    const figure = explore.municipality && explore.figure(explore.municipality.code);
    const rate = figure && measuredRate(figure, explore.view.value.measure);
    const words = rate === undefined ? '' : `, ${shownWords(rate, explore.writeRate, wording)}`;
    return `${this.#month(date)}${words}`;
  }

  #steppers(): TemplateResult {
    const { say } = this.wording;
    const [index, last] = [this.#index(), this.#dates().length - 1];
    const playing = this.#playing !== undefined;
    const step = (name: string, words: string, disabled: boolean, press: () => void) => html`<button
      type="button"
      class="button plain step-${name}"
      aria-label=${words}
      title=${words}
      aria-disabled=${disabled ? 'true' : 'false'}
      @click=${press}
    >
      ${icon(name as 'earlier')}
    </button>`;
    return html`<div class="steppers">
      ${step('earlier', say.earlier, index <= 0, () => this.#step(index - 1))}
      ${step(playing ? 'pause' : 'play', playing ? say.pause : say.play, false, () => this.#togglePlay())}
      ${step('later', say.later, index >= last, () => this.#step(index + 1))}
    </div>`;
  }

  /** On a telephone the axis gives way to a choice of dates. */
  #select(): TemplateResult {
    const { say } = this.wording;
    return html`<select
      class="date"
      aria-label=${say.referenceDate}
      .value=${live(this.explore.referenceDate ?? '')}
      @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}
    >
      ${this.#dates()
        .toReversed()
        .map(
          date => html`<option value=${date} ?selected=${date === this.explore.referenceDate}>
            ${this.#month(date)}
          </option>`,
        )}
    </select>`;
  }

  #axis(): TemplateResult {
    const { say } = this.wording;
    const timeline = this.#timeline();
    const chosen = timeline.dates[this.#index()];
    const compared = timeline.dates.find(({ date }) => date === this.explore.view.value.since);
    return html`<div
      class="axis"
      role="slider"
      tabindex="0"
      aria-label=${say.referenceDate}
      aria-describedby="timeline-help"
      aria-valuemin="0"
      aria-valuemax=${timeline.dates.length - 1}
      aria-valuenow=${this.#index()}
      @keydown=${this.#pressed}
      @pointerdown=${this.#grabbed}
      @pointermove=${this.#dragged}
    >
      <svg width="100%" height="44" aria-hidden="true" focusable="false">
        ${guard([timeline, say], () => drawAxis(timeline, say.noDataThere))}
        ${compared ? svg`<circle class="compared" cx=${percent(compared.x)} cy="16" r="7" />` : nothing}
        ${chosen ? svg`<circle class="chosen" cx=${percent(chosen.x)} cy="16" r="8" />` : nothing}
      </svg>
    </div>`;
  }

  #breaks(): TemplateResult | typeof nothing {
    const { series } = this.explore;
    const { say } = this.wording;
    const breaks = series ? methodBreaks(series) : [];
    if (breaks.length === 0) return nothing;
    const months = breaks.map(index => this.#month(this.#dates()[index]!));
    return html`<p class="note break-note">${say.methodBreak(months.join(', '))}</p>`;
  }

  /** Arrow keys step, Home and End go to the ends; the map does not hear of them. */
  #pressed(event: KeyboardEvent): void {
    const [index, last] = [this.#index(), this.#dates().length - 1];
    const targets: Record<string, number> = {
      ArrowLeft: index - 1,
      ArrowDown: index - 1,
      ArrowRight: index + 1,
      ArrowUp: index + 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.#step(target);
  }

  #grabbed(event: PointerEvent): void {
    if (event.button !== 0) return;
    const axis = event.currentTarget as HTMLElement;
    axis.setPointerCapture(event.pointerId);
    this.#pointAt(event, axis);
  }

  #dragged(event: PointerEvent): void {
    const axis = event.currentTarget as HTMLElement;
    if (axis.hasPointerCapture(event.pointerId)) this.#pointAt(event, axis);
  }

  #pointAt({ clientX }: PointerEvent, axis: HTMLElement): void {
    const { left, width } = axis.getBoundingClientRect();
    const date = nearestDate(this.#timeline(), share((clientX - left) / width));
    if (date) this.#choose(date);
  }

  /** A step by the reader's own hand ends playing. */
  #step(index: number): void {
    const dates = this.#dates();
    const date = dates[Math.max(0, Math.min(dates.length - 1, index))];
    if (date) this.#choose(date);
  }

  #choose(date: string): void {
    this.#stop();
    this.#show(date);
  }

  #show(date: string): void {
    this.explore.view.set({ referenceDate: date });
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      this.#said = this.#words(date);
      this.requestUpdate();
    }, SAID_AFTER);
  }

  /** Plays from the chosen date to the last, from the first when the last is chosen. */
  #togglePlay(): void {
    if (this.#playing) {
      this.#stop();
      return;
    }
    const dates = this.#dates();
    if (this.#index() === dates.length - 1) this.#show(dates[0]!);
    this.#playing = setInterval(() => {
      const next = this.#dates()[this.#index() + 1];
      if (next) this.#show(next);
      else this.#stop();
    }, STEP_EVERY);
    this.requestUpdate();
  }

  #stop(): void {
    clearInterval(this.#playing);
    this.#playing = undefined;
    this.requestUpdate();
  }
}

/** Space left and right of the axis, so that the outermost dots and years are whole. */
const MARGIN = 0.04;

/** Place on the drawing of a share of the axis. */
const percent = (x: number): string => `${(100 * (MARGIN + x * (1 - 2 * MARGIN))).toFixed(2)}%`;

/** Share of the axis of a place on the drawing (both 0 to 1). */
const share = (place: number): number => (place - MARGIN) / (1 - 2 * MARGIN);

/** Dots shrink as there are more of them, so that hundreds stay apart. */
const radius = (count: number): number => (count > 120 ? 1.25 : count > 60 ? 2 : count > 24 ? 3 : 4);

function drawAxis({ dates, stretches, breaks, years }: Timeline, noData: string): TemplateResult {
  const size = radius(dates.length);
  const end = stretches.at(-1)?.until ?? 0;
  return svg`<line class="no-data" x1="0%" x2="100%" y1="16" y2="16" />
    ${stretches.map(({ from, until }) => svg`<line class="data" x1=${percent(from)} x2=${percent(until)} y1="16" y2="16" />`)}
    ${breaks.map(({ x }) => svg`<line class="break" x1=${percent(x)} x2=${percent(x)} y1="2" y2="30" transform="translate(-7 0)" />`)}
    ${dates.map(({ x }) => svg`<circle class="dot" cx=${percent(x)} cy="16" r=${size} />`)}
    ${years.map(({ year, x }) => svg`<text x=${percent(x)} y="42" text-anchor="middle">${year}</text>`)}
    ${end < 0.75 ? svg`<text class="outside" x="100%" y="10" text-anchor="end">${noData}</text>` : nothing}`;
}

customElements.define('kk-timeline', TimelineElement);
