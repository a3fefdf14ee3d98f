import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Premises } from '#contract/premises.ts';
import type { Series } from '#contract/series.ts';
import { STATUSES, type StatusCode } from '#vocabulary/status.ts';
import { timelineOf } from '../state/timeline.ts';
import type { Wording } from '../text/wording.ts';

type Observation = Premises['observations'][number];

/** How a status is drawn: hatched means vacant, here as everywhere; each of the others has a shape of its own. */
const LOOK: Record<StatusCode, string> = {
  'not-observed': 'unseen',
  'in-use': 'in-use',
  vacant: 'vacant',
  'partly-vacant': 'partly',
  'temporary-use': 'temporary',
  'under-renovation': 'renovation',
  'announced-vacant': 'announced',
  unknown: 'unseen',
};

const WIDTH = 312;
const INSET = 6;

/**
 * What one series saw of a premises, as marks on its reference dates. Rounds that recorded nothing of it are small
 * dots: whether it was looked at then, the observations do not say.
 * @param all every series, so that the strips stand under each other on one axis
 */
export function premisesStrip(
  observations: readonly Observation[],
  series: Series,
  all: readonly Series[],
  wording: Wording,
): TemplateResult {
  const { say, language } = wording;
  const { dates, years } = timelineOf(series, all);
  const seen = new Map(observations.map(({ referenceDate, status }) => [referenceDate, status]));
  const place = (x: number) => INSET + x * (WIDTH - 2 * INSET);
  const hatch = `hatch-${series.id}`;
  const present = STATUSES.filter(({ code }) => [...seen.values()].includes(code));
  return html`<h4>${series.name[language]}</h4>
    ${
      seen.size === 0
        ? html`<p class="note">${say.storyNever}</p>`
        : html`<svg class="strip strip-mark" viewBox="0 0 ${WIDTH} 40" role="img" aria-label=${stripWords(observations, wording)}>
            ${svg`<defs>
              <pattern id=${hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="ground" width="5" height="5" />
                <rect class="stripe" width="2" height="5" />
              </pattern>
            </defs>
            <line class="base" x1=${place(0)} x2=${place(1)} y1="11" y2="11" />
            ${dates.map(({ date, x }) => mark(seen.get(date), place(x), markWidth(dates.length), hatch))}
            ${years.map(({ year, x }) => svg`<text x=${Math.min(Math.max(place(x), 18), WIDTH - 18)} y="37" text-anchor="middle">${year}</text>`)}`}
          </svg>
          <p class="note strip-key">
            ${present.map(term => keyEntry(term.code, term[language], hatch))}
            ${dates.length > seen.size ? keyEntry(undefined, say.storySilent, hatch) : nothing}
          </p>`
    }`;
}

/** Marks are narrower where there are more of them. */
const markWidth = (count: number): number => Math.max(2, Math.min(8, (0.75 * WIDTH) / count));

/** @param hatch id of the pattern that means vacant */
function mark(status: StatusCode | undefined, x: number, width: number, hatch: string): TemplateResult {
  if (status === undefined) return svg`<circle class="silent" cx=${x} cy="11" r="1.25" />`;
  const look = LOOK[status];
  const half = Math.max(3, width / 2);
  if (look === 'renovation') return svg`<circle class="look-renovation" cx=${x} cy="11" r=${half} />`;
  if (look === 'announced')
    return svg`<path class="look-announced" d="M${x - half} 7h${2 * half}l${-half} 8z" />`;
  // Vacant stands tall: the height tells it apart where a hatch is too small to see.
  const height = look === 'vacant' ? 20 : look === 'partly' ? 14 : 10;
  const fill = look === 'vacant' || look === 'partly' ? `url(#${hatch})` : nothing;
  return svg`<rect class="look-${look}" x=${x - width / 2} y=${11 - height / 2} width=${width} height=${height} fill=${fill} />`;
}

/** One entry of the key: the mark itself, and its word. */
const keyEntry = (status: StatusCode | undefined, word: string, hatch: string): TemplateResult => html`<span>
  <svg class="strip-mark" width="14" height="22" aria-hidden="true" focusable="false">${mark(status, 7, 8, hatch)}</svg>${word}
</span>`;

/** Runs of the same status in words: `in use (March 2017 to June 2019), vacant (September 2019)`. */
function stripWords(observations: readonly Observation[], { write, language }: Wording): string {
  const runs: { status: StatusCode; from: string; to: string }[] = [];
  for (const { status, referenceDate } of observations) {
    const last = runs.at(-1);
    if (last?.status === status) last.to = referenceDate;
    else runs.push({ status, from: referenceDate, to: referenceDate });
  }
  const word = (code: StatusCode) => STATUSES.find(term => term.code === code)?.[language] ?? code;
  const span = (from: string, to: string) =>
    from === to ? write.month(from) : `${write.month(from)} \u2013 ${write.month(to)}`;
  return runs.map(({ status, from, to }) => `${word(status)} (${span(from, to)})`).join(', ');
}
