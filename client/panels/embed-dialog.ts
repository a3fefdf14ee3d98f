import { html, nothing, type TemplateResult } from 'lit';
import { EmbedElement } from './embed-element.ts';
import { embedFailure } from './embed-fault.ts';
import { icon } from './icon.ts';

/** A button that opens a dialog in which one thing is done for good. What goes wrong is said in it. */
export abstract class EmbedDialog extends EmbedElement {
  /** What went wrong. */
  protected told = '';
  protected busy = false;
  #open = false;

  /** Words on the button: short, and whole for screen readers. */
  protected abstract get button(): { words: string; name: string };
  protected abstract get heading(): string;
  protected abstract body(): TemplateResult;

  protected override render() {
    const id = `${this.localName}-title`;
    const { words, name } = this.button;
    return html`<button type="button" class="button" aria-haspopup="dialog" aria-label=${name} @click=${() => this.#show()}>
        ${words}
      </button>
      <dialog class="embed-dialog" aria-labelledby=${id} @close=${() => this.#closed()}>
        ${
          this.#open
            ? html`<div class="heading-row">
                  <h2 id=${id}>${this.heading}</h2>
                  <button type="button" class="button plain" aria-label=${this.say.close} title=${this.say.close} @click=${() => this.close()}>
                    ${icon('close')}
                  </button>
                </div>
                ${this.body()}
                <div role="alert">
                  ${this.told === '' ? nothing : html`<p class="embed-fault">${icon('warning')}<span>${this.told}</span></p>`}
                </div>`
            : nothing
        }
      </dialog>`;
  }

  #show(): void {
    this.#open = true;
    this.told = '';
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector('dialog')?.showModal());
  }

  protected close(): void {
    this.querySelector('dialog')?.close();
  }

  #closed(): void {
    this.#open = false;
    this.requestUpdate();
  }

  /** Says what is wrong before anything is tried. */
  protected refuse(words: string): void {
    this.told = words;
    this.requestUpdate();
  }

  /** Does the thing, and closes when it was done. @returns whether it was */
  protected async attempt(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refuse('');
    try {
      await act();
      this.close();
      return true;
    } catch (error) {
      this.told = embedFailure(error, this.say);
      this.builder.refused(error);
      return false;
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  }

  /** The button that does it, and the one that does not. */
  protected actions(words: string, act: () => void): TemplateResult {
    return html`<div class="actions">
      <button type="button" class="button primary" aria-disabled=${this.busy ? 'true' : nothing} @click=${act}>
        ${this.busy ? this.say.busy : words}
      </button>
      <button type="button" class="button" @click=${() => this.close()}>${this.say.cancel}</button>
    </div>`;
  }
}
