import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from '#contract/vacancy.ts';
import { placeTrend, type Trend, type TrendMark } from '../state/trend.ts';
import { ExploreElement } from './explore-element.ts';
import { shown, shownRate } from './shown.ts';
import { trendChart } from './trend-chart.ts';

/** The course of the chosen area, or else of the municipality, as a chart or as a table with the same numbers. */
class TrendElement extends ExploreElement {
  #table = false;

  protected override render() {
    const { explore, wording } = this;
    const { say } = wording;
    const place = explore.selectedArea ?? explore.municipality;
    const trend = place && placeTrend(explore, 'id' in place ? place.id : place.code);
    if (trend === undefined || place === undefined || trend.marks.length < 2) return nothing;
    const { measure, since } = explore.view.value;
    const chosen = explore.referenceDate ?? '';
    const drawing = {
      trend,
      place: place.name,
      chosen,
      since,
      measure,
      writeRate: explore.writeRate,
      wording,
    };
    return html`<div class="heading-row">
        <h3>${say.trend}</h3>
        <button type="button" class="link" aria-pressed=${this.#table ? 'true' : 'false'} @click=${this.#toggle}>
          ${this.#table ? say.trendAsChart : say.trendAsTable}
        </button>
      </div>
      <p class="note">${measure === 'count' ? say.trendByCount : say.trendByArea}</p>
      ${this.#table ? this.#rows(trend) : html`${trendChart(drawing)}${this.#key(trend)}`}
      ${this.#breaks(trend)}`;
  }

  #toggle = (): void => {
    this.#table = !this.#table;
    this.requestUpdate();
  };

  /** What the marks under the axis are, where there are any. */
  #key({ marks }: Trend): TemplateResult | typeof nothing {
    const { say } = this.wording;
    const hidden = marks.some(({ rate }) => rate === '<5' || rate === 'confidential');
    const unseen = marks.some(({ rate }) => rate === null);
    if (!hidden && !unseen) return nothing;
    return html`<p class="note trend-key">
      ${hidden ? html`<span><span aria-hidden="true">○</span> ${say.trendHidden}</span>` : nothing}
      ${unseen ? html`<span><span aria-hidden="true">×</span> ${say.trendNotSeen}</span>` : nothing}
    </p>`;
  }

  #breaks({ marks, lines, breaks }: Trend): TemplateResult | typeof nothing {
    const { say, write } = this.wording;
    const months = breaks.map(index => write.month(marks[index]!.date)).join(', ');
    const cut = lines.length > breaks.length + 1;
    if (breaks.length === 0 && !cut) return nothing;
    return html`<p class="note">
      ${breaks.length > 0 ? say.trendBreakMethod(months) : nothing} ${cut ? say.trendBreakCoverage : nothing}
    </p>`;
  }

  #rows({ marks }: Trend): TemplateResult {
    const { say } = this.wording;
    return html`<div class="trend-table" tabindex="0" role="region" aria-label=${say.trend}>
      <table>
        <thead>
          <tr>
            <th scope="col">${say.referenceDate}</th>
            <th scope="col" class="number">${say.columnObserved}</th>
            <th scope="col" class="number">${say.columnVacant}</th>
            <th scope="col" class="number">${say.columnRate}</th>
          </tr>
        </thead>
        <tbody>
          ${marks.toReversed().map(mark => this.#row(mark))}
        </tbody>
      </table>
    </div>`;
  }

  #row({ date, figure, rate }: TrendMark): TemplateResult {
    const { explore, wording } = this;
    const { write } = wording;
    const byCount = explore.view.value.measure === 'count';
    const cell = (value: Shown) => shown(value, byCount ? write.count : write.squareMetres, wording);
    return html`<tr class=${date === explore.referenceDate ? 'selected' : ''}>
      <th scope="row">${write.month(date)}</th>
      <td class="number">${cell(byCount ? figure.observed : figure.observedArea)}</td>
      <td class="number">${cell(byCount ? figure.vacant : figure.vacantArea)}</td>
      <td class="number">${shownRate(rate, explore.writeRate, wording)}</td>
    </tr>`;
  }
}

customElements.define('kk-trend', TrendElement);
