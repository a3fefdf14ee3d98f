import { html, nothing, type TemplateResult } from 'lit';
import { CHANGE_KINDS, type ChangeKind } from '#figures/change.ts';
import { FUNCTIONS, type FunctionCode } from '#vocabulary/function.ts';
import {
  type ChangeCounts,
  comparedDate,
  type PremisesChange,
  type PremisesChanges,
  premisesChanges,
  sameCoverage,
  sameMethod,
  vacantChange,
} from '../state/change.ts';
import { ExploreElement } from './explore-element.ts';
import { whenLoaded } from './loaded.ts';
import { shown } from './shown.ts';

/** Premises listed at first, and how many more on request. */
const FIRST = 10;
const MORE = 40;
/** Close enough to see one premises and its neighbours. */
const PREMISES_ZOOM = 18;
/** The kinds that have a column of their own by area. */
const COLUMNS = ['newly-vacant', 'filled', 'converted'] as const satisfies readonly ChangeKind[];
/** What a change does to the number of vacant premises. */
const SIGN: Partial<Record<ChangeKind, string>> = { 'newly-vacant': '+', filled: '\u2212' };

/** What changed since an earlier reference date: premises for planners, net numbers for everyone. */
class ChangesElement extends ExploreElement {
  #listed = FIRST;
  #key: unknown[] = [];
  #found: PremisesChanges | undefined;

  protected override render() {
    const { explore } = this;
    const { say } = this.wording;
    const { series, referenceDate } = explore;
    if (series === undefined || referenceDate === undefined || series.referenceDates.length < 2)
      return nothing;
    return html`<section aria-labelledby="changes">
      <h3 id="changes">${say.changes}</h3>
      ${this.#choice()} ${this.#answer()}
    </section>`;
  }

  #choice(): TemplateResult {
    const { explore } = this;
    const { say, write } = this.wording;
    const { series, referenceDate, view } = explore;
    const earlier = series!.referenceDates.filter(({ date }) => date < referenceDate!).toReversed();
    if (earlier.length === 0) return html`<p class="note">${say.changesNoEarlier}</p>`;
    const option = ({ date }: { date: string }) => {
      const comparable = sameMethod(series!, date, referenceDate!);
      const words = comparable ? write.month(date) : `${write.month(date)} (${say.changesMethod})`;
      return html`<option value=${date} ?disabled=${!comparable} .selected=${date === view.value.since}>${words}</option>`;
    };
    return html`<label class="field">
      <span>${say.changesSince}</span>
      <select @change=${(event: Event) => this.#compare((event.target as HTMLSelectElement).value)}>
        <option value="" .selected=${view.value.since === null}>${say.changesNothing}</option>
        ${earlier.map(option)}
      </select>
    </label>`;
  }

  #compare(date: string): void {
    this.#listed = FIRST;
    this.explore.view.set({ since: date === '' ? null : date });
  }

  #answer(): TemplateResult | typeof nothing {
    const { explore, wording } = this;
    const { say, write } = wording;
    const compared = comparedDate(explore);
    if (compared === undefined) return nothing;
    if ('reason' in compared)
      return html`<p class="note">${compared.reason === 'not-earlier' ? say.changesLater : say.changesMethodNote}</p>`;
    const [from, to] = [compared.since, explore.referenceDate!];
    return html`<p class="note">
        ${say.changesBetween(write.month(from), write.month(to))}.
        ${sameCoverage(explore, from, to) ? nothing : say.changesCoverage}
        ${explore.narrows ? say.changesUnfiltered : nothing}
      </p>
      ${explore.planner ? this.#ofPremises(from, to) : this.#published(from)}`;
  }

  /** Planners: counts of the place, counts by area, and the premises themselves. */
  #ofPremises(from: string, to: string): TemplateResult {
    const { explore, wording } = this;
    const { say } = wording;
    return html`${whenLoaded(explore.premisesFrame, wording, say.failed.premises, frame => {
      const found = this.#changes(frame, from, to);
      if (found === undefined) return html`<p class="note">${say.changesMethodNote}</p>`;
      const area = explore.selectedArea?.id;
      const counts = found.counts.get(area ?? explore.municipality?.code ?? '');
      const list = area === undefined ? found.list : found.list.filter(({ areas }) => areas.includes(area));
      if (counts === undefined || list.length === 0) return html`<p>${say.changesNone}</p>`;
      return html`${this.#sums(counts)} ${area === undefined ? this.#byArea(found) : nothing} ${this.#list(list)}`;
    })}`;
  }

  /** Computed once per pair of dates, not at every change on the screen. */
  #changes(frame: Parameters<typeof premisesChanges>[0], from: string, to: string) {
    const scope = this.explore.view.value.function;
    const key = [frame, from, to, scope];
    if (key.some((part, index) => part !== this.#key[index])) {
      this.#key = key;
      this.#found = premisesChanges(frame, [from, to], scope);
    }
    return this.#found;
  }

  #sums(counts: ChangeCounts): TemplateResult {
    const { say, write } = this.wording;
    const there = CHANGE_KINDS.filter(kind => counts[kind] > 0 || COLUMNS.includes(kind as never));
    return html`<ul class="sums">
      ${there.map(
        kind => html`<li class=${kind}>
          <span class="number">${counts[kind] > 0 ? SIGN[kind] : ''}${write.count(counts[kind])}</span>
          ${say.changeKinds[kind]}
        </li>`,
      )}
    </ul>`;
  }

  #byArea({ counts }: PremisesChanges): TemplateResult | typeof nothing {
    const { say, write } = this.wording;
    const total = (of: ChangeCounts) => COLUMNS.reduce((sum, kind) => sum + of[kind], 0);
    const rows = this.explore.shownAreas
      .flatMap(area => {
        const of = counts.get(area.id);
        return of && total(of) > 0 ? [{ area, of }] : [];
      })
      .toSorted((a, b) => total(b.of) - total(a.of));
    if (rows.length === 0) return nothing;
    return html`<h4>${say.changesByArea}</h4>
      <table class="changed">
        <thead>
          <tr>
            <th scope="col">${say.columnArea}</th>
            ${COLUMNS.map(kind => html`<th scope="col" class="number">${say.changeKinds[kind]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ area, of }) => html`<tr>
              <th scope="row">${this.#areaLink(area.id, area.name)}</th>
              ${COLUMNS.map(
                kind =>
                  html`<td class="number">${of[kind] > 0 ? SIGN[kind] : ''}${write.count(of[kind])}</td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>`;
  }

  #areaLink(id: string, name: string): TemplateResult {
    return html`<button type="button" class="link" @click=${() => this.explore.select({ kind: 'area', id })}>${name}</button>`;
  }

  #list(list: readonly PremisesChange[]): TemplateResult {
    const { say, write } = this.wording;
    const order = (kind: ChangeKind) => CHANGE_KINDS.indexOf(kind);
    const names = new Intl.Collator(this.wording.language, { numeric: true });
    const sorted = list.toSorted(
      (a, b) => order(a.kind) - order(b.kind) || names.compare(a.label, b.label) || (a.id < b.id ? -1 : 1),
    );
    const rest = sorted.length - this.#listed;
    return html`<h4>${say.changesList}</h4>
      <ul class="areas changed-list">
        ${sorted.slice(0, this.#listed).map(change => html`<li>${this.#entry(change)}</li>`)}
      </ul>
      ${
        rest > 0
          ? html`<p class="note">${say.changesShown(write.count(this.#listed), write.count(sorted.length))}</p>
            <button type="button" class="button" @click=${this.#more}>${say.changesMore}</button>`
          : nothing
      }`;
  }

  #more = (): void => {
    this.#listed += MORE;
    this.requestUpdate();
  };

  #entry(change: PremisesChange): TemplateResult {
    const { say, language } = this.wording;
    const word = (code: FunctionCode) => FUNCTIONS.find(term => term.code === code)?.[language] ?? code;
    const use = change.was ? `${word(change.was)} \u2192 ${word(change.function)}` : word(change.function);
    const letter = FUNCTIONS.find(term => term.code === change.function)?.letter;
    return html`<button type="button" class="row" @click=${() => this.#show(change)}>
      <span class="letter function-${change.function}" aria-hidden="true">${letter}</span>
      <span class="name">${change.label || say.namelessPremises}<small>${use}</small></span>
      <span class="what ${change.kind}">${SIGN[change.kind] ?? ''} ${say.changeKinds[change.kind]}</span>
    </button>`;
  }

  #show({ id, position }: PremisesChange): void {
    this.explore.select({ kind: 'premises', id });
    this.explore.commands.give({ kind: 'fly-to', centre: position, zoom: PREMISES_ZOOM });
  }

  /** Everyone: how the published number of vacant premises changed, by area. */
  #published(since: string): TemplateResult {
    const { explore, wording } = this;
    const { say } = wording;
    const { municipality, selectedArea } = explore;
    const places = selectedArea ? [selectedArea] : explore.shownAreas;
    const whole =
      municipality && !selectedArea ? [{ id: municipality.code, name: say.wholeMunicipality }] : [];
    return html`<table class="changed">
        <thead>
          <tr>
            <th scope="col">${say.columnArea}</th>
            <th scope="col" class="number">${say.changesBefore}</th>
            <th scope="col" class="number">${say.changesAfter}</th>
            <th scope="col" class="number">${say.changesNet}</th>
          </tr>
        </thead>
        <tbody>
          ${[...whole, ...places].map(({ id, name }) => this.#publishedRow(id, name, since))}
        </tbody>
      </table>
      <p class="note">${say.changesVisitor} ${explore.exact ? nothing : say.changesRounded}</p>`;
  }

  #publishedRow(id: string, name: string, since: string): TemplateResult | typeof nothing {
    const { wording } = this;
    const { write } = wording;
    const { before, after, net } = vacantChange(this.explore, id, since);
    if (before === null && after === null) return nothing;
    const sign = net === null || net === 0 ? '' : net > 0 ? '+' : '\u2212';
    return html`<tr>
      <th scope="row">${id === this.explore.municipality?.code ? name : this.#areaLink(id, name)}</th>
      <td class="number">${shown(before, write.count, wording)}</td>
      <td class="number">${shown(after, write.count, wording)}</td>
      <td class="number">${net === null ? wording.say.changesUnknownNet : `${sign}${write.count(Math.abs(net))}`}</td>
    </tr>`;
  }
}

customElements.define('kk-changes', ChangesElement);
