import { html, nothing, type TemplateResult } from 'lit';
import type { Series } from '#contract/series.ts';
import { FUNCTIONS } from '#vocabulary/function.ts';
import type { Explore } from '../state/explore.ts';
import type { Wording } from '../text/wording.ts';

type Rule = Series['referenceDates'][number]['coverage'][number];

/** Words joined as in a sentence: a, b and c. */
function listed(words: readonly string[], { language }: Wording): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}

/** Where was looked, at which functions, from which floor area. */
function ruleWords({ wholeMunicipality, functions, leastFloorArea }: Rule, wording: Wording): string {
  const { say, write, language } = wording;
  const names = FUNCTIONS.filter(({ code }) => functions?.includes(code)).map(term => term[language]);
  const parts = [
    wholeMunicipality ? say.coverageWhole : say.coveragePart,
    functions === null ? say.coverageAllFunctions : listed(names, wording),
  ];
  if (leastFloorArea !== null) parts.push(say.coverageFrom(write.squareMetres(leastFloorArea)));
  return parts.join(', ');
}

/** What the chosen round looked at, in words; what lies outside is not the same as in use. */
export function placeCoverage({ series, referenceDate, wording }: Explore): TemplateResult | typeof nothing {
  const { say } = wording;
  const rules = series?.referenceDates.find(({ date }) => date === referenceDate)?.coverage;
  if (rules === undefined) return nothing;
  // A round by polygon and by house numbers reads the same twice.
  const sentences = [...new Set(rules.map(rule => ruleWords(rule, wording)))];
  return html`<h3>${say.coverage}</h3>
    ${
      sentences.length === 0
        ? html`<p class="note">${say.coverageNone}</p>`
        : html`<ul class="coverage">
              ${sentences.map(sentence => html`<li>${sentence}</li>`)}
            </ul>
            <p class="note">${say.coverageRest}</p>`
    }`;
}
