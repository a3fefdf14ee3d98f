import type { Disc, Drawing, Label, Mark, Shape } from './drawing.ts';
import type { Element, Paper } from './paper.ts';

type Paint = Omit<Shape, 'kind' | 'rings' | 'closed' | 'opacity'>;

/** Fills and strokes what was drawn last. */
function paint({ pdf }: Paper, { fill, rule, stroke, width = 0, dash }: Paint): void {
  const inside = rule === 'nonzero' ? 'non-zero' : 'even-odd';
  if (stroke !== undefined) {
    pdf.lineWidth(width).lineJoin('round').strokeColor(stroke);
    if (dash === undefined) pdf.undash();
    else pdf.dash(dash[0], { space: dash[1] });
  }
  if (fill !== undefined) pdf.fillColor(fill);
  if (fill !== undefined && stroke !== undefined) pdf.fillAndStroke(fill, stroke, inside);
  else if (fill !== undefined) pdf.fill(inside);
  else pdf.stroke();
}

function drawShape(paper: Paper, { rings, closed, ...rest }: Shape): void {
  const { pdf } = paper;
  if (rings.length === 0) return;
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      if (at === 0) pdf.moveTo(ring[0]!, ring[1]!);
      else pdf.lineTo(ring[at]!, ring[at + 1]!);
    }
    if (closed) pdf.closePath();
  }
  paint(paper, rest);
}

function drawDisc(paper: Paper, { x, y, radius, ...rest }: Disc): void {
  paper.pdf.circle(x, y, radius);
  paint(paper, rest);
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The rim is drawn as outlines: as text it would be read and copied twice. */
function drawHalo({ pdf, fonts }: Paper, { text, size, bold, halo }: Label, left: number, y: number): void {
  if (halo === undefined) return;
  pdf
    .undash()
    .lineWidth(size / 3.5)
    .lineJoin('round')
    .strokeColor(halo);
  for (const { begins, x, y: above } of fonts.outline(text, bold ? 'bold' : 'regular')) {
    const at = [round(left + x * size), round(y - above * size)] as const;
    if (begins) pdf.moveTo(...at);
    else pdf.lineTo(...at);
  }
  pdf.stroke();
}

function drawLabel(paper: Paper, label: Label): void {
  const { x, y, text, size, bold, colour, anchor } = label;
  const setting = { size, bold };
  const left = anchor === 'middle' ? x - paper.widthOf(text, setting) / 2 : x;
  drawHalo(paper, label, left, y);
  paper.widthOf(text, setting);
  paper.pdf.fillColor(colour).text(text, left, y, { lineBreak: false, baseline: 'alphabetic' });
}

function drawPainted(paper: Paper, mark: Shape | Disc): void {
  // Opacity stands before the path: the format takes no state between a path and its paint.
  if (mark.opacity !== undefined) paper.pdf.save().opacity(mark.opacity);
  if (mark.kind === 'shape') drawShape(paper, mark);
  else drawDisc(paper, mark);
  if (mark.opacity !== undefined) paper.pdf.restore();
}

/** Draws marks with their origin at a place of the page; inside a structure or an artifact. */
export function drawMarks(paper: Paper, marks: readonly Mark[], x: number, y: number): void {
  const { pdf } = paper;
  pdf.save().translate(x, y);
  for (const mark of marks) {
    if (mark.kind === 'label') drawLabel(paper, mark);
    else drawPainted(paper, mark);
  }
  pdf.restore();
}

/** Draws a still map as a figure with its alternative text; nothing of it lies outside its size. */
export function drawFigure(paper: Paper, parent: Element, drawing: Drawing, x: number, y: number): void {
  const { width, height, title, description, marks } = drawing;
  const figure = {
    alt: `${title}. ${description}`,
    bbox: [x, y, x + width, y + height] as [number, number, number, number],
  };
  parent.add(
    paper.pdf.struct('Figure', figure, () => {
      paper.pdf.save().rect(x, y, width, height).clip();
      drawMarks(paper, marks, x, y);
      paper.pdf.restore();
      paper.pdf.undash().lineWidth(0.5).strokeColor('#1b2430').rect(x, y, width, height).stroke();
    }),
  );
}
