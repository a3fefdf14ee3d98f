import { html, nothing, type TemplateResult } from 'lit';
import type { DataRevision } from '#contract/import-job.ts';
import { icon } from './icon.ts';
import { dataFailure, dataFault, ImportElement } from './import-element.ts';

/** Putting a revision back, asked once. It then runs as an import that the page follows. */
class RevisionRestore extends ImportElement {
  static override properties = { ...ImportElement.properties, revision: { attribute: false } };
  declare revision: DataRevision;
  #open = false;

  protected override render() {
    const { say } = this;
    const number = String(this.revision.number);
    const id = `restore-${this.revision.number}`;
    return html`<button type="button" class="button" aria-haspopup="dialog" aria-label=${say.restoreOf(number)} @click=${() => void this.#show()}>
        ${say.restore}
      </button>
      <dialog class="data-dialog" aria-labelledby=${id} @close=${() => this.#closed()}>
        ${this.#open ? this.#body(id, number) : nothing}
      </dialog>`;
  }

  #body(id: string, number: string): TemplateResult {
    const { say, screen, desk } = this;
    const { act, failed } = desk.acting.value;
    return html`<div class="heading-row">
        <h2 id=${id}>${say.restoreOf(number)}</h2>
        <button type="button" class="button plain" aria-label=${say.close} title=${say.close} @click=${() => this.#close()}>
          ${icon('close')}
        </button>
      </div>
      <p>${say.restoreLead(number, screen.write.date(this.revision.madeAt.slice(0, 10)))}</p>
      <div role="alert">${failed?.act === 'restore' ? dataFault(dataFailure(failed.error, say)) : nothing}</div>
      <div class="data-acts">
        <button type="button" class="button primary" aria-disabled=${act ? 'true' : nothing} @click=${() => void this.#restore()}>
          ${act === 'restore' ? say.busy : say.restore}
        </button>
        <button type="button" class="button" @click=${() => this.#close()}>${say.cancel}</button>
      </div>`;
  }

  async #restore(): Promise<void> {
    const { desk, revision } = this;
    const { municipality } = desk.catalogue;
    if (municipality && (await desk.restore(municipality.code, revision.number))) {
      this.#close();
      // Closing gives the focus back to a button that is far from what is going on now.
      document.querySelector<HTMLElement>('#import')?.focus();
    }
  }

  async #show(): Promise<void> {
    this.desk.acting.set({ failed: null });
    this.#open = true;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  #close(): void {
    this.querySelector('dialog')?.close();
  }

  #closed(): void {
    this.#open = false;
    this.requestUpdate();
  }
}

customElements.define('kk-revision-restore', RevisionRestore);
