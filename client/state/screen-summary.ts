import type { Explore } from './explore.ts';
import { filterSummary } from './filter-summary.ts';

/** Place on the screen, with the mark of an invented municipality. */
export function placeWords({ municipality, selectedArea, wording }: Explore): string {
  const names = [selectedArea?.name, municipality?.name].filter(name => name !== undefined);
  const mark = municipality?.fictional ? ` (${wording.say.fictionalShort.toLowerCase()})` : '';
  return `${names.join(', ')}${mark}`;
}

/** What is on the screen, line by line: for a report and for paper. */
export function screenLines(explore: Explore): string[] {
  const { say, language, write } = explore.wording;
  const { series, referenceDate, view, planner, reading } = explore;
  const seen =
    series && referenceDate ? say.observedOn(series.name[language], write.date(referenceDate)) : undefined;
  const filters = filterSummary(view.value, planner, explore.wording);
  const selection = view.value.selection;
  const other =
    selection && selection.kind !== 'area'
      ? `${selection.kind === 'cell' ? say.cell : say.premisesOne} ${selection.id}`
      : undefined;
  const lines = [placeWords(explore), other, `${say.vacancyAs}: ${say[reading]}`, seen, filters.join(', ')];
  return lines.filter(line => line !== undefined && line !== '') as string[];
}
