import { html, nothing, type TemplateResult } from 'lit';
import type { DataRevision } from '#contract/import-job.ts';
import { kindWord, revisionReason } from '../text/data-terms.ts';
import { ImportElement } from './import-element.ts';
import './revision-restore.ts';
import { scenarioLoaded } from './scenario-loaded.ts';

/** Revisions that the list shows before it is asked for all. */
const SHOWN = 6;

/** The revisions of a municipality's data: who made each, when, what changed, and putting one back. */
class RevisionList extends ImportElement {
  #all = false;

  protected override render() {
    const { say, desk, screen } = this;
    return html`<h2 id="revisions" tabindex="-1">${say.revisions}</h2>
      <p class="note">${say.revisionsLead}</p>
      ${scenarioLoaded(desk.catalogue.revisions, screen, say.revisionsFailed, revisions => this.#list(revisions))}`;
  }

  #list(revisions: readonly DataRevision[]): TemplateResult {
    const { say, screen } = this;
    if (revisions.length === 0) return html`<p class="note">${say.revisionsEmpty}</p>`;
    const shown = this.#all ? revisions : revisions.slice(0, SHOWN);
    return html`<ol class="data-list">
        ${shown.map(revision => this.#line(revision))}
      </ol>
      ${
        shown.length === revisions.length
          ? nothing
          : html`<button type="button" class="button" @click=${() => this.#showAll()}>${say.allRevisions(screen.write.count(revisions.length))}</button>`
      }`;
  }

  #line(revision: DataRevision): TemplateResult {
    const { say, screen, desk } = this;
    const { number, reason, madeAt, madeBy, current, restorable } = revision;
    const { write, language } = screen;
    return html`<li aria-current=${current ? 'true' : nothing}>
      <div>
        <p>
          <span class="data-strong">${say.revision(String(number))}</span>${current ? html` <span class="badge">${say.revisionCurrent}</span>` : nothing}
        </p>
        <p>${revisionReason(reason, language)}</p>
        <p class="note">${write.date(madeAt.slice(0, 10))} · ${say.by(madeBy)}</p>
        <p class="note">${this.#changes(revision)}</p>
      </div>
      ${
        restorable && !current
          ? html`<kk-revision-restore .screen=${screen} .desk=${desk} .revision=${revision}></kk-revision-restore>`
          : nothing
      }
    </li>`;
  }

  #changes({ changes }: DataRevision): string {
    const { say, screen, words } = this;
    const { write, language } = screen;
    if (changes === null) return say.revisionFirst;
    const told = changes.flatMap(({ kind, added, changed, removed }) => {
      const parts = [
        [added, words.added],
        [changed, words.changed],
        [removed, words.removed],
      ] as const;
      const counted = parts.filter(([count]) => count > 0);
      if (counted.length === 0) return [];
      const said = counted.map(([count, word]) => `${write.count(count)} ${word.toLowerCase()}`);
      return [`${kindWord(kind, language)}: ${said.join(', ')}`];
    });
    return told.length === 0 ? say.revisionSame : told.join('; ');
  }

  #showAll(): void {
    this.#all = true;
    this.requestUpdate();
  }
}

customElements.define('kk-revision-list', RevisionList);
