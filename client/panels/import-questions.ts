import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ImportJob, ImportPreview, ImportQuestion } from '#contract/import-job.ts';
import {
  type AnswerFault,
  answerFault,
  answerOf,
  columnsOf,
  faultsOf,
  isChanged,
  municipalityAnswer,
  municipalityOf,
} from '../state/import-answers.ts';
import { questionWord } from '../text/data-terms.ts';
import { importColumns } from './import-columns.ts';
import './import-coverage.ts';
import { dataFault, ImportElement } from './import-element.ts';

/** A question with its answer as it stands on the screen. */
interface Asked {
  question: ImportQuestion;
  answer: unknown;
  id: string;
  fault: AnswerFault | null;
}

/** Questions that draw a group of fields; the others are one field with a label. */
const GROUPS: readonly ImportQuestion['kind'][] = ['columns', 'coverage', 'boolean'];

/** What the file does not say: a form with what is proposed in it. Answered once, it can be changed until it is applied. */
class ImportQuestions extends ImportElement {
  protected override render() {
    const { words, desk } = this;
    const { job } = desk.follow;
    if (!job?.preview) return nothing;
    const { preview } = job;
    if (job.state === 'asking')
      return html`<section class="data-part" aria-labelledby="import-questions">
        <h3 id="import-questions">${words.questions}</h3>
        <p class="note">${words.questionsLead}</p>
        ${this.#form(job, preview)}
      </section>`;
    return html`<details class="data-more" ?open=${isChanged(job, desk.draft.value.values)}>
      <summary>${words.questionsAnswered}</summary>
      ${this.#form(job, preview)}
    </details>`;
  }

  #form(job: ImportJob, preview: ImportPreview): TemplateResult {
    const { words, desk, say, screen } = this;
    const { values, checked } = desk.draft.value;
    const { act } = desk.acting.value;
    const wrong = checked ? faultsOf(job, values).length : 0;
    return html`<form
      class="data-form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#send();
      }}
    >
      ${preview.questions.map(question => {
        const answer = answerOf(question, job, values);
        const fault = checked ? answerFault(question, answer) : null;
        return this.#question({ question, answer, id: `question-${question.key}`, fault }, job, preview);
      })}
      <div role="alert">
        ${wrong > 0 ? dataFault(words.faultsAbove(screen.write.count(wrong), wrong === 1)) : nothing}
      </div>
      <button class=${job.state === 'asking' ? 'button primary' : 'button'} aria-disabled=${act ? 'true' : nothing}>
        ${act === 'answer' ? say.busy : words.goOn}
      </button>
    </form>`;
  }

  #question(asked: Asked, job: ImportJob, preview: ImportPreview): TemplateResult {
    const { question, id, fault } = asked;
    const { words } = this;
    const wrong = fault === null ? nothing : dataFault(words.faults[fault], `${id}-fault`);
    if (GROUPS.includes(question.kind))
      return html`<fieldset class="data-question" id=${id} aria-describedby=${fault ? `${id}-fault` : nothing} tabindex="-1">
        <legend>${this.#label(question)}</legend>
        ${this.#group(asked, job, preview)} ${wrong}
      </fieldset>`;
    return html`<div class="data-question">${this.#field(asked)} ${wrong}</div>`;
  }

  #label({ key, kind, required }: ImportQuestion): string {
    const { words } = this;
    if (kind === 'columns' || kind === 'coverage') return words[kind];
    const word = questionWord(key, this.screen.language);
    return required ? word : `${word} ${words.optional}`;
  }

  #group({ question, answer }: Asked, job: ImportJob, preview: ImportPreview): TemplateResult {
    const { words, screen, desk } = this;
    const { key } = question;
    if (question.kind === 'columns') {
      const { language, write } = screen;
      const change = (columns: unknown) => desk.answer(key, columns);
      return importColumns(question, columnsOf(answer, job), preview, { language, write, words, change });
    }
    if (question.kind === 'coverage')
      return html`<kk-import-coverage
        .screen=${screen}
        .desk=${desk}
        .municipality=${this.#place(job, preview)}
        .answer=${answer}
        .required=${question.required}
        @answered=${(event: CustomEvent<unknown>) => desk.answer(key, event.detail)}
      ></kk-import-coverage>`;
    return html`<div class="data-row">${[true, false].map(
      value => html`<label class="choice">
        <input type="radio" name=${key} .checked=${live(answer === value)} @change=${() => desk.answer(key, value)} />
        <span>${value ? words.yes : words.no}</span>
      </label>`,
    )}</div>`;
  }

  /** Whose areas can be chosen: the file's, else what was answered. */
  #place(job: ImportJob, { municipality, questions }: ImportPreview): string | null {
    if (municipality) return municipality.code;
    const question = questions.find(({ kind }) => kind === 'municipality');
    if (!question) return null;
    const { code } = municipalityOf(question, answerOf(question, job, this.desk.draft.value.values));
    return /^GM\d{4}$/.test(code) ? code : null;
  }

  #field(asked: Asked): TemplateResult {
    const { kind, choices } = asked.question;
    if (kind === 'municipality' && !choices) return this.#municipality(asked);
    return kind === 'choice' || choices ? this.#choice(asked) : this.#text(asked);
  }

  #text({ question, answer, id, fault }: Asked): TemplateResult {
    const { key, kind } = question;
    const typed = (event: Event) => this.desk.answer(key, (event.target as HTMLInputElement).value);
    return html`<label class="field">
      <span>${this.#label(question)}</span>
      <input
        id=${id}
        class=${kind === 'date' ? 'data-narrow' : ''}
        type=${kind === 'date' ? 'date' : 'text'}
        autocomplete="off"
        .value=${live(typeof answer === 'string' ? answer : '')}
        aria-required=${question.required ? 'true' : nothing}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${id}-fault` : nothing}
        @change=${typed}
        @input=${kind === 'date' ? nothing : typed}
      />
    </label>`;
  }

  #choice({ question, answer, id, fault }: Asked): TemplateResult {
    const { words, screen, desk } = this;
    const { key, choices = [] } = question;
    const value = question.kind === 'municipality' ? municipalityOf(question, answer).code : answer;
    const known = choices.some(({ code }) => code === value);
    return html`<label class="field">
      <span>${this.#label(question)}</span>
      <select
        id=${id}
        aria-required=${question.required ? 'true' : nothing}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${id}-fault` : nothing}
        @change=${(event: Event) => desk.answer(key, (event.target as HTMLSelectElement).value || null)}
      >
        ${known && question.required ? nothing : html`<option value="" .selected=${!known}>${words.chooseOne}</option>`}
        ${choices.map(choice => html`<option value=${choice.code} .selected=${choice.code === value}>${choice[screen.language]}</option>`)}
      </select>
    </label>`;
  }

  #municipality({ question, answer, id, fault }: Asked): TemplateResult {
    const { words, desk, screen } = this;
    const now = municipalityOf(question, answer);
    const known = desk.catalogue.municipalities.value?.municipalities ?? [];
    const give = (patch: Partial<typeof now>) =>
      desk.answer(question.key, municipalityAnswer({ ...now, ...patch }));
    const said = fault ? `${id}-help ${id}-fault` : `${id}-help`;
    return html`<div class="data-pair">
      <label class="field">
        <span>${question.required ? words.code : `${words.code} ${words.optional}`}</span>
        <input id=${id} type="text" autocomplete="off" spellcheck="false" maxlength="6" list=${`${id}-known`} .value=${live(now.code)}
          aria-required=${question.required ? 'true' : nothing} aria-invalid=${fault && fault !== 'name' ? 'true' : nothing} aria-describedby=${said}
          @input=${(event: Event) => give({ code: (event.target as HTMLInputElement).value.trim().toUpperCase() })} />
        <datalist id=${`${id}-known`}>${known.map(({ code, name }) => html`<option value=${code}>${name}</option>`)}</datalist>
      </label>
      ${
        now.name === null
          ? nothing
          : html`<label class="field">
              <span>${words.name}</span>
              <input type="text" autocomplete="off" .value=${live(now.name)} aria-invalid=${fault === 'name' ? 'true' : nothing}
                aria-describedby=${fault === 'name' ? `${id}-fault` : nothing} lang=${screen.language}
                @input=${(event: Event) => give({ name: (event.target as HTMLInputElement).value })} />
            </label>`
      }
    </div>
    <p class="note" id=${`${id}-help`}>${words.codeHelp}</p>`;
  }

  /** Where an answer is wrong, that is where one goes on. */
  async #send(): Promise<void> {
    const { job } = this.desk.follow;
    if (await this.desk.sendAnswers()) return;
    const wrong = job ? faultsOf(job, this.desk.draft.value.values)[0] : undefined;
    await this.updateComplete;
    if (wrong) this.querySelector<HTMLElement>(`[id="question-${wrong.key}"]`)?.focus();
  }
}

customElements.define('kk-import-questions', ImportQuestions);
