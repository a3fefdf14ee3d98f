import { html, nothing, type TemplateResult } from 'lit';
import type { PlannerScenarios, Scenarios } from '#contract/scenario-version.ts';
import { icon } from '../../panels/icon.ts';
import { ScenarioElement } from '../../panels/scenario-element.ts';
import '../../panels/scenario-head.ts';
import { scenarioLoaded } from '../../panels/scenario-loaded.ts';
import type { ScenarioList } from '../../state/scenario-reading-list.ts';
import { frameWords } from '../../text/scenario-frame.ts';
import { type ScenarioListWords, scenarioListWords } from '../../text/scenario-list.ts';

type Line = Scenarios['scenarios'][number];
type Draft = PlannerScenarios['scenarios'][number];

/** The list of scenarios: for everyone what is published, for planners their drafts and a way to begin one. */
class ScenarioListPage extends ScenarioElement {
  static override properties = { ...ScenarioElement.properties, list: { attribute: false } };
  declare list: ScenarioList;
  #making: 'no' | 'loading' | 'yes' | 'failed' = 'no';

  protected override get shows() {
    return [this.list];
  }

  get #say(): ScenarioListWords {
    return scenarioListWords[this.screen.language];
  }

  protected override render() {
    const say = this.#say;
    const { municipality, municipalities } = this.list;
    document.title = `${municipality ? say.titleOf(municipality.name) : say.title} · Kernkaart`;
    return html`<kk-scenario-head .screen=${this.screen} .municipality=${municipality ?? null}></kk-scenario-head>
      <main id="content" class="scenario-sheet" tabindex="-1">
        <h1>${municipality ? say.titleOf(municipality.name) : say.title}</h1>
        <p class="reading-text lead">${say.lead}</p>
        ${this.screen.session.value.ended ? html`<p class="scenario-message" role="alert">${frameWords[this.screen.language].sessionEnded}</p>` : nothing}
        ${scenarioLoaded(municipalities, this.screen, say.municipalitiesFailed, () => this.#content())}
      </main>`;
  }

  #content(): TemplateResult {
    const say = this.#say;
    const { municipality, published, drafts } = this.list;
    if (municipality === undefined) return html`<p>${say.none}</p><p><a href="/">${say.map}</a></p>`;
    return html`${this.#choice()} ${this.screen.planner ? this.#fresh(municipality.code) : nothing}
      ${scenarioLoaded(published, this.screen, say.failed, ({ scenarios }) =>
        scenarios.length === 0 ? this.#empty(municipality.code) : this.#published(scenarios),
      )}
      ${
        this.screen.planner
          ? html`<section aria-labelledby="drafts">
              <h2 id="drafts">${say.drafts}</h2>
              <p class="note">${say.draftsLead}</p>
              ${scenarioLoaded(drafts, this.screen, say.draftsFailed, ({ scenarios }) => this.#drafts(scenarios))}
            </section>`
          : nothing
      }`;
  }

  #choice(): TemplateResult | typeof nothing {
    const known = this.list.municipalities.value?.municipalities ?? [];
    if (known.length < 2) return nothing;
    const show = (event: Event) =>
      this.screen.view.set({ municipality: (event.target as HTMLSelectElement).value });
    return html`<label class="field list-choice"
      ><span>${this.#say.municipality}</span>
      <select @change=${show}>
        ${known.map(
          ({ code, name }) =>
            html`<option value=${code} .selected=${code === this.list.municipality?.code}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #empty(municipality: string): TemplateResult {
    const say = this.#say;
    return html`<h2>${say.empty}</h2>
      <p class="reading-text">${this.screen.planner ? say.emptyPlanner : say.emptyVisitor}</p>
      <p><a href=${`/?municipality=${municipality}`}>${say.map}</a></p>`;
  }

  #published(scenarios: readonly Line[]): TemplateResult {
    return html`<ul class="scenario-list">
      ${scenarios.map(line => this.#line(line))}
    </ul>`;
  }

  #line({ id, title, summary, area, latest, amendmentOf }: Line): TemplateResult {
    const say = this.#say;
    const date = this.screen.write.date(latest.publishedAt.slice(0, 10));
    return html`<li>
      <h2><a href=${this.#to(`/scenarios/${encodeURIComponent(id)}`)}>${title}</a></h2>
      <p class="note">
        <span class="status-word ${latest.status}">${say.line(say.status[latest.status], latest.version, date)}</span> · ${area.name}
      </p>
      ${amendmentOf ? html`<p class="note">${say.amendment(amendmentOf.number, amendmentOf.title)}</p>` : nothing}
      <p class="reading-text">${summary}</p>
    </li>`;
  }

  #drafts(scenarios: readonly Draft[]): TemplateResult {
    const say = this.#say;
    if (scenarios.length === 0) return html`<p>${say.draftsEmpty}</p>`;
    return html`<ul class="scenario-list drafts">
      ${scenarios.map(({ id, title, area, updatedAt, shared, versions, amendmentOf }) => {
        const last = versions.at(-1);
        const words = [
          area.name,
          say.updated(this.screen.write.date(updatedAt.slice(0, 10))),
          last ? say.versionIs(last.version) : say.notPublished,
          ...(shared ? [say.sharedByLink] : []),
        ];
        return html`<li>
          <h3>${title}</h3>
          <p class="note">${words.join(' · ')}</p>
          ${amendmentOf ? html`<p class="note">${say.amendment(amendmentOf.number, amendmentOf.title)}</p>` : nothing}
          <a class="button" href=${this.#to(`/scenarios/${encodeURIComponent(id)}/edit`)} aria-label=${say.editOf(title)}>${say.edit}</a>
        </li>`;
      })}
    </ul>`;
  }

  /** Beginning one is the editor's business: what it needs comes when it is asked for. */
  #fresh(municipality: string): TemplateResult {
    const say = this.#say;
    if (this.#making === 'yes')
      return html`<kk-scenario-new .screen=${this.screen} .municipality=${municipality}></kk-scenario-new>`;
    const words = frameWords[this.screen.language];
    return html`<button type="button" class="button primary" ?disabled=${this.#making === 'loading'} @click=${() => this.#make()}>
        ${icon('plus')}${say.fresh}
      </button>
      ${this.#making === 'failed' ? html`<p class="failure" role="alert">${words.offline}</p>` : nothing}`;
  }

  async #make(): Promise<void> {
    this.#become('loading');
    await import('../../panels/scenario-edit-new.ts').then(
      () => this.#become('yes'),
      () => this.#become('failed'),
    );
  }

  #become(making: 'loading' | 'yes' | 'failed'): void {
    this.#making = making;
    this.requestUpdate();
  }

  /** An address in the language and theme of this one. */
  #to(path: string): string {
    const { language, theme } = this.screen.view.value;
    const given = Object.entries({ language, theme }).filter(
      (part): part is [string, never] => part[1] !== null,
    );
    return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
  }
}

customElements.define('kk-scenario-list-page', ScenarioListPage);
