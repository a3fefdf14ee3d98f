import type { PublishedFigure } from '../contract/published-scenario.ts';
import type { ScenarioArchive } from '../contract/scenario-version.ts';
import { recompute } from '../planning/recompute.ts';
import { publishedEffect } from './scenario-effect.ts';
import type { MeasureGrain } from './scenario-measure-grain.ts';
import { isVacancyRate, partOf, publishedRate } from './scenario-rate.ts';
import { areaStart, startRow, vacancyScope } from './scenario-start.ts';
import { publishedVacancy } from './scenario-vacancy.ts';

/** Whether a figure tells of vacancy. */
export function isVacancy(id: string): boolean {
  return startRow(id) !== undefined || isVacancyRate(id);
}

/** Every figure of a scenario as published, in the order of the result. */
export function publishedFigures(
  archive: ScenarioArchive,
  grains: readonly MeasureGrain[],
): PublishedFigure[] {
  const { base, document, result } = archive;
  const scope = vacancyScope(base);
  const start = areaStart(base, scope);
  const { figures: seen } = scope === undefined ? result : recompute(document, base, scope);
  const exactly = (id: string) => seen.find(figure => figure.id === id);
  return result.figures.flatMap(({ id, ...rest }) => {
    if (!isVacancy(id)) return [publishedEffect({ id, ...rest }, archive, grains)];
    const figure = exactly(id);
    if (figure === undefined) return [];
    if (!isVacancyRate(id)) return [publishedVacancy(figure, start, startRow(id)!)];
    const exact = exactly(partOf(id));
    if (exact === undefined) return [];
    const published = publishedVacancy(exact, start, startRow(partOf(id))!);
    return [publishedRate(figure, start, { exact, published })];
  });
}
