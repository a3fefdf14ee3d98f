import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../api/api-error.ts';
import type { EmbedWords } from '../text/embed-builder-dutch.ts';
import { icon } from './icon.ts';

/** What went wrong, in a sentence that says what is safe and what to do. @throws what is no error of the API */
export function embedFailure(error: unknown, say: EmbedWords): string {
  if (!(error instanceof ApiError)) throw error;
  const { kind } = error;
  return kind === 'outdated' ? say.failed.fault : say.failed[kind];
}

/** A sentence about what is wrong, with its mark. */
export const faultLine = (words: string, id?: string): TemplateResult =>
  html`<p class="embed-fault" role="alert" id=${id ?? nothing}>${icon('warning')}<span>${words}</span></p>`;
