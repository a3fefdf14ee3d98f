import { html, nothing, type TemplateResult } from 'lit';
import type { EmbedUse } from '#contract/embed.ts';
import { ApiError } from '../api/api-error.ts';
import type { EmbedUsesOverview } from '../state/embed-uses.ts';
import { type EmbedUsesWords, embedUsesWords } from '../text/embed-uses.ts';
import { icon } from './icon.ts';
import { ScenarioElement } from './scenario-element.ts';

/** Which map stands on which site, how often it was shown, and what is wrong. On a narrow screen every row is a card. */
class EmbedUsesTable extends ScenarioElement {
  static override properties = { ...ScenarioElement.properties, overview: { attribute: false } };
  declare overview: EmbedUsesOverview;
  /** The site that is being allowed. */
  #busy: string | null = null;
  #told = '';
  #failed = '';

  protected override get shows() {
    return [this.overview];
  }

  get #say(): EmbedUsesWords {
    return embedUsesWords[this.screen.language];
  }

  protected override render() {
    const say = this.#say;
    const uses = this.overview.uses.value ?? [];
    const columns = [
      say.columnWhat,
      say.columnSite,
      say.columnRecently,
      say.columnEver,
      say.columnFirst,
      say.columnLast,
      say.columnState,
    ];
    // Roles in so many words: laid out as cards it is a table all the same.
    return html`<p class="embed-told" role="status">${this.#told}</p>
      <div role="alert">
        ${this.#failed === '' ? nothing : html`<p class="embed-fault">${icon('warning')}<span>${this.#failed}</span></p>`}
      </div>
      <table class="embed-uses" role="table">
        <caption class="hidden">
          ${say.title}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${columns.map(
              (words, index) =>
                html`<th role="columnheader" scope="col" class=${index === 2 || index === 3 ? 'number' : ''}>${words}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${uses.map(use => this.#row(use, columns))}
        </tbody>
      </table>`;
  }

  #row(use: EmbedUse, columns: readonly string[]): TemplateResult {
    const say = this.#say;
    const { write } = this.screen;
    const cells: readonly [TemplateResult | string, string][] = [
      [use.origin === null ? say.siteUnknown : html`<code>${use.origin}</code>`, ''],
      [write.count(use.recently), 'number'],
      [write.count(use.ever), 'number'],
      [write.date(use.first), ''],
      [write.date(use.last), ''],
      [this.#state(use), 'state'],
    ];
    return html`<tr role="row" class=${use.fault === null ? '' : 'wrong'}>
      <th role="rowheader" scope="row">${this.#what(use)}</th>
      ${cells.map(
        ([content, kind], index) =>
          html`<td role="cell" class=${kind} data-label=${columns[index + 1]!}><span>${content}</span></td>`,
      )}
    </tr>`;
  }

  #what({ embed, title }: EmbedUse): TemplateResult {
    if (title === null) return html`${this.#say.gone}<small><code>${embed}</code></small>`;
    return html`<a href=${`/e/${embed.split('/').map(encodeURIComponent).join('/')}`}>${title}</a>`;
  }

  #state(use: EmbedUse): TemplateResult {
    const say = this.#say;
    const { fault, origin } = use;
    if (fault === null) return html`${say.fine1}`;
    return html`<strong>${icon('warning')}${say.fault[fault]}</strong>
      <small>${say.advice[fault]}</small>
      ${
        fault === 'site-not-allowed' && origin !== null
          ? html`<button
              type="button"
              class="button"
              aria-label=${say.allowOf(origin)}
              aria-disabled=${this.#busy === null ? nothing : 'true'}
              @click=${() => void this.#allow(origin)}
            >
              ${this.#busy === origin ? say.allowing : say.allow}
            </button>`
          : nothing
      }`;
  }

  async #allow(site: string): Promise<void> {
    if (this.#busy !== null) return;
    const say = this.#say;
    this.#busy = site;
    this.#tell('', '');
    try {
      await this.overview.allow(site);
      this.#tell(say.allowed(site), '');
      // The button that did it is gone.
      await this.updateComplete;
      this.closest<HTMLElement>('main')?.focus();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { failedAllow } = say;
      const known = { offline: failedAllow.offline, busy: failedAllow.offline };
      const words =
        error.kind === 'not-signed-in'
          ? failedAllow['not-signed-in']
          : (known[error.kind as keyof typeof known] ?? failedAllow.other);
      this.#tell('', words);
      if (error.kind === 'not-signed-in') this.overview.signedOut();
    } finally {
      this.#busy = null;
      this.requestUpdate();
    }
  }

  #tell(told: string, failed: string): void {
    this.#told = told;
    this.#failed = failed;
    this.requestUpdate();
  }
}

customElements.define('kk-embed-uses-table', EmbedUsesTable);
