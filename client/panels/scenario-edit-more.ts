import { html, nothing, type TemplateResult } from 'lit';
import { deleteDraft, makeDraft } from '../api/scenario-draft.ts';
import { ScenarioEditDialog } from './scenario-edit-dialog.ts';
import './scenario-edit-renew.ts';

/** What is done seldom: a copy, newer data, and taking the draft away. */
class ScenarioEditMore extends ScenarioEditDialog {
  #sure = false;

  protected override get heading(): string {
    return this.say.more;
  }

  protected override async opening(): Promise<void> {
    this.#sure = false;
  }

  protected override body(): TemplateResult {
    const { say, edit, screen } = this;
    const published = edit.draft.versions.length > 0;
    return html`<h3>${say.copyTitle}</h3>
      <p class="note">${say.copyLead}</p>
      <button type="button" class="button" ?disabled=${this.busy} @click=${() => this.#copy()}>${say.copyNow}</button>
      <h3>${say.renewTitle}</h3>
      <kk-scenario-edit-renew .screen=${screen} .edit=${edit}></kk-scenario-edit-renew>
      <h3>${say.deleteTitle}</h3>
      ${published ? html`<p class="note">${say.deletePublished}</p>` : this.#delete()}`;
  }

  #delete(): TemplateResult {
    const { say } = this;
    return html`<p class="note">${say.deleteLead}</p>
      ${
        this.#sure
          ? html`<button type="button" class="button primary" ?disabled=${this.busy} @click=${() => this.#remove()}>${say.deleteSure}</button>`
          : html`<button type="button" class="button" @click=${() => this.#ask()}>${say.deleteNow}</button>`
      }
      ${this.busy ? html`<p class="note" role="status">${say.busy}</p>` : nothing}`;
  }

  #ask(): void {
    this.#sure = true;
    this.requestUpdate();
  }

  #remove(): void {
    void this.attempt(async () => {
      await deleteDraft(this.edit.id);
      this.dispatchEvent(new CustomEvent('leave', { bubbles: true, detail: '/scenarios' }));
    });
  }

  #copy(): void {
    void this.attempt(async () => {
      const { edit, say } = this;
      const title = say.copyOf(edit.document.title || say.untitled).slice(0, 120);
      const { id } = await makeDraft({ kind: 'copy', scenario: edit.id, title, document: edit.document });
      this.dispatchEvent(new CustomEvent('leave', { bubbles: true, detail: `/scenarios/${id}/edit` }));
    });
  }
}

customElements.define('kk-scenario-edit-more', ScenarioEditMore);
