import { html, nothing, type TemplateResult } from 'lit';
import '../../panels/embed-code.ts';
import { EmbedElement } from '../../panels/embed-element.ts';
import '../../panels/embed-list.ts';
import '../../panels/embed-preview.ts';
import '../../panels/embed-settings.ts';
import '../../panels/embed-sites.ts';
import '../../panels/embed-what.ts';
import { icon } from '../../panels/icon.ts';
import '../../panels/scenario-head.ts';
import { failureReason, scenarioLoaded } from '../../panels/scenario-loaded.ts';
import { storedName } from '../../state/embed-name.ts';
import { screenLink } from '../../state/screen-link.ts';

/** The builder of embeds: what, how, the preview, on which sites, and the code; for a planner also what is stored. */
class EmbedBuilderPage extends EmbedElement {
  #jumped = false;

  protected override render() {
    const { say, builder, screen } = this;
    const { municipality } = builder.place;
    const { embed } = builder.saving;
    const title = embed ? say.titleStored(storedName(embed.document, builder.place)) : say.title;
    document.title = `${title} · Kernkaart`;
    return html`<kk-scenario-head
        .screen=${screen}
        .municipality=${municipality ?? null}
        .actions=${screen.planner ? this.#toUses() : nothing}
      ></kk-scenario-head>
      <main id="content" class="embed-sheet" tabindex="-1">
        <h1>${title}</h1>
        ${screen.session.value.ended ? html`<p class="embed-alarm" role="alert">${icon('warning')}<span>${say.sessionEnded}</span></p>` : nothing}
        ${scenarioLoaded(builder.place.municipalities, screen, say.municipalitiesFailed, () => this.#content())}
      </main>`;
  }

  #toUses(): TemplateResult {
    const { say, builder, screen } = this;
    return html`<a class="button" href=${screenLink(screen, '/embed/uses', { municipality: builder.place.municipality?.code })}
      >${say.toUses}</a
    >`;
  }

  #content(): TemplateResult {
    const { say, builder, screen } = this;
    const { municipalities, municipality } = builder.place;
    if (municipalities.value?.preparing) return html`<p class="loading" role="status">${say.preparing}</p>`;
    if (municipality === undefined)
      return html`<p>${say.none}</p>
        <p><a href="/">${say.toMap}</a></p>`;
    if (builder.asked === null || builder.saving.embed) return this.#bench();
    if (!screen.planner) return this.#strangersEmbed(builder.asked);
    const { loaded } = builder.stored;
    if (loaded.state === 'failed') return this.#storedFailed(loaded.error.kind);
    return html`${scenarioLoaded(builder.stored, screen, say.storedFailed, () => nothing)}`;
  }

  /** Somebody who is not signed in has the address of a stored embed. */
  #strangersEmbed(id: string): TemplateResult {
    const { say } = this;
    return html`<p class="reading-text">${say.storedVisitor}</p>
      ${this.#signIn(say.signIn)}
      <p class="actions embed-start">
        <a class="button" href=${`/e/${encodeURIComponent(id)}`}>${say.try}</a>
        <a class="button" href=${screenLink(this.screen, '/embed')}>${say.fresh}</a>
      </p>`;
  }

  #storedFailed(kind: string): TemplateResult {
    const { say, builder, screen } = this;
    const absent = kind === 'absent' || kind === 'refused';
    return html`${
      absent
        ? html`<h2>${say.storedAbsent}</h2>
            <p class="reading-text">${say.storedAbsentLead}</p>`
        : html`<div class="failure" role="alert">
            ${icon('warning')}
            <p>${say.storedFailed} ${failureReason(kind, screen)}</p>
            <button type="button" class="button" @click=${() => builder.stored.retry()}>${this.frameWords.retry}</button>
          </div>`
    }
    <p class="actions embed-start"><a class="button" href=${screenLink(this.screen, '/embed')}>${say.fresh}</a></p>
    ${this.#list()}`;
  }

  #bench(): TemplateResult {
    const { say, builder, screen } = this;
    const parts = { screen, builder };
    return html`${builder.saving.embed ? this.#stored() : html`<p class="reading-text lead">${say.lead}</p>`}
      ${screen.planner ? nothing : this.#visitor()} ${this.#steps()}
      <div class="embed-bench">
        <section class="of-what" aria-labelledby="what">
          <kk-embed-what .screen=${parts.screen} .builder=${parts.builder}></kk-embed-what>
        </section>
        <section class="of-shows" aria-labelledby="shows">
          <kk-embed-settings .screen=${parts.screen} .builder=${parts.builder}></kk-embed-settings>
        </section>
        <section class="of-preview" aria-labelledby="preview">
          <kk-embed-preview .screen=${parts.screen} .builder=${parts.builder}></kk-embed-preview>
        </section>
        <section class="of-sites" aria-labelledby="sites">
          <kk-embed-sites .screen=${parts.screen} .builder=${parts.builder}></kk-embed-sites>
        </section>
        <section class="of-code" aria-labelledby="code">
          <kk-embed-code .screen=${parts.screen} .builder=${parts.builder}></kk-embed-code>
        </section>
      </div>
      ${this.#list()}`;
  }

  /** The steps, each one press away: the code is the last of a long page. */
  #steps(): TemplateResult {
    const { say } = this;
    const steps = [
      ['#what', say.stepWhat],
      ['#shows', say.stepShows],
      ['#preview', say.stepPreview],
      ['#sites', say.stepSites],
      ['#code', say.stepCode],
    ] as const;
    return html`<nav class="embed-steps" aria-label=${say.steps}>
      ${steps.map(([place, words]) => html`<a href=${place}>${words}</a>`)}
      ${this.builder.unsaved ? html`<strong>${say.saveUnsavedShort}</strong>` : nothing}
    </nav>`;
  }

  #visitor(): TemplateResult {
    return this.#signIn(this.say.visitorLead);
  }

  /** @param words what it comes to; behind it stands how to sign in */
  #signIn(words: string): TemplateResult {
    const { say } = this;
    return html`<details class="embed-sign-in">
      <summary>${words}</summary>
      <p class="reading-text">${say.signInWhy}</p>
      <p class="reading-text">${say.signInHow} <a href="/sign-in">${say.signInPage}</a></p>
    </details>`;
  }

  /** What holds for a stored embed: that it is withdrawn, and how to make another one. */
  #stored(): TemplateResult {
    const { say, builder, screen } = this;
    const withdrawn = builder.saving.embed?.withdrawn ?? null;
    return html`${
      withdrawn
        ? html`<div class="embed-alarm">
            ${icon('warning')}
            <span><strong>${say.withdrawnOn(screen.write.date(withdrawn.on))}.</strong> ${say.withdrawnLead(withdrawn.reason)}</span>
            <button type="button" class="button" @click=${() => this.#anew()}>${say.anew}</button>
          </div>`
        : html`<p class="reading-text">${say.storedLead}</p>`
    }
    <p class="actions embed-start"><a class="button" href=${screenLink(this.screen, '/embed')}>${icon('plus')}${say.fresh}</a></p>`;
  }

  /** The button that did it is gone. */
  #anew(): void {
    this.builder.startAnew();
    this.querySelector<HTMLElement>('#content')?.focus();
  }

  #list(): TemplateResult | typeof nothing {
    const { builder, screen } = this;
    if (!screen.planner) return nothing;
    return html`<section class="of-list" aria-labelledby="list">
      <kk-embed-list .screen=${screen} .builder=${builder}></kk-embed-list>
    </section>`;
  }

  /** `#code` in the address goes to the code, once it is there. */
  protected override updated(): void {
    if (this.#jumped || location.hash !== '#code') return;
    const code = this.querySelector<HTMLElement>('kk-embed-copy') && this.querySelector<HTMLElement>('#code');
    if (!code) return;
    this.#jumped = true;
    code.scrollIntoView();
    code.focus({ preventScroll: true });
  }
}

customElements.define('kk-embed-builder-page', EmbedBuilderPage);
