import { html, nothing, type TemplateResult } from 'lit';
import { isPlain, plainOf } from '../state/embed-choice.ts';
import {
  COPY_WAYS,
  type CopyWay,
  type EmbedCodeParts,
  embedCode,
  IFRAME_HEIGHT,
  plainPaths,
  storedPaths,
} from '../state/embed-code.ts';
import { embedName } from '../state/embed-name.ts';
import { embedWords } from '../text/embed-builder.ts';
import './embed-copy.ts';
import { EmbedElement } from './embed-element.ts';
import { faultLine } from './embed-fault.ts';
import { radioField } from './embed-field.ts';
import './embed-save.ts';

/** The last step: for a planner storing it, and then the code; for a visitor the code of the plain embed. */
class EmbedCode extends EmbedElement {
  #way: CopyWay = 'iframe';

  protected override render() {
    const { say, builder, screen } = this;
    const { embed } = builder.saving;
    if (embed?.withdrawn)
      return html`<h2 id="code" tabindex="-1">${say.code}</h2>
        ${faultLine(say.withdrawnOn(screen.write.date(embed.withdrawn.on)))}`;
    const parts = this.#parts();
    return html`<h2 id="code" tabindex="-1">${say.code}</h2>
      ${
        screen.planner
          ? html`<kk-embed-save .screen=${screen} .builder=${builder} @stored=${() => this.#stored()}></kk-embed-save>`
          : nothing
      }
      ${embed || screen.planner ? nothing : this.#plain()}
      ${parts && (embed || !screen.planner) ? this.#ways(parts) : nothing}
      ${parts ? this.#statement() : nothing}`;
  }

  /** What the code is made of; null while there is nothing to show. */
  #parts(): EmbedCodeParts | null {
    const { builder } = this;
    const { embed } = builder.saving;
    const choice = embed || this.screen.planner ? builder.choice.value : plainOf(builder.choice.value);
    const { document, place } = builder;
    if (document === null && !embed) return null;
    const municipality = place.municipality?.code ?? '';
    const scenario = choice.show === 'scenario' ? choice.scenario : null;
    const paths = embed ? storedPaths(embed.id) : plainPaths({ ...choice, municipality, scenario });
    return { ...paths, origin: location.origin, title: embedName(choice, place), height: choice.height };
  }

  /** A visitor's code is of the plain embed, whatever was chosen. */
  #plain(): TemplateResult {
    const { say, builder } = this;
    if (builder.document === null) return html`<p>${builder.place.unseen ? say.noSeries : say.saveWaits}</p>`;
    if (builder.setting && isPlain(builder.choice.value, builder.setting))
      return html`<p>${say.plainCode}</p>`;
    return html`${faultLine(say.plainNotYours)}
      <p>
        <button type="button" class="button" @click=${() => builder.set(plainOf(builder.choice.value))}>
          ${say.plainReset}
        </button>
      </p>`;
  }

  #ways(parts: EmbedCodeParts): TemplateResult {
    const { say } = this;
    const way = this.#way;
    const words = {
      copy: way === 'address' ? say.addressCopy : say.codeCopy,
      copied: say.copied,
      notCopied: say.notCopied,
    };
    return html`${radioField({
      name: 'way',
      legend: say.way,
      value: way,
      options: COPY_WAYS.map(value => ({ value, words: say.ways[value], lead: say.wayLead[value] })),
      change: value => {
        this.#way = value;
        this.requestUpdate();
      },
    })}
      <kk-embed-copy
        .label=${say.codeField[way]}
        .text=${embedCode(way, parts)}
        .words=${words}
        .rows=${way === 'iframe' ? 12 : way === 'element' ? 7 : 3}
        .primary=${true}
      ></kk-embed-copy>
      ${way === 'iframe' && parts.height === null ? this.#higher() : nothing} ${this.#works()}
      <p><a href=${parts.path} target="_blank" rel="noopener">${say.try}</a></p>`;
  }

  /** A frame without our script cannot follow its content: it can be made as high as that from the start. */
  #higher(): TemplateResult | typeof nothing {
    const { say, builder, screen } = this;
    const heights = builder.heights.value;
    const seen = heights[800] ?? heights[360] ?? heights[280] ?? 0;
    const height = Math.min(Math.ceil(seen / 10) * 10, 2000);
    if (height <= IFRAME_HEIGHT) return nothing;
    const [content, frame] = [height, IFRAME_HEIGHT].map(pixels => screen.write.count(pixels)) as [
      string,
      string,
    ];
    return html`<p class="note">${say.iframeShort(content, frame)}</p>
      <p>
        <button type="button" class="button" @click=${() => builder.set({ height })}>${say.iframeHigher(content)}</button>
      </p>`;
  }

  /** Said once more beside the code: where it works. */
  #works(): TemplateResult | typeof nothing {
    const { say, builder, screen } = this;
    const sites = builder.sites.value;
    if (!screen.planner || sites === undefined) return nothing;
    return sites.length === 0
      ? faultLine(say.worksNowhere)
      : html`<p class="note">${say.worksOn(sites.join(', '))}</p>`;
  }

  #statement(): TemplateResult {
    const { say, builder } = this;
    const choice = builder.choice.value;
    // The statement is for the website, so in the language of the map.
    const text = embedWords[choice.language].statementText(embedName(choice, builder.place));
    return html`<details class="embed-more">
      <summary>${say.statement}</summary>
      <p class="note">${say.statementLead}</p>
      ${choice.table ? nothing : faultLine(say.statementNoTable)}
      <kk-embed-copy
        .label=${say.statement}
        .text=${text}
        .words=${{ copy: say.statementCopy, copied: say.copied, notCopied: say.notCopied }}
        .rows=${8}
        .primary=${false}
      ></kk-embed-copy>
    </details>`;
  }

  #stored(): void {
    this.querySelector<HTMLElement>('#code')?.focus();
  }
}

customElements.define('kk-embed-code', EmbedCode);
