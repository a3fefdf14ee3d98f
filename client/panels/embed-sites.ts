import { html, nothing, type TemplateResult } from 'lit';
import { siteIsAllowed, siteOf } from '../state/embed-site.ts';
import { EmbedElement } from './embed-element.ts';
import { embedFailure } from './embed-fault.ts';
import './embed-site-remove.ts';
import { icon } from './icon.ts';
import { scenarioLoaded } from './scenario-loaded.ts';

/** Most that the list holds. */
const MOST_SITES = 100;

/** The third step: on which sites it works. A site that is not on the list shows nothing, and that is hard to miss. */
class EmbedSites extends EmbedElement {
  #typed = '';
  #told = '';
  #fault = '';
  #busy = false;

  protected override render() {
    const { say, builder, screen } = this;
    return html`<h2 id="sites" tabindex="-1">${say.sites}</h2>
      ${
        screen.planner
          ? html`<p class="embed-alarm">${icon('warning')}<strong>${say.sitesAlarm}</strong></p>
              ${scenarioLoaded(builder.sites, screen, say.sitesFailed, sites => this.#list(sites))}`
          : html`<p class="embed-alarm">${icon('warning')}<span>${say.sitesVisitor}</span></p>`
      }
      <p class="note" role="status">${this.#told}</p>`;
  }

  #list(sites: readonly string[]): TemplateResult {
    const { say, screen, builder } = this;
    return html`${
      sites.length === 0
        ? html`<p class="embed-fault">${icon('warning')}<span>${say.sitesEmpty}</span></p>`
        : html`<p id="sites-list">${say.sitesLead}</p>
            <ul class="embed-sites" aria-labelledby="sites-list">
              ${sites.map(
                site => html`<li>
                  <code>${site}</code>
                  <kk-embed-site-remove
                    .screen=${screen}
                    .builder=${builder}
                    .site=${site}
                    @done=${(event: CustomEvent<string>) => this.#removed(event.detail)}
                  ></kk-embed-site-remove>
                </li>`,
              )}
            </ul>`
    }
    ${sites.length >= MOST_SITES ? html`<p class="note">${say.sitesFull}</p>` : this.#form(sites)}`;
  }

  #form(sites: readonly string[]): TemplateResult {
    const { say } = this;
    const typed = (event: Event) => {
      this.#typed = (event.target as HTMLInputElement).value;
      if (this.#fault !== '' || this.#told !== '') this.#say('', '');
    };
    return html`<form
      class="embed-site-form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#add(sites);
      }}
    >
      <label class="field">
        <span>${say.siteField}</span>
        <input
          type="text"
          inputmode="url"
          autocomplete="off"
          spellcheck="false"
          placeholder="https://"
          .value=${this.#typed}
          aria-describedby="site-help site-fault"
          aria-invalid=${this.#fault === '' ? 'false' : 'true'}
          @input=${typed}
        />
      </label>
      <p class="note" id="site-help">${say.siteHelp}</p>
      <div id="site-fault" role="alert">
        ${this.#fault === '' ? nothing : html`<p class="embed-fault">${icon('warning')}<span>${this.#fault}</span></p>`}
      </div>
      <button class="button" aria-disabled=${this.#busy ? 'true' : nothing}>${icon('plus')}${this.#busy ? say.busy : say.siteAdd}</button>
    </form>`;
  }

  async #add(sites: readonly string[]): Promise<void> {
    if (this.#busy) return;
    const { say, builder } = this;
    const pasted = siteOf(this.#typed);
    if ('fault' in pasted) return this.#refuse(say.siteFaults[pasted.fault]);
    const { site } = pasted;
    if (siteIsAllowed(site, sites)) return this.#done(say.siteKnown(site));
    this.#busy = true;
    this.#say('', '');
    try {
      await builder.sites.allow(builder.place.municipality?.code ?? '', site);
      this.#done(say.siteAdded(site));
    } catch (error) {
      this.#refuse(embedFailure(error, say));
      builder.refused(error);
    } finally {
      this.#busy = false;
      this.requestUpdate();
    }
  }

  #done(words: string): void {
    this.#typed = '';
    this.#say(words, '');
  }

  #refuse(words: string): void {
    this.#say('', words);
    this.querySelector<HTMLElement>('input')?.focus();
  }

  #say(told: string, fault: string): void {
    this.#told = told;
    this.#fault = fault;
    this.requestUpdate();
  }

  /** The button that did it is gone with its line. */
  #removed(words: string): void {
    this.#say(words, '');
    this.querySelector<HTMLElement>('#sites')?.focus();
  }
}

customElements.define('kk-embed-sites', EmbedSites);
