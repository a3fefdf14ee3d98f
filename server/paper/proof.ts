import encodeQR from 'qr';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import { COLOUR } from './colour.ts';
import { areaMark, rectangle } from './drawing.ts';
import type { Language } from './map-words.ts';
import { type Element, type Paper, SHEET, TEXT_WIDTH } from './paper.ts';
import { drawMarks } from './pdf-drawing.ts';
import { dateWords, WORDS } from './words.ts';

const QR = 76;
const WIDTH = TEXT_WIDTH - QR - 14;
const TEXT = { size: 8.5, width: WIDTH };
const HEADING = { size: 12, bold: true, width: WIDTH } as const;

interface ProofOptions {
  language: Language;
  /** Permanent address of the version. */
  address: string;
}

/** Where the figures come from, and how to see that this is the version that was published. */
function linesOf(scenario: PublishedScenario, language: Language): string[] {
  const { series, id, version, software, revision, checksum } = scenario;
  const words = WORDS[language];
  const date = `${words.referenceDate} ${dateWords(series.referenceDate, language)}`;
  return [
    `${series.name[language]}: ${series.definition[language]} ${words.source}: ${series.source}, ${date}.`,
    `${id} · ${words.version.toLowerCase()} ${version} · Kernkaart ${software} · data ${revision}`,
    `${words.checksum}: ${checksum}`,
  ];
}

/** The definition may be long; the figures of the proof are never cut. */
const settingOf = (at: number) => (at === 0 ? { ...TEXT, lines: 4 } : TEXT);

/** Height of the block. */
export function proofHeight(
  paper: Paper,
  scenario: PublishedScenario,
  { language, address }: ProofOptions,
): number {
  const lines = linesOf(scenario, language).map((text, at) => paper.heightOf(text, settingOf(at)));
  const link = paper.heightOf(`${WORDS[language].link}: ${address}`, TEXT);
  return Math.max(QR, 18 + lines.reduce((sum, height) => sum + height, link + 2));
}

function drawLink(paper: Paper, parent: Element, { language, address }: ProofOptions, y: number): void {
  const words = `${WORDS[language].link}: ${address}`;
  const link = paper.pdf.struct('Link');
  const paragraph = paper.pdf.struct('P');
  parent.add(paragraph);
  paragraph.add(link);
  const height = paper.block(link, 'Span', words, { ...TEXT, colour: COLOUR.accent, x: SHEET.margin, y });
  const options = { structParent: link, Contents: new String(words) } as object;
  paper.pdf.link(SHEET.margin, y, WIDTH, height, address, options);
  link.end();
  paragraph.end();
}

function drawQr(paper: Paper, parent: Element, { language, address }: ProofOptions, y: number): void {
  const modules = encodeQR(address, 'raw', { border: 2 });
  const size = QR / modules.length;
  const squares = modules.flatMap((row, down) =>
    row.flatMap((dark, right) => (dark ? [rectangle(right * size, down * size, size, size)] : [])),
  );
  const x = SHEET.width - SHEET.margin - QR;
  // The types of the library do not know the box yet.
  const figure = { alt: WORDS[language].qr(address), bbox: [x, y, x + QR, y + QR] };
  parent.add(
    paper.pdf.struct('Figure', figure, () =>
      drawMarks(paper, [areaMark(squares, { fill: '#000000' })], x, y),
    ),
  );
}

/** The last block: source and definition, version, checksum, link, and the link once more for phones. */
export function drawProof(
  paper: Paper,
  scenario: PublishedScenario,
  { y: top, ...options }: ProofOptions & { y: number },
): void {
  const { root } = paper;
  const x = SHEET.margin;
  let y = top;
  paper.rule(x, y - 4, TEXT_WIDTH);
  y += paper.block(root, 'H2', WORDS[options.language].evidence, { ...HEADING, x, y }) + 3;
  linesOf(scenario, options.language).forEach((text, at) => {
    y += paper.block(root, 'P', text, { ...settingOf(at), x, y });
  });
  drawLink(paper, root, options, y + 2);
  drawQr(paper, root, options, top);
}
