import { html, nothing, type TemplateResult } from 'lit';
import type { VersionSummary } from '#contract/scenario-version.ts';
import { publishDraft } from '../api/scenario-draft.ts';
import { isConflict } from '../state/scenario-edit-saving.ts';
import { ScenarioEditDialog } from './scenario-edit-dialog.ts';
import './scenario-edit-faults.ts';

/** Publishing: what keeps it from being published, what to think about first, and then the link to the version. */
class ScenarioEditPublish extends ScenarioEditDialog {
  #made: VersionSummary | null = null;

  protected override get heading(): string {
    return this.say.publish;
  }

  protected override get buttonClass(): string {
    return 'button primary';
  }

  protected override async opening(): Promise<void> {
    this.#made = null;
    await this.edit.saving.now();
  }

  protected override body(): TemplateResult {
    const { say, edit, screen } = this;
    if (this.#made) return this.#done(this.#made);
    const errors = edit.result.faults.filter(({ severity }) => severity === 'error').length;
    const unsaved = edit.saving.unsaved;
    return html`<p>${errors > 0 ? say.publishBlocked(errors) : say.publishLead}</p>
      ${unsaved ? html`<p class="note">${say.saving[edit.saving.state]}</p>` : nothing}
      ${
        edit.result.faults.length === 0
          ? nothing
          : html`<kk-scenario-edit-faults .screen=${screen} .edit=${edit} @jump=${() => this.close()}></kk-scenario-edit-faults>`
      }
      <div class="actions">
        <button type="button" class="button primary" ?disabled=${errors > 0 || unsaved || this.busy} @click=${() => this.#publish()}>
          ${this.busy ? say.publishing : say.publishNow}
        </button>
        <button type="button" class="button" @click=${() => this.close()}>${say.cancel}</button>
      </div>`;
  }

  #done({ version }: VersionSummary): TemplateResult {
    const { say, edit } = this;
    return html`<p role="status">${say.published(version)}</p>
      <p><a href="/scenarios/${edit.id}/versions/${version}">${say.openVersion(version)}</a></p>
      <p class="note">${say.publishedNext}</p>`;
  }

  #publish(): void {
    const { edit } = this;
    void this.attempt(async () => {
      try {
        const { version } = await publishDraft(edit.id, edit.saving.draftNumber);
        edit.know({ versions: [...edit.draft.versions, version] });
        this.#made = version;
      } catch (error) {
        if (!isConflict(error)) throw error;
        this.told = this.say.publishConflict;
      }
    });
  }
}

customElements.define('kk-scenario-edit-publish', ScenarioEditPublish);
