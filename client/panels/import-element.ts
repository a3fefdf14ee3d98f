import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '../api/api-error.ts';
import type { ImportDesk } from '../state/import-desk.ts';
import { dataWords, importWords } from '../text/data.ts';
import type { DataWords } from '../text/data-dutch.ts';
import type { ImportWords } from '../text/data-import-dutch.ts';
import { icon } from './icon.ts';
import { ScenarioElement } from './scenario-element.ts';

/** A piece of the page about data: it draws itself again when what is loaded, typed or on its way changes. */
export abstract class ImportElement extends ScenarioElement {
  static override properties: Record<string, object> = {
    ...ScenarioElement.properties,
    desk: { attribute: false },
  };
  declare desk: ImportDesk;

  protected override get shows(): readonly { watch(listener: () => void): () => void }[] {
    return [this.desk];
  }

  /** Words of the page. */
  protected get say(): DataWords {
    return dataWords[this.screen.language];
  }

  /** Words of a file on its way. */
  protected get words(): ImportWords {
    return importWords[this.screen.language];
  }
}

/** What went wrong with what was asked: what happened, what is safe, what to do. */
export function dataFailure({ kind, status }: ApiError, say: DataWords): string {
  if (status === 409) return say.failed.conflict;
  return kind === 'outdated' ? say.failed.fault : say.failed[kind];
}

/** A sentence about what is wrong, with its mark; nothing where nothing is. */
export const dataFault = (words: string, id?: string): TemplateResult | typeof nothing =>
  words === ''
    ? nothing
    : html`<p class="data-fault" id=${id ?? nothing}>${icon('warning')}<span>${words}</span></p>`;
