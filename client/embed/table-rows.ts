import type { EmbedWords } from '../text/embed.ts';
import { makeButton } from './element.ts';
import { folded } from './place-match.ts';

/** The table under the map: the same places as on the map, each with a row. */
export class TableRows {
  readonly #rows = [...document.querySelectorAll<HTMLTableRowElement>('tr[data-id]')];

  /** Makes each row show its place on the map: by a button in its first cell, or a press anywhere in it. */
  offer(say: EmbedWords, show: (id: string) => void): void {
    for (const row of this.#rows) {
      const cell = row.cells[0];
      if (cell === undefined) continue;
      const press = () => show(row.dataset.id!);
      const name = nameOf(row);
      const button = makeButton('', press, { class: 'row-button', 'aria-label': say.showOnMap(name) });
      button.append(...cell.childNodes);
      cell.append(button);
      row.classList.add('offered');
      row.addEventListener('click', ({ target }) => {
        if (!(target instanceof Element && target.closest('a, button'))) press();
      });
    }
  }

  /** Marks the rows of what is chosen; null: none. */
  mark(id: string | null): void {
    for (const row of this.#rows) {
      const chosen = id !== null && row.dataset.id === id;
      row.classList.toggle('chosen', chosen);
      if (chosen) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
  }

  /** Id of the first row that is named so, or begins so: a street has a row for each of its sides. */
  idOf(name: string): string | null {
    const sought = folded(name);
    const row = this.#rows.find(each => `${folded(nameOf(each))} `.startsWith(`${sought} `));
    return row?.dataset.id ?? null;
  }

  /** What a row says, as one sentence; undefined when there is no such row. */
  wordsOf(id: string): string | undefined {
    const row = this.#row(id);
    return row && [...row.cells].map(({ textContent }) => textContent?.trim()).join(', ');
  }

  /** Opens the table, where it is folded, and goes to a row. @returns whether there is one */
  goTo(id: string | null): boolean {
    const row = id === null ? undefined : this.#row(id);
    if (row === undefined) return false;
    const folded = row.closest('details');
    if (folded) folded.open = true;
    const cell = row.cells[0]!;
    cell.tabIndex = -1;
    cell.focus();
    return true;
  }

  #row(id: string): HTMLTableRowElement | undefined {
    return this.#rows.find(row => row.dataset.id === id);
  }
}

const nameOf = (row: HTMLTableRowElement): string => row.cells[0]?.textContent?.trim() ?? '';
