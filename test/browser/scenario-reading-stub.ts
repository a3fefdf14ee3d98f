import type { Page, Route } from 'playwright-core';
import type {
  PublishedFigure,
  PublishedScenario,
  ScenarioSettings,
} from '../../server/contract/published-scenario.ts';
import type { Scenarios, ScenarioVersion } from '../../server/contract/scenario-version.ts';
import { examplePublishedScenario } from '../support/published-scenario.ts';

/** The example by its own name, another one beside it, and an amendment of the first. */
export const EXAMPLE = examplePublishedScenario();
export const OTHER: PublishedScenario = {
  ...examplePublishedScenario(),
  id: 'other',
  version: 1,
  status: 'published',
  decision: null,
  title: 'Gemengd centrum',
  years: EXAMPLE.years.slice(0, 6),
  figures: EXAMPLE.figures.filter(({ id }) => id !== 'core-share').map(figure => cut(figure, 6)),
};
export const AMENDMENT: PublishedScenario = {
  ...examplePublishedScenario(),
  id: 'amendment',
  version: 1,
  status: 'published',
  decision: null,
  title: 'Amendement: begin in 2030',
  amendmentOf: { scenario: EXAMPLE.id, version: EXAMPLE.version, title: EXAMPLE.title, number: 1 },
  measures: EXAMPLE.measures
    .filter(({ id }) => id !== 'm5')
    .map(measure => (measure.id === 'm3' ? { ...measure, phase: { from: 2030, until: 2034 } } : measure)),
};
export const SHARED: PublishedScenario = {
  ...examplePublishedScenario(),
  version: 0,
  status: 'shared',
  decision: null,
};
export const WITHDRAWN: PublishedScenario = {
  ...OTHER,
  id: 'withdrawn',
  status: 'withdrawn',
  withdrawn: { on: '2026-09-01', reason: 'De raad koos een ander plan.' },
};
/** Key of the link that shares {@link SHARED}. */
export const KEY = 'abcdefghijklmnopqrstuvwxyz012345';

function cut(figure: PublishedFigure, years: number): PublishedFigure {
  const { baseline, proposal, difference, gross } = figure;
  const [first, second, third] = [baseline, proposal, difference].map(ranges => ranges.slice(0, years));
  return {
    ...figure,
    baseline: first!,
    proposal: second!,
    difference: third!,
    gross: gross?.slice(0, years) ?? null,
  };
}

/** Every setting of the example's open assumptions: the more of the first, the more homes. */
function settings(): ScenarioSettings {
  const [first, second] = EXAMPLE.openAssumptions;
  const combinations = first!.settings.flatMap((_, one) =>
    second!.settings.map((_, two) => ({
      settings: [one, two],
      figures: EXAMPLE.figures.map(figure =>
        figure.id === 'homes' ? { ...figure, proposal: figure.proposal.map(() => homes(one)) } : figure,
      ),
      sides: EXAMPLE.sides.map(({ id, baseline, proposal, change }) => ({
        id,
        baseline,
        proposal,
        change: one === 0 && change === 'better' ? ('same' as const) : change,
      })),
    })),
  );
  return { combinations };
}

const homes = (setting: number) => ({ low: 10 * setting, mid: 20 * setting, high: 30 * setting });

const summary = ({ version, status, title, publishedAt, decision }: PublishedScenario) => ({
  version,
  status,
  title,
  publishedAt,
  decision,
});

function answer(scenario: PublishedScenario): ScenarioVersion {
  const newer = { ...summary(scenario), version: scenario.version + 1, publishedAt: '2026-07-01T09:00:00Z' };
  const versions = scenario.id === 'other' ? [summary(scenario), newer] : [summary(scenario)];
  return { scenario, versions, currentRevision: scenario.revision + (scenario.id === 'withdrawn' ? 1 : 0) };
}

const list: Scenarios = {
  scenarios: [EXAMPLE, OTHER, AMENDMENT, WITHDRAWN].map(scenario => ({
    id: scenario.id,
    title: scenario.title,
    summary: scenario.summary,
    area: scenario.area,
    amendmentOf: scenario.amendmentOf,
    latest: summary(scenario),
  })),
};

const STILL =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><rect width="800" height="600" fill="#f5f2ea"/><path d="M80 300h640" stroke="#1b7837" stroke-width="12"/></svg>';

const absent = {
  status: 404,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: 'Not found', status: 404, detail: 'absent' }),
};

/** Answers the addresses of scenarios as a server would that has the examples above. */
export async function stubScenarios(page: Page): Promise<void> {
  const json = (route: Route, body: unknown) => route.fulfill({ json: body });
  await page.route('**/api/v1/**scenarios**', route => route.fulfill(absent));
  await page.route('**/api/v1/scenarios?*', route => json(route, list));
  for (const scenario of [EXAMPLE, OTHER, AMENDMENT, WITHDRAWN]) {
    const path = `**/api/v1/scenarios/${scenario.id}`;
    await page.route(path, route => json(route, answer(scenario)));
    await page.route(`${path}/versions/${scenario.version}`, route => json(route, answer(scenario)));
    await page.route(`${path}/versions/*/settings`, route => json(route, settings()));
    await page.route(`${path}/versions/*/map.svg?*`, route =>
      route.fulfill({ contentType: 'image/svg+xml', body: STILL }),
    );
  }
  await page.route('**/api/v1/shared-scenarios', route =>
    route.request().postDataJSON().key === KEY ? json(route, answer(SHARED)) : route.fulfill(absent),
  );
}
