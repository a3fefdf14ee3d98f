import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { FUNCTIONS } from '#vocabulary/function.ts';
import {
  EMBED_FIELDS,
  type EmbedChoice,
  type EmbedField,
  MAP_INTERACTIONS,
  MAP_READINGS,
} from '../state/embed-choice.ts';
import { embedName } from '../state/embed-name.ts';
import { EmbedElement } from './embed-element.ts';
import { checkField, radioField, selectField } from './embed-field.ts';
import { icon } from './icon.ts';
import { scenarioLoaded } from './scenario-loaded.ts';

type Drawn = TemplateResult | typeof nothing;

/** The second step: what shows and how. Only what the chosen kind has; what few people change is folded. */
class EmbedSettings extends EmbedElement {
  /** What was typed as height, as long as it is no height. */
  #badHeight: string | null = null;

  protected override render() {
    const { say } = this;
    return html`<h2 id="shows" tabindex="-1">${say.shows}</h2>
      ${this.#has('reading') ? this.#reading() : nothing} ${this.#has('view') ? this.#view() : nothing}
      ${this.#parts()} ${this.#has('interaction') ? this.#interaction() : nothing} ${this.#height()}
      ${this.#has('series') ? this.#figures() : nothing} ${this.#looks()}`;
  }

  #has(field: EmbedField): boolean {
    return EMBED_FIELDS[this.#chosen.show].includes(field);
  }

  get #chosen(): Readonly<EmbedChoice> {
    return this.builder.choice.value;
  }

  #reading(): TemplateResult {
    const { say, builder } = this;
    return radioField({
      name: 'reading',
      legend: say.reading,
      value: this.#chosen.reading ?? builder.place.reading,
      options: MAP_READINGS.map(value => ({
        value,
        words: say.readings[value],
        lead: say.readingLead[value],
      })),
      change: reading => builder.set({ reading }),
    });
  }

  #view(): TemplateResult {
    const { say, builder } = this;
    return radioField({
      name: 'view',
      legend: say.view,
      value: this.#chosen.view,
      options: (['difference', 'swipe'] as const).map(value => ({
        value,
        words: say.views[value],
        lead: say.viewLead[value],
      })),
      change: view => builder.set({ view }),
    });
  }

  #parts(): TemplateResult {
    const { say, builder } = this;
    const parts = (['legend', 'search', 'table'] as const).filter(part => this.#has(part));
    return html`<fieldset class="embed-radios">
      <legend>${say.parts}</legend>
      ${parts.map(part =>
        checkField({
          name: part,
          words: say[part],
          value: this.#chosen[part],
          change: value => builder.set({ [part]: value }),
        }),
      )}
      ${this.#chosen.table ? nothing : html`<p class="embed-fault">${icon('warning')}<span>${say.tableNote}</span></p>`}
    </fieldset>`;
  }

  #interaction(): TemplateResult {
    const { say, builder } = this;
    return radioField({
      name: 'interaction',
      legend: say.interaction,
      value: this.#chosen.interaction,
      options: MAP_INTERACTIONS.map(value => ({
        value,
        words: say.interactions[value],
        lead: say.interactionLead[value],
      })),
      change: interaction => builder.set({ interaction }),
    });
  }

  #height(): TemplateResult {
    const { say, builder } = this;
    const { height } = this.#chosen;
    return html`${radioField({
      name: 'height-kind',
      legend: say.height,
      value: height === null ? 'grows' : 'fixed',
      options: [
        { value: 'grows', words: say.heightGrows, lead: say.heightGrowsLead },
        { value: 'fixed', words: say.heightFixed },
      ],
      change: kind => {
        this.#badHeight = null;
        builder.set({ height: kind === 'grows' ? null : 640 });
      },
    })}
    ${height === null ? nothing : this.#pixels(height)}`;
  }

  #pixels(height: number): TemplateResult {
    const { say } = this;
    const wrong = this.#badHeight !== null;
    return html`<label class="field embed-pixels">
        <span>${say.heightPixels}</span>
        <input
          type="number"
          min="200"
          max="2000"
          step="10"
          inputmode="numeric"
          .value=${live(this.#badHeight ?? String(height))}
          aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby="embed-height-fault"
          @input=${(event: Event) => this.#typedHeight((event.target as HTMLInputElement).value)}
        />
      </label>
      <p class="embed-fault" id="embed-height-fault" role="alert" ?hidden=${!wrong}>
        ${icon('warning')}<span>${say.heightWrong}</span>
      </p>`;
  }

  #typedHeight(text: string): void {
    const height = /^\d{3,4}$/.test(text) ? Number(text) : 0;
    const fits = height >= 200 && height <= 2000;
    this.#badHeight = fits ? null : text;
    if (fits) this.builder.set({ height });
    this.requestUpdate();
  }

  #figures(): TemplateResult {
    const { say, builder, screen } = this;
    const { series } = builder.place;
    return html`<details class="embed-more">
      <summary>${say.sourceAndDate}<small>${this.#figuresNow()}</small></summary>
      ${scenarioLoaded(series, screen, say.seriesFailed, list =>
        list.series.length === 0 ? html`<p class="note">${say.noSeries}</p>` : this.#series(),
      )}
      ${this.#function()}
    </details>`;
  }

  /** What is folded away, in words. */
  #figuresNow(): string {
    const { say, builder, screen } = this;
    const { chosenSeries } = builder.place;
    const { referenceDate, function: scope } = this.#chosen;
    const date = referenceDate === null ? say.latest : screen.write.date(referenceDate);
    const term = FUNCTIONS.find(({ code }) => code === scope);
    const parts = [chosenSeries?.name[screen.language], date, term?.[screen.language] ?? say.allFunctions];
    return parts.filter(Boolean).join(' · ');
  }

  #series(): TemplateResult {
    const { say, builder, screen } = this;
    const { series, chosenSeries } = builder.place;
    const known = series.value?.series ?? [];
    const name = (one: (typeof known)[number] | undefined) => one?.name[screen.language] ?? '';
    const dates = chosenSeries?.referenceDates.map(({ date }) => date).toReversed() ?? [];
    return html`${selectField({
      id: 'embed-series',
      label: say.series,
      value: this.#chosen.series ?? '',
      options: [
        { value: '', words: say.seriesFirst(name(known[0])) },
        ...known.map(one => ({ value: one.id, words: name(one) })),
      ],
      change: id => builder.set({ series: id === '' ? null : id, referenceDate: null }),
    })}
    ${selectField({
      id: 'embed-date',
      label: say.referenceDate,
      value: this.#chosen.referenceDate ?? '',
      options: [
        { value: '', words: say.dateLatest(dates[0] ? screen.write.date(dates[0]) : '–') },
        ...dates.map(date => ({ value: date, words: screen.write.date(date) })),
      ],
      change: date => builder.set({ referenceDate: date === '' ? null : date }),
    })}`;
  }

  #function(): TemplateResult {
    const { say, builder, screen } = this;
    return selectField({
      id: 'embed-function',
      label: say.function,
      value: this.#chosen.function,
      options: [
        { value: 'all', words: say.allFunctions },
        ...FUNCTIONS.map(term => ({ value: term.code, words: term[screen.language] })),
      ],
      change: scope => builder.set({ function: scope as EmbedChoice['function'] }),
    });
  }

  #looks(): Drawn {
    const { say, builder } = this;
    const { title, language, theme } = this.#chosen;
    const plain = embedName({ ...this.#chosen, title: null }, builder.place);
    return html`<details class="embed-more">
      <summary>
        ${say.titleLanguageTheme}<small>${[title ?? plain, say.languages[language], say.themes[theme]].join(' · ')}</small>
      </summary>
      <label class="field">
        <span>${say.ownTitle}</span>
        <input
          type="text"
          maxlength="120"
          autocomplete="off"
          .value=${live(title ?? '')}
          aria-describedby="embed-title-help"
          @input=${(event: Event) => this.#typedTitle((event.target as HTMLInputElement).value)}
          @change=${() => builder.set({ title: this.#chosen.title?.trim() || null })}
        />
      </label>
      <p class="note" id="embed-title-help">${say.ownTitleHelp(plain)}</p>
      ${selectField({
        id: 'embed-language',
        label: say.language,
        value: language,
        options: (['nl', 'en'] as const).map(value => ({ value, words: say.languages[value] })),
        change: value => builder.set({ language: value === 'en' ? 'en' : 'nl' }),
      })}
      ${selectField({
        id: 'embed-theme',
        label: say.theme,
        value: theme,
        options: (['device', 'light', 'dark'] as const).map(value => ({ value, words: say.themes[value] })),
        change: value => builder.set({ theme: value as EmbedChoice['theme'] }),
      })}
    </details>`;
  }

  /** Spaces at the ends are left alone until the field is left: somebody may type on. */
  #typedTitle(text: string): void {
    this.builder.set({ title: text.trim() === '' ? null : text });
  }
}

customElements.define('kk-embed-settings', EmbedSettings);
