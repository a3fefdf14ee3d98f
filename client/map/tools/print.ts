import type { Map as MapLibre } from 'maplibre-gl';
import type { Explore } from '../../state/explore.ts';

/** Milliseconds after which paper gets the map as it is. */
const PATIENCE = 4000;

/**
 * Lets the map be printed. The browser does not keep what WebGL drew, so just before printing the map is drawn once
 * more and copied to a canvas that stands in its place on paper. When the screen asks for paper, the map first
 * turns to the light theme.
 * @param host the map's element; `follow` brings the map in line with the document's theme
 */
export function printable(map: MapLibre, host: HTMLElement, explore: Explore, follow: () => void): void {
  const paper = document.createElement('canvas');
  paper.className = 'map-print';
  host.append(paper);
  addEventListener('beforeprint', () => copyTo(paper, map));
  explore.commands.watch(() => {
    if (explore.commands.last?.kind === 'print') void printInLight(map, follow);
  });
}

function copyTo(paper: HTMLCanvasElement, map: MapLibre): void {
  map.redraw();
  const drawn = map.getCanvas();
  paper.width = drawn.width;
  paper.height = drawn.height;
  paper.getContext('2d')?.drawImage(drawn, 0, 0);
}

async function printInLight(map: MapLibre, follow: () => void): Promise<void> {
  const { dataset } = document.documentElement;
  const theme = dataset.theme;
  dataset.theme = 'light';
  follow();
  await Promise.race([
    new Promise(resolve => void map.once('idle', resolve)),
    new Promise(resolve => void setTimeout(resolve, PATIENCE)),
  ]);
  print();
  if (theme === undefined) delete dataset.theme;
  else dataset.theme = theme;
  follow();
}
