import type { Map as MapLibre } from 'maplibre-gl';
import { FUNCTIONS, type FunctionTerm } from '#vocabulary/function.ts';
import type { Palette } from './palette.ts';
import { putImage } from './pattern.ts';

/** Device pixels of a marker; drawn at two per pixel. */
const SIZE = 60;
const MIDDLE = SIZE / 2;

/** How a premises looks: vacant and partly vacant ones are hatched, one that nobody looked at is pale. */
export const MARKER_LOOKS = ['vacant', 'partly-vacant', 'in-use', 'unknown'] as const;
export type MarkerLook = (typeof MARKER_LOOKS)[number];

type Pen = CanvasRenderingContext2D;

/** A disc in the function's colour with its two letters; a vacant one stands on a hatched square. */
function draw(term: FunctionTerm, look: MarkerLook, palette: Palette): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  const hatched = look === 'vacant' || look === 'partly-vacant';
  if (hatched) hatchedSquare(pen, look, palette);
  const colour = palette[`function-${term.code}`];
  disc(pen, hatched ? 19 : 23, look === 'unknown' ? palette.unknown : colour, palette);
  if (look === 'unknown') ring(pen, palette);
  pen.fillStyle = look === 'unknown' ? palette['unknown-mark'] : palette['on-function'];
  pen.font = `600 ${hatched ? 21 : 24}px "Kernkaart Sans"`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(look === 'unknown' ? '?' : term.letter, MIDDLE, MIDDLE + 1);
  return pen.getImageData(0, 0, SIZE, SIZE);
}

function disc(pen: Pen, radius: number, colour: string, palette: Palette): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(MIDDLE, MIDDLE, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.lineWidth = 3;
  pen.strokeStyle = palette['map-halo'];
  pen.stroke();
}

function ring(pen: Pen, palette: Palette): void {
  pen.lineWidth = 2;
  pen.strokeStyle = palette['unknown-mark'];
  pen.stroke();
}

/** Filled and closely hatched when vacant; pale and thinly hatched when only part of it is. */
function hatchedSquare(pen: Pen, look: MarkerLook, palette: Palette): void {
  const whole = look === 'vacant';
  pen.save();
  pen.beginPath();
  pen.roundRect(4, 4, SIZE - 8, SIZE - 8, 5);
  pen.lineWidth = 8;
  pen.strokeStyle = palette['map-halo'];
  pen.stroke();
  pen.fillStyle = palette[whole ? 'vacancy-2' : 'map-halo'];
  pen.fill();
  pen.clip();
  pen.strokeStyle = palette['vacancy-4'];
  pen.lineWidth = whole ? 5 : 2;
  for (let x = -SIZE; x < SIZE; x += 12) {
    pen.beginPath();
    pen.moveTo(x, SIZE);
    pen.lineTo(x + SIZE, 0);
    pen.stroke();
  }
  pen.restore();
  pen.lineWidth = 3;
  pen.strokeStyle = palette['vacancy-outline'];
  pen.stroke();
}

/** Puts the markers of every function on the map, as `look-function`; the letters need the font to be there. */
export async function addMarkerImages(map: MapLibre, palette: Palette): Promise<void> {
  await document.fonts.load('600 20px "Kernkaart Sans"');
  for (const term of FUNCTIONS)
    for (const look of MARKER_LOOKS) putImage(map, `${look}-${term.code}`, draw(term, look, palette));
}
