import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioMeasure } from '#contract/scenario.ts';
import { MEASURES, measureModel } from '#planning/measures.ts';
import { newMeasure } from '#planning/new-document.ts';
import { placeWords } from '#planning/place.ts';
import { addMeasure, duplicateMeasure, moveMeasure, removeMeasure } from '../state/scenario-edit-commands.ts';
import { newId } from '../state/scenario-edit-id.ts';
import { icon } from './icon.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';
import { fieldId } from './scenario-edit-field.ts';
import { measureForm } from './scenario-edit-measure.ts';
import { faultBadge } from './scenario-edit-section.ts';
import { sentenceCase, yearSpan } from './scenario-edit-sentence.ts';

/** The measures in the order in which they act: adding, ordering, copying, removing, and one of them open. */
class ScenarioEditMeasures extends ScenarioEditElement {
  #menu = false;
  /** Button that gets the focus back once its row stands in another place. */
  #focus: string | undefined;

  protected override render() {
    const { say, edit } = this;
    const { measures } = edit.document;
    return html`<p class="note">${say.measuresLead}</p>
      ${measures.length === 0 ? html`<p class="edit-empty">${say.measuresEmpty}</p>` : nothing}
      <ol class="edit-measures">
        ${measures.map((measure, index) => this.#row(measure, index))}
      </ol>
      ${this.#add()}`;
  }

  #row(measure: ScenarioMeasure, index: number): TemplateResult {
    const { edit } = this;
    const { language } = this.screen;
    const open = edit.screen.value.measure === measure.id;
    const path = `measures.${index}`;
    const id = fieldId(path);
    return html`<li class=${open ? 'edit-measure open' : 'edit-measure'} data-measure=${measure.id}>
      <h3>
        <button
          type="button"
          class="edit-fold"
          id=${id}
          aria-expanded=${open ? 'true' : 'false'}
          aria-controls="${id}-form"
          @click=${() => edit.openMeasure(open ? null : measure.id)}
        >
          <span class="measure-number">${index + 1}</span>
          <span
            >${this.#name(measure)}
            <small>${this.#where(measure)} · ${yearSpan(measure.phase)}</small></span
          >
          ${faultBadge(edit.faultsAt(path), language)}
        </button>
      </h3>
      <div id="${id}-form" class="measure-form" ?hidden=${!open}>
        ${open ? html`${this.#tools(measure, index)}${measureForm({ edit, screen: this.screen, measure, index })}` : nothing}
      </div>
    </li>`;
  }

  #name({ name, kind }: ScenarioMeasure): string {
    return name || sentenceCase(measureModel(kind)?.words[this.screen.language] ?? kind);
  }

  #where({ place }: ScenarioMeasure): string {
    return place === null ? this.say.noPlace : placeWords(place, this.edit.base)[this.screen.language];
  }

  #tools(measure: ScenarioMeasure, index: number): TemplateResult {
    const { say, edit } = this;
    const last = edit.document.measures.length - 1;
    const tool = (name: string, words: string, press: () => void, disabled = false) => html`<button
      type="button"
      class="button"
      data-tool="${name}-${measure.id}"
      aria-disabled=${disabled ? 'true' : 'false'}
      @click=${() => !disabled && press()}
    >
      ${words}
    </button>`;
    return html`<div class="edit-tools" role="group" aria-label=${say.measureTools}>
      ${tool('up', say.moveUp, () => this.#move(measure, -1, index), index === 0)}
      ${tool('down', say.moveDown, () => this.#move(measure, 1, index), index === last)}
      ${tool('copy', say.duplicate, () => this.#duplicate(measure))}
      ${tool('remove', say.remove, () => this.#remove(measure))}
    </div>`;
  }

  #move(measure: ScenarioMeasure, by: 1 | -1, index: number): void {
    this.edit.change(moveMeasure(measure.id, by));
    this.edit.say(this.say.moved(this.#name(measure), index + by + 1, this.edit.document.measures.length));
    this.#focus = `[data-tool="${by < 0 ? 'up' : 'down'}-${measure.id}"]`;
  }

  #duplicate(measure: ScenarioMeasure): void {
    const id = newId();
    this.edit.change(
      duplicateMeasure(measure.id, { id, name: this.say.copyOf(this.#name(measure)).slice(0, 120) }),
    );
    this.edit.openMeasure(id);
    this.edit.say(this.say.duplicated(this.#name(measure)));
    this.#focus = `[data-measure="${id}"] .edit-fold`;
  }

  #remove(measure: ScenarioMeasure): void {
    const { measures } = this.edit.document;
    const index = measures.indexOf(measure);
    const next = measures[index + 1] ?? measures[index - 1];
    this.edit.openMeasure(null);
    this.edit.change(removeMeasure(measure.id));
    this.edit.say(this.say.removed(this.#name(measure)));
    this.#focus = next ? `[data-measure="${next.id}"] .edit-fold` : '.edit-add';
  }

  #add(): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    return html`<button
        type="button"
        class="button primary edit-add"
        aria-expanded=${this.#menu ? 'true' : 'false'}
        aria-controls="measure-kinds"
        @click=${() => this.#toggleMenu()}
      >
        ${icon(this.#menu ? 'close' : 'plus')}${this.#menu ? say.close : say.addMeasure}
      </button>
      <ul id="measure-kinds" class="measure-kinds" ?hidden=${!this.#menu}>
        ${
          this.#menu
            ? MEASURES.map(
                ({ kind, words, meaning }) => html`<li>
                  <button type="button" class="row measure-kind" @click=${() => this.#choose(kind)}>
                    <span><strong>${sentenceCase(words[language])}</strong><small>${meaning[language]}</small></span>
                  </button>
                </li>`,
              )
            : nothing
        }
      </ul>`;
  }

  #toggleMenu(): void {
    this.#menu = !this.#menu;
    this.requestUpdate();
  }

  #choose(kind: string): void {
    const { edit } = this;
    const id = newId();
    const { language } = this.screen;
    const first = edit.result.years[0] ?? new Date().getFullYear();
    const from = Math.min(first + 1, edit.document.horizon);
    const measure = newMeasure(kind, {
      id,
      from,
      until: Math.min(from + 4, edit.document.horizon),
      language,
    });
    this.#menu = false;
    edit.change(addMeasure(measure));
    edit.openMeasure(id);
    edit.say(this.say.added(this.#name(measure)));
    this.#focus = `[data-measure="${id}"] .edit-fold`;
  }

  protected override updated(): void {
    if (this.#focus === undefined) return;
    const target = this.querySelector<HTMLElement>(this.#focus);
    this.#focus = undefined;
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('kk-scenario-edit-measures', ScenarioEditMeasures);
