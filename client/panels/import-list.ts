import { html, nothing, type TemplateResult } from 'lit';
import { ENDED_STATES, type ImportJob } from '#contract/import-job.ts';
import { screenLink } from '../state/screen-link.ts';
import { sourceWord } from '../text/data-terms.ts';
import { icon } from './icon.ts';
import { ImportElement } from './import-element.ts';
import { scenarioLoaded } from './scenario-loaded.ts';

/** Imports that the list shows before it is asked for all. */
const SHOWN = 6;

/** The last imports: what each was, how it ended, and the way back to it. What failed says why. */
class ImportList extends ImportElement {
  #all = false;

  protected override render() {
    const { say, screen, desk } = this;
    return html`<h2 id="recent" tabindex="-1">${say.recent}</h2>
      ${scenarioLoaded(desk.recent, screen, say.recentFailed, jobs => this.#list(jobs))}`;
  }

  #list(jobs: readonly ImportJob[]): TemplateResult {
    const { say, screen } = this;
    if (jobs.length === 0) return html`<p class="note">${say.recentEmpty}</p>`;
    const shown = this.#all ? jobs : jobs.slice(0, SHOWN);
    return html`<ul class="data-list">
        ${shown.map(job => this.#line(job))}
      </ul>
      ${
        shown.length === jobs.length
          ? nothing
          : html`<button type="button" class="button" @click=${() => this.#showAll()}>${say.all(screen.write.count(jobs.length))}</button>`
      }`;
  }

  #line(listed: ImportJob): TemplateResult {
    const { say, screen, desk } = this;
    const { language, write } = screen;
    const { job: followed } = desk.follow;
    const current = followed?.id === listed.id;
    const job = current ? followed : listed;
    const { state, source, fault, madeAt, madeBy } = job;
    const restored = source === 'restore';
    const name = restored ? say.restoreJob : job.fileName;
    const facts = [
      ...(restored || source === 'unknown' ? [] : [sourceWord(source, language)]),
      write.date(madeAt.slice(0, 10)),
      say.by(madeBy),
    ];
    const words = ENDED_STATES.includes(state) ? say.recentOpen : say.recentGoOn;
    return html`<li aria-current=${current ? 'true' : nothing}>
      <div>
        <p class="data-strong">${name}</p>
        <p class="note">${facts.join(' · ')}</p>
        <p class=${state === 'failed' ? 'data-fault' : ''}>
          ${state === 'failed' ? icon('warning') : nothing}<span>${say.state[state]}${fault ? `: ${fault[language]}` : ''}</span>
        </p>
      </div>
      ${
        current
          ? nothing
          : html`<a
              class="button"
              aria-label=${say.recentOf(words, name)}
              href=${screenLink(screen, '/data', { municipality: job.municipality ?? undefined, import: job.id })}
              >${words}</a
            >`
      }
    </li>`;
  }

  #showAll(): void {
    this.#all = true;
    this.requestUpdate();
  }
}

customElements.define('kk-import-list', ImportList);
