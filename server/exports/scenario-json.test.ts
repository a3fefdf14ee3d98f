import { expect, test } from 'vitest';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import { scenarioJson } from './scenario-json.ts';

test('a version as a file is the version, with how to read it', () => {
  const scenario = { id: 'a', version: 1, figures: [] } as unknown as PublishedScenario;
  const text = scenarioJson(scenario);
  expect(text).toBe(scenarioJson(structuredClone(scenario)));
  const file = JSON.parse(text) as Record<string, unknown>;
  expect(Object.keys(file)).toEqual(['format', 'reading', 'scenario']);
  expect(file.format).toBe('kernkaart-published-scenario-1');
  expect(file.scenario).toEqual(scenario);
});
