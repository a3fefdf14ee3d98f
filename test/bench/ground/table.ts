import type { Figure } from './bench.ts';

/** A figure with the engine it was measured on; undefined where none is involved. */
export interface Row extends Figure {
  engine: string | undefined;
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** Whether a figure keeps its target; undefined without one. */
export function keepsTarget({ value, unit, target }: Figure): boolean | undefined {
  if (target === undefined) return undefined;
  return unit === 'rows/s' ? value >= target : value <= target;
}

function cellsOf(row: Row): string[] {
  const { yardstick, target, unit } = row;
  const verdict = { true: 'yes', false: 'NO', undefined: '' }[String(keepsTarget(row)) as 'true'];
  const bound = unit === 'rows/s' ? '>=' : '<=';
  return [
    row.engine ?? '',
    row.what,
    `${rounded(row.value)} ${unit}`,
    yardstick ? `${rounded(yardstick.value)} ${unit}` : '',
    yardstick ? (row.value / yardstick.value).toFixed(2) : '',
    target === undefined ? '' : `${bound} ${target} ${unit}`,
    verdict,
    yardstick?.what ?? '',
  ];
}

const HEAD = ['engine', 'figure', 'ours', 'yardstick', 'ratio', 'target', 'kept', 'what the yardstick is'];

/** The figures as a Markdown table, for a terminal and for a note alike. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map(cells => cells[column]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  const [head, ...body] = lines.map(line);
  return [head, line(widths.map(width => '-'.repeat(width))), ...body].join('\n');
}
