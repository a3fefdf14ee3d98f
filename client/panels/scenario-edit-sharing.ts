import { html, nothing, type TemplateResult } from 'lit';
import { endSharing, shareDraft } from '../api/scenario-draft.ts';
import { copyAddress } from './copy-address.ts';
import { icon } from './icon.ts';
import { ScenarioEditDialog } from './scenario-edit-dialog.ts';

/** Sharing the draft by a link: who has it reads the scenario as it was when the link was made. */
class ScenarioEditSharing extends ScenarioEditDialog {
  #link: string | null = null;
  #said = '';

  protected override get heading(): string {
    return this.say.share;
  }

  protected override async opening(): Promise<void> {
    this.#said = '';
    await this.edit.saving.now();
  }

  protected override body(): TemplateResult {
    const { say, edit } = this;
    const { shared } = edit.draft;
    return html`<p>${say.shareLead}</p>
      ${shared && this.#link === null ? html`<p class="note">${say.shareExists}</p>` : nothing}
      ${this.#link === null ? nothing : this.#address(this.#link)}
      <div class="actions">
        <button type="button" class="button primary" ?disabled=${this.busy} @click=${() => this.#share()}>
          ${shared ? say.shareRenew : say.shareMake}
        </button>
        ${
          shared
            ? html`<button type="button" class="button" ?disabled=${this.busy} @click=${() => this.#end()}>${say.shareEnd}</button>`
            : nothing
        }
      </div>
      <p class="note" role="status">${this.#said}</p>`;
  }

  #address(link: string): TemplateResult {
    const { say } = this;
    return html`<label class="field">
        <span>${say.shareAddress}</span>
        <input class="address" type="text" readonly .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
      </label>
      <button type="button" class="button" @click=${() => this.#copy(link)}>${icon('copy')}${say.shareCopy}</button>`;
  }

  async #copy(link: string): Promise<void> {
    this.#said = (await copyAddress(this, link)) ? this.say.shareCopied : this.say.shareNotCopied;
    this.requestUpdate();
  }

  #share(): void {
    void this.attempt(async () => {
      const { key } = await shareDraft(this.edit.id);
      this.#link = key === null ? null : `${location.origin}/scenarios/${this.edit.id}#key=${key}`;
      this.#said = this.say.shareMade;
      this.edit.know({ shared: true });
    });
  }

  #end(): void {
    void this.attempt(async () => {
      await endSharing(this.edit.id);
      this.#link = null;
      this.#said = this.say.shareEnded;
      this.edit.know({ shared: false });
    });
  }
}

customElements.define('kk-scenario-edit-sharing', ScenarioEditSharing);
