import type { Map as MapLibre } from 'maplibre-gl';
import { FUNCTIONS, type FunctionTerm } from '#vocabulary/function.ts';
import type { Palette } from './palette.ts';
import { putImage } from './pattern.ts';

/** Device pixels of a marker; drawn at two per pixel. */
const SIZE = 60;
const MIDDLE = SIZE / 2;

/** Name of the marker of a premises: its function, and whether it stands vacant. */
export const markerName = (code: string, vacant: boolean): string =>
  `${vacant ? 'vacant' : 'in-use'}-${code}`;

/** A disc in the function's colour with its two letters; a vacant one stands on a hatched square. */
function draw(term: FunctionTerm, vacant: boolean, palette: Palette): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  if (vacant) hatchedSquare(pen, palette);
  pen.fillStyle = palette[`function-${term.code}`];
  pen.beginPath();
  pen.arc(MIDDLE, MIDDLE, vacant ? 19 : 23, 0, 2 * Math.PI);
  pen.fill();
  pen.lineWidth = 3;
  pen.strokeStyle = palette['map-halo'];
  pen.stroke();
  pen.fillStyle = palette['on-function'];
  pen.font = `600 ${vacant ? 21 : 24}px "Kernkaart Sans"`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(term.letter, MIDDLE, MIDDLE + 1);
  return pen.getImageData(0, 0, SIZE, SIZE);
}

function hatchedSquare(pen: CanvasRenderingContext2D, palette: Palette): void {
  pen.save();
  pen.beginPath();
  pen.roundRect(4, 4, SIZE - 8, SIZE - 8, 5);
  pen.lineWidth = 8;
  pen.strokeStyle = palette['map-halo'];
  pen.stroke();
  pen.fillStyle = palette['vacancy-2'];
  pen.fill();
  pen.clip();
  pen.strokeStyle = palette['vacancy-4'];
  pen.lineWidth = 5;
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

/** Puts the markers of every function on the map; the letters need the font to be there. */
export async function addMarkerImages(map: MapLibre, palette: Palette): Promise<void> {
  await document.fonts.load('600 20px "Kernkaart Sans"');
  for (const term of FUNCTIONS)
    for (const vacant of [true, false])
      putImage(map, markerName(term.code, vacant), draw(term, vacant, palette));
}
