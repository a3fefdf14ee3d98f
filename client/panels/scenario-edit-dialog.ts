import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../api/api-error.ts';
import { icon } from './icon.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';

/** A button that opens a dialog in which one thing is done. What goes wrong is said in it, and nothing is lost. */
export abstract class ScenarioEditDialog extends ScenarioEditElement {
  /** What went wrong, or what was done. */
  protected told = '';
  protected busy = false;
  #open = false;

  /** Words on the button, and above the dialog. */
  protected abstract get heading(): string;
  protected abstract body(): TemplateResult;

  protected get buttonClass(): string {
    return 'button';
  }

  /** Something to make ready before the dialog is seen. */
  protected async opening(): Promise<void> {}

  protected override render() {
    const id = `${this.localName}-title`;
    return html`<button type="button" class=${this.buttonClass} aria-haspopup="dialog" @click=${() => this.show()}>
        ${this.heading}
      </button>
      <dialog class="edit-dialog" aria-labelledby=${id} @close=${() => this.#closed()}>
        ${
          this.#open
            ? html`<div class="heading-row">
                  <h2 id=${id}>${this.heading}</h2>
                  <button type="button" class="button plain" aria-label=${this.say.close} title=${this.say.close} @click=${() => this.close()}>
                    ${icon('close')}
                  </button>
                </div>
                ${this.body()}
                <p role="alert" class=${this.told === '' ? '' : 'edit-alert'}>${this.told}</p>`
            : nothing
        }
      </dialog>`;
  }

  /** Opens the dialog. */
  show(): void {
    this.#open = true;
    this.told = '';
    this.requestUpdate();
    void this.opening().then(() => this.requestUpdate());
    void this.updateComplete.then(() => this.querySelector('dialog')?.showModal());
  }

  protected close(): void {
    this.querySelector('dialog')?.close();
  }

  #closed(): void {
    this.#open = false;
    this.requestUpdate();
  }

  /** Does one thing at a time and says what went wrong. @returns whether it was done */
  protected async attempt(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.told = '';
    this.requestUpdate();
    try {
      await act();
      return true;
    } catch (error) {
      this.told = this.#reason(error);
      return false;
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  }

  #reason(error: unknown): string {
    const { say } = this;
    if (!(error instanceof ApiError)) throw error;
    if (error.kind === 'offline' || error.kind === 'busy') return say.failedOffline;
    if (error.kind === 'not-signed-in') return say.failedSignedOut;
    if (error.kind === 'absent') return say.failedGone;
    return error.kind === 'refused' ? say.failedRefused(error.problem?.detail ?? '') : say.failedFault;
  }
}
