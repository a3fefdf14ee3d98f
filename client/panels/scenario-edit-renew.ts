import { html, nothing, type TemplateResult } from 'lit';
import type { RenewedBase } from '#contract/scenario-version.ts';
import type { Series } from '#contract/series.ts';
import { ApiError } from '../api/api-error.ts';
import { getDraft, getDraftBase, renewBase } from '../api/scenario-draft.ts';
import { getSeries } from '../api/series.ts';
import { Resource } from '../state/resource.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';

/** Newer data under the same scenario: another date or another source, and which chosen premises are gone in it. */
class ScenarioEditRenew extends ScenarioEditElement {
  #series = new Resource(
    async ([code]: readonly [string], signal) => (await getSeries(code, true, signal)).series,
  );
  #chosen: string | null = null;
  #gone: RenewedBase['gone'] | null = null;
  #told = '';
  #busy = false;

  protected override get shows(): readonly { watch(listener: () => void): () => void }[] {
    return [this.edit, this.#series];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#series.show([this.edit.draft.municipality]);
  }

  protected override render() {
    const { say, edit } = this;
    const { language, write } = this.screen;
    const { baseRevision, currentRevision } = edit.draft;
    const { series } = edit.base;
    const newer = currentRevision !== null && currentRevision !== baseRevision;
    const options = (this.#series.value ?? []).flatMap(one => this.#dates(one));
    const present = `${series.id}/${series.referenceDate}`;
    const value = this.#chosen ?? present;
    const later = this.#later(series);
    return html`<p class="note">${say.baseIs(series.name[language], write.date(series.referenceDate))}</p>
      <p class="note">${newer ? say.baseNewer : later === undefined ? say.baseSame : say.baseLater(write.date(later))}</p>
      <label class="field">
        <span>${say.baseChoose}</span>
        <select
          @change=${(event: Event) => {
            this.#chosen = (event.target as HTMLSelectElement).value;
            this.requestUpdate();
          }}
        >
          ${options.map(option => html`<option value=${option.value} .selected=${option.value === value}>${option.words}</option>`)}
        </select>
      </label>
      <button type="button" class="button" ?disabled=${this.#busy || options.length === 0 || (!newer && value === present)} @click=${() => void this.#renew(value)}>
        ${say.baseNow}
      </button>
      <div role="status">
        ${this.#told === '' ? nothing : html`<p class="note">${this.#told}</p>`} ${this.#gone === null ? nothing : this.#list(this.#gone)}
      </div>`;
  }

  /** The last reference date of the source, where that is after the one that is used. */
  #later({ id, referenceDate }: { id: string; referenceDate: string }): string | undefined {
    const last = this.#series.value?.find(one => one.id === id)?.referenceDates.at(-1)?.date;
    return last !== undefined && last > referenceDate ? last : undefined;
  }

  #dates({ id, name, referenceDates }: Series): { value: string; words: string }[] {
    const { language, write } = this.screen;
    return referenceDates
      .toReversed()
      .map(({ date }) => ({ value: `${id}/${date}`, words: `${name[language]}, ${write.date(date)}` }));
  }

  /** Premises that a measure names and that are not there any more. */
  #list(gone: RenewedBase['gone']): TemplateResult {
    const { say, edit } = this;
    if (gone.length === 0) return html`<p class="note">${say.goneNone}</p>`;
    return html`<p>${say.gone}</p>
      <ul class="edit-gone">
        ${gone.map(
          ({ measure, premises }) => html`<li>
            ${say.goneOf(edit.document.measures.findIndex(({ id }) => id === measure) + 1)}
            ${premises.map(({ label }) => label).join('; ')}
          </li>`,
        )}
      </ul>`;
  }

  async #renew(value: string): Promise<void> {
    const { edit, say } = this;
    const cut = value.lastIndexOf('/');
    const [series, referenceDate] = [value.slice(0, cut), value.slice(cut + 1)];
    this.#busy = true;
    this.#told = say.busy;
    this.requestUpdate();
    try {
      await edit.saving.now();
      const { gone } = await renewBase(edit.id, {
        draftNumber: edit.saving.draftNumber,
        series,
        referenceDate,
      });
      const [base, draft] = await Promise.all([getDraftBase(edit.id), getDraft(edit.id)]);
      edit.rebase(base, draft);
      this.#gone = gone;
      this.#told = say.baseDone;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#told =
        error.kind === 'offline' ? say.failedOffline : say.failedRefused(error.problem?.detail ?? '');
    } finally {
      this.#busy = false;
      this.requestUpdate();
    }
  }
}

customElements.define('kk-scenario-edit-renew', ScenarioEditRenew);
