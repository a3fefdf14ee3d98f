import { html, nothing, type TemplateResult } from 'lit';
import type { Source } from '../state/resource.ts';
import type { Wording } from '../text/wording.ts';
import { icon } from './icon.ts';

type Drawn = TemplateResult | typeof nothing;

/** A failure in words, with the one thing to do about it. */
export function failure(sentence: string, retry: () => void, { say }: Wording): TemplateResult {
  return html`<div class="failure" role="alert">
    ${icon('warning')}
    <p>${sentence}</p>
    <button type="button" class="button" @click=${retry}>${say.retry}</button>
  </div>`;
}

/** Draws data that loads on its own: loading, slow, failed with "try again", or there. */
export function whenLoaded<T>(
  resource: Source<T>,
  wording: Wording,
  sentence: string,
  draw: (value: T) => Drawn,
): Drawn {
  const { loaded } = resource;
  const { say } = wording;
  if (loaded.state === 'ready') return draw(loaded.value);
  if (loaded.state === 'idle') return nothing;
  if (loaded.state === 'loading')
    return html`<p class="loading" role="status">${loaded.slow ? say.loadingSlow : say.loading}</p>`;
  const { kind } = loaded.error;
  const reasons = { offline: say.offline, busy: say.serverBusy, outdated: say.newData };
  const reason = kind in reasons ? reasons[kind as keyof typeof reasons] : '';
  return failure(`${sentence} ${reason}`.trim(), () => resource.retry(), wording);
}
