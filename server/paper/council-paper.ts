import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import { COLOUR } from './colour.ts';
import type { Language } from './map-words.ts';
import { drawPageOne } from './page-one.ts';
import { drawPageTwo } from './page-two.ts';
import { Paper, SHEET, TEXT_WIDTH } from './paper.ts';
import { WORDS } from './words.ts';

/** What a paper is made with. */
export interface PaperOptions {
  language: Language;
  /** Permanent address of the version. */
  address: string;
  /** False leaves the contents readable, for tests. */
  compress?: boolean;
}

/** Pages of a paper, always. */
const PAGES = 2;

function drawFooter(
  paper: Paper,
  scenario: PublishedScenario,
  { language, page }: { language: Language; page: number },
) {
  const words = WORDS[language];
  const setting = { size: 8, colour: COLOUR.muted, lines: 1 };
  const y = SHEET.height - 34;
  const text = `Kernkaart · ${scenario.title} · ${words.version.toLowerCase()} ${scenario.version} · ${scenario.checksum.slice(0, 12)}`;
  paper.rule(SHEET.margin, y - 3, TEXT_WIDTH, 0.3);
  paper.artifact(() => {
    paper.write(text, SHEET.margin, y, { ...setting, width: TEXT_WIDTH - 80 });
    paper.write(words.page(page), SHEET.margin, y, { ...setting, width: TEXT_WIDTH, align: 'right' });
  });
}

/**
 * A version of a scenario for the council papers: two A4 pages as a tagged PDF, readable in black and white. The same
 * version in the same state gives the same bytes. Lists that are too long end in how many there are more.
 */
export async function councilPaper(
  scenario: PublishedScenario,
  ground: ScenarioGround,
  { language, address, compress = true }: PaperOptions,
): Promise<Uint8Array> {
  const paper = new Paper(scenario, { language, compress });
  drawPageOne(paper, { scenario, ground }, language);
  drawFooter(paper, scenario, { language, page: 1 });
  drawPageTwo(paper, { scenario, ground }, { language, address });
  drawFooter(paper, scenario, { language, page: 2 });
  return paper.finish(PAGES);
}
