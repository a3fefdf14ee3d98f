import { html, nothing, type TemplateResult } from 'lit';
import type { Embed } from '#contract/embed.ts';
import { storedName } from '../state/embed-name.ts';
import { screenLink } from '../state/screen-link.ts';
import { EmbedElement } from './embed-element.ts';
import './embed-withdraw.ts';
import { scenarioLoaded } from './scenario-loaded.ts';

/** The stored embeds of the municipality: what each is, and what can be done with it. */
class EmbedList extends EmbedElement {
  #told = '';

  protected override render() {
    const { say, builder, screen } = this;
    const { municipality } = builder.place;
    if (!screen.planner || !municipality) return nothing;
    return html`<h2 id="list" tabindex="-1">${say.list(municipality.name)}</h2>
      ${scenarioLoaded(builder.embeds, screen, say.listFailed, embeds =>
        embeds.length === 0
          ? html`<p class="note">${say.listEmpty}</p>`
          : html`<ul class="embed-list">
              ${embeds.map(embed => this.#line(embed))}
            </ul>`,
      )}
      <p class="note" role="status">${this.#told}</p>`;
  }

  #line(embed: Embed): TemplateResult {
    const { say, builder, screen } = this;
    const { id, document, updatedAt, withdrawn } = embed;
    const name = storedName(document, builder.place);
    const current = builder.saving.embed?.id === id;
    const facts = [
      say.show[document.show],
      say.languages[document.language],
      say.updated(screen.write.date(updatedAt.slice(0, 10))),
      ...(current ? [say.current] : []),
    ];
    return html`<li aria-current=${current ? 'true' : nothing}>
      <div>
        <h3>${name}</h3>
        <p class="note">${facts.join(' · ')}</p>
        ${
          withdrawn
            ? html`<p class="embed-withdrawn">${say.withdrawnShort(screen.write.date(withdrawn.on))}: ${withdrawn.reason}</p>`
            : nothing
        }
      </div>
      <div class="embed-list-acts">
        <a class="button" href=${screenLink(screen, '/embed', { embed: id })} aria-label=${say.editOf(name)}>${say.edit}</a>
        ${withdrawn ? nothing : this.#acts(embed, name)}
      </div>
    </li>`;
  }

  #acts(embed: Embed, name: string): TemplateResult {
    const { say, builder, screen } = this;
    return html`<a class="button" href=${`${screenLink(screen, '/embed', { embed: embed.id })}#code`} aria-label=${say.codeOf(name)}>${say.codeShort}</a>
      <kk-embed-withdraw
        .screen=${screen}
        .builder=${builder}
        .embed=${embed}
        @done=${(event: CustomEvent<string>) => this.#done(event.detail)}
      ></kk-embed-withdraw>`;
  }

  /** The button that did it is gone. */
  #done(words: string): void {
    this.#told = words;
    this.requestUpdate();
    this.querySelector<HTMLElement>('#list')?.focus();
  }
}

customElements.define('kk-embed-list', EmbedList);
