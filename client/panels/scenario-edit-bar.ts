import { html, nothing, type TemplateResult } from 'lit';
import type { SavingState } from '../state/scenario-edit-saving.ts';
import { icon } from './icon.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';
import './scenario-edit-more.ts';
import './scenario-edit-publish.ts';
import './scenario-edit-sharing.ts';
import './scenario-edit-versions.ts';

/** What can be done with the scenario as a whole, and how safe it is. */
class ScenarioEditBar extends ScenarioEditElement {
  protected override render() {
    const { say, edit, screen } = this;
    return html`<div class="edit-bar" role="group" aria-label=${say.actions}>
      <div class="edit-steps">
        <button type="button" class="button" title="Ctrl+Z" aria-disabled=${edit.canUndo ? 'false' : 'true'} @click=${() => this.#undo()}>
          ${say.undo}
        </button>
        <button type="button" class="button" title="Ctrl+Shift+Z" aria-disabled=${edit.canRedo ? 'false' : 'true'} @click=${() => this.#redo()}>
          ${say.redo}
        </button>
      </div>
      ${this.#saved()}
      <div class="edit-acts">
        <kk-scenario-edit-sharing .screen=${screen} .edit=${edit}></kk-scenario-edit-sharing>
        <kk-scenario-edit-versions .screen=${screen} .edit=${edit}></kk-scenario-edit-versions>
        <kk-scenario-edit-more .screen=${screen} .edit=${edit}></kk-scenario-edit-more>
        <kk-scenario-edit-publish .screen=${screen} .edit=${edit}></kk-scenario-edit-publish>
      </div>
    </div>`;
  }

  #undo(): void {
    if (!this.edit.canUndo) return;
    this.edit.undo();
    this.edit.say(this.say.undone);
  }

  #redo(): void {
    if (!this.edit.canRedo) return;
    this.edit.redo();
    this.edit.say(this.say.redone);
  }

  #saved(): TemplateResult {
    const { say, edit } = this;
    const { state } = edit.saving;
    const bad: readonly SavingState[] = ['offline', 'conflict', 'gone', 'signed-out', 'refused'];
    return html`<p class="edit-saved" data-saving=${state} role="status">
      ${bad.includes(state) ? icon('warning') : nothing}<span>${say.saving[state]}</span>
      ${
        state === 'signed-out' || state === 'refused'
          ? html`<button type="button" class="link" @click=${() => void edit.saving.now()}>${say.saveAgain}</button>`
          : nothing
      }
    </p>`;
  }
}

customElements.define('kk-scenario-edit-bar', ScenarioEditBar);
