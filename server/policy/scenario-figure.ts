import type { PublishedFigure } from '../contract/published-scenario.ts';
import type { ScenarioArchive } from '../contract/scenario-version.ts';
import { publishedEffect } from './scenario-effect.ts';
import type { MeasureGrain } from './scenario-measure-grain.ts';
import { isVacancyRate, partOf, publishedRate } from './scenario-rate.ts';
import { startFigure, startRow } from './scenario-start.ts';
import { publishedVacancy } from './scenario-vacancy.ts';

/** Every figure of a scenario as published, in the order of the result. */
export function publishedFigures(
  archive: ScenarioArchive,
  grains: readonly MeasureGrain[],
): PublishedFigure[] {
  const { base, result } = archive;
  const start = startFigure(base, base.premises.ids.keys());
  return result.figures.flatMap(figure => {
    const row = startRow(figure.id);
    if (row !== undefined) return [publishedVacancy(figure, start, row)];
    if (!isVacancyRate(figure.id)) return [publishedEffect(figure, archive, grains)];
    const of = partOf(figure.id);
    const exact = result.figures.find(({ id }) => id === of);
    if (exact === undefined) return [];
    const published = publishedVacancy(exact, start, startRow(of)!);
    return [publishedRate(figure, start, { exact, published })];
  });
}
