import { html, nothing, type TemplateResult } from 'lit';
import type { Premises } from '#contract/premises.ts';
import type { Series } from '#contract/series.ts';
import { FUNCTIONS } from '#vocabulary/function.ts';
import { STATUSES } from '#vocabulary/status.ts';
import type { Wording } from '../text/wording.ts';
import { icon } from './icon.ts';

type Observation = Premises['observations'][number];

const RELIABILITY = { high: 'reliabilityHigh', medium: 'reliabilityMedium', low: 'reliabilityLow' } as const;

const fact = (name: string, value: string | null | undefined): TemplateResult | typeof nothing =>
  value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing;

/** One premises for a planner: what it is, and what every series saw, latest first. */
export function premisesStory(
  premises: Premises,
  series: readonly Series[],
  wording: Wording,
  close: () => void,
): TemplateResult {
  const { say } = wording;
  const title = premises.name ?? premises.address ?? say.namelessPremises;
  const observations = premises.observations.toSorted((a, b) => (a.referenceDate < b.referenceDate ? 1 : -1));
  return html`<div class="heading-row">
      <h2 id="figures" tabindex="-1">${title}</h2>
      <button type="button" class="button plain" aria-label=${say.back} title=${say.back} @click=${close}>
        ${icon('close')}
      </button>
    </div>
    <p class="note">${premises.name ? premises.address : say.premisesOne}</p>
    ${facts(premises, wording)}
    <h3>${say.story}</h3>
    <ol class="story">
      ${observations.map(observation => html`<li>${observed(observation, series, wording)}</li>`)}
    </ol>`;
}

function facts(premises: Premises, { say, write, language }: Wording): TemplateResult {
  const period = premises.periods.at(-1);
  const use = FUNCTIONS.find(({ code }) => code === period?.function)?.[language];
  const years = premises.buildings.map(({ buildYear }) => buildYear).filter(year => year !== null);
  return html`<dl class="facts">
    ${fact(say.use, use)}
    ${fact(say.floorArea, period?.floorArea ? write.squareMetres(period.floorArea) : say.unknown)}
    ${fact(say.buildYear, years.join(', ') || say.unknown)} ${fact(say.bagId, premises.bagId)}
  </dl>`;
}

/** One observation: status first, then since when, who says so, and how sure it is. */
function observed(
  observation: Observation,
  known: readonly Series[],
  { say, write, language }: Wording,
): TemplateResult {
  const status = STATUSES.find(({ code }) => code === observation.status);
  const series = known.find(({ id }) => id === observation.series);
  const since = status?.vacant ? sinceWords(observation, { say, write, language }) : null;
  return html`<strong class=${status?.vacant ? 'vacant' : ''}>${status?.[language]}</strong>
    <dl class="facts">
      ${fact(say.referenceDate, write.date(observation.referenceDate))} ${fact(say.statusSince, since)}
      ${fact(say.source, series?.name[language])}
      ${fact(say.reliability, say[RELIABILITY[observation.reliability]])}
    </dl>
    ${observation.remark ? html`<p class="note">${observation.remark}</p>` : nothing}`;
}

/** Since when, as the interval it is known in: first seen is not the same as begun. */
function sinceWords(
  { sinceEarliest, sinceLatest, referenceDate }: Observation,
  { say, write }: Wording,
): string {
  const latest = write.date(sinceLatest ?? referenceDate);
  if (sinceEarliest === null) return say.sinceAtLatest(latest);
  const earliest = write.date(sinceEarliest);
  return earliest === latest ? say.sinceExactly(latest) : say.sinceBetween(earliest, latest);
}
