/** On paper nothing can be folded open: the table is printed open, and is as it was afterwards. */
export function openOnPaper(table: HTMLDetailsElement | null): void {
  if (table === null) return;
  let wasOpen = table.open;
  addEventListener('beforeprint', () => {
    wasOpen = table.open;
    table.open = true;
  });
  addEventListener('afterprint', () => {
    table.open = wasOpen;
  });
}
