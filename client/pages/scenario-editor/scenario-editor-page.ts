import { html, nothing, type TemplateResult } from 'lit';
import '../../panels/scenario-head.ts';
import '../../style/scenario-edit.css';
import { getDraft, getDraftBase } from '../../api/scenario-draft.ts';
import { ScenarioElement } from '../../panels/scenario-element.ts';
import { Resource } from '../../state/resource.ts';
import { ScenarioEdit } from '../../state/scenario-edit.ts';
import { type ScenarioEditWords, scenarioEditWords } from '../../text/scenario-edit.ts';
import './scenario-editor.ts';

/** The page on which a planner makes a scenario: it loads the draft and what it starts from, or says why it cannot. */
class ScenarioEditorPage extends ScenarioElement {
  static override properties: Record<string, object> = {
    ...ScenarioElement.properties,
    loadMap: { attribute: false },
  };
  /** Brings the code of the map, which is large and which nothing waits for. */
  declare loadMap: (() => Promise<unknown>) | undefined;
  #draft = new Resource(async ([id]: readonly [string], signal) => {
    const [draft, base] = await Promise.all([getDraft(id, signal), getDraftBase(id, signal)]);
    return new ScenarioEdit(draft, base);
  });
  #mapAsked = false;

  protected override get shows() {
    return [this.#draft];
  }

  private get say(): ScenarioEditWords {
    return scenarioEditWords(this.screen.language);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { place, planner } = this.screen;
    if (place.page === 'edit' && planner) this.#draft.show([place.id]);
  }

  protected override render() {
    const edit = this.#draft.value;
    const name = edit?.document.title || this.say.untitled;
    document.title = edit ? `${name} · Kernkaart` : 'Scenario · Kernkaart';
    return html`<kk-scenario-head
        .screen=${this.screen}
        .municipality=${
          edit
            ? {
                code: edit.base.municipality,
                name: edit.base.municipalityName,
                fictional: edit.base.fictional,
              }
            : null
        }
        .actions=${nothing}
      ></kk-scenario-head>
      ${edit ? html`<kk-scenario-editor .screen=${this.screen} .edit=${edit}></kk-scenario-editor>` : this.#otherwise()}`;
  }

  protected override updated(): void {
    const edit = this.#draft.value;
    if (!edit || this.#mapAsked) return;
    this.#mapAsked = true;
    // Asked before a third of a megabyte comes over for nothing.
    if (document.createElement('canvas').getContext('webgl2') === null)
      edit.screen.set({ map: 'unsupported' });
    else
      requestAnimationFrame(() =>
        setTimeout(() => {
          const loading = this.loadMap?.() ?? Promise.reject(new Error('no map'));
          loading.catch(() => edit.screen.set({ map: 'failed' }));
        }),
      );
  }

  #otherwise(): TemplateResult {
    const { say } = this;
    const { loaded } = this.#draft;
    if (!this.screen.planner || (loaded.state === 'failed' && loaded.error.kind === 'not-signed-in'))
      return this.#page(
        say.signInTitle,
        html`<p>${say.signInFirst} ${say.signInWay}</p>
          <pre tabindex="0"><code>npm run geodata -- sign-in</code></pre>
          <p><a href="/sign-in">${say.signInHow}</a></p>`,
      );
    if (loaded.state === 'failed' && loaded.error.kind === 'absent')
      return this.#page(
        say.unknownTitle,
        html`<p>${say.unknownLead}</p>
          <p><a href="/scenarios">${say.toList}</a></p>`,
      );
    if (loaded.state === 'failed')
      return this.#page(
        say.failedTitle,
        html`<p role="alert">${loaded.error.kind === 'offline' ? say.failedOffline : say.failedFault}</p>
          <button type="button" class="button" @click=${() => this.#draft.retry()}>${say.retry}</button>`,
      );
    const slow = loaded.state === 'loading' && loaded.slow;
    return this.#page(say.opening, html`<p role="status">${slow ? say.openingSlow : say.openingLead}</p>`);
  }

  #page(title: string, body: TemplateResult): TemplateResult {
    return html`<main class="page" id="content" tabindex="-1">
      <h1>${title}</h1>
      ${body}
    </main>`;
  }
}

customElements.define('kk-scenario-editor-page', ScenarioEditorPage);
