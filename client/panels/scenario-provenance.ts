import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedScenario } from '#contract/published-scenario.ts';
import { exportAddress, paperAddress } from '../api/scenario.ts';
import { icon } from './icon.ts';
import { qrCode } from './scenario-qr.ts';
import { ReadingElement } from './scenario-reading-element.ts';

/** Where figures come from and which version this is: source, checksum, permanent address with QR code, files. */
class ScenarioProvenance extends ReadingElement {
  protected override render() {
    const { scenario, version } = this.reading;
    if (scenario === undefined) return nothing;
    const { say } = this;
    const { write, language } = this.screen;
    const fact = (words: string, value: unknown) => html`<div><dt>${words}</dt><dd>${value}</dd></div>`;
    const { series } = scenario;
    return html`<h2 id="about">${say.about}</h2>
      <div class="provenance">
        <dl>
          ${fact(say.aboutSeries, `${series.source}, ${series.name[language]}, ${write.date(series.referenceDate)}`)}
          ${fact(say.aboutSeriesDefinition, series.definition[language])}
          ${scenario.version === 0 ? nothing : fact(say.aboutVersion, String(scenario.version))}
          ${fact(say.aboutChecksum, html`<code>${scenario.checksum}</code>`)}
          ${fact(say.aboutSoftware, scenario.software)} ${fact(say.aboutRevision, String(scenario.revision))}
          ${scenario.version === 0 ? nothing : fact(say.aboutLink, html`<code>${permanentAddress(scenario)}</code>`)}
        </dl>
        ${scenario.version === 0 ? nothing : qrCode(permanentAddress(scenario), say.qrTitle)}
      </div>
      ${this.#versions(version.value?.versions ?? [], scenario)} ${this.#downloads(scenario)}`;
  }

  #versions(
    versions: readonly { version: number; publishedAt: string; title: string }[],
    { id, version }: PublishedScenario,
  ): TemplateResult | typeof nothing {
    const { say } = this;
    if (versions.length < 2) return nothing;
    return html`<h3 class="no-print">${say.aboutVersions}</h3>
      <ul class="plain-list no-print">
        ${versions.toReversed().map(each => {
          const words = say.published(each.version, this.screen.write.date(each.publishedAt.slice(0, 10)));
          return html`<li>
            ${each.version === version ? html`<strong>${words}</strong>` : html`<a href=${`/scenarios/${encodeURIComponent(id)}/versions/${each.version}`}>${words}</a>`}
          </li>`;
        })}
      </ul>`;
  }

  #downloads({ id, version }: PublishedScenario): TemplateResult | typeof nothing {
    const { say } = this;
    if (version === 0) return nothing;
    // A server names the file as well; where there are only files, this is all that does.
    const file = (address: string, ending: string, words: string) =>
      html`<a class="button" href=${address} download=${`kernkaart-${id.replaceAll(':', '-')}-v${version}.${ending}`}>${icon('download')}${words}</a>`;
    return html`<h3 class="no-print">${say.aboutDownloads}</h3>
      <div class="downloads no-print">
        ${file(paperAddress(id, version, this.screen.language), 'pdf', say.pdf)}
        ${file(exportAddress(id, version, 'csv'), 'csv', say.csv)}
        ${file(exportAddress(id, version, 'json'), 'json', say.json)}
        ${file(exportAddress(id, version, 'gpkg'), 'gpkg', say.gpkg)}
      </div>`;
  }
}

/** The address at which this version stays, whatever comes after it. */
export function permanentAddress({ id, version }: PublishedScenario): string {
  return `${location.origin}/scenarios/${encodeURIComponent(id)}/versions/${version}`;
}

customElements.define('kk-scenario-provenance', ScenarioProvenance);
