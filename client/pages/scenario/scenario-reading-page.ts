import { html, nothing, type TemplateResult } from 'lit';
import { summarySentences } from '#planning/telling.ts';
import { SCENARIO_FIGURE_IDS } from '#vocabulary/scenario-figure.ts';
import { paperAddress } from '../../api/scenario.ts';
import { icon } from '../../panels/icon.ts';
import '../../panels/scenario-amendment.ts';
import '../../panels/scenario-assumptions.ts';
import '../../panels/scenario-compare.ts';
import { figureTable } from '../../panels/scenario-figure-table.ts';
import '../../panels/scenario-head.ts';
import '../../panels/scenario-indicators.ts';
import { failureReason } from '../../panels/scenario-loaded.ts';
import '../../panels/scenario-map-panel.ts';
import '../../panels/scenario-measures.ts';
import '../../panels/scenario-notices.ts';
import '../../panels/scenario-open.ts';
import '../../panels/scenario-phases.ts';
import '../../panels/scenario-provenance.ts';
import { ReadingElement } from '../../panels/scenario-reading-element.ts';
import '../../panels/scenario-share.ts';
import { scenarioStatus } from '../../panels/scenario-status.ts';
import { readFigure } from '../../state/scenario-reading-indicator.ts';
import { frameWords } from '../../text/scenario-frame.ts';

/** The page on which a scenario is read, from top to bottom; or its tour. */
class ScenarioReadingPage extends ReadingElement {
  #tour: 'no' | 'loading' | 'yes' = 'no';
  #toured = false;

  protected override render() {
    const { scenario } = this.reading;
    const municipality = scenario && {
      code: scenario.municipality,
      name: scenario.municipalityName,
      fictional: scenario.fictional,
    };
    document.title = scenario ? `${scenario.title} · Kernkaart` : 'Scenario · Kernkaart';
    const touring = scenario !== undefined && this.screen.view.value.tour !== null;
    if (touring) return this.#tourPage();
    return html`<kk-scenario-head
        .screen=${this.screen}
        .municipality=${municipality ?? null}
        .actions=${scenario ? this.#actions() : nothing}
      ></kk-scenario-head>
      <main id="content" class="scenario-sheet" tabindex="-1">${this.#content()}</main>`;
  }

  #tourPage(): TemplateResult {
    if (this.#tour === 'no') {
      this.#tour = 'loading';
      void import('../../panels/scenario-tour.ts').then(() => {
        this.#tour = 'yes';
        this.requestUpdate();
      });
    }
    if (this.#tour !== 'yes')
      return html`<main id="content" class="scenario-sheet">
        <p class="loading" role="status">${frameWords[this.screen.language].loading}</p>
      </main>`;
    return html`<main id="content">
      <kk-scenario-tour .screen=${this.screen} .reading=${this.reading}></kk-scenario-tour>
    </main>`;
  }

  #actions(): TemplateResult {
    const { say } = this;
    const { id, version } = this.reading.scenario!;
    return html`<kk-scenario-share .screen=${this.screen} .reading=${this.reading}></kk-scenario-share>
      <button type="button" class="button" title=${say.printLead} @click=${() => this.#print()}>${icon('print')}<span class="label">${say.print}</span></button>
      ${
        version === 0
          ? nothing
          : html`<a class="button" href=${paperAddress(id, version, this.screen.language)}>${icon('download')}PDF<span class="label">${say.pdfPages}</span></a>`
      }
      <button type="button" class="button" data-act="tour" @click=${() => this.screen.view.set({ tour: 1 })}>${icon('play')}<span class="label">${say.tour}</span></button>
      ${this.screen.planner && version > 0 ? html`<a class="button" href=${`/scenarios/${encodeURIComponent(id)}/edit`}>${say.edit}</a>` : nothing}`;
  }

  /** Whoever ends the tour is back where it was begun. */
  protected override updated(): void {
    const touring = this.screen.view.value.tour !== null;
    if (this.#toured && !touring) void this.#backFromTour();
    this.#toured = touring;
  }

  async #backFromTour(): Promise<void> {
    await this.querySelector<ReadingElement>('kk-scenario-head')?.updateComplete;
    this.querySelector<HTMLElement>('[data-act="tour"]')?.focus();
  }

  #printing = (): void => this.reading.choice.set({ printing: true });

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#printing);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#printing);
  }

  /** Paper has pictures of the map: they are there, or have failed, before it is printed. */
  async #print(): Promise<void> {
    this.#printing();
    await this.updateComplete;
    const panel = this.querySelector<ReadingElement>('kk-scenario-map-panel');
    await panel?.updateComplete;
    const pictures = [...this.querySelectorAll<HTMLImageElement>('.stills img')];
    await Promise.allSettled(pictures.map(picture => picture.decode()));
    print();
  }

  #content(): TemplateResult {
    const { loaded } = this.reading.version;
    const words = frameWords[this.screen.language];
    if (loaded.state === 'failed') return this.#failed(loaded.error.kind);
    if (loaded.state !== 'ready')
      return html`<p class="loading" role="status">
        ${loaded.state === 'loading' && loaded.slow ? words.loadingSlow : words.loading}
      </p>`;
    return this.#scenario();
  }

  /** An address without a scenario, a link that was revoked, or a server that could not answer. */
  #failed(kind: string): TemplateResult {
    const { say } = this;
    const list = html`<p><a href="/scenarios">${say.toList}</a></p>`;
    const { page } = this.screen.place;
    if (page === 'unknown' || kind === 'absent' || kind === 'refused') {
      const shared = page === 'shared';
      return html`<h1>${shared ? say.revoked : say.absent}</h1>
        <p class="reading-text">${shared ? say.revokedLead : say.absentLead}</p>
        ${list}`;
    }
    return html`<h1>${say.failed}</h1>
      <div class="failure" role="alert">
        ${icon('warning')}
        <p>${failureReason(kind, this.screen)}</p>
        <button type="button" class="button" @click=${() => this.reading.version.retry()}>
          ${frameWords[this.screen.language].retry}
        </button>
      </div>
      ${list}`;
  }

  #scenario(): TemplateResult {
    const scenario = this.reading.scenario!;
    const { language } = this.screen;
    return html`${scenarioStatus(this.reading)}
      <h1>${scenario.title}</h1>
      <p class="reading-text lead">${scenario.summary}</p>
      ${summarySentences(scenario, language).map(sentence => html`<p class="reading-text">${sentence}</p>`)}
      ${this.#part('notices')}
      ${scenario.amendmentOf ? this.#section('amendment', this.#part('amendment')) : nothing}
      ${this.#section('figures', this.#part('indicators'))} ${this.#section('map', this.#part('map-panel'))}
      ${this.#section('phases', html`${this.#part('phases')}${this.#allFigures()}`)}
      ${this.#section('measures', this.#part('measures'))}
      ${this.#section('assumptions', this.#part('assumptions'))}
      ${scenario.openAssumptions.length > 0 ? this.#section('open', this.#part('open')) : nothing}
      ${scenario.version > 0 ? this.#section('compare', this.#part('compare')) : nothing}
      ${this.#section('about', this.#part('provenance'))}`;
  }

  #section(name: string, content: TemplateResult): TemplateResult {
    return html`<section class="of-${name}" aria-labelledby=${name}>${content}</section>`;
  }

  #part(
    name:
      | 'notices'
      | 'indicators'
      | 'map-panel'
      | 'phases'
      | 'measures'
      | 'assumptions'
      | 'open'
      | 'compare'
      | 'amendment'
      | 'provenance',
  ): TemplateResult {
    const { screen, reading } = this;
    const parts = {
      notices: html`<kk-scenario-notices .screen=${screen} .reading=${reading}></kk-scenario-notices>`,
      indicators: html`<kk-scenario-indicators .screen=${screen} .reading=${reading}></kk-scenario-indicators>`,
      'map-panel': html`<kk-scenario-map-panel .screen=${screen} .reading=${reading}></kk-scenario-map-panel>`,
      phases: html`<kk-scenario-phases .screen=${screen} .reading=${reading}></kk-scenario-phases>`,
      measures: html`<kk-scenario-measures .screen=${screen} .reading=${reading}></kk-scenario-measures>`,
      assumptions: html`<kk-scenario-assumptions .screen=${screen} .reading=${reading}></kk-scenario-assumptions>`,
      open: html`<kk-scenario-open .screen=${screen} .reading=${reading}></kk-scenario-open>`,
      compare: html`<kk-scenario-compare .screen=${screen} .reading=${reading}></kk-scenario-compare>`,
      amendment: html`<kk-scenario-amendment .screen=${screen} .reading=${reading}></kk-scenario-amendment>`,
      provenance: html`<kk-scenario-provenance .screen=${screen} .reading=${reading}></kk-scenario-provenance>`,
    };
    return parts[name];
  }

  /** Everything that was computed, in the year that the phases show. */
  #allFigures(): TemplateResult {
    const { say } = this;
    const { figures, year, scenario } = this.reading;
    const inOrder = SCENARIO_FIGURE_IDS.flatMap(id => figures.find(figure => figure.id === id) ?? []);
    const readings = inOrder.map(figure => readFigure(figure, year));
    const caption = `${say.allFigures}: ${scenario!.years[year]}`;
    return html`<details class="all-figures">
      <summary>${say.allFigures}</summary>
      ${figureTable(readings, caption, this.screen.language, say)}
    </details>`;
  }
}

customElements.define('kk-scenario-reading-page', ScenarioReadingPage);
