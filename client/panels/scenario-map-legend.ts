import { html, nothing, type TemplateResult } from 'lit';
import { CLASS_BOUNDS } from '#figures/vacancy-class.ts';
import type { ScenarioReading } from '../state/scenario-reading.ts';
import { countChanges, SIDE_CHANGES } from '../state/scenario-reading-sides.ts';
import { scenarioMapWords } from '../text/scenario-reading-map.ts';

/** What the colours and marks on a scenario's map mean, with how many there are of each. */
export function scenarioLegend(reading: ScenarioReading): TemplateResult {
  const { scenario, screen, choice } = reading;
  const say = scenarioMapWords[screen.language];
  const { write } = screen;
  const places = scenario?.measures.filter(({ geometry }) => geometry !== null).length ?? 0;
  const buildings = scenario?.buildings.length ?? 0;
  const item = (mark: TemplateResult, words: string) => html`<li>${mark}<span>${words}</span></li>`;
  const swatch = (kind: string, sign = '') =>
    html`<span class="side-swatch ${kind}" aria-hidden="true">${sign}</span>`;
  return html`<ul class="scenario-legend" aria-label=${say.legend}>
    ${choice.value.reading === 'difference' ? changes(reading) : vacancy(reading)}
    ${places === 0 ? nothing : item(swatch('of-place', '1'), say.places(write.count(places)))}
    ${buildings === 0 ? nothing : item(swatch('of-building'), say.buildings(write.count(buildings)))}
    ${item(swatch('of-area'), say.area)}
  </ul>`;
}

/** Signs of vacancy, as on paper: less of it is better. */
const SIGNS: Record<string, string> = { better: '−', worse: '+' };

function changes({ sides, screen }: ScenarioReading): TemplateResult {
  const say = scenarioMapWords[screen.language];
  const counts = countChanges(sides);
  return html`${SIDE_CHANGES.filter(change => counts[change] > 0).map(
    change => html`<li>
      <span class="side-swatch ${change}" aria-hidden="true">${SIGNS[change] ?? ''}</span>
      <span>${say.changes[change]} <small>(${say.sides(screen.write.count(counts[change]))})</small></span>
    </li>`,
  )}`;
}

function vacancy({ screen }: ScenarioReading): TemplateResult {
  const say = scenarioMapWords[screen.language];
  const bounds = CLASS_BOUNDS.map(bound => screen.write.count(bound));
  const words = [
    say.vacancyUpTo(bounds[0]!),
    ...bounds.slice(1).map((bound, index) => say.vacancyBetween(bounds[index]!, bound)),
    say.vacancyFrom(bounds.at(-1)!),
  ];
  const item = (kind: string, text: string) => html`<li>
    <span class="side-swatch vacancy ${kind}" aria-hidden="true"></span><span>${text}</span>
  </li>`;
  return html`<li class="legend-title">${say.vacancyTitle}</li>
    ${item('vacancy-none', say.vacancyNone)} ${words.map((text, index) => item(`vacancy-${index + 1}`, text))}
    ${item('unknown', say.changes.unknown)}`;
}
