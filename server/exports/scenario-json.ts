import type { PublishedScenario } from '../contract/published-scenario.ts';

/** Name of the form below; another number when a reader of the old one would misread the new. */
const FORMAT = 'kernkaart-published-scenario-1';

/** What somebody who finds the file in ten years must know to read it. */
const READING = [
  'One version of a scenario as anybody may see it; its figures have passed a disclosure policy.',
  'Every figure has a value per year of "years": low, mid (expected) and high, of doing nothing (baseline), of the proposal and of their difference; gross is null where it is the same as the difference.',
  'In the place of a number: "<5" is one to four, "confidential" is hidden, null is unknown. None of these is 0.',
  'Rates are per cent, floor areas m2, amounts euros without VAT; shares among parameters are 0 to 1. Coordinates are longitude and latitude in degrees (CRS84).',
  '"checksum" is the SHA-256 of the archive that this version was made of, which the municipality keeps.',
];

/** A published version as a file: the answer of the API with what one needs to read it without us, indented. */
export function scenarioJson(scenario: PublishedScenario): string {
  return `${JSON.stringify({ format: FORMAT, reading: READING, scenario }, null, 2)}\n`;
}
