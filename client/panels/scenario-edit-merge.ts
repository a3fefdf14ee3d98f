import { html, nothing, type TemplateResult } from 'lit';
import { measureName } from '#planning/telling.ts';
import { ApiError } from '../api/api-error.ts';
import { makeDraft } from '../api/scenario-draft.ts';
import { icon } from './icon.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';

/** What somebody else did to the same scenario meanwhile, and what can be done where both changed the same. */
class ScenarioEditMerge extends ScenarioEditElement {
  #copy: string | null = null;
  #told = '';

  protected override render() {
    const { edit } = this;
    const { merge } = edit;
    if (merge === null) return html`<div role="status">${this.#kept()}</div>`;
    return html`<div role="status">${merge.clashes.length > 0 ? this.#clash(merge.clashes) : this.#taken(merge.taken)}</div>`;
  }

  #taken(taken: readonly string[]): TemplateResult {
    const { say, edit } = this;
    return html`<div class="edit-notice">
      <p>${say.mergedLead} ${taken.length > 0 ? say.mergedTaken(this.#names(taken)) : ''} ${say.mergedSafe}</p>
      <button type="button" class="button" @click=${() => edit.readMerge()}>${say.understood}</button>
    </div>`;
  }

  #clash(clashes: readonly string[]): TemplateResult {
    const { say } = this;
    return html`<div class="edit-notice conflict">
      ${icon('warning')}
      <p><strong>${say.clashLead}</strong> ${say.clashOn(this.#names(clashes))} ${say.clashSafe}</p>
      <div class="actions">
        <button type="button" class="button primary" @click=${() => void this.#keepCopy()}>${say.keepCopy}</button>
        <button type="button" class="button" @click=${() => this.edit.yieldTo()}>${say.takeOther}</button>
      </div>
      <p role="alert">${this.#told}</p>
    </div>`;
  }

  #kept(): TemplateResult | typeof nothing {
    const { say } = this;
    if (this.#copy === null) return nothing;
    return html`<div class="edit-notice">
      <p>${say.copyKept} <a href="/scenarios/${this.#copy}/edit">${say.copyOpen}</a></p>
      <button
        type="button"
        class="button"
        @click=${() => {
          this.#copy = null;
          this.requestUpdate();
        }}
      >
        ${say.understood}
      </button>
    </div>`;
  }

  /** Mine becomes a scenario of its own; this one goes on with the other's. */
  async #keepCopy(): Promise<void> {
    const { edit, say } = this;
    const { document } = edit;
    try {
      const title = say.copyOf(document.title || say.untitled).slice(0, 120);
      const { id } = await makeDraft({ kind: 'copy', scenario: edit.id, title, document });
      this.#copy = id;
      this.#told = '';
      edit.yieldTo();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#told = say.failedOffline;
      this.requestUpdate();
    }
  }

  /** Fields in words; measures by their name. */
  #names(paths: readonly string[]): string {
    const names = paths.map(path => {
      const [root, id, field] = path.split('.');
      const { say, edit } = this;
      if (root === 'measures') {
        const measure = edit.measure(id ?? null) ?? edit.draft.document.measures.find(one => one.id === id);
        const name = measure
          ? measureName(measure, this.screen.language)
          : id === 'order'
            ? say.measureOrder
            : say.sections.measures;
        const part =
          field && field in say.measureFields
            ? say.measureFields[field as keyof typeof say.measureFields]
            : field === 'parameters'
              ? say.parameters
              : '';
        return part === '' ? name : `${name} (${part.toLocaleLowerCase()})`;
      }
      return root && root in say.wholeFields ? say.wholeFields[root as keyof typeof say.wholeFields] : path;
    });
    return [...new Set(names)].join(', ');
  }
}

customElements.define('kk-scenario-edit-merge', ScenarioEditMerge);
