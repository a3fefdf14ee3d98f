import { html, nothing, type TemplateResult } from 'lit';
import type { Area } from '#contract/area.ts';
import type { Figure } from '../state/figure.ts';
import { kindWord } from './area-list.ts';
import './area-proposal.ts';
import './changes.ts';
import { ExploreElement } from './explore-element.ts';
import { durationBars, type FigureStyle, figureBlock } from './figure-block.ts';
import { icon } from './icon.ts';
import { whenLoaded } from './loaded.ts';
import { placeCoverage } from './place-coverage.ts';
import { placeMix } from './place-mix.ts';
import { placeYear } from './place-year.ts';
import { placeZones } from './place-zones.ts';
import './premises-correction.ts';
import { premisesStory } from './premises-story.ts';
import './trend.ts';

/** What is chosen, with its figures; choosing nothing shows the municipality. */
class Place extends ExploreElement {
  protected override render() {
    const { selectedArea: area, selectedCell: cell, view } = this.explore;
    if (view.value.selection?.kind === 'premises' && this.explore.planner) return this.#premises();
    if (view.value.selection?.kind === 'area' && area === undefined && this.explore.areas.value === undefined)
      return html`${whenLoaded(this.explore.areas, this.wording, this.wording.say.failed.areas, () => nothing)}`;
    if (cell) return this.#cell(cell.size, cell.figure);
    return area ? this.#area(area) : this.#municipality();
  }

  #head(title: string, kind: string, closable: boolean): TemplateResult {
    const { say, language, write } = this.wording;
    const { series, referenceDate } = this.explore;
    const seen =
      series && referenceDate ? say.observedOn(series.name[language], write.date(referenceDate)) : '';
    return html`<div class="heading-row">
        <h2 id="figures" tabindex="-1">${title}</h2>
        ${
          closable
            ? html`<button
              type="button"
              class="button plain"
              aria-label=${say.back}
              title=${say.back}
              @click=${() => this.explore.select(null)}
            >
              ${icon('close')}
            </button>`
            : nothing
        }
      </div>
      <p class="note">${[kind, seen].filter(part => part !== '').join(' · ')}</p>`;
  }

  #municipality(): TemplateResult | typeof nothing {
    const { municipality } = this.explore;
    const { say } = this.wording;
    if (municipality === undefined) return nothing;
    return html`${this.#head(municipality.name, say.wholeMunicipality, false)}
    ${this.#figures(this.explore.figure(municipality.code), municipality.code)} ${this.#method()}`;
  }

  #area(area: Area): TemplateResult {
    const { language } = this.wording;
    return html`${this.#head(area.name, kindWord(area.kind, language), true)}
    ${this.#facts(area)} ${this.#toPage(area)}
    ${this.explore.planner ? html`<kk-area-proposal .explore=${this.explore} .area=${area}></kk-area-proposal>` : nothing}
    ${this.#figures(this.explore.figure(area.id), area.id)}
    ${placeZones(this.explore)} ${this.#method()}`;
  }

  #cell(size: number, figure: Figure): TemplateResult {
    const { say, write } = this.wording;
    return html`${this.#head(say.cellOf(write.count(size)), '', true)} ${this.#figures(figure)} ${this.#method()}`;
  }

  #premises(): TemplateResult {
    const { explore, wording } = this;
    return html`${whenLoaded(explore.premises, wording, wording.say.failed.onePremises, premises =>
      premisesStory(premises, {
        series: explore.seriesList.value?.series ?? [],
        wording,
        close: () => explore.select(null),
        labelOf: id => this.#label(id),
        show: id => explore.select({ kind: 'premises', id }),
        correction: html`<kk-premises-correction .explore=${explore} .premises=${premises}></kk-premises-correction>`,
      }),
    )}`;
  }

  #label(id: string): string | undefined {
    const header = this.explore.premisesFrame.value?.header;
    return header?.labels[header.ids.indexOf(id)];
  }

  /** @param place area or municipality; undefined for a square, of which no more is known than its figure */
  #figures(figure: Figure | undefined, place?: string): TemplateResult {
    const { explore, wording } = this;
    return html`${whenLoaded(explore.cube, wording, wording.say.failed.figures, () => {
      if (figure === undefined) return html`<p class="note">${wording.say.noFigure}</p>`;
      const { durations, vacant } = figure;
      const year = place === undefined ? nothing : placeYear(explore, place);
      return html`${figureBlock(figure, this.#style(), year, wording)}
      ${place === undefined ? nothing : html`<kk-trend .explore=${explore}></kk-trend>`}
      ${durations && vacant !== 0 && vacant !== null ? durationBars(durations, wording) : nothing}
      ${place === undefined ? nothing : placeMix(explore, place)}`;
    })}`;
  }

  #style(): FigureStyle {
    const { exact, writeRate, view } = this.explore;
    return { measure: view.value.measure, exact, writeRate };
  }

  #facts(area: Area): TemplateResult {
    const { say, write } = this.wording;
    const { decidingBody, decision, decisionDate } = area;
    const parts = [
      decision,
      decidingBody,
      decisionDate && write.date(decisionDate),
      area.proposal && say.proposal,
    ];
    const decided = parts.filter(Boolean).join(', ');
    return html`<dl class="facts">
      <div><dt>${say.hectares}</dt><dd>${write.hectares(area.hectares)}</dd></div>
      ${decided === '' ? nothing : html`<div><dt>${say.decision}</dt><dd>${decided}</dd></div>`}
    </dl>`;
  }

  /** The area's own page: to read without a map, and to link to. */
  #toPage({ id, name }: Area): TemplateResult {
    const { say, language } = this.wording;
    const address = `/areas/${encodeURIComponent(id)}${language === 'en' ? '/en' : ''}`;
    return html`<p class="to-area"><a href=${address} aria-label=${say.openAreaOf(name)}>${say.openArea}</a></p>`;
  }

  /** The definition, one action away from every figure. */
  #method(): TemplateResult | typeof nothing {
    const { say, language } = this.wording;
    const { series, cube } = this.explore;
    if (series === undefined || cube.value === undefined) return nothing;
    return html`<kk-changes .explore=${this.explore}></kk-changes>
    ${placeCoverage(this.explore)}
    <details class="method">
      <summary>${say.whatIsThis}</summary>
      <p>${series.definition[language]}</p>
      <p>${cube.value.header.exact ? say.exact : say.rounded}</p>
    </details>`;
  }
}

customElements.define('kk-place', Place);
