import { html, nothing, type TemplateResult } from 'lit';
import type { Premises } from '#contract/premises.ts';
import type { Series } from '#contract/series.ts';
import { STATUSES } from '#vocabulary/status.ts';
import type { ApiError } from '../api/api-error.ts';
import {
  type CorrectionDraft,
  type CorrectionField,
  type CorrectionSubject,
  correctionFaults,
  isCorrectable,
  observationOf,
  type SeenStatus,
  saysVacant,
} from '../state/correction.ts';
import { type CorrectionWords, correctionWords } from '../text/correction.ts';
import { ExploreElement } from './explore-element.ts';
import { icon } from './icon.ts';
import { sinceWords } from './premises-since.ts';

type Drawn = TemplateResult | typeof nothing;
type Observation = Premises['observations'][number];

/** What the form is about. */
interface Shown {
  series: Series;
  subject: CorrectionSubject;
  before: Observation | undefined;
}

/** Statuses that can be seen. */
const SEEN = STATUSES.filter(({ code }) => code !== 'not-observed');

/** What the shown source says of a premises on the shown date, and a small form to correct it. Planners only. */
class PremisesCorrection extends ExploreElement {
  static override properties = { ...ExploreElement.properties, premises: { attribute: false } };
  declare premises: Premises;
  #unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = this.explore.correction.watch(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  /** The figures come anew, and this panel with them: the reader goes on where they were. */
  protected override updated(): void {
    const told = this.querySelector<HTMLElement>('.correction-saved:not(:empty)');
    if (told && this.explore.seriesList.value && this.explore.correction.takeNews()) told.focus();
  }

  get #say(): CorrectionWords {
    return correctionWords[this.wording.language];
  }

  protected override render() {
    const { premises } = this;
    const { series, referenceDate, correction } = this.explore;
    if (!series || referenceDate === undefined) return nothing;
    const say = this.#say;
    const { language, write } = this.wording;
    const subject = { premises: premises.id, series: series.id, referenceDate };
    const shown = { series, subject, before: observationOf(premises, series.id, referenceDate) };
    const now = correction.now(subject);
    const isOpen = now.step !== 'closed' && now.step !== 'saved';
    return html`<section class="correction" aria-labelledby="correction">
      <h3 id="correction" tabindex="-1">${say.title}</h3>
      <p class="note">${say.of(series.name[language], write.date(referenceDate))}</p>
      <p>${this.#told(shown.before)}</p>
      ${isOpen ? this.#form(shown) : this.#button(shown)}
      <p class="correction-saved" role="status" tabindex="-1">${now.step === 'saved' ? say.saved : ''}</p>
    </section>`;
  }

  #told(before: Observation | undefined): Drawn {
    const say = this.#say;
    if (!before) return html`${say.none}`;
    const { language } = this.wording;
    const status = STATUSES.find(({ code }) => code === before.status);
    const since = saysVacant(before.status) ? sinceWords(before, this.wording) : null;
    return html`${say.now}: <strong>${status?.[language]}</strong>${since ? `, ${say.since.toLowerCase()} ${since}` : ''}.`;
  }

  #button({ series, subject, before }: Shown): TemplateResult {
    const say = this.#say;
    if (!isCorrectable(series)) return html`<p class="note">${say.keptElsewhere(series.source)}</p>`;
    return html`<button type="button" class="button" aria-expanded="false" @click=${() => void this.#open(subject, before)}>
      ${say.correct}
    </button>`;
  }

  #form(shown: Shown): TemplateResult {
    const say = this.#say;
    const { correction } = this.explore;
    const { draft, checked } = correction;
    const now = correction.now(shown.subject);
    const faults = checked ? this.#faults(shown.subject) : {};
    return html`<form
      class="correction-form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#save(shown);
      }}
    >
      <p class="note">${say.lead}</p>
      ${this.#status(draft, faults.status)}
      ${saysVacant(draft.status) ? html`${this.#since(draft, shown.before, faults.day)} ${this.#area(draft, faults.vacantFloorArea)}` : nothing}
      <label class="field">
        <span>${say.remark}</span>
        <textarea id="correction-remark" rows="2" maxlength="500" .value=${draft.remark} @input=${this.#typed('remark')}></textarea>
      </label>
      <label class="field">
        <span>${say.reason}</span>
        <textarea
          id="correction-reason"
          rows="2"
          maxlength="500"
          .value=${draft.reason}
          aria-required="true"
          aria-invalid=${faults.reason ? 'true' : nothing}
          aria-describedby="correction-reason-help correction-reason-fault"
          @input=${this.#typed('reason')}
        ></textarea>
      </label>
      <p class="note" id="correction-reason-help">${say.reasonHelp}</p>
      ${this.#fault('reason', faults.reason)}
      <div role="alert">${now.step === 'failed' ? this.#failed(now.error) : nothing}</div>
      <div class="actions">
        <button class="button primary" aria-disabled=${now.step === 'busy' ? 'true' : nothing}>
          ${now.step === 'busy' ? say.saving : say.save}
        </button>
        <button type="button" class="button" @click=${() => void this.#close()}>${say.cancel}</button>
      </div>
    </form>`;
  }

  #status({ status }: CorrectionDraft, fault: string | undefined): TemplateResult {
    const say = this.#say;
    const { language } = this.wording;
    const chosen = (event: Event) =>
      this.explore.correction.set({ status: (event.target as HTMLSelectElement).value as SeenStatus });
    return html`<label class="field">
        <span>${say.status}</span>
        <select id="correction-status" aria-invalid=${fault ? 'true' : nothing} aria-describedby="correction-status-fault" @change=${chosen}>
          ${status === null ? html`<option value="" selected disabled>${say.choose}</option>` : nothing}
          ${SEEN.map(term => html`<option value=${term.code} .selected=${term.code === status}>${term[language]}</option>`)}
        </select>
      </label>
      ${this.#fault('status', fault)}`;
  }

  #since(
    { since, day }: CorrectionDraft,
    before: Observation | undefined,
    fault: string | undefined,
  ): TemplateResult {
    const say = this.#say;
    const interval =
      before && before.sinceEarliest !== before.sinceLatest ? sinceWords(before, this.wording) : null;
    const choice = (value: CorrectionDraft['since'], words: string) => html`<label class="choice">
      <input type="radio" name="correction-since" .checked=${since === value} @change=${() => this.explore.correction.set({ since: value })} />
      <span>${words}</span>
    </label>`;
    return html`<fieldset>
      <legend>${say.since}</legend>
      ${choice('unknown', say.sinceUnknown)} ${choice('day', say.sinceDay)}
      ${
        since === 'day'
          ? html`<label class="field">
                <span class="hidden">${say.day}</span>
                <input
                  id="correction-day"
                  type="date"
                  .value=${day}
                  aria-invalid=${fault ? 'true' : nothing}
                  aria-describedby="correction-day-fault"
                  @change=${this.#typed('day')}
                />
              </label>
              ${this.#fault('day', fault)}`
          : nothing
      }
      ${interval === null ? nothing : choice('kept', say.sinceKept(interval))}
    </fieldset>`;
  }

  #area({ vacantFloorArea }: CorrectionDraft, fault: string | undefined): TemplateResult {
    return html`<label class="field">
        <span>${this.#say.vacantFloorArea}</span>
        <input
          id="correction-vacantFloorArea"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          .value=${vacantFloorArea}
          aria-invalid=${fault ? 'true' : nothing}
          aria-describedby="correction-vacantFloorArea-fault"
          @input=${this.#typed('vacantFloorArea')}
        />
      </label>
      ${this.#fault('vacantFloorArea', fault)}`;
  }

  #typed(field: 'day' | 'vacantFloorArea' | 'remark' | 'reason') {
    return (event: Event) =>
      this.explore.correction.set({
        [field]: (event.target as HTMLInputElement | HTMLTextAreaElement).value,
      });
  }

  /** Said as soon as somebody tried to save, beside its field. */
  #fault(field: CorrectionField, words: string | undefined): TemplateResult {
    return html`<div id=${`correction-${field}-fault`}>
      ${words ? html`<p class="correction-fault">${icon('warning')}<span>${words}</span></p>` : nothing}
    </div>`;
  }

  #faults({ referenceDate }: CorrectionSubject): Partial<Record<CorrectionField, string>> {
    const { faults: words } = this.#say;
    const found = correctionFaults(this.explore.correction.draft, referenceDate);
    const late = words['too-late'](this.wording.write.date(referenceDate));
    return {
      ...(found.status && { status: words.status }),
      ...(found.day && { day: found.day === 'too-late' ? late : words['no-date'] }),
      ...(found.vacantFloorArea && { vacantFloorArea: words['no-number'] }),
      ...(found.reason && { reason: words.reason }),
    };
  }

  #failed({ kind }: ApiError): TemplateResult {
    const { failed } = this.#say;
    const words = kind === 'outdated' ? failed.fault : failed[kind];
    return html`<p class="correction-fault">${icon('warning')}<span>${words}</span></p>`;
  }

  async #open(subject: CorrectionSubject, before: Observation | undefined): Promise<void> {
    this.explore.correction.open(subject, before);
    await this.updateComplete;
    this.querySelector<HTMLElement>('#correction-status')?.focus();
  }

  async #close(): Promise<void> {
    this.explore.correction.close();
    await this.updateComplete;
    this.querySelector<HTMLElement>('button')?.focus();
  }

  /** Where something is wrong, that is where one goes on. */
  async #save({ subject, before }: Shown): Promise<void> {
    const { correction } = this.explore;
    if (await correction.save(subject, before)) return;
    await this.updateComplete;
    const [wrong] = Object.keys(correctionFaults(correction.draft, subject.referenceDate));
    if (wrong) this.querySelector<HTMLElement>(`#correction-${wrong}`)?.focus();
  }
}

customElements.define('kk-premises-correction', PremisesCorrection);
