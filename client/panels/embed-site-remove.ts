import { html, type TemplateResult } from 'lit';
import { EmbedDialog } from './embed-dialog.ts';

/** Taking a site off the list: maps on it become empty. Fires `done` with what was done, in words. */
class EmbedSiteRemove extends EmbedDialog {
  static override properties = { ...EmbedDialog.properties, site: { attribute: false } };
  declare site: string;

  protected override get button() {
    return { words: this.say.siteRemove, name: this.say.siteRemoveOf(this.site) };
  }

  protected override get heading(): string {
    return this.say.siteRemoveOf(this.site);
  }

  protected override body(): TemplateResult {
    const { say } = this;
    return html`<p>${say.siteRemoveLead(this.site)}</p>
      ${this.actions(say.siteRemove, () => void this.#remove())}`;
  }

  async #remove(): Promise<void> {
    const { builder, site, say } = this;
    const code = builder.place.municipality?.code ?? '';
    const done = await this.attempt(() => builder.sites.remove(code, site));
    if (done) this.dispatchEvent(new CustomEvent('done', { detail: say.siteRemoved(site) }));
  }
}

customElements.define('kk-embed-site-remove', EmbedSiteRemove);
