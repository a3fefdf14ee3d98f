import type { EmbedFeature } from '../contract/embed-map.ts';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import { lookWords } from '../paper/map-words.ts';
import type { PageLanguage } from './words.ts';

type Line = readonly (readonly [number, number])[];

const rounded = (line: Line): [number, number][] =>
  line.map(([x, y]) => [Math.round(x * 1e5) / 1e5, Math.round(y * 1e5) / 1e5]);

function sides({ sides: all }: PublishedScenario, { say, code }: PageLanguage): EmbedFeature[] {
  return all
    .filter(({ coordinates }) => coordinates.length > 0)
    .map(side => ({
      kind: 'side',
      look: side.change,
      geometry: { type: 'MultiLineString', coordinates: side.coordinates.map(rounded) },
      id: side.id,
      words: `${side.street}, ${say[side.side]}: ${lookWords(side.change, code)}`,
    }));
}

function measures({ measures: all }: PublishedScenario): EmbedFeature[] {
  return all.flatMap(({ number, name, geometry }): EmbedFeature[] => {
    if (geometry?.type !== 'MultiPolygon') return [];
    const coordinates = geometry.coordinates.map(polygon => polygon.map(rounded));
    return [
      {
        kind: 'measure',
        number,
        geometry: { type: 'MultiPolygon', coordinates },
        id: null,
        words: `${number}. ${name}`,
      },
    ];
  });
}

/** What the moving map draws of a scenario: the difference per street side, its measures, the edge of the area. */
export function scenarioFeatures(scenario: PublishedScenario, language: PageLanguage): EmbedFeature[] {
  const coordinates = scenario.area.coordinates.map(polygon => polygon.map(rounded));
  return [
    ...measures(scenario),
    ...sides(scenario, language),
    {
      kind: 'outline',
      line: 'town-centre',
      geometry: { type: 'MultiPolygon', coordinates },
      id: null,
      words: scenario.area.name,
    },
  ];
}
