import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioDecision } from '#contract/scenario.ts';
import type { VersionSummary } from '#contract/scenario-version.ts';
import { makeDraft, setDecision, withdrawVersion } from '../api/scenario-draft.ts';
import { ScenarioEditDialog } from './scenario-edit-dialog.ts';

type Act = 'decision' | 'withdrawal' | 'amendment';

/** Every version that was published, and what can be written beside it: a decision, a withdrawal, an amendment. */
class ScenarioEditVersions extends ScenarioEditDialog {
  #act: { version: number; act: Act } | null = null;
  #decision: ScenarioDecision = { body: '', number: '', date: '', amended: false };
  #text = '';
  #done = '';

  protected override get heading(): string {
    return this.say.versions;
  }

  protected override async opening(): Promise<void> {
    this.#act = null;
    this.#done = '';
  }

  protected override body(): TemplateResult {
    const { say, edit } = this;
    const versions = edit.draft.versions.toReversed();
    return html`${versions.length === 0 ? html`<p>${say.versionsNone}</p>` : nothing}
      <ol class="edit-versions" reversed>
        ${versions.map(version => this.#version(version))}
      </ol>
      <p class="note" role="status">${this.#done}</p>`;
  }

  #version(summary: VersionSummary): TemplateResult {
    const { say, edit } = this;
    const { write } = this.screen;
    const { version, status, publishedAt, decision } = summary;
    const open = this.#act?.version === version ? this.#act.act : null;
    const button = (act: Act, words: string) => html`<button
      type="button"
      class="button"
      aria-expanded=${open === act ? 'true' : 'false'}
      @click=${() => this.#begin(version, open === act ? null : act)}
    >
      ${words}<span class="hidden">: ${say.versionNumber(version)}</span>
    </button>`;
    return html`<li>
      <p>
        <a href="/scenarios/${edit.id}/versions/${version}">${say.versionNumber(version)}</a>
        ${say.of} ${write.date(publishedAt.slice(0, 10))}: ${say.statuses[status]}
        ${decision ? html`<br />${say.decided(decision.body, decision.number, write.date(decision.date))}` : nothing}
      </p>
      <div class="actions">
        ${status === 'published' ? button('decision', say.toDecision) : nothing}
        ${status === 'published' || status === 'decision' ? button('withdrawal', say.withdraw) : nothing}
        ${button('amendment', say.amend)}
      </div>
      ${open === 'decision' ? this.#decisionForm(version) : nothing}
      ${open === 'withdrawal' ? this.#textForm(say.withdrawReason, 300, say.withdrawNow, () => this.#withdraw(version)) : nothing}
      ${open === 'amendment' ? this.#textForm(say.amendTitle, 120, say.amendNow, () => this.#amend(version)) : nothing}
    </li>`;
  }

  #begin(version: number, act: Act | null): void {
    this.#act = act === null ? null : { version, act };
    this.#text = act === 'amendment' ? this.say.amendmentOf(this.edit.document.title).slice(0, 120) : '';
    this.#decision = { body: '', number: '', date: '', amended: false };
    this.told = '';
    this.requestUpdate();
  }

  #decisionForm(version: number): TemplateResult {
    const { say } = this;
    const text = (label: string, part: 'body' | 'number', most: number) => html`<label class="field">
      <span>${label}</span>
      <input
        type="text"
        required
        maxlength=${most}
        autocomplete="off"
        .value=${this.#decision[part]}
        @input=${(event: Event) => {
          this.#decision = {
            ...this.#decision,
            [part]: (event.target as HTMLInputElement).value.trimStart(),
          };
        }}
      />
    </label>`;
    return html`<form class="edit-form" @submit=${(event: Event) => this.#decide(event, version)}>
      <p class="note">${say.decisionLead}</p>
      ${text(say.decisionBody, 'body', 120)} ${text(say.decisionNumber, 'number', 60)}
      <label class="field">
        <span>${say.decisionDate}</span>
        <input
          type="date"
          required
          .value=${this.#decision.date}
          @input=${(event: Event) => {
            this.#decision = { ...this.#decision, date: (event.target as HTMLInputElement).value };
          }}
        />
      </label>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.#decision.amended}
          @change=${(event: Event) => {
            this.#decision = { ...this.#decision, amended: (event.target as HTMLInputElement).checked };
          }}
        />
        <span>${say.decisionAmended}</span>
      </label>
      <button class="button primary" ?disabled=${this.busy}>${say.decisionNow}</button>
    </form>`;
  }

  #textForm(label: string, most: number, act: string, send: () => void): TemplateResult {
    return html`<form
      class="edit-form"
      @submit=${(event: Event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="field">
        <span>${label}</span>
        <input
          type="text"
          required
          maxlength=${most}
          autocomplete="off"
          .value=${this.#text}
          @input=${(event: Event) => {
            this.#text = (event.target as HTMLInputElement).value;
          }}
        />
      </label>
      <button class="button primary" ?disabled=${this.busy}>${act}</button>
    </form>`;
  }

  #know(changed: VersionSummary, done: string): void {
    const versions = this.edit.draft.versions.map(one => (one.version === changed.version ? changed : one));
    this.edit.know({ versions });
    this.#act = null;
    this.#done = done;
  }

  #decide(event: Event, version: number): void {
    event.preventDefault();
    void this.attempt(async () => {
      const { version: changed } = await setDecision(this.edit.id, version, this.#decision);
      this.#know(changed, this.say.decisionDone(version));
    });
  }

  #withdraw(version: number): void {
    void this.attempt(async () => {
      const { version: changed } = await withdrawVersion(this.edit.id, version, this.#text.trim());
      this.#know(changed, this.say.withdrawn(version));
    });
  }

  #amend(version: number): void {
    void this.attempt(async () => {
      const { id } = await makeDraft({
        kind: 'amendment',
        scenario: this.edit.id,
        version,
        title: this.#text.trim(),
      });
      this.dispatchEvent(new CustomEvent('leave', { bubbles: true, detail: `/scenarios/${id}/edit` }));
    });
  }
}

customElements.define('kk-scenario-edit-versions', ScenarioEditVersions);
