import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.ts';
import { ScenarioEditElement } from './scenario-edit-element.ts';

/** The map with what lies on it: buttons, what is being drawn, what the marks mean. */
class ScenarioEditStage extends ScenarioEditElement {
  protected override render() {
    const { say, edit, screen } = this;
    const { map, drawing } = edit.screen.value;
    const undrawable = map === 'failed' || map === 'unsupported';
    if (undrawable)
      return html`<p class="note map-missing" role="status">${map === 'failed' ? say.mapFailed : say.mapUnsupported}</p>`;
    return html`<div class="edit-map" data-map=${map}>
      <a class="skip" href="#after-map">${say.skipMap}</a>
      ${map === 'loading' ? html`<p class="map-loading" role="status">${say.mapLoading}</p>` : nothing}
      <div class="map-box"><kk-scenario-edit-map .screen=${screen} .edit=${edit}></kk-scenario-edit-map></div>
      ${this.#buttons()} ${drawing ? this.#drawing() : nothing} ${this.#legend()}
      <p id="after-map" tabindex="-1" class="hidden"></p>
    </div>`;
  }

  #buttons(): TemplateResult {
    const { say, edit } = this;
    const button = (name: 'plus' | 'minus' | 'whole', words: string, press: () => void) =>
      html`<button type="button" class="button" aria-label=${words} title=${words} @click=${press}>${icon(name)}</button>`;
    return html`<div class="map-buttons edit-map-buttons" role="group" aria-label=${say.map}>
      ${button('plus', say.zoomIn, () => edit.commands.give({ kind: 'zoom', by: 1 }))}
      ${button('minus', say.zoomOut, () => edit.commands.give({ kind: 'zoom', by: -1 }))}
      ${button('whole', say.wholeArea, () => edit.commands.give({ kind: 'fly', bounds: boundsOf(edit.base.area.coordinates) }))}
    </div>`;
  }

  #drawing(): TemplateResult {
    const { say, edit } = this;
    return html`<div class="edit-drawing" role="group" aria-label=${say.draw}>
      <p>${say.drawing}</p>
      <div class="actions">
        <button type="button" class="button primary" @click=${() => edit.draw.finish()}>${say.drawDone}</button>
        <button type="button" class="button" @click=${() => edit.cancelDrawing()}>${say.cancel}</button>
      </div>
    </div>`;
  }

  #legend(): TemplateResult {
    const { say } = this;
    return html`<details class="legend edit-legend">
      <summary>${say.legend}</summary>
      <ul>
        <li><span class="edit-key key-in-use"></span>${say.keyInUse}</li>
        <li><span class="edit-key key-vacant"></span>${say.keyVacant}</li>
        <li><span class="edit-key key-taken"></span>${say.keyTaken}</li>
        <li><span class="edit-key key-place"></span>${say.keyPlace}</li>
        <li><span class="edit-key key-target"></span>${say.keyTarget}</li>
      </ul>
    </details>`;
  }
}

/** Edges of polygons in degrees. */
function boundsOf(
  polygons: readonly (readonly (readonly (readonly [number, number])[])[])[],
): [number, number, number, number] {
  const points = polygons.flat(2);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

customElements.define('kk-scenario-edit-stage', ScenarioEditStage);
