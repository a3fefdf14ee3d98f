import { COLOUR } from './colour.ts';
import { type LegendEntry, swatchWidth } from './drawing.ts';
import type { Element, Paper } from './paper.ts';
import { drawMarks } from './pdf-drawing.ts';

/** Where a legend stands: columns of one width beside each other, each filled before the next. */
export interface LegendBox {
  x: number;
  y: number;
  width: number;
  columns: number;
  size: number;
}

const GAP = 12;

function placesOf(paper: Paper, entries: readonly LegendEntry[], { x, y, width, columns, size }: LegendBox) {
  const column = (width - GAP * (columns - 1)) / columns;
  const indent = swatchWidth(size) + 0.7 * size;
  const perColumn = Math.ceil(entries.length / columns);
  let top = y;
  return entries.map((entry, at) => {
    if (at % perColumn === 0) top = y;
    const setting = { size, colour: COLOUR.ink, width: column - indent };
    const place = { entry, setting, x: x + Math.floor(at / perColumn) * (column + GAP), y: top, indent };
    top += paper.heightOf(entry.words, setting) + 0.35 * size;
    return { ...place, bottom: top };
  });
}

/** Height of a legend. */
export function legendHeight(paper: Paper, entries: readonly LegendEntry[], box: LegendBox): number {
  return Math.max(0, ...placesOf(paper, entries, box).map(({ bottom }) => bottom - box.y));
}

/** Draws a legend as a list: the words are read, the swatches are not. */
export function drawLegend(
  paper: Paper,
  parent: Element,
  entries: readonly LegendEntry[],
  box: LegendBox,
): void {
  const list = paper.pdf.struct('L');
  parent.add(list);
  for (const { entry, setting, x, y, indent } of placesOf(paper, entries, box)) {
    const item = paper.pdf.struct('LI');
    list.add(item);
    paper.artifact(() => drawMarks(paper, entry.swatch, x, y + 0.1 * box.size));
    paper.block(item, 'LBody', entry.words, { ...setting, x: x + indent, y });
    item.end();
  }
  list.end();
}
