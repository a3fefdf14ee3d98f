import { html, nothing, type TemplateResult } from 'lit';
import type { UploadStep } from '../state/import-upload.ts';
import { bytesWord } from '../text/data-terms.ts';
import { frameWords } from '../text/scenario-frame.ts';
import { dataFailure, dataFault, ImportElement } from './import-element.ts';

/** Choosing a file, or dropping it anywhere on the page, and how far it is on its way to the server. */
class ImportUploadPanel extends ImportElement {
  #over = false;
  #dragged = (event: DragEvent) => this.#drag(event);
  #dropped = (event: DragEvent) => this.#drop(event);
  #left = (event: DragEvent) => {
    if (event.relatedTarget === null) this.#mark(false);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('dragover', this.#dragged);
    addEventListener('drop', this.#dropped);
    addEventListener('dragleave', this.#left);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('dragover', this.#dragged);
    removeEventListener('drop', this.#dropped);
    removeEventListener('dragleave', this.#left);
  }

  protected override render() {
    const { say } = this;
    const { now } = this.desk.upload;
    return html`<h2 id="load" tabindex="-1">${say.load}</h2>
      ${now.step === 'sending' ? this.#sending(now) : this.#choice()}
      <div role="alert">${this.#wrong(now)}</div>`;
  }

  #choice(): TemplateResult {
    const { say } = this;
    const chosen = (event: Event) => {
      const input = event.target as HTMLInputElement;
      const files = [...(input.files ?? [])];
      // So that the same file can be chosen once more.
      input.value = '';
      void this.desk.load(files);
    };
    return html`<p class="reading-text" id="load-lead">${say.loadLead}</p>
      <label class=${this.#over ? 'data-drop over' : 'data-drop'}>
        <input type="file" aria-describedby="load-lead" @change=${chosen} />
        <span class="button primary">${say.choose}</span>
        <span>${this.#over ? say.drop : say.orDrop}</span>
      </label>`;
  }

  #sending({ name, sent, bytes }: Extract<UploadStep, { step: 'sending' }>): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    return html`<p class="data-strong">${say.sending(name)}</p>
      <div class="data-progress">
        <progress max=${bytes} value=${sent} aria-label=${say.sending(name)}></progress>
        <span class="number">${say.sent(bytesWord(sent, language), bytesWord(bytes, language))}</span>
        <button type="button" class="button" @click=${() => this.desk.upload.cancel()}>${say.sendingStop}</button>
      </div>`;
  }

  #wrong(now: UploadStep): TemplateResult | typeof nothing {
    const { say, screen } = this;
    if (now.step === 'refused') return html`${dataFault(say.fileFaults[now.fault](now.name))}`;
    if (now.step !== 'failed') return nothing;
    const { kind } = now.error;
    // That what was filled in is still here says nothing of a file.
    const reasons: Record<string, string> = frameWords[screen.language];
    const reason = kind === 'refused' ? dataFailure(now.error, say) : (reasons[kind] ?? '');
    return html`${dataFault(`${say.sendFailed(now.name)} ${reason}`.trim())}
      <button type="button" class="button" @click=${() => void this.desk.loadAgain()}>${say.sendAgain}</button>`;
  }

  #drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Else the browser would open the file in the place of this page.
    event.preventDefault();
    this.#mark(true);
  }

  #drop(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#mark(false);
    void this.desk.load([...event.dataTransfer.files]);
  }

  #mark(over: boolean): void {
    if (over === this.#over) return;
    this.#over = over;
    this.requestUpdate();
  }
}

customElements.define('kk-import-upload', ImportUploadPanel);
