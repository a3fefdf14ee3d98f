import { html, type TemplateResult } from 'lit';
import type { Embed } from '#contract/embed.ts';
import { storedName } from '../state/embed-name.ts';
import { EmbedDialog } from './embed-dialog.ts';

/** Withdrawing a stored embed, with a reason. Fires `done` with what was done, in words. */
class EmbedWithdraw extends EmbedDialog {
  static override properties = { ...EmbedDialog.properties, embed: { attribute: false } };
  declare embed: Embed;
  #reason = '';

  get #name(): string {
    return storedName(this.embed.document, this.builder.place);
  }

  protected override get button() {
    return { words: this.say.withdraw, name: this.say.withdrawOf(this.#name) };
  }

  protected override get heading(): string {
    return this.say.withdrawTitle;
  }

  protected override body(): TemplateResult {
    const { say } = this;
    return html`<p><strong>${this.#name}</strong></p>
      <p>${say.withdrawLead}</p>
      <label class="field">
        <span>${say.withdrawReason}</span>
        <textarea
          rows="3"
          maxlength="300"
          .value=${this.#reason}
          @input=${(event: Event) => {
            this.#reason = (event.target as HTMLTextAreaElement).value;
          }}
        ></textarea>
      </label>
      ${this.actions(say.withdraw, () => void this.#withdraw())}`;
  }

  async #withdraw(): Promise<void> {
    const { builder, embed, say } = this;
    const [reason, name] = [this.#reason.trim(), this.#name];
    if (reason === '') return this.refuse(say.withdrawReasonMissing);
    const done = await this.attempt(() => builder.withdraw(embed.id, reason));
    if (done) this.dispatchEvent(new CustomEvent('done', { detail: say.withdrawDone(name) }));
  }
}

customElements.define('kk-embed-withdraw', EmbedWithdraw);
