import PDFDocument from 'pdfkit';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import { COLOUR } from './colour.ts';
import { type PaperFonts, paperFonts, printable } from './fonts.ts';
import { linesWithin } from './lines.ts';
import type { Language } from './map-words.ts';
import { TAGS } from './words.ts';

/** An A4 sheet, points. */
export const SHEET = { width: 595.28, height: 841.89, margin: 40 } as const;
/** Where contents end, above the footer. */
export const BOTTOM = SHEET.height - 44;
/** Between the margins. */
export const TEXT_WIDTH = SHEET.width - 2 * SHEET.margin;

/** How a text is set; `width` makes lines of it. */
export interface Setting {
  size: number;
  bold?: boolean;
  colour?: string;
  width?: number;
  align?: 'left' | 'right';
  /** Lines at most; what is longer ends in an ellipsis. */
  lines?: number;
}

/** An element of the document's structure. */
export type Element = PDFKit.PDFStructureElement;

/** Lines stand this many sizes apart. */
const LEADING = 1.25;

/** A PDF in the making: text in our typeface, and every mark either part of the structure or an artifact. */
export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: Element;
  readonly fonts: PaperFonts;
  readonly #chunks: Uint8Array[] = [];
  readonly #lines = new Map<string, string[]>();
  /** Widths of words at size 1. */
  readonly #widths = new Map<string, number>();
  #pages = 0;

  constructor(
    scenario: PublishedScenario,
    { language, compress }: { language: Language; compress: boolean },
  ) {
    this.fonts = paperFonts();
    const published = new Date(scenario.publishedAt);
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      compress,
      pdfVersion: '1.7',
      // The types of the library do not know this one yet.
      subset: 'PDF/UA' as 'PDF/A-1',
      tagged: true,
      lang: TAGS[language],
      displayTitle: true,
      autoFirstPage: false,
      font: '',
      // Dates of the version, not of the print: the same version gives the same bytes.
      info: {
        Title: printable(scenario.title, this.fonts),
        Author: scenario.municipalityName,
        Creator: `Kernkaart ${scenario.software}`,
        Producer: 'Kernkaart',
        CreationDate: published,
        ModDate: published,
      },
    });
    this.pdf.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.pdf.on('pageAdded', () => {
      this.#pages += 1;
    });
    this.pdf.registerFont('regular', Buffer.from(this.fonts.regular));
    this.pdf.registerFont('bold', Buffer.from(this.fonts.bold));
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  #set({ size, bold = false }: Setting): void {
    this.pdf.font(bold ? 'bold' : 'regular').fontSize(size);
  }

  /** Width of a text in one line. */
  widthOf(text: string, setting: Setting): number {
    this.#set(setting);
    return this.pdf.widthOfString(printable(text, this.fonts));
  }

  /** The text in lines that fit the width, no more than are allowed. */
  linesOf(text: string, setting: Setting): string[] {
    const { size, bold, width, lines } = setting;
    // Heights are asked for many times before anything is drawn.
    const key = JSON.stringify([text, size, bold, width, lines]);
    const known = this.#lines.get(key) ?? this.#makeLines(text, setting);
    this.#lines.set(key, known);
    return known;
  }

  #makeLines(text: string, setting: Setting): string[] {
    const { width = Number.POSITIVE_INFINITY, lines: most = Number.POSITIVE_INFINITY } = setting;
    this.#set(setting);
    const widthOf = (part: string) => this.#partWidth(part, setting);
    return linesWithin(printable(text, this.fonts), { width, most, widthOf });
  }

  /** Words come again and again, in every size. */
  #partWidth(part: string, { size, bold = false }: Setting): number {
    const key = `${bold}${part}`;
    const known = this.#widths.get(key) ?? this.pdf.widthOfString(part) / size;
    this.#widths.set(key, known);
    return known * size;
  }

  /** Height of a text in its lines. */
  heightOf(text: string, setting: Setting): number {
    return text === '' ? 0 : this.linesOf(text, setting).length * LEADING * setting.size;
  }

  /** Writes a text in its lines from the top at `y`; inside a structure or an artifact. @returns its height */
  write(text: string, x: number, y: number, setting: Setting): number {
    const { size, colour = COLOUR.ink, width = 0, align = 'left' } = setting;
    const lines = this.linesOf(text, setting);
    this.#set(setting);
    lines.forEach((line, at) => {
      const left = align === 'right' ? x + width - this.pdf.widthOfString(line) : x;
      // A space at the end of a line keeps words apart where the text is read or copied.
      const last = at === lines.length - 1;
      this.pdf
        .fillColor(colour)
        .text(last ? line : `${line} `, left, y + (at + 0.95) * LEADING * size - 0.2 * size, {
          lineBreak: false,
          baseline: 'alphabetic',
        });
    });
    return lines.length * LEADING * size;
  }

  /** An element of the structure with one text. @returns its height */
  block(parent: Element, type: string, text: string, at: Setting & { x: number; y: number }): number {
    if (text === '') return 0;
    let height = 0;
    parent.add(
      this.pdf.struct(type, {}, () => {
        height = this.write(text, at.x, at.y, at);
      }),
    );
    return height;
  }

  /** Something that is no part of what is read: lines, swatches, page numbers. */
  artifact(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  /** A level line over the whole text or part of it. */
  rule(x: number, y: number, width: number, weight = 0.5): void {
    this.artifact(() => {
      this.pdf
        .lineWidth(weight)
        .strokeColor(COLOUR.ink)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke();
    });
  }

  /** The finished document. @throws Error when there are not exactly so many pages */
  async finish(pages: number): Promise<Uint8Array> {
    this.root.end();
    const ended = new Promise<void>((resolve, reject) => {
      this.pdf.on('end', resolve);
      this.pdf.on('error', reject);
    });
    this.pdf.end();
    await ended;
    if (this.#pages !== pages) throw new Error(`the paper has ${this.#pages} pages instead of ${pages}`);
    return Buffer.concat(this.#chunks);
  }
}
