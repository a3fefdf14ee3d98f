import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioMeasure, ScenarioPlace } from '#contract/scenario.ts';
import type { PlaceKind } from '#planning/measure.ts';
import { measureModel } from '#planning/measures.ts';
import { placeWords } from '#planning/place.ts';
import { AREA_KIND_TERMS } from '#vocabulary/area-kind.ts';
import type { PlaceRole } from '../state/scenario-edit.ts';
import { readPasted } from '../state/scenario-edit-pasted.ts';
import { countPlace } from '../state/scenario-edit-premises.ts';
import { icon } from './icon.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';
import { faultList, fieldId, selectField } from './scenario-edit-field.ts';
import { sentenceCase } from './scenario-edit-sentence.ts';
import './scenario-edit-premises.ts';
import './scenario-edit-streets.ts';

/** Where a measure acts: drawn, an area, street sides or single premises. Everything works without the map. */
class ScenarioEditPlace extends ScenarioEditElement {
  static override properties: Record<string, object> = {
    ...ScenarioEditElement.properties,
    measure: {},
    which: { attribute: false },
  };
  declare measure: string;
  declare which: PlaceRole;
  /** What was chosen here and has no place yet. */
  #kind: PlaceKind | undefined;
  #pasted = '';
  #pastedFault = '';

  protected override render() {
    const measure = this.edit.measure(this.measure);
    const model = measure && measureModel(measure.kind);
    if (!measure || !model) return nothing;
    const { say } = this;
    const kind = this.#kindOf(measure);
    const path = `measures.${this.edit.document.measures.indexOf(measure)}.${this.which}`;
    // A second place is somewhere to go to: an area or a drawing.
    const kinds = this.which === 'target' ? model.places.filter(one => one !== 'premises') : model.places;
    const name = `${this.which}-${measure.id}`;
    return html`<div id=${fieldId(path)} tabindex="-1" class="edit-place">
      ${this.#told(measure)} ${faultList(this.edit.faultsAt(path), `${fieldId(path)}-faults`, this.screen.language)}
      <div class="edit-kinds" role="radiogroup" aria-label=${say.placeHow}>
        ${kinds.map(
          one => html`<label class="choice">
            <input type="radio" name=${name} .checked=${one === kind} @change=${() => this.#choose(one)} />
            <span>${say.placeKinds[one]}</span>
          </label>`,
        )}
      </div>
      ${this.#body(kind, measure[this.which])}
    </div>`;
  }

  #kindOf(measure: ScenarioMeasure): PlaceKind | undefined {
    return this.#kind ?? measure[this.which]?.kind;
  }

  #choose(kind: PlaceKind): void {
    this.#kind = kind;
    this.requestUpdate();
  }

  #set(place: ScenarioPlace | null): void {
    this.#kind = place === null ? this.#kind : undefined;
    this.edit.setPlace(this.measure, this.which, place);
  }

  /** The place as it is, with what stands in it. */
  #told(measure: ScenarioMeasure): TemplateResult {
    const { say, edit } = this;
    const { language, write } = this.screen;
    const place = measure[this.which];
    if (place === null) return html`<p>${say.noPlace}</p>`;
    const functions = measureModel(measure.kind)?.functions ?? [];
    const { premises, vacant, suitable } = countPlace(place, edit.base, functions);
    const counts = say.placeCounts(write.count(premises), write.count(vacant));
    const took = edit.result.measures.find(({ id }) => id === measure.id);
    return html`<p>
      <strong>${sentenceCase(placeWords(place, edit.base)[language])}</strong>: ${counts}
      ${
        this.which === 'place' && functions.length > 0 && took
          ? say.placeTakes(write.count(suitable), write.count(took.candidates), write.count(took.taken.mid))
          : nothing
      }
    </p>`;
  }

  #body(kind: PlaceKind | undefined, place: ScenarioPlace | null): TemplateResult | typeof nothing {
    if (kind === 'area') return this.#area(place);
    if (kind === 'polygon') return this.#polygon(place);
    if (kind === 'street-sides')
      return html`<kk-scenario-edit-streets
        .screen=${this.screen}
        .edit=${this.edit}
        .ids=${place?.kind === 'street-sides' ? place.ids : []}
        @ids=${({ detail }: CustomEvent<string[]>) => this.#set(detail.length > 0 ? { kind: 'street-sides', ids: detail } : null)}
      ></kk-scenario-edit-streets>`;
    if (kind === 'premises')
      return html`<kk-scenario-edit-premises
        .screen=${this.screen}
        .edit=${this.edit}
        .functions=${measureModel(this.edit.measure(this.measure)?.kind ?? '')?.functions ?? []}
        .ids=${place?.kind === 'premises' ? place.ids : []}
        @ids=${({ detail }: CustomEvent<string[]>) => this.#set(detail.length > 0 ? { kind: 'premises', ids: detail } : null)}
      ></kk-scenario-edit-premises>`;
    return nothing;
  }

  #area(place: ScenarioPlace | null): TemplateResult {
    const { say } = this;
    const { language } = this.screen;
    const { area, zones } = this.edit.base;
    const kindWords = (kind: string) => AREA_KIND_TERMS.find(({ code }) => code === kind)?.[language] ?? kind;
    return selectField({
      id: `area-${this.which}-${this.measure}`,
      label: say.areaOrZone,
      value: place?.kind === 'area' ? place.id : '',
      options: [
        { value: '', words: say.chooseArea, disabled: true },
        ...[area, ...zones].map(({ id, name, kind }) => ({
          value: id,
          words: `${name} (${kindWords(kind)})`,
        })),
      ],
      change: id => this.#set({ kind: 'area', id }),
    });
  }

  #polygon(place: ScenarioPlace | null): TemplateResult {
    const { say, edit } = this;
    const { drawing, map } = edit.screen.value;
    const busy = drawing?.measure === this.measure && drawing.which === this.which;
    const drawn = place?.kind === 'polygon';
    const start = () => edit.startDrawing(this.measure, this.which);
    return html`<div class="actions">
        <button type="button" class="button" ?disabled=${map !== 'ready'} aria-pressed=${busy ? 'true' : 'false'} @click=${busy ? () => edit.draw.finish() : start}>
          ${icon('map')}${busy ? say.drawStop : drawn ? say.drawEdit : say.draw}
        </button>
      </div>
      <p class="note">${map === 'ready' ? say.drawHelp : say.drawNoMap}</p>
      <details class="edit-paste">
        <summary>${say.paste}</summary>
        <label class="field">
          <span>${say.pasteLabel}</span>
          <textarea
            rows="4"
            .value=${this.#pasted}
            @input=${(event: Event) => {
              this.#pasted = (event.target as HTMLTextAreaElement).value;
            }}
          ></textarea>
        </label>
        <p class="note">${say.pasteHelp}</p>
        <button type="button" class="button" @click=${() => this.#usePasted()}>${say.pasteUse}</button>
        <p role="alert" class=${this.#pastedFault ? 'edit-alert' : ''}>${this.#pastedFault}</p>
      </details>`;
  }

  #usePasted(): void {
    const read = readPasted(this.#pasted);
    if ('fault' in read) this.#pastedFault = this.say.pasteFaults[read.fault];
    else {
      this.#pastedFault = '';
      this.#pasted = '';
      this.#set(read.place);
      this.edit.say(this.say.placeTaken);
    }
    this.requestUpdate();
  }
}

customElements.define('kk-scenario-edit-place', ScenarioEditPlace);
