import type { Drawing, Label, Mark, Shape } from './drawing.ts';
import type { Element, Paper } from './paper.ts';

function drawShape({ pdf }: Paper, { rings, closed, fill, stroke, width = 0, dash }: Shape): void {
  if (rings.length === 0) return;
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      if (at === 0) pdf.moveTo(ring[0]!, ring[1]!);
      else pdf.lineTo(ring[at]!, ring[at + 1]!);
    }
    if (closed) pdf.closePath();
  }
  if (stroke !== undefined) {
    pdf.lineWidth(width).lineJoin('round').strokeColor(stroke);
    if (dash === undefined) pdf.undash();
    else pdf.dash(dash[0], { space: dash[1] });
  }
  if (fill !== undefined) pdf.fillColor(fill);
  if (fill !== undefined && stroke !== undefined) pdf.fillAndStroke(fill, stroke, 'even-odd');
  else if (fill !== undefined) pdf.fill('even-odd');
  else pdf.stroke();
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

/** Draws marks with their origin at a place of the page; inside a structure or an artifact. */
export function drawMarks(paper: Paper, marks: readonly Mark[], x: number, y: number): void {
  const { pdf } = paper;
  pdf.save().translate(x, y);
  for (const mark of marks) {
    if (mark.kind === 'shape') drawShape(paper, mark);
    else drawLabel(paper, mark);
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
