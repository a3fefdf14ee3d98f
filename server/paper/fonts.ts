import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** Fixed weights: the PDF library embeds no weight of the variable font that the screens use. */
const FILE = (weight: 400 | 600) =>
  `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`;

/** One step of a letter's outline, as a straight line: it is only drawn broad, where bends do not show. */
export interface OutlineStep {
  begins: boolean;
  x: number;
  y: number;
}

/** A font as the PDF library reads it. */
interface ReadFont {
  unitsPerEm: number;
  hasGlyphForCodePoint(code: number): boolean;
  layout(text: string): {
    glyphs: readonly { path: { commands: readonly { command: string; args: readonly number[] }[] } }[];
    positions: readonly { xAdvance: number }[];
  };
}

/** The two weights that paper is set in: font files, and what they hold. */
export interface PaperFonts {
  regular: Uint8Array;
  bold: Uint8Array;
  /** Whether there is a letter for a code point. */
  has(code: number): boolean;
  /** Outline of a text at size 1 from its baseline, y upwards: for what must not be text a second time. */
  outline(text: string, weight: 'regular' | 'bold'): OutlineStep[];
}

/** The library keeps what it reads to itself, and reads fonts better than anything else we have. */
function readFont(bytes: Uint8Array): ReadFont {
  const document = new PDFDocument({ autoFirstPage: false, font: '' });
  document.font(Buffer.from(bytes));
  return (document as unknown as { _font: { font: ReadFont } })._font.font;
}

function outlineOf(font: ReadFont, text: string): OutlineStep[] {
  const { glyphs, positions } = font.layout(text);
  const { unitsPerEm } = font;
  let pen = 0;
  return glyphs.flatMap(({ path }, at) => {
    const left = pen;
    pen += positions[at]!.xAdvance;
    return path.commands
      .filter(({ args }) => args.length > 0)
      .map(({ command, args }) => ({
        begins: command === 'moveTo',
        x: (args.at(-2)! + left) / unitsPerEm,
        y: args.at(-1)! / unitsPerEm,
      }));
  });
}

function makeFonts(): PaperFonts {
  const { resolve } = createRequire(import.meta.url);
  const [regular, bold] = [readFileSync(resolve(FILE(400))), readFileSync(resolve(FILE(600)))];
  const read = { regular: readFont(regular), bold: readFont(bold) };
  return {
    regular,
    bold,
    has: code => read.regular.hasGlyphForCodePoint(code),
    outline: (text, weight) => outlineOf(read[weight], text),
  };
}

let made: PaperFonts | undefined;

/** Our typeface for paper; read once per process. */
export function paperFonts(): PaperFonts {
  made ??= makeFonts();
  return made;
}

/** Spaces of other widths, which the typeface does not have. */
const SPACES = /[\u2000-\u200a\u202f\u205f]/g;

/** Ends of lines and tabs: a text on paper is one paragraph, else a page of empty lines drives the map off the sheet. */
const BREAKS = /[\t-\r\u0085\u2028\u2029]+/g;

/** Letters that have no accent to lose. */
const STAND_INS: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  '≤': '<',
  '≥': '>',
  '→': '–',
};

/**
 * A text in letters that the typeface has: accents of other languages fall away, other scripts become `?`. Better a
 * plain letter on paper than an empty box.
 */
export function printable(text: string, { has }: Pick<PaperFonts, 'has'>): string {
  const known = (letter: string) => has(letter.codePointAt(0)!);
  return [...text.normalize('NFC').replace(BREAKS, ' ').replace(SPACES, '\u00a0')]
    .map(letter => {
      if (known(letter)) return letter;
      const base = STAND_INS[letter] ?? letter.normalize('NFD')[0];
      return base !== undefined && known(base) ? base : '?';
    })
    .join('');
}
