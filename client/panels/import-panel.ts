import { html, nothing, type TemplateResult } from 'lit';
import type { ImportJob } from '#contract/import-job.ts';
import { isChanged } from '../state/import-answers.ts';
import { sourceWord, stepWord } from '../text/data-terms.ts';
import { icon } from './icon.ts';
import { importChanges } from './import-changes.ts';
import { dataFailure, dataFault, ImportElement } from './import-element.ts';
import './import-outcome.ts';
import './import-questions.ts';
import './import-recognised.ts';
import { importRows } from './import-rows.ts';

type Drawn = TemplateResult | typeof nothing;

/** One file on its way: what it is, what is asked, what would change, how far it is, and how it ended. */
class ImportPanel extends ImportElement {
  protected override render() {
    const { words, say } = this;
    const { job, error } = this.desk.follow;
    return html`<div class="heading-row">
        <h2 id="import" tabindex="-1">${job ? this.#title(job) : words.recognised}</h2>
      </div>
      ${job && job.source !== 'restore' ? this.#steps(job) : nothing}
      <div role="alert">${error ? this.#notAsked(error.kind === 'absent') : nothing}</div>
      ${job ? this.#body(job) : error ? nothing : html`<p class="loading">${say.busy}</p>`}
      <div role="alert">${this.#failed()}</div>
      ${this.desk.follow.ended || error?.kind === 'absent' ? this.#close() : nothing}`;
  }

  #title({ source, fileName }: ImportJob): string {
    return source === 'restore' ? this.words.titleRestore : this.words.titleOf(fileName);
  }

  #notAsked(absent: boolean): Drawn {
    const { words, say } = this;
    const { error } = this.desk.follow;
    if (absent) return dataFault(words.absent);
    return dataFault(error?.kind === 'not-signed-in' ? say.failed['not-signed-in'] : words.failedToAsk);
  }

  /** Where it is, as a row of four. */
  #steps({ state, preview }: ImportJob): Drawn {
    const { words } = this;
    if (state === 'failed' || state === 'cancelled') return nothing;
    const now = { looking: 0, asking: 1, waiting: 2, running: 3, done: 4 }[state];
    const names = [words.stepLook, words.stepAnswer, words.stepCheck, words.stepLoad];
    const asks = preview === null || preview.questions.length > 0;
    return html`<ol class="data-steps" aria-label=${words.steps}>
      ${names.map((name, index) =>
        index === 1 && !asks
          ? nothing
          : html`<li class=${index < now ? 'past' : ''} aria-current=${index === now ? 'step' : nothing}>${name}</li>`,
      )}
    </ol>`;
  }

  #body(job: ImportJob): Drawn {
    const { desk, screen, words } = this;
    switch (job.state) {
      case 'looking':
        return html`<p class="data-strong">${words.told.looking}</p>
          ${this.#progress(job)}${this.#buttons(job)}`;
      case 'running':
        return html`${this.#progress(job)}
          <p class="note">${words.leave}</p>
          <div class="data-acts">${this.#stop(words.stop)}</div>`;
      case 'asking':
      case 'waiting':
        return this.#preview(job);
      case 'done':
        return html`<kk-import-outcome .screen=${screen} .desk=${desk}></kk-import-outcome>`;
      default:
        return this.#ended(job);
    }
  }

  #preview(job: ImportJob): Drawn {
    const { desk, screen, words } = this;
    const { preview } = job;
    if (preview === null) return nothing;
    const questions =
      preview.questions.length === 0
        ? nothing
        : html`<kk-import-questions .screen=${screen} .desk=${desk}></kk-import-questions>`;
    const parts = { language: screen.language, write: screen.write, words };
    return html`<kk-import-recognised .screen=${screen} .desk=${desk}></kk-import-recognised>
      ${questions} ${importRows(preview, parts)}
      ${job.state === 'waiting' ? importChanges(preview, parts) : html`<p class="note data-part">${words.changesOpen}</p>`}
      ${this.#buttons(job)}`;
  }

  #progress({ progress, step, state }: ImportJob): Drawn {
    const { words, screen } = this;
    const { language, write } = screen;
    const said = step === null ? '' : (stepWord(step, language) ?? words.stepUnknown);
    const percent = progress === null || state === 'looking' ? null : Math.round(progress * 100);
    return html`<div class="data-progress">
      ${
        percent === null
          ? html`<progress aria-label=${words.progress}></progress>`
          : html`<progress max="100" value=${percent} aria-label=${words.progress}></progress>
              <span class="number">${words.percent(write.count(percent))}</span>`
      }
      <span>${said}</span>
    </div>`;
  }

  #buttons(job: ImportJob): Drawn {
    const { words, desk, say } = this;
    const { act } = desk.acting.value;
    const changed = isChanged(job, desk.draft.value.values);
    const ready = job.state === 'waiting' && !changed;
    return html`${ready ? html`<p class="note data-part">${words.applyLead}</p>` : nothing}
      ${job.state === 'waiting' && changed ? html`<p class="data-strong data-part">${words.answersChanged}</p>` : nothing}
      <div class="data-acts">
        ${
          ready
            ? html`<button type="button" class="button primary" aria-disabled=${act ? 'true' : nothing} @click=${() => void desk.apply()}>
                ${act === 'apply' ? say.busy : words.apply}
              </button>`
            : nothing
        }
        ${this.#stop(words.drop)}
      </div>`;
  }

  #stop(name: string): TemplateResult {
    const { desk, say } = this;
    const { act } = desk.acting.value;
    return html`<button type="button" class="button" aria-disabled=${act ? 'true' : nothing} @click=${() => void desk.cancel()}>
      ${act === 'cancel' ? say.busy : name}
    </button>`;
  }

  #ended({ state, source, fault }: ImportJob): Drawn {
    const { words, screen } = this;
    const { language } = screen;
    const told = words.told[state];
    const restoring = source === 'restore' ? words.toldRestoreCancelled : told;
    if (state === 'cancelled') return html`<p class="data-strong">${restoring}</p>`;
    return html`<div class="data-alarm">
      ${icon('warning')}
      <div>
        <p><strong>${told}</strong></p>
        ${fault ? html`<p>${fault[language]}</p>` : nothing}
        ${source === 'unknown' || source === 'restore' ? nothing : html`<p class="note">${sourceWord(source, language)}</p>`}
      </div>
    </div>`;
  }

  #failed(): Drawn {
    const { failed } = this.desk.acting.value;
    return failed === null ? nothing : dataFault(dataFailure(failed.error, this.say));
  }

  #close(): TemplateResult {
    return html`<div class="data-acts">
      <button type="button" class="button" @click=${() => this.desk.close()}>${icon('plus')}${this.words.closeImport}</button>
    </div>`;
  }
}

customElements.define('kk-import-panel', ImportPanel);
