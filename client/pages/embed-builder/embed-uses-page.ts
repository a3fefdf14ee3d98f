import { html, nothing, type TemplateResult } from 'lit';
import '../../panels/embed-uses-table.ts';
import { icon } from '../../panels/icon.ts';
import { ScenarioElement } from '../../panels/scenario-element.ts';
import '../../panels/scenario-head.ts';
import { scenarioLoaded } from '../../panels/scenario-loaded.ts';
import type { EmbedUsesOverview } from '../../state/embed-uses.ts';
import { screenLink } from '../../state/screen-link.ts';
import { embedWords } from '../../text/embed-builder.ts';
import { type EmbedUsesWords, embedUsesWords } from '../../text/embed-uses.ts';

/** Where maps stand: what is wrong first. Planners only. */
class EmbedUsesPage extends ScenarioElement {
  static override properties = { ...ScenarioElement.properties, overview: { attribute: false } };
  declare overview: EmbedUsesOverview;

  protected override get shows() {
    return [this.overview];
  }

  get #say(): EmbedUsesWords {
    return embedUsesWords[this.screen.language];
  }

  protected override render() {
    const say = this.#say;
    const { screen, overview } = this;
    const { municipality, uses } = overview;
    const title = municipality ? say.titleOf(municipality.name) : say.title;
    const wrong = uses.value?.filter(({ fault }) => fault !== null).length ?? 0;
    document.title = `${title} · Kernkaart`;
    return html`<kk-scenario-head
        .screen=${screen}
        .municipality=${municipality ?? null}
        .actions=${html`<a class="button" href=${this.#builder()}>${icon('plus')}${say.fresh}</a>`}
      ></kk-scenario-head>
      <main id="content" class="embed-sheet" tabindex="-1">
        <h1>
          ${title}${wrong > 0 ? html` <span class="embed-count">${icon('warning')}${say.warnings(screen.write.count(wrong), wrong === 1)}</span>` : nothing}
        </h1>
        ${screen.session.value.ended ? html`<p class="embed-alarm" role="alert">${icon('warning')}<span>${embedWords[screen.language].sessionEnded}</span></p>` : nothing}
        ${
          screen.planner
            ? scenarioLoaded(overview.municipalities, screen, say.municipalitiesFailed, () => this.#content())
            : html`<p class="reading-text">${say.plannersOnly} ${embedWords[screen.language].signInHow}</p>
                <p><a href="/sign-in">${say.signIn}</a></p>`
        }
      </main>`;
  }

  #content(): TemplateResult {
    const say = this.#say;
    const { screen, overview } = this;
    if (overview.municipality === undefined)
      return html`<p>${say.none}</p>
        <p><a href="/">${say.toMap}</a></p>`;
    return html`${this.#choice()}
    ${scenarioLoaded(overview.uses, screen, say.failed, uses =>
      uses.length === 0
        ? html`<h2>${say.empty}</h2>
            <p class="reading-text">${say.emptyLead}</p>
            <p class="actions embed-start"><a class="button" href=${this.#builder()}>${icon('plus')}${say.fresh}</a></p>`
        : html`<p class="reading-text">${say.lead}</p>
            <kk-embed-uses-table .screen=${screen} .overview=${overview}></kk-embed-uses-table>`,
    )}
    <details class="embed-more">
      <summary>${say.counted}</summary>
      <p class="reading-text">${say.countedLead}</p>
    </details>`;
  }

  #choice(): TemplateResult | typeof nothing {
    const known = this.overview.municipalities.value?.municipalities ?? [];
    if (known.length < 2) return nothing;
    const show = (event: Event) =>
      this.screen.view.set({ municipality: (event.target as HTMLSelectElement).value });
    return html`<label class="field embed-municipality">
      <span>${this.#say.municipality}</span>
      <select @change=${show}>
        ${known.map(
          ({ code, name }) =>
            html`<option value=${code} .selected=${code === this.overview.municipality?.code}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #builder(): string {
    return screenLink(this.screen, '/embed', { municipality: this.overview.municipality?.code });
  }
}

customElements.define('kk-embed-uses-page', EmbedUsesPage);
