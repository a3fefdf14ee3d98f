import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import {
  allAssumptions,
  assumptionsHeight,
  drawAssumptions,
  fittingAssumptions,
  type ShownAssumptions,
} from './assumption-table.ts';
import { besideHeight, drawMapPair, type MapSaying } from './map-pair.ts';
import type { Language } from './map-words.ts';
import {
  drawMeasures,
  fittingMeasures,
  measuresHeight,
  type ShownMeasures,
  shownMeasures,
} from './measure-list.ts';
import { BOTTOM, type Paper, SHEET, TEXT_WIDTH } from './paper.ts';
import { drawProof, proofHeight } from './proof.ts';
import { WORDS } from './words.ts';

const X = SHEET.margin;
const HEADING = { size: 12, bold: true, width: TEXT_WIDTH } as const;
const HEADING_HEIGHT = 12 * 1.25 + 3;
const HEADINGS = 3;
const GAP = 8;
/** Height that the maps get at least and at most, with their captions. */
const MAPS = { least: 160, most: 290 } as const;
/** Of what lists share, the part that measures get at most where both are too long. */
const MEASURES_SHARE = 0.7;

/** How tightly lists are set, the most readable first. */
const TIGHTNESS = [
  { size: 9, padding: 2, short: false, lines: 6 },
  { size: 8.5, padding: 1.5, short: false, lines: 5 },
  { size: 8, padding: 1, short: false, lines: 5 },
  { size: 8, padding: 1, short: true, lines: 4 },
  { size: 8, padding: 0.5, short: true, lines: 2 },
] as const;

type Saying = MapSaying & { isBeside: boolean };

interface Lists {
  measures: ShownMeasures;
  assumptions: ShownAssumptions;
  tightness: (typeof TIGHTNESS)[number];
  mapsHeight: number;
}

/** Sets the lists as readably as the room allows; what does not fit even then is counted, and stands behind the link. */
function listsFor(paper: Paper, scenario: PublishedScenario, language: Language, room: number): Lists {
  const assumptions = allAssumptions(scenario, language);
  let [most, table] = [0, 0];
  for (const tightness of TIGHTNESS) {
    const measures = shownMeasures(scenario.measures, { language, ...tightness });
    most = measuresHeight(paper, measures);
    table = assumptionsHeight(paper, assumptions, { ...tightness, language });
    const mapsHeight = Math.min(MAPS.most, room - most - table);
    if (mapsHeight >= MAPS.least) return { measures, assumptions, tightness, mapsHeight };
  }
  const tightness = TIGHTNESS.at(-1)!;
  const left = room - MAPS.least;
  const forMeasures = Math.min(most, Math.max(MEASURES_SHARE * left, left - table));
  const all = shownMeasures(scenario.measures, { language, ...tightness });
  const measures = fittingMeasures(paper, all, forMeasures);
  const forTable = left - measuresHeight(paper, measures);
  return {
    measures,
    assumptions: fittingAssumptions(paper, assumptions, { ...tightness, language }, forTable),
    tightness,
    mapsHeight: MAPS.least,
  };
}

/** What the scenario does not say: beside the small maps where it fits there, else a paragraph of its own. */
function sayingOf(paper: Paper, { notSaid }: PublishedScenario, language: Language): Saying {
  const words = WORDS[language];
  const text = notSaid === '' ? words.nothingNotSaid : notSaid;
  const saying = { title: words.notSaid, text, size: text.length > 500 ? 8 : 9 };
  const isBeside = besideHeight(paper, saying) <= MAPS.least;
  return { ...saying, isBeside };
}

/** The second page: how, from now until then, on what grounds, and how to check it. */
export function drawPageTwo(
  paper: Paper,
  content: { scenario: PublishedScenario; ground: ScenarioGround },
  { language, address }: { language: Language; address: string },
): void {
  const { scenario } = content;
  const { root } = paper;
  const words = WORDS[language];
  paper.pdf.addPage();
  const saying = sayingOf(paper, scenario, language);
  const below = { size: saying.size, width: TEXT_WIDTH, lines: 9 };
  const proof = proofHeight(paper, scenario, { language, address });
  const own = saying.isBeside ? 0 : HEADING_HEIGHT + GAP + paper.heightOf(saying.text, below);
  const fixed = HEADINGS * (HEADING_HEIGHT + GAP) + GAP + own + proof;
  let y: number = SHEET.margin - 8;
  const lists = listsFor(paper, scenario, language, BOTTOM - y - fixed);
  const heading = (text: string) => {
    paper.block(root, 'H2', text, { ...HEADING, x: X, y });
    y += HEADING_HEIGHT;
  };

  heading(words.measures);
  y += drawMeasures(paper, root, lists.measures, { x: X, y }) + GAP;
  heading(words.maps);
  const pair = { language, height: lists.mapsHeight, y, saying: saying.isBeside ? saying : null };
  y += drawMapPair(paper, content, pair) + GAP;
  heading(words.assumptions);
  const setting = { ...lists.tightness, language };
  drawAssumptions(paper, root, lists.assumptions, { ...setting, x: X, y });
  y += assumptionsHeight(paper, lists.assumptions, setting) + GAP;
  if (!saying.isBeside) {
    heading(saying.title);
    paper.block(root, 'P', saying.text, { ...below, x: X, y });
  }
  drawProof(paper, scenario, { language, address, y: BOTTOM - proof });
}
