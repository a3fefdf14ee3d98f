import { FUNCTIONS } from '../../geodata/vocabulary/function.ts';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import { COLOUR } from './colour.ts';
import { type LegendEntry, lineMark, type Mark, rectangle, swatchWidth } from './drawing.ts';
import { buildingMarks, letterMarks, measureArea, numberMarks } from './map-measures.ts';
import { lookMarks, lookOf, type Reading, type SideLook, signMarks } from './map-sides.ts';
import { type Language, lookWords } from './map-words.ts';

const WORDS = {
  nl: {
    measure: 'maatregel, met het nummer uit de lijst',
    building: 'pand verandert; de letters zeggen waarin:',
    demolished: 'pand wordt gesloopt',
    area: 'grens van het gebied',
    core: 'kernwinkelgebied',
  },
  en: {
    measure: 'measure, with its number in the list',
    building: 'premises change; the letters say into what:',
    demolished: 'premises are demolished',
    area: 'edge of the area',
    core: 'core shopping area',
  },
};

function lookEntry(look: SideLook, language: Language, type: number): LegendEntry {
  const [y, width] = [type / 2, swatchWidth(type)];
  const line = lookMarks(look, [[0, y, width, y]], type);
  return { swatch: [...line, ...signMarks(look, width / 2, y, type)], words: lookWords(look, language) };
}

/** Swatches stand on a line of the legend: `y` 0 is its top, half the type its middle. */
function box(type: number): number[] {
  return rectangle(0.2 * type, -0.1 * type, swatchWidth(type) - 0.4 * type, 1.2 * type);
}

function buildingEntry({ buildings }: PublishedScenario, language: Language, type: number): LegendEntry[] {
  const used = FUNCTIONS.filter(({ code }) => buildings.some(({ becomes }) => becomes === code));
  if (used.length === 0) return [];
  const middle = { x: swatchWidth(type) / 2, y: type / 2 };
  const letters = used.map(term => `${term.letter} = ${term[language]}`).join(', ');
  return [
    {
      swatch: [
        ...buildingMarks(used[0]!.code, [box(type)], type),
        ...letterMarks(used[0]!.code, middle, type),
      ],
      words: `${WORDS[language].building} ${letters}`,
    },
  ];
}

function changeEntries(scenario: PublishedScenario, language: Language, type: number): LegendEntry[] {
  const words = WORDS[language];
  const measures = scenario.measures.filter(({ geometry }) => geometry !== null);
  const first = measures.find(({ geometry }) => geometry?.type === 'MultiPolygon') ?? measures[0];
  const middle = { x: swatchWidth(type) / 2, y: type / 2 };
  const entry = (swatch: Mark[], text: string): LegendEntry => ({ swatch, words: text });
  return [
    ...(first === undefined
      ? []
      : [
          entry(
            [
              ...measureArea(first.number, [box(type)], type),
              ...numberMarks(first.number, middle, 0.7 * type),
            ],
            words.measure,
          ),
        ]),
    ...buildingEntry(scenario, language, type),
    ...(scenario.buildings.some(({ becomes }) => becomes === 'demolished')
      ? [entry(buildingMarks('demolished', [box(type)], type), words.demolished)]
      : []),
  ];
}

function outlineEntries({ zones }: PublishedScenario, language: Language, type: number): LegendEntry[] {
  const words = WORDS[language];
  const line = [0, type / 2, swatchWidth(type), type / 2];
  const core: LegendEntry = {
    swatch: [lineMark(line, { stroke: COLOUR.ink, width: type / 8, dash: [type / 3, type / 3] })],
    words: words.core,
  };
  return [
    { swatch: [lineMark(line, { stroke: COLOUR.ink, width: type / 6 })], words: words.area },
    ...(zones.some(zone => zone.kind === 'core-shopping') ? [core] : []),
  ];
}

const LOOKS: Record<Reading, readonly SideLook[]> = {
  difference: ['better', 'worse', 'same', 'unknown', 'unobserved'],
  before: [0, 1, 2, 3, 4, 5, 'unknown', 'unobserved'],
  after: [0, 1, 2, 3, 4, 5, 'unknown', 'unobserved'],
};

/**
 * The legend of a still map, as data: the difference explains all its signs, before and after share their classes.
 * Marks that do not occur on the map are left out, classes never.
 * @param type size of the type, page units; swatches are made for it
 */
export function mapLegend(
  scenario: PublishedScenario,
  reading: Reading,
  { language, type }: { language: Language; type: number },
): LegendEntry[] {
  const occurs = (look: SideLook) => scenario.sides.some(side => lookOf(side, reading) === look);
  const always = (look: SideLook) => typeof look === 'number' || look === 'better' || look === 'worse';
  const looks = LOOKS[reading].filter(look => always(look) || occurs(look));
  return [
    ...looks.map(look => lookEntry(look, language, type)),
    ...(reading === 'before' ? [] : changeEntries(scenario, language, type)),
    ...outlineEntries(scenario, language, type),
  ];
}
