import type { Disc, Label, Mark, Shape } from './drawing.ts';
import { pathData, UNITS } from './svg-path.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 knows no control characters but these, and not the two last code points of the plane. */
const ALLOWED = /[\t\n\r\u{20}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/** Text as XML takes it; characters that it does not know are left out. */
export function escaped(text: string): string {
  return [...text]
    .filter(letter => ALLOWED.test(letter))
    .map(letter => ESCAPES[letter] ?? letter)
    .join('');
}

/** A number with one decimal at most. */
export const number = (value: number): string => String(Math.round(value * 10) / 10);

/** Page units in the units of what is written. */
const units = (value: number): string => number(value * UNITS);
const whole = (value: number): string => String(Math.round(value * UNITS));

type Attributes = Readonly<Record<string, string | number | undefined>>;

function attributes(values: Attributes): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

/** An element without its paint, and the paint: neighbours with the same paint share it. */
interface Written {
  paint: string;
  element: string;
}

function strokePaint({ stroke, width = 0, dash }: Pick<Shape, 'stroke' | 'width' | 'dash'>): Attributes {
  if (stroke === undefined) return {};
  return {
    stroke,
    'stroke-width': units(width),
    'stroke-linejoin': 'round',
    'stroke-dasharray': dash?.map(units).join(' '),
  };
}

function shapeSvg({ rings, closed, fill, rule = 'evenodd', opacity, ...stroke }: Shape): Written | undefined {
  const data = pathData(rings, closed);
  if (data === '') return undefined;
  const paint = attributes({
    fill: fill ?? 'none',
    'fill-rule': fill === undefined || rings.length < 2 || rule === 'nonzero' ? undefined : rule,
    ...strokePaint(stroke),
    opacity,
  });
  return { paint, element: `<path d="${data}"/>` };
}

function discSvg({ x, y, radius, fill, opacity, ...stroke }: Disc): Written {
  const paint = attributes({ fill: fill ?? 'none', ...strokePaint(stroke), opacity });
  const place = attributes({ cx: whole(x), cy: whole(y), r: units(radius) });
  return { paint, element: `<circle${place}/>` };
}

function labelSvg({ x, y, text, size, bold, colour, anchor, halo }: Label): Written {
  const rim = {
    stroke: halo,
    'stroke-width': units(size / 4),
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
  const paint = attributes({
    'font-size': units(size),
    'font-weight': bold ? 600 : undefined,
    'text-anchor': anchor === 'middle' ? 'middle' : undefined,
    fill: colour,
    ...(halo === undefined ? {} : rim),
  });
  return { paint, element: `<text x="${whole(x)}" y="${whole(y)}">${escaped(text)}</text>` };
}

function written(mark: Mark): Written | undefined {
  if (mark.kind === 'shape') return shapeSvg(mark);
  return mark.kind === 'disc' ? discSvg(mark) : labelSvg(mark);
}

/** Marks in order, in an svg whose units are {@link UNITS} to a page unit. */
export function marksSvg(marks: readonly Mark[]): string {
  const groups: { paint: string; elements: string[] }[] = [];
  for (const mark of marks) {
    const next = written(mark);
    if (next === undefined) continue;
    const last = groups.at(-1);
    if (last?.paint === next.paint) last.elements.push(next.element);
    else groups.push({ paint: next.paint, elements: [next.element] });
  }
  return groups.map(({ paint, elements }) => `<g${paint}>${elements.join('')}</g>`).join('');
}
