import type { Map as MapLibre } from 'maplibre-gl';
import type { Palette } from './palette.ts';

/** Patterns that mean something; each is drawn here, nothing is fetched. */
export const PATTERNS = [
  'vacant',
  'partly-vacant',
  'hatch-1',
  'hatch-2',
  'hatch-3',
  'hatch-4',
  'hatch-5',
  'not-observed',
  'confidential',
  'below-five',
] as const;
export type PatternName = (typeof PATTERNS)[number];

/** Pixels of one repeat, at two device pixels each. */
const SIZE = 16;
const PIXEL_RATIO = 2;

type Draw = (pen: CanvasRenderingContext2D, palette: Palette) => void;

/** Diagonals that join at the edges of the repeat; `up` rises to the right. */
function diagonals(pen: CanvasRenderingContext2D, colour: string, width: number, up: boolean): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  for (const shift of [-SIZE, 0, SIZE]) {
    pen.moveTo(shift - 2, up ? SIZE + 2 : -2);
    pen.lineTo(shift + SIZE + 2, up ? -2 : SIZE + 2);
  }
  pen.stroke();
}

const fill = (pen: CanvasRenderingContext2D, colour: string): void => {
  pen.fillStyle = colour;
  pen.fillRect(0, 0, SIZE, SIZE);
};

/** Hatch of a class, without a ground: heavier where more is vacant, pale on the two darkest. */
function hatch(width: number, colour: keyof Palette = 'vacancy-outline'): Draw {
  return (pen, palette) => diagonals(pen, palette[colour], width, true);
}

const DRAW: Record<PatternName, Draw> = {
  vacant(pen, palette) {
    fill(pen, palette['vacancy-2']);
    diagonals(pen, palette['vacancy-4'], 4.5, true);
  },
  'partly-vacant'(pen, palette) {
    diagonals(pen, palette['vacancy-4'], 1.6, true);
  },
  'hatch-1': hatch(0.8),
  'hatch-2': hatch(1.4),
  'hatch-3': hatch(2),
  'hatch-4': hatch(2.2, 'vacancy-1'),
  'hatch-5': hatch(2.8, 'vacancy-1'),
  'not-observed'(pen, palette) {
    fill(pen, palette.unknown);
    diagonals(pen, palette['unknown-mark'], 1.5, true);
    diagonals(pen, palette['unknown-mark'], 1.5, false);
  },
  confidential(pen, palette) {
    pen.fillStyle = palette['unknown-mark'];
    pen.fillRect(0, 7, SIZE, 2);
  },
  'below-five'(pen, palette) {
    pen.fillStyle = palette['vacancy-outline'];
    pen.beginPath();
    pen.arc(SIZE / 2, SIZE / 2, 2.2, 0, 2 * Math.PI);
    pen.fill();
  },
};

/** Puts every pattern on the map, in the colours of the present theme. */
export function addPatterns(map: MapLibre, palette: Palette): void {
  for (const name of PATTERNS) {
    const canvas = document.createElement('canvas');
    canvas.width = SIZE;
    canvas.height = SIZE;
    const pen = canvas.getContext('2d', { willReadFrequently: true })!;
    DRAW[name](pen, palette);
    putImage(map, name, pen.getImageData(0, 0, SIZE, SIZE));
  }
}

/** Adds an image, or replaces the one of that name. */
export function putImage(map: MapLibre, name: string, image: ImageData): void {
  if (map.hasImage(name)) map.updateImage(name, image);
  else map.addImage(name, image, { pixelRatio: PIXEL_RATIO });
}
