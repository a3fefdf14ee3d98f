import { html, nothing, type TemplateResult } from 'lit';
import { placeWords, screenLines } from '../text/screen-summary.ts';
import { ExploreElement } from './explore-element.ts';
import { icon } from './icon.ts';

/** Sharing the screen by its address, on paper, or as a report of a mistake. */
class Share extends ExploreElement {
  #told = '';

  protected override render() {
    const { say } = this.wording;
    return html`<details class="share">
        <summary>${icon('share')}${say.share}</summary>
        ${this.#address()}
      </details>
      <div class="actions">
        <button type="button" class="button" @click=${() => print()}>${icon('print')}${say.print}</button>
        ${this.#report()}
      </div>`;
  }

  #address(): TemplateResult {
    const { say } = this.wording;
    return html`<div class="share-body">
      <p class="note">
        ${say.shareLead} ${this.explore.planner ? say.shareFromPlanner : say.shareFromVisitor}
      </p>
      <label class="field">
        <span>${say.shareAddress}</span>
        <input class="address" readonly .value=${location.href} @focus=${selectAll} />
      </label>
      <div class="actions">
        <button type="button" class="button" @click=${() => this.#copy()}>${icon('copy')}${say.shareCopy}</button>
        ${
          'share' in navigator
            ? html`<button type="button" class="button" @click=${() => this.#send()}>${say.shareSend}</button>`
            : nothing
        }
      </div>
      <p class="note" role="status">${this.#told}</p>
    </div>`;
  }

  /** Only where an administrator said where reports go. */
  #report(): TemplateResult | typeof nothing {
    const { say } = this.wording;
    const { explore } = this;
    const to = (explore.municipalities.value as { reportAddress?: string | null } | undefined)?.reportAddress;
    if (!to) return nothing;
    const subject = say.reportSubject(placeWords(explore));
    const body = [say.reportAsk, '', '', say.reportScreen, ...screenLines(explore), location.href].join(
      '\r\n',
    );
    const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
    return html`<a class="button" href="mailto:${to}?${query}">${icon('mail')}${say.reportMistake}</a>`;
  }

  async #copy(): Promise<void> {
    const { say } = this.wording;
    try {
      await navigator.clipboard.writeText(location.href);
      this.#tell(say.shareCopied);
    } catch {
      // Not over plain HTTP, nor where the browser forbids it: the reader copies by hand.
      this.querySelector<HTMLInputElement>('.address')?.select();
      this.#tell(say.shareNotCopied);
    }
  }

  #tell(words: string): void {
    this.#told = words;
    this.requestUpdate();
  }

  async #send(): Promise<void> {
    const text = this.wording.say.shareText(placeWords(this.explore));
    // Rejected when the reader thinks better of it, which is no fault.
    await navigator.share({ title: text, text, url: location.href }).catch(() => undefined);
  }
}

const selectAll = (event: Event): void => (event.target as HTMLInputElement).select();

customElements.define('kk-share', Share);
