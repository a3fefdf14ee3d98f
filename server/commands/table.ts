type Cell = string | number;

/** Columns of text, aligned: numbers, and the heads over them, to the right; words to the left. */
export function tableLines(rows: readonly (readonly Cell[])[]): string[] {
  const text = (cell: Cell) => (typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell);
  const columns = (rows[0] ?? []).map((_, column) => {
    const width = Math.max(...rows.map(row => text(row[column] ?? '').length));
    return { width, numbers: rows.some(row => typeof row[column] === 'number') };
  });
  return rows.map(row =>
    columns
      .map(({ width, numbers }, column) => {
        const cell = text(row[column] ?? '');
        return numbers ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
