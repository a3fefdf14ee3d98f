import { html, nothing, type TemplateResult } from 'lit';
import '../../panels/catalogue-table.ts';
import { icon } from '../../panels/icon.ts';
import { ImportElement } from '../../panels/import-element.ts';
import '../../panels/import-list.ts';
import '../../panels/import-panel.ts';
import '../../panels/import-upload.ts';
import '../../panels/revision-list.ts';
import '../../panels/scenario-head.ts';
import { scenarioLoaded } from '../../panels/scenario-loaded.ts';
import { stepWord } from '../../text/data-terms.ts';

/** What is loaded, and for a planner the file on its way, the last ones, and the revisions. */
class DataPage extends ImportElement {
  /** Where the reader is, so that nobody is left nowhere when what was pressed has gone. */
  #focused: HTMLElement | null = null;

  protected override render() {
    const { say, desk, screen } = this;
    const { municipality } = desk.catalogue;
    const title = municipality ? say.titleOf(municipality.name) : say.title;
    document.title = `${title} · Kernkaart`;
    return html`<kk-scenario-head .screen=${screen} .municipality=${municipality ?? null}></kk-scenario-head>
      <main
        id="content"
        class="data-sheet"
        tabindex="-1"
        @focusin=${(event: FocusEvent) => {
          this.#focused = event.target as HTMLElement;
        }}
      >
        <h1>${title}</h1>
        <p class="reading-text">${say.lead}</p>
        <div role="alert">${screen.session.value.ended ? this.#ended() : nothing}</div>
        <p class="hidden" role="status">${this.#told()}</p>
        ${desk.tools ? this.#tools() : this.#visitor()}
        ${scenarioLoaded(desk.catalogue.municipalities, screen, say.municipalitiesFailed, ({ preparing }) =>
          preparing ? html`<p class="loading" role="status">${say.preparing}</p>` : this.#content(),
        )}
        ${desk.tools ? this.#below() : nothing}
      </main>`;
  }

  protected override updated(): void {
    // After the pieces of the page have drawn themselves.
    setTimeout(() => {
      if (this.#focused === null || this.#focused.isConnected || document.activeElement !== document.body)
        return;
      this.#focused = null;
      this.querySelector<HTMLElement>('#import, #load')?.focus();
    });
  }

  #ended(): TemplateResult {
    const { say, desk } = this;
    return html`<div class="data-alarm">
      ${icon('warning')}
      <div>
        <p>${say.sessionEnded}</p>
        <div class="data-acts">
          <a class="button" href="/sign-in" target="_blank">${say.signIn}</a>
          <button type="button" class="button" @click=${() => desk.signedInAgain()}>${say.signedInAgain}</button>
        </div>
      </div>
    </div>`;
  }

  #visitor(): TemplateResult {
    const { say, desk } = this;
    return html`<p class="note">${desk.asked ? say.visitorImport : say.visitor} <a href="/sign-in">${say.signIn}</a></p>`;
  }

  /** The file on its way, else the choice of one. */
  #tools(): TemplateResult {
    const { screen, desk } = this;
    return desk.follow.id === null
      ? html`<section class="data-load" aria-labelledby="load">
          <kk-import-upload .screen=${screen} .desk=${desk}></kk-import-upload>
        </section>`
      : html`<section class="data-load" aria-labelledby="import">
          <kk-import-panel .screen=${screen} .desk=${desk}></kk-import-panel>
        </section>`;
  }

  #content(): TemplateResult {
    const { screen, desk } = this;
    return html`<section class="data-section" aria-labelledby="catalogue">
      ${this.#choice()}
      <kk-catalogue-table .screen=${screen} .desk=${desk}></kk-catalogue-table>
    </section>`;
  }

  #choice(): TemplateResult | typeof nothing {
    const { say, desk, screen } = this;
    const known = desk.catalogue.municipalities.value?.municipalities ?? [];
    if (known.length < 2) return nothing;
    const show = (event: Event) =>
      screen.view.set({ municipality: (event.target as HTMLSelectElement).value });
    return html`<label class="field data-narrow">
      <span>${say.municipality}</span>
      <select @change=${show}>
        ${known.map(
          ({ code, name }) =>
            html`<option value=${code} .selected=${code === desk.catalogue.municipality?.code}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #below(): TemplateResult {
    const { screen, desk } = this;
    return html`<div class="data-two">
      ${
        desk.catalogue.municipality
          ? html`<section class="data-section" aria-labelledby="revisions">
              <kk-revision-list .screen=${screen} .desk=${desk}></kk-revision-list>
            </section>`
          : nothing
      }
      <section class="data-section" aria-labelledby="recent">
        <kk-import-list .screen=${screen} .desk=${desk}></kk-import-list>
      </section>
    </div>`;
  }

  /** What is said aloud of the file on its way: each state and each step once, never the seconds between them. */
  #told(): string {
    const { words, desk, screen, say } = this;
    const { now } = desk.upload;
    if (now.step === 'sending') return say.sending(now.name);
    const { job } = desk.follow;
    if (job === null) return '';
    const { state, source, step } = job;
    const isRestoring = source === 'restore' && state === 'running';
    const told = isRestoring ? words.toldRestoring : words.told[state];
    const said = step === null ? undefined : stepWord(step, screen.language);
    return said === undefined ? told : `${told} ${said}.`;
  }
}

customElements.define('kk-data-page', DataPage);
