import { html, type TemplateResult } from 'lit';
import '../../panels/scenario-edit-bar.ts';
import '../../panels/scenario-edit-difference.ts';
import '../../panels/scenario-edit-document.ts';
import '../../panels/scenario-edit-faults.ts';
import '../../panels/scenario-edit-figures.ts';
import '../../panels/scenario-edit-merge.ts';
import '../../panels/scenario-edit-stage.ts';
import { ScenarioEditElement } from '../../panels/scenario-edit-element.ts';
import { fieldId } from '../../panels/scenario-edit-field.ts';
import type { EditScreen } from '../../state/scenario-edit.ts';

const TABS = ['document', 'map', 'figures'] as const;

/**
 * The screen on which a scenario is made: the document, the map, and figures that move at once. Three columns on a wide
 * screen, two on a tablet, tabs on a phone.
 */
class ScenarioEditor extends ScenarioEditElement {
  /** Where somebody stood before the dialog or the tab took the focus away. */
  #pressed = (event: KeyboardEvent) => this.#key(event);
  #leaving = (event: BeforeUnloadEvent) => {
    if (this.edit.saving.unsaved) event.preventDefault();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#pressed);
    addEventListener('beforeunload', this.#leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#pressed);
    removeEventListener('beforeunload', this.#leaving);
  }

  protected override render() {
    const { say, edit, screen } = this;
    const { tab, said } = edit.screen.value;
    return html`<main id="content" tabindex="-1" class="scenario-edit" data-tab=${tab} @leave=${this.#leave}>
      <div class="edit-head">
        <h1>${edit.document.title || say.untitled} <small>${say.inTheMaking(edit.base.area.name)}</small></h1>
        <kk-scenario-edit-bar .screen=${screen} .edit=${edit}></kk-scenario-edit-bar>
        <kk-scenario-edit-merge .screen=${screen} .edit=${edit}></kk-scenario-edit-merge>
        ${this.#tabs(tab)}
      </div>
      <div class="edit-document" id="edit-document">
        <kk-scenario-edit-document .screen=${screen} .edit=${edit}></kk-scenario-edit-document>
      </div>
      <kk-scenario-edit-stage class="edit-stage" .screen=${screen} .edit=${edit}></kk-scenario-edit-stage>
      <div class="edit-side">
        <kk-scenario-edit-difference .screen=${screen} .edit=${edit}></kk-scenario-edit-difference>
        <kk-scenario-edit-figures .screen=${screen} .edit=${edit}></kk-scenario-edit-figures>
        <kk-scenario-edit-faults .screen=${screen} .edit=${edit}></kk-scenario-edit-faults>
      </div>
      <p class="hidden" role="status">${said}</p>
    </main>`;
  }

  #tabs(tab: EditScreen['tab']): TemplateResult {
    const { say, edit } = this;
    return html`<div class="edit-tabs" role="group" aria-label=${say.tabs}>
      ${TABS.map(
        name => html`<button type="button" class="tab" aria-pressed=${tab === name ? 'true' : 'false'} @click=${() => edit.screen.set({ tab: name })}>
          ${say.tabNames[name]}
        </button>`,
      )}
    </div>`;
  }

  /** The field that a fault leads to, once everything around it has been drawn. */
  protected override updated(): void {
    document.title = `${this.edit.document.title || this.say.untitled} · Kernkaart`;
    const { jump } = this.edit.screen.value;
    if (jump === null) return;
    this.edit.screen.set({ jump: null });
    requestAnimationFrame(() => this.#goTo(jump));
  }

  #goTo(field: string): void {
    const parts = field.split('.');
    while (parts.length > 0) {
      const id = fieldId(parts.join('.'));
      const target = document.getElementById(`${id}-mid`) ?? document.getElementById(id);
      if (target) {
        target.scrollIntoView({ block: 'center' });
        target.focus({ preventScroll: true });
        return;
      }
      parts.pop();
    }
  }

  /** Steps back and forth from anywhere, also out of a field: a field's own undo would part from the document. */
  #key(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || this.querySelector('dialog[open]')) return;
    const key = event.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if ((key !== 'z' && !redo) || isOtherText(event.target as HTMLElement)) return;
    event.preventDefault();
    const { edit, say } = this;
    if (redo ? !edit.canRedo : !edit.canUndo) return;
    if (redo) edit.redo();
    else edit.undo();
    edit.say(redo ? say.redone : say.undone);
  }

  /** Another page, once everything is safe. */
  #leave(event: Event): void {
    const to = (event as CustomEvent<string>).detail;
    void this.edit.saving.now().then(() => location.assign(`${to}${location.search}`));
  }
}

/** True in a field that is no part of the document (a search, a pasted text): it has steps of its own. */
function isOtherText(target: HTMLElement): boolean {
  const typing = target.matches('textarea, input:not([type="radio"], [type="checkbox"])');
  return typing && !target.id.startsWith(fieldId(''));
}

customElements.define('kk-scenario-editor', ScenarioEditor);
