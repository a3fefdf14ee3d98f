import { html, nothing, type TemplateResult } from 'lit';
import type { Scenarios } from '#contract/scenario-version.ts';
import { AREA_KIND_TERMS } from '#vocabulary/area-kind.ts';
import { EMBED_SHOWS } from '../state/embed-choice.ts';
import { EmbedElement } from './embed-element.ts';
import { faultLine } from './embed-fault.ts';
import { radioField, selectField } from './embed-field.ts';
import { scenarioLoaded } from './scenario-loaded.ts';

type Drawn = TemplateResult | typeof nothing;

/** The first step: what is shown, and of which place or scenario. */
class EmbedWhat extends EmbedElement {
  protected override render() {
    const { say, builder } = this;
    const { show } = builder.choice.value;
    return html`<h2 id="what" tabindex="-1">${say.what}</h2>
      ${radioField({
        name: 'show',
        legend: say.what,
        hidden: true,
        cards: true,
        value: show,
        options: EMBED_SHOWS.map(value => ({ value, words: say.show[value], lead: say.showLead[value] })),
        change: value => builder.set({ show: value }),
      })}
      ${this.#municipality()} ${show === 'scenario' ? this.#scenario() : this.#area()}`;
  }

  /** Only where there is more than one, and never of what is stored: that belongs to its municipality. */
  #municipality(): Drawn {
    const { say, builder } = this;
    const { place, saving } = builder;
    const known = place.municipalities.value?.municipalities ?? [];
    if (known.length < 2 || saving.embed) return nothing;
    return selectField({
      id: 'embed-municipality',
      label: say.municipality,
      value: place.municipality?.code ?? '',
      options: known.map(({ code, name }) => ({ value: code, words: name })),
      change: code => place.move(code),
    });
  }

  #area(): Drawn {
    const { say, builder, screen } = this;
    const { place } = builder;
    const { loaded } = place.elsewhere;
    if (loaded.state === 'loading' || (loaded.state === 'failed' && place.unknown === null))
      return scenarioLoaded(place.elsewhere, screen, say.areasFailed, () => nothing);
    return html`${scenarioLoaded(place.areas, screen, say.areasFailed, ({ areas }) => this.#areas(areas))}`;
  }

  #areas(areas: readonly { id: string; name: string; kind: string }[]): TemplateResult {
    const { say, builder, screen } = this;
    const { place } = builder;
    const unknown = place.unknown === 'area';
    const whole = { value: '', words: say.wholeMunicipality(place.municipality?.name ?? '') };
    const groups = AREA_KIND_TERMS.map(term => ({
      label: capital(term[screen.language]),
      options: areas
        .filter(({ kind }) => kind === term.code)
        .map(({ id, name }) => ({ value: id, words: name })),
    })).filter(({ options }) => options.length > 0);
    return html`${selectField({
      id: 'embed-area',
      label: say.place,
      value: unknown ? '?' : (builder.choice.value.area ?? ''),
      options: unknown ? [{ value: '?', words: say.chooseArea }, whole] : [whole],
      groups,
      invalid: unknown,
      describedBy: unknown ? 'embed-area-fault' : undefined,
      change: id => id !== '?' && builder.set({ area: id === '' ? null : id }),
    })}
    ${unknown ? faultLine(say.areaUnknown, 'embed-area-fault') : nothing}`;
  }

  #scenario(): Drawn {
    const { say, builder, screen } = this;
    return scenarioLoaded(builder.place.scenarios, screen, say.scenariosFailed, list =>
      this.#scenarios(list),
    );
  }

  #scenarios({ scenarios }: Scenarios): TemplateResult {
    const { say, builder } = this;
    const { place } = builder;
    const { scenario } = builder.choice.value;
    if (scenarios.length === 0 && scenario === null) return html`<p class="note">${say.scenariosEmpty}</p>`;
    const unknown = place.unknown === 'scenario';
    const none = scenario === null || unknown;
    const known = scenarios.map(({ id, title, area }) => ({ value: id, words: `${title} (${area.name})` }));
    // One that everybody may read, but that is not on the list: withdrawn, say.
    const strange = none || known.some(({ value }) => value === scenario) ? [] : this.#strange(scenario!);
    return html`${selectField({
      id: 'embed-scenario',
      label: say.scenario,
      value: none ? '' : scenario!,
      options: [...(none ? [{ value: '', words: say.chooseScenario }] : []), ...strange, ...known],
      invalid: unknown,
      describedBy: unknown ? 'embed-scenario-fault' : undefined,
      change: id => id !== '' && builder.set({ scenario: id, version: null }),
    })}
    ${unknown ? faultLine(say.scenarioUnknown, 'embed-scenario-fault') : nothing}
    ${none ? nothing : this.#versions()}`;
  }

  #strange(id: string): { value: string; words: string }[] {
    return [{ value: id, words: this.builder.place.scenarioTitle ?? id }];
  }

  #versions(): Drawn {
    const { say, builder, screen } = this;
    return scenarioLoaded(builder.place.scenario, screen, say.scenarioFailed, ({ versions }) => {
      const published = versions.filter(({ version }) => version > 0);
      const latest = published.at(-1)?.version ?? 1;
      const words = ({ version, publishedAt, status }: (typeof versions)[number]) =>
        say.versionFixed(version, screen.write.date(publishedAt.slice(0, 10))) + say.versionStatus[status];
      return html`${selectField({
        id: 'embed-version',
        label: say.version,
        value: String(builder.choice.value.version ?? ''),
        options: [
          { value: '', words: say.versionLatest(latest) },
          ...published.toReversed().map(line => ({ value: String(line.version), words: words(line) })),
        ],
        change: text => builder.set({ version: text === '' ? null : Number(text) }),
      })}
      <p class="note">${say.versionNote}</p>`;
    });
  }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

customElements.define('kk-embed-what', EmbedWhat);
