import { describe, expect, test, vi } from 'vitest';
import type { PublishedScenario } from '../../server/contract/published-scenario.ts';
import { councilPaper } from '../../server/paper/council-paper.ts';
import { exampleGround, examplePublishedScenario } from '../support/published-scenario.ts';

// A paper takes a second of arithmetic, and longer beside other tests.
vi.setConfig({ testTimeout: 60_000 });

const ground = exampleGround();
const address = 'https://kernkaart.example/scenarios/b3c1f0a2d94e7788aa10/versions/2';

async function paperOf(scenario: PublishedScenario, language: 'nl' | 'en' = 'nl'): Promise<string> {
  return Buffer.from(await councilPaper(scenario, ground, { language, address, compress: false })).toString(
    'latin1',
  );
}

/** A text as a PDF holds it outside its pages: UTF-16 where it has more than ASCII. */
function held(text: string): string {
  const plain = [...text].every(letter => letter.charCodeAt(0) < 128);
  return plain ? text : Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
}

const count = (pdf: string, part: RegExp) => pdf.match(part)?.length ?? 0;
const pages = (pdf: string) => count(pdf, /\/Type \/Page\b/g);

/** Lowest and highest place of a text on the pages, points from below; figures have places of their own. */
function extent(paper: string): [number, number] {
  const pdf = paper.replace(/\/(Figure|Artifact) <<[\s\S]*?\nEMC/g, '');
  const places = [...pdf.matchAll(/1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm/g)].map(match => Number(match[2]));
  return [Math.min(...places), Math.max(...places)];
}

/** Everything as long as the contract lets it be, and more of it than fits. */
function longScenario(): PublishedScenario {
  const scenario = examplePublishedScenario();
  const long = (text: string, length: number) =>
    `${text} `.repeat(Math.ceil(length / text.length)).slice(0, length);
  const measures = Array.from({ length: 12 }, (_, at) => ({
    ...structuredClone(scenario.measures[at % 6]!),
    id: `n${at}`,
    number: at + 1,
    name: long('Winkels worden woningen in de aanloopstraten', 120),
    remark: long('De eigenaren doen mee als de gemeente het plein eerst aanpakt.', 600),
    parameters: Array.from({ length: 4 }, (_, nth) => ({
      id: ['suitable', 'usable', 'home-size', 'cost'][nth]!,
      low: 0.1,
      mid: 0.2 + (at * 4 + nth) / 1000,
      high: 0.5,
      priceLevel: nth === 3 ? '2025' : null,
      source: long(`Onderzoek ${at} ${nth} naar verbouwde winkelpanden`, 300),
    })),
  }));
  return {
    ...scenario,
    title: long('Compact centrum', 120),
    summary: long('Het centrum van Markerhaven wordt kleiner en levendiger.', 900),
    notSaid: long('Dit voorstel zegt niets over huren.', 900),
    withdrawn: { on: '2026-09-01', reason: long('De raad vroeg een nieuw voorstel.', 300) },
    amendmentOf: { scenario: 'x', version: 1, title: long('Compact centrum', 120), number: 3 },
    measures,
  };
}

describe('the paper for the council', async () => {
  const scenario = examplePublishedScenario();
  const pdf = await paperOf(scenario);

  test('is a PDF of two A4 pages', () => {
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pages(pdf)).toBe(2);
    expect(count(pdf, /\/MediaBox \[0 0 595\.28 841\.89\]/g)).toBe(2);
  });

  test('is tagged, in a language, and shows its title', () => {
    expect(pdf).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(pdf).toContain('/Marked true');
    expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(pdf).toContain('/Lang (nl-NL)');
    expect(pdf).toContain('/DisplayDocTitle true');
    const [, title] = pdf.match(/\/Title (\d+) 0 R/)!;
    expect(pdf).toContain(`\n${title} 0 obj\n(${scenario.title})`);
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test('has headings, paragraphs, lists and tables as such', () => {
    const roles = (name: string) => count(pdf, new RegExp(`/S /${name}\\b`, 'g'));
    expect(roles('H1')).toBe(1);
    expect(roles('H2')).toBe(7);
    expect(roles('Table')).toBe(2);
    expect(roles('TR')).toBe(1 + scenario.indicators.length + 1 + 20);
    expect(roles('TH')).toBeGreaterThan(11);
    expect(count(pdf, /\/Scope \/Column/g)).toBe(11);
    expect(roles('LI')).toBeGreaterThan(scenario.measures.length);
    expect(roles('Link')).toBe(1);
  });

  test('has a text for every figure: three maps and the code', () => {
    const alternatives = [...pdf.matchAll(/\/S \/Figure\n\/Alt \(/g)];
    expect(alternatives).toHaveLength(4);
    expect(pdf).toContain(held(`QR-code met de link ${address}`));
  });

  test('links to its version', () => {
    expect(pdf).toContain(`/URI (${address})`);
  });

  test('marks the foot of the page as no part of the text', () => {
    expect(count(pdf, /\/Artifact <<\n\/Type \/Layout/g)).toBeGreaterThan(4);
  });

  test('embeds its typeface in both weights, and no other', () => {
    const fonts = [...pdf.matchAll(/\/BaseFont \/([A-Z]{6}\+)?([\w-]+)/g)].map(match => match[2]);
    expect([...new Set(fonts)].sort()).toEqual(['SourceSans3-Regular', 'SourceSans3-SemiBold']);
    expect(count(pdf, /\/FontFile2 \d+ 0 R/g)).toBe(2);
  });

  test('is the same for the same version', async () => {
    expect(await paperOf(examplePublishedScenario())).toBe(pdf);
  });

  test('keeps all its text on the page', () => {
    const [low, high] = extent(pdf);
    expect(low).toBeGreaterThan(20);
    expect(high).toBeLessThan(820);
  });
});

describe('the paper in English', async () => {
  const pdf = await paperOf(examplePublishedScenario(), 'en');
  test('says so, and has as many parts', () => {
    expect(pdf).toContain('/Lang (en-GB)');
    expect(pages(pdf)).toBe(2);
    expect(count(pdf, /\/S \/H2\b/g)).toBe(7);
  });
});

describe('whatever is in it', () => {
  test('two pages for the longest scenario, and nothing below the foot', async () => {
    for (const language of ['nl', 'en'] as const) {
      const pdf = await paperOf(longScenario(), language);
      expect(pages(pdf)).toBe(2);
      expect(extent(pdf)[0]).toBeGreaterThan(20);
    }
  });

  test('two pages for one without anything in it', async () => {
    const scenario = examplePublishedScenario();
    const empty = {
      measures: [],
      sides: [],
      buildings: [],
      zones: [],
      flows: [],
      indicators: [],
      figures: [],
    };
    const baseline = { ...scenario.baseline, hardPlans: [] };
    const pdf = await paperOf({ ...scenario, ...empty, baseline, summary: '', notSaid: '', decision: null });
    expect(pages(pdf)).toBe(2);
  });

  test('another state of the same version is another paper', async () => {
    const scenario = examplePublishedScenario();
    const withdrawn = { ...scenario, withdrawn: { on: '2026-09-01', reason: 'Vervangen' } };
    expect(await paperOf(withdrawn)).not.toBe(await paperOf(scenario));
  });

  test('a wide area gets its legend under the map', async () => {
    const [west, south, east] = ground.box;
    const wide = { ...ground, box: [west, south, east, south + 250] as typeof ground.box };
    const bytes = await councilPaper(examplePublishedScenario(), wide, {
      language: 'nl',
      address,
      compress: false,
    });
    const pdf = Buffer.from(bytes).toString('latin1');
    expect(pages(pdf)).toBe(2);
    expect(extent(pdf)[0]).toBeGreaterThan(20);
  });
});
