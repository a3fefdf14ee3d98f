import { html, nothing, type TemplateResult } from 'lit';
import type { Source } from '../state/resource.ts';
import type { ScenarioScreen } from '../state/scenario-screen.ts';
import { frameWords } from '../text/scenario-frame.ts';
import { icon } from './icon.ts';

type Drawn = TemplateResult | typeof nothing;

/** Why something did not load, in words; empty where there is nothing to say beside that it did not. */
export function failureReason(kind: string, { language }: ScenarioScreen): string {
  const { offline, busy, fault } = frameWords[language];
  const reasons: Record<string, string> = { offline, busy, fault };
  return reasons[kind] ?? '';
}

/** Draws data that loads on its own: loading, slow, failed with "try again", or there. */
export function scenarioLoaded<T>(
  source: Source<T>,
  screen: ScenarioScreen,
  sentence: string,
  draw: (value: T) => Drawn,
): Drawn {
  const { loaded } = source;
  const say = frameWords[screen.language];
  if (loaded.state === 'ready') return draw(loaded.value);
  if (loaded.state === 'idle') return nothing;
  if (loaded.state === 'loading')
    return html`<p class="loading" role="status">${loaded.slow ? say.loadingSlow : say.loading}</p>`;
  return html`<div class="failure" role="alert">
    ${icon('warning')}
    <p>${sentence} ${failureReason(loaded.error.kind, screen)}</p>
    <button type="button" class="button" @click=${() => source.retry()}>${say.retry}</button>
  </div>`;
}
