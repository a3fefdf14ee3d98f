/** Columns of text, aligned: words to the left, numbers (given as numbers) to the right. */
export function tableLines(rows: readonly (readonly (string | number)[])[]): string[] {
  const text = (cell: string | number) => (typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell);
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(row => text(row[column] ?? '').length)),
  );
  return rows.map(row =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return typeof cell === 'number' ? text(cell).padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
