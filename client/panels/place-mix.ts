import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Shown } from '#contract/vacancy.ts';
import { FUNCTIONS, type FunctionTerm } from '#vocabulary/function.ts';
import type { Explore } from '../state/explore.ts';
import { figureIn } from '../state/figure.ts';
import { shownWords } from './shown.ts';

const WIDTH = 48;

interface Share {
  term: FunctionTerm;
  observed: number;
  vacant: Shown;
}

/** Functions of a place with how many premises of each were observed and are vacant; largest first. */
function sharesOf({ wholeCube, referenceDate }: Explore, place: string): Share[] {
  const cube = wholeCube.value;
  if (cube === undefined || referenceDate === undefined) return [];
  const shares = FUNCTIONS.flatMap(term => {
    const figure = figureIn(cube, place, term.code, referenceDate);
    const observed = figure?.observed;
    return typeof observed === 'number' && observed > 0 ? [{ term, observed, vacant: figure!.vacant }] : [];
  });
  return shares.toSorted((a, b) => b.observed - a.observed);
}

/** What a place is made of: a bar per function with its letters, the vacant part hatched. */
export function placeMix(explore: Explore, place: string): TemplateResult | typeof nothing {
  const { say } = explore.wording;
  const shares = sharesOf(explore, place);
  const most = shares[0]?.observed;
  if (most === undefined) return nothing;
  return html`<h3>${say.mix}</h3>
    <p class="note">${say.mixNote} ${explore.narrows ? say.mixUnfiltered : nothing}</p>
    <dl class="bars mix">
      ${shares.map(share => row(share, most, explore))}
    </dl>`;
}

function row({ term, observed, vacant }: Share, most: number, { wording }: Explore): TemplateResult {
  const { say, write, language } = wording;
  const mix = typeof vacant === 'number' ? say.mixOf : say.mixHidden;
  const words = mix(shownWords(vacant, write.count, wording), write.count(observed));
  return html`<div>
    <dt><span class="letter function-${term.code}" aria-hidden="true">${term.letter}</span>${term[language]}</dt>
    <dd>${bar(term, observed / most, typeof vacant === 'number' ? vacant / most : 0)}<span class="number">${words}</span></dd>
  </div>`;
}

function bar({ code }: FunctionTerm, whole: number, vacant: number): TemplateResult {
  return html`<svg class="mix-bar" width=${WIDTH} height="12" aria-hidden="true" focusable="false">
    ${svg`<defs>
        <pattern id="mix-${code}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="5" height="5" />
          <rect class="stripe" width="2" height="5" />
        </pattern>
      </defs>
      <rect class="fill-${code}" width=${WIDTH * whole} height="12" />
      <rect class="vacant-part" width=${WIDTH * vacant} height="12" fill="url(#mix-${code})" />`}
  </svg>`;
}
