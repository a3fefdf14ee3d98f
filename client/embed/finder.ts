import { getPlaces, type Place } from '../api/place.ts';
import type { EmbedWords } from '../text/embed.ts';
import { make } from './element.ts';
import { matchPlaces } from './place-match.ts';

const MOST = 8;

/**
 * A field in which readers find their own street or area, with a list of what suits (the pattern of a combobox). What can
 * be found comes over when the field is first used.
 */
export class Finder {
  readonly #say: EmbedWords;
  readonly #address: string;
  readonly #choose: (place: Place) => void;
  readonly #input: HTMLInputElement;
  readonly #list = make('ul', { id: 'finder-list', role: 'listbox', hidden: '' });
  readonly #words = make('p', { class: 'finder-words', role: 'status' });
  #places: Promise<readonly Place[]> | undefined;
  #shown: readonly Place[] = [];
  #at = -1;

  constructor(box: HTMLElement, say: EmbedWords, choose: (place: Place) => void) {
    this.#say = say;
    this.#address = box.dataset.places!;
    this.#choose = choose;
    this.#input = make('input', {
      id: 'finder-input',
      type: 'search',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': 'finder-list',
    });
    this.#list.setAttribute('aria-label', say.find);
    const label = make('label', { for: 'finder-input' }, say.find);
    box.append(label, make('div', { class: 'finder-field' }, this.#input, this.#list), this.#words);
    box.hidden = false;
    this.#listen();
  }

  #listen(): void {
    const input = this.#input;
    input.addEventListener('focus', () => void this.#load());
    input.addEventListener('input', () => void this.#find());
    input.addEventListener('keydown', event => this.#press(event));
    input.addEventListener('blur', () => this.#close());
    // Before the field loses the focus, which would close the list under the finger.
    this.#list.addEventListener('pointerdown', event => event.preventDefault());
    this.#list.addEventListener('click', ({ target }) => {
      const option = (target as Element).closest('[role="option"]');
      if (option) this.#take([...this.#list.children].indexOf(option));
    });
  }

  async #load(): Promise<readonly Place[] | undefined> {
    this.#places ??= getPlaces(this.#address);
    try {
      return await this.#places;
    } catch {
      this.#places = undefined;
      this.#tell(this.#say.findFailed);
      return undefined;
    }
  }

  async #find(): Promise<void> {
    const places = await this.#load();
    if (places === undefined) return;
    const typed = this.#input.value;
    this.#shown = matchPlaces(places, typed, MOST);
    this.#list.replaceChildren(...this.#shown.map((place, index) => this.#option(place, index)));
    this.#aim(-1);
    const { length } = this.#shown;
    if (typed.trim() === '') this.#tell('');
    else this.#tell(length > 0 ? this.#say.found(length) : this.#say.notFound, length === 0);
    this.#open(length > 0);
  }

  #option({ name, kind }: Place, index: number): HTMLElement {
    const words = make('small', {}, this.#say.kinds[kind]);
    return make('li', { id: `finder-${index}`, role: 'option', 'aria-selected': 'false' }, name, ' ', words);
  }

  #press(event: KeyboardEvent): void {
    const { length } = this.#shown;
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && length > 0 && !this.#list.hidden) this.#take(Math.max(this.#at, 0));
    else if (event.key === 'ArrowDown' && length > 0) this.#aim((this.#at + 1) % length);
    else if (event.key === 'ArrowUp' && length > 0) this.#aim((Math.max(this.#at, 0) - 1 + length) % length);
    else return;
    event.preventDefault();
  }

  #aim(at: number): void {
    this.#at = at;
    if (at >= 0) this.#open(true);
    for (const [index, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) option.scrollIntoView({ block: 'nearest' });
    }
    if (at < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', `finder-${at}`);
  }

  #take(at: number): void {
    const place = this.#shown[at];
    if (place === undefined) return;
    this.#input.value = place.name;
    this.#tell('');
    this.#close();
    this.#choose(place);
  }

  /** Who sees the list need not read how long it is. */
  #tell(words: string, isSeen = true): void {
    this.#words.textContent = words;
    this.#words.classList.toggle('hidden', !isSeen);
  }

  #open(open: boolean): void {
    this.#list.hidden = !open;
    this.#input.setAttribute('aria-expanded', String(open));
  }

  #close(): void {
    this.#open(false);
    this.#aim(-1);
  }
}
