import { html, LitElement } from 'lit';
import { icon } from './icon.ts';

/** A text to copy: it can be read, selected, and copied with one button. */
class EmbedCopy extends LitElement {
  static override properties = {
    label: { attribute: false },
    text: { attribute: false },
    words: { attribute: false },
    rows: { attribute: false },
    primary: { attribute: false },
  };
  /** Above the field. */
  declare label: string;
  declare text: string;
  declare words: { copy: string; copied: string; notCopied: string };
  declare rows: number;
  declare primary: boolean;
  #told = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    // What was copied is no longer what stands here.
    if (changed.has('text')) this.#told = '';
  }

  protected override render() {
    const select = (event: Event) => (event.target as HTMLTextAreaElement).select();
    return html`<label class="field">
        <span>${this.label}</span>
        <textarea readonly rows=${this.rows} spellcheck="false" .value=${this.text} @focus=${select}></textarea>
      </label>
      <div class="embed-copy-act">
        <button type="button" class=${this.primary ? 'button primary' : 'button'} @click=${() => void this.#copy()}>
          ${icon('copy')}${this.words.copy}
        </button>
        <p role="status">${this.#told}</p>
      </div>`;
  }

  /** Where the browser forbids it, as it does over plain HTTP, the text is selected for the reader to copy. */
  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.#told = this.words.copied;
    } catch {
      this.querySelector('textarea')?.select();
      this.#told = this.words.notCopied;
    }
    this.requestUpdate();
  }
}

customElements.define('kk-embed-copy', EmbedCopy);
