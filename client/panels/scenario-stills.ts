import { html, nothing, type TemplateResult } from 'lit';
import type { StillReading } from '../api/scenario.ts';
import type { ScenarioReading } from '../state/scenario-reading.ts';
import { scenarioMapWords } from '../text/scenario-reading-map.ts';

/** The maps as pictures that the server drew: for browsers that draw no map, and for paper. */
export function stills(
  reading: ScenarioReading,
  which: readonly StillReading[] = ['difference', 'before', 'after'],
  kind = '',
): TemplateResult | typeof nothing {
  const { scenario, screen } = reading;
  if (scenario === undefined) return nothing;
  const say = scenarioMapWords[screen.language];
  const words: Record<StillReading, string> = {
    difference: say.stillDifference,
    before: say.stillBefore,
    after: say.stillAfter(scenario.years.at(-1)!),
  };
  return html`<div class="stills ${kind}">
    ${which.map(name => {
      const address = reading.still(name);
      if (address === null) return nothing;
      return html`<figure>
        <figcaption>${words[name]}</figcaption>
        <img src=${address} alt=${say.stillAlt(words[name], scenario.area.name)} width="800" height="600" />
      </figure>`;
    })}
  </div>`;
}
