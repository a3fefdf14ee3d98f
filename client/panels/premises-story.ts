import { html, nothing, type TemplateResult } from 'lit';
import type { Premises } from '#contract/premises.ts';
import type { Series } from '#contract/series.ts';
import { FUNCTIONS, type FunctionCode } from '#vocabulary/function.ts';
import { STATUSES } from '#vocabulary/status.ts';
import { correctionWords } from '../text/correction.ts';
import { spellText } from '../text/spell.ts';
import type { Wording } from '../text/wording.ts';
import { icon } from './icon.ts';
import { sinceWords } from './premises-since.ts';
import { premisesStrip } from './premises-strip.ts';

type Observation = Premises['observations'][number];

/** What the story needs beside the premises. */
export interface StoryContext {
  series: readonly Series[];
  wording: Wording;
  close(): void;
  /** Name and address of another premises; undefined while that is not loaded. */
  labelOf(id: string): string | undefined;
  /** Shows another premises: one that came before or after. */
  show(id: string): void;
  /** What the shown source says on the shown date, and how it is corrected. */
  correction: TemplateResult;
}

const RELIABILITY = { high: 'reliabilityHigh', medium: 'reliabilityMedium', low: 'reliabilityLow' } as const;

const fact = (name: string, value: string | null | undefined): TemplateResult | typeof nothing =>
  value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing;

const useWord = (code: FunctionCode | undefined, { language }: Wording): string =>
  FUNCTIONS.find(term => term.code === code)?.[language] ?? '';

/** One premises for a planner: what it is and was, and what every series saw of it, each apart. */
export function premisesStory(premises: Premises, context: StoryContext): TemplateResult {
  const { wording, close, series } = context;
  const { say } = wording;
  const title = premises.name ?? premises.address ?? say.namelessPremises;
  const told = series.filter(({ id }) =>
    premises.observations.some(observation => observation.series === id),
  );
  return html`<div class="heading-row">
      <h2 id="figures" tabindex="-1">${title}</h2>
      <button type="button" class="button plain" aria-label=${say.back} title=${say.back} @click=${close}>
        ${icon('close')}
      </button>
    </div>
    <p class="note">${premises.name ? premises.address : say.premisesOne}</p>
    ${facts(premises, wording)} ${context.correction}
    <h3>${say.story}</h3>
    ${told.map(one => chapter(premises, one, context))} ${periods(premises, wording)}
    ${related(premises, context)}`;
}

function facts(premises: Premises, wording: Wording): TemplateResult {
  const { say, write } = wording;
  const period = premises.periods.at(-1);
  const years = premises.buildings.map(({ buildYear }) => buildYear).filter(year => year !== null);
  return html`<dl class="facts">
    ${fact(say.use, useWord(period?.function, wording))}
    ${fact(say.floorArea, period?.floorArea ? write.squareMetres(period.floorArea) : say.unknown)}
    ${fact(say.buildYear, years.join(', ') || say.unknown)} ${fact(say.bagId, premises.bagId)}
  </dl>`;
}

/** What one series saw: a strip, its vacancies in words, and every observation one action away. */
function chapter(premises: Premises, series: Series, { series: all, wording }: StoryContext): TemplateResult {
  const { say, write } = wording;
  const observations = premises.observations
    .filter(observation => observation.series === series.id)
    .toSorted((a, b) => (a.referenceDate < b.referenceDate ? -1 : 1));
  // Of what was recorded twice for one date the last counts; what it corrects is told and not drawn.
  const isReplaced = (one: Observation) =>
    observations.findLast(({ referenceDate }) => referenceDate === one.referenceDate) !== one;
  const counted = observations.filter(one => !isReplaced(one));
  const spells = premises.spells.filter(spell => spell.series === series.id).toReversed();
  return html`${premisesStrip(counted, series, all, wording)}
    ${
      spells.length === 0
        ? nothing
        : html`<ul class="spells">
            ${spells.map(spell => html`<li>${sentence(spellText(spell, wording))}</li>`)}
          </ul>`
    }
    <details class="method">
      <summary>${say.storyObservations(write.count(observations.length))}</summary>
      <ol class="story">
        ${observations.toReversed().map(observation => html`<li>${observed(observation, series, wording)} ${recorded(observation, isReplaced(observation), wording)}</li>`)}
      </ol>
    </details>`;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** One observation: status first, then when, since when, who says so, and how sure it is. */
function observed(observation: Observation, series: Series, wording: Wording): TemplateResult {
  const { say, write, language } = wording;
  const status = STATUSES.find(({ code }) => code === observation.status);
  const since = status?.vacant ? sinceWords(observation, wording) : null;
  const { vacantFloorArea } = observation;
  return html`<strong class=${status?.vacant ? 'vacant' : ''}>${status?.[language]}</strong>
    <dl class="facts">
      ${fact(say.referenceDate, write.date(observation.referenceDate))} ${fact(say.statusSince, since)}
      ${fact(say.columnFloorArea, vacantFloorArea === null ? null : write.squareMetres(vacantFloorArea))}
      ${fact(say.source, series.source)}
      ${fact(say.reliability, say[RELIABILITY[observation.reliability]])}
    </dl>
    ${observation.remark ? html`<p class="note">${observation.remark}</p>` : nothing}`;
}

/** Who corrected it and why, and that it was corrected later. */
function recorded(
  { reason, recordedBy, recordedAt }: Observation,
  replaced: boolean,
  { language, write }: Wording,
): TemplateResult | typeof nothing {
  const say = correctionWords[language];
  const by =
    reason === null
      ? ''
      : `${sentence(say.corrected(recordedBy, write.date(recordedAt.slice(0, 10))))} ${reason}`;
  if (!replaced && by === '') return nothing;
  return html`<p class="note">${by} ${replaced ? html`<em>${sentence(say.replaced)}</em>` : nothing}</p>`;
}

/** What it was used for, where that ever changed. */
function periods(premises: Premises, wording: Wording): TemplateResult | typeof nothing {
  const { say, write } = wording;
  if (premises.periods.length < 2) return nothing;
  const when = ({ from, until }: Premises['periods'][number]) =>
    until === null
      ? say.periodSince(write.month(from))
      : say.periodFromTo(write.month(from), write.month(until));
  return html`<h3>${say.storyPeriods}</h3>
    <ul class="spells">
      ${premises.periods.toReversed().map(
        period => html`<li>
            ${sentence(useWord(period.function, wording))}
            <small>${when(period)}${period.floorArea ? `, ${write.squareMetres(period.floorArea)}` : ''}</small>
          </li>`,
      )}
    </ul>`;
}

/** The premises that came before and after this one, so that a split or a merger does not end the story. */
function related(premises: Premises, { wording, labelOf, show }: StoryContext): TemplateResult {
  const { say, write } = wording;
  const links = (title: string, others: Premises['successors']) =>
    others.length === 0
      ? nothing
      : html`<h3>${title}</h3>
          <ul class="zones">
            ${others.map(
              ({ id, onDate }) => html`<li>
                <button type="button" class="link" @click=${() => show(id)}>
                  ${labelOf(id) || say.otherPremises}
                </button>
                <small>${say.periodSince(write.month(onDate))}</small>
              </li>`,
            )}
          </ul>`;
  return html`${links(say.successors, premises.successors)} ${links(say.predecessors, premises.predecessors)}`;
}
