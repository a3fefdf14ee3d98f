import { html, nothing, type TemplateResult } from 'lit';
import type { ImportJob, ImportPreview } from '#contract/import-job.ts';
import { bytesWord, kindWord, sourceWord } from '../text/data-terms.ts';
import { icon } from './icon.ts';
import { ImportElement } from './import-element.ts';

/** Sources that a file can be taken as, in the order of the list. */
const SOURCES = ['vacancy-list', 'areas', 'boundaries', 'bag', 'work-areas', 'statistics', 'osm'];

/** What was recognised in a file, what there is to note, and a way to say that it is something else. */
class ImportRecognised extends ImportElement {
  #source: string | null = null;

  protected override render() {
    const { words } = this;
    const { job } = this.desk.follow;
    if (!job?.preview) return nothing;
    return html`<section class="data-part" aria-labelledby="import-what">
      <h3 id="import-what">${words.recognised}</h3>
      ${this.#facts(job, job.preview)} ${this.#notices(job.preview)} ${this.#other(job.preview)}
    </section>`;
  }

  #facts({ bytes }: ImportJob, preview: ImportPreview): TemplateResult {
    const { words, screen } = this;
    const { language, write } = screen;
    const found = preview.found.map(({ kind, count }) => `${write.count(count)} ${kindWord(kind, language)}`);
    const { municipality, referenceDate } = preview;
    const facts = [
      [words.what, sourceWord(preview.source, language)],
      [words.fileTitle, preview.title],
      [
        words.municipality,
        municipality ? `${municipality.name} (${municipality.code})` : words.municipalityUnknown,
      ],
      [words.referenceDate, referenceDate ? write.date(referenceDate) : words.referenceDateUnknown],
      [words.found, found.join(', ') || words.foundNothing],
      [words.size, bytesWord(bytes, language)],
    ] as const;
    return html`<dl class="data-facts">
      ${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>`;
  }

  #notices({ notices }: ImportPreview): TemplateResult | typeof nothing {
    if (notices.length === 0) return nothing;
    const { language } = this.screen;
    return html`<div class="data-notices">
      ${icon('warning')}
      <div>
        <p><strong>${this.words.notices}</strong></p>
        <ul>
          ${notices.map(notice => html`<li>${notice[language]}</li>`)}
        </ul>
      </div>
    </div>`;
  }

  #other({ source }: ImportPreview): TemplateResult {
    const { words, desk, say } = this;
    const { language } = this.screen;
    const { act } = desk.acting.value;
    const chosen = this.#source ?? source;
    return html`<details class="data-more">
      <summary>${words.otherSource}</summary>
      <p class="note">${words.otherSourceLead}</p>
      <label class="field">
        <span>${words.source}</span>
        <select
          @change=${(event: Event) => {
            this.#source = (event.target as HTMLSelectElement).value;
            this.requestUpdate();
          }}
        >
          ${SOURCES.map(code => html`<option value=${code} .selected=${code === chosen}>${sourceWord(code, language)}</option>`)}
        </select>
      </label>
      <button
        type="button"
        class="button"
        aria-disabled=${act || chosen === source ? 'true' : nothing}
        @click=${() => void this.#take(chosen, source)}
      >
        ${act === 'answer' ? say.busy : words.lookAgain}
      </button>
    </details>`;
  }

  async #take(chosen: string, source: string): Promise<void> {
    if (chosen !== source && (await this.desk.takeAs(chosen))) this.#source = null;
  }
}

customElements.define('kk-import-recognised', ImportRecognised);
