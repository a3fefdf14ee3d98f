import { html, nothing, type TemplateResult } from 'lit';
import type { Embed } from '#contract/embed.ts';
import { EmbedElement } from './embed-element.ts';
import { embedFailure } from './embed-fault.ts';
import { icon } from './icon.ts';

/** Storing what was chosen. The first time it makes the code; after that it changes what stands on websites. */
class EmbedSave extends EmbedElement {
  protected override render() {
    const { builder } = this;
    const { embed, now } = builder.saving;
    if (embed?.withdrawn) return nothing;
    return html`${now.step === 'conflict' ? this.#conflict(now.theirs) : embed ? this.#changes() : this.#first()}
      <p class="embed-told" role="status">${this.#told()}</p>
      <div role="alert">${now.step === 'failed' ? this.#failed(now.error) : nothing}</div>`;
  }

  #first(): TemplateResult {
    const { say, builder } = this;
    const ready = builder.document !== null;
    return html`<p>${ready ? say.saveLead : builder.place.unseen ? say.noSeries : say.saveWaits}</p>
      ${this.#button(say.save, ready)}`;
  }

  #changes(): TemplateResult {
    const { say, builder } = this;
    if (!builder.unsaved) return this.#told() === '' ? html`<p class="note">${say.saveNothing}</p>` : html``;
    return html`<p><strong>${say.saveUnsaved}</strong> ${say.saveChangesLead}</p>
      ${this.#button(say.saveChanges, builder.document !== null)}`;
  }

  #button(words: string, ready: boolean): TemplateResult {
    const { say, builder } = this;
    const busy = builder.saving.now.step === 'busy';
    return html`<button type="button" class="button primary" ?disabled=${!ready} aria-disabled=${busy ? 'true' : nothing} @click=${() => void this.#save()}>
      ${busy ? say.saving : words}
    </button>`;
  }

  /** The button is gone when it is done: the code is what comes next. */
  async #save(over: 'check' | 'over-theirs' = 'check'): Promise<void> {
    const done = await this.builder.save(over);
    if (done) return this.#on();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.embed-conflict')?.focus();
  }

  #yield(): void {
    this.builder.takeTheirs();
    this.#on();
  }

  #on(): void {
    this.dispatchEvent(new CustomEvent('stored', { bubbles: true }));
  }

  #told(): string {
    const { step } = this.builder.saving.now;
    return step === 'made' || step === 'saved' ? this.say[step] : '';
  }

  #failed(error: unknown): TemplateResult {
    return html`<p class="embed-fault">${icon('warning')}<span>${embedFailure(error, this.say)}</span></p>`;
  }

  #conflict(theirs: Embed): TemplateResult {
    const { say, screen } = this;
    const when = screen.write.date(theirs.updatedAt.slice(0, 10));
    return html`<div class="embed-conflict" role="alert" tabindex="-1">
      <p><strong>${say.conflict}</strong> ${say.conflictLead(when)}</p>
      <div class="actions">
        <button type="button" class="button" @click=${() => this.#yield()}>
          <span>${say.conflictTheirs}<small>${say.conflictTheirsLead}</small></span>
        </button>
        <button type="button" class="button" @click=${() => void this.#save('over-theirs')}>
          <span>${say.conflictMine}<small>${say.conflictMineLead}</small></span>
        </button>
      </div>
    </div>`;
  }
}

customElements.define('kk-embed-save', EmbedSave);
