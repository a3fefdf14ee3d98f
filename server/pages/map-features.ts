import { lookOfFigure } from '../../geodata/figures/vacancy-class.ts';
import { rdToWgs84 } from '../../geodata/geometry/rd.ts';
import { AREA_KIND_TERMS, type AreaKind } from '../../geodata/vocabulary/area-kind.ts';
import type { EmbedReading } from '../contract/embed.ts';
import type { EmbedFeature } from '../contract/embed-map.ts';
import type { PlaceView, ViewSquare } from '../contract/place-view.ts';
import { shownSquares } from '../paper/vacancy-squares.ts';
import { placeSentence } from './sentence.ts';
import type { PageLanguage } from './words.ts';

/** Degrees with five decimals are a metre: finer than a line on the map. */
const degrees = ([x, y]: readonly [number, number]): [number, number] => [
  Math.round(x * 1e5) / 1e5,
  Math.round(y * 1e5) / 1e5,
];
const rounded = (line: readonly (readonly [number, number])[]) => line.map(degrees);
const SQUARE = 500;

/** The kind of line that an area has on every map. */
function lineOf(kind: AreaKind): 'town-centre' | 'village-core' | 'work-area' | 'policy-zone' {
  if (kind === 'village-core' || kind === 'work-area') return kind;
  return AREA_KIND_TERMS.find(term => term.code === kind)?.policyZone ? 'policy-zone' : 'town-centre';
}

function squareOutline({ x, y }: ViewSquare) {
  const corners = [
    [x, y],
    [x + SQUARE, y],
    [x + SQUARE, y + SQUARE],
    [x, y + SQUARE],
    [x, y],
  ] as const;
  return [[corners.map(([east, north]) => degrees(rdToWgs84([east, north])))]];
}

function squares(
  view: PlaceView,
  language: PageLanguage,
  shown: readonly ViewSquare[] = shownSquares(view),
): EmbedFeature[] {
  return shown.map(square => ({
    kind: 'square',
    look: String(lookOfFigure(square)) as never,
    geometry: { type: 'MultiPolygon', coordinates: squareOutline(square) },
    id: null,
    words: placeSentence(language.say.square, square, language),
  }));
}

/** Squares of which no circle can tell anything: kept secret, fewer than five, not observed, nothing vacant. */
const TELLING = new Set<unknown>(['confidential', 'below-five', 'not-observed', 'none']);

const uncounted = (view: PlaceView, language: PageLanguage): EmbedFeature[] =>
  squares(
    view,
    language,
    shownSquares(view).filter(square => TELLING.has(lookOfFigure(square))),
  );

/** Circles whose area goes by the number vacant; squares without such a number have none. */
function circles(view: PlaceView, language: PageLanguage): EmbedFeature[] {
  const counted = shownSquares(view).filter((square): square is ViewSquare & { vacant: number } => {
    return typeof square.vacant === 'number' && square.vacant > 0;
  });
  const most = Math.max(1, ...counted.map(({ vacant }) => vacant));
  return counted.map(square => ({
    kind: 'circle',
    share: square.vacant / most,
    geometry: {
      type: 'Point',
      coordinates: degrees(rdToWgs84([square.x + SQUARE / 2, square.y + SQUARE / 2])),
    },
    id: null,
    words: placeSentence(language.say.square, square, language),
  }));
}

function sides({ sides: all }: PlaceView, language: PageLanguage): EmbedFeature[] {
  return all.map(({ side, figure }) => ({
    kind: 'side',
    look: String(lookOfFigure(figure)) as never,
    geometry: { type: 'MultiLineString', coordinates: side.geometry!.coordinates.map(rounded) },
    id: side.id,
    words: placeSentence(`${side.street}, ${language.say[side.side]}`, figure, language),
  }));
}

function outlines({ areas }: PlaceView, language: PageLanguage): EmbedFeature[] {
  return areas.map(({ area, outline, figure }) => ({
    kind: 'outline',
    line: lineOf(area.kind),
    geometry: {
      type: 'MultiPolygon',
      coordinates: outline.coordinates.map(polygon => polygon.map(rounded)),
    },
    id: area.id,
    words: placeSentence(area.name, figure, language),
  }));
}

/** What the moving map draws of a view: the same as the still map of the same reading. */
export function mapFeatures(view: PlaceView, reading: EmbedReading, language: PageLanguage): EmbedFeature[] {
  const drawn = {
    percentage: () => squares(view, language),
    concentration: () => [...uncounted(view, language), ...circles(view, language)],
    streets: () => sides(view, language),
  };
  return [...drawn[reading](), ...outlines(view, language)];
}
