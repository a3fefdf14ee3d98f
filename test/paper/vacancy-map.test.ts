import { describe, expect, test } from 'vitest';
import { EMBED_READINGS } from '../../server/contract/embed.ts';
import type { Label, Mark, Shape } from '../../server/paper/drawing.ts';
import { overlap, textWidth } from '../../server/paper/room.ts';
import { drawingSvg, PAGE_MAP, swatchSvg, vacancyMapSvg } from '../../server/paper/svg.ts';
import { vacancyLegend } from '../../server/paper/vacancy-legend.ts';
import { vacancyMap } from '../../server/paper/vacancy-map.ts';
import { shownSquares, squareMarks } from '../../server/paper/vacancy-squares.ts';
import { exampleAreaView, exampleView } from '../support/place-view.ts';
import { openAfter } from '../support/xml.ts';

const VIEWS = { municipality: exampleView, area: exampleAreaView };
const mapOf = (view: ReturnType<typeof exampleView>, reading: (typeof EMBED_READINGS)[number]) =>
  vacancyMap(view, { reading, language: 'nl', ...PAGE_MAP });
const legendOf = (view: ReturnType<typeof exampleView>, reading: (typeof EMBED_READINGS)[number]) =>
  vacancyLegend(view, reading, { language: 'nl', type: 13 }).map(({ words }) => words);

const labels = (marks: readonly Mark[]) => marks.filter((mark): mark is Label => mark.kind === 'label');
const texts = (marks: readonly Mark[]) => labels(marks).map(({ text }) => text);

/** What a label takes up: its own width, half its size above the baseline. */
function boxOf({ x, y, text, size }: Label) {
  const width = textWidth(text, size);
  return { x: x - width / 2, y: y - 0.7 * size, width, height: 0.7 * size };
}

describe.each(Object.entries(VIEWS))('the still map of a %s', (_, view) => {
  describe.each(EMBED_READINGS)('by %s', reading => {
    const map = mapOf(view(), reading);
    const svg = drawingSvg(map, 'nl', 'een');

    test('is well-formed, and says first what it is and what it shows', () => {
      expect(openAfter(svg)).toEqual([]);
      expect(svg).toMatch(/^<svg class="still-map" viewBox="0 0 \d+ \d+"[^>]* role="img"/);
      expect(svg).toContain('aria-labelledby="een-title een-description"');
      expect(svg).toMatch(/<title id="een-title">[^<]*\(gemeentelijke lijst, peildatum 1 oktober 2026\)</);
      expect(svg).toMatch(/<desc id="een-description">[^<]{10,}<\/desc>/);
    });
    test('has neither script nor style, and loads nothing', () => {
      for (const text of [svg, vacancyMapSvg(view(), { reading, language: 'nl' })])
        expect(text).not.toMatch(/<script|<style|<image|<use| style=| on[a-z]+=|href=|url\(/);
    });
    test('is the same for the same', () => {
      expect(drawingSvg(mapOf(view(), reading), 'nl', 'een')).toBe(svg);
    });
    test('has no label over another, at its size and small', () => {
      for (const marks of [map.marks, map.small!.marks]) {
        const boxes = labels(marks).map(boxOf);
        const pairs = boxes.flatMap((box, at) => boxes.slice(at + 1).filter(other => overlap(box, other)));
        expect(boxes.length).toBeGreaterThan(0);
        expect(pairs).toEqual([]);
      }
    });
    test('writes letters twice as large where it is shown small', () => {
      const largest = (marks: readonly Mark[]) => Math.max(...labels(marks).map(({ size }) => size));
      expect(largest(map.small!.marks)).toBeGreaterThanOrEqual(2 * PAGE_MAP.type);
      expect(svg).toContain('<g class="letters">');
      expect(svg).toContain('<g class="large-letters" display="none">');
    });
    test('writes whole coordinates', () => {
      const written = [...svg.matchAll(/ (?:d|x|y|cx|cy)="([^"]*)"/g)].map(([, value]) => value!);
      expect(written.filter(value => value.includes('.'))).toEqual([]);
    });
  });
});

describe('percentage', () => {
  test('draws every look with a mark of its own, told apart without colour', () => {
    const box = [0, 0, 40, 0, 40, 40, 0, 40];
    const looks = ['none', 1, 2, 3, 4, 5, 'below-five', 'confidential', 'not-observed'] as const;
    const told = looks.map(look =>
      squareMarks(look, [box], 13)
        .filter((mark): mark is Shape => mark.kind === 'shape' && !mark.closed)
        .map(({ rings, width, dash }) => [rings, width, dash]),
    );
    expect(told[0]).toEqual([]);
    expect(new Set(told.map(each => JSON.stringify(each))).size).toBe(looks.length);
    const widths = told.slice(1, 6).map(([hatch]) => hatch![1] as number);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  });
  test('writes rates, how many of how few, and nothing where a mark says it', () => {
    const written = texts(mapOf(exampleView(), 'percentage').marks);
    expect(written).toEqual(expect.arrayContaining(['2 %', '5 %', '11 %', '15 %', '2 van 8']));
    expect(written.filter(text => / %$| van /.test(text))).toHaveLength(5);
  });
  test('never writes or counts null as 0', () => {
    const view = exampleView();
    for (const square of view.squares) Object.assign(square, { observed: null, vacant: null, rate: null });
    const { marks, description } = mapOf(view, 'percentage');
    expect(texts(marks).filter(text => text.includes('%'))).toEqual([]);
    expect(description).toBe('9 vakken: niet waargenomen.');
    expect(legendOf(view, 'percentage')).toContain('niet waargenomen · 9 vakken');
    expect(legendOf(view, 'percentage').some(words => words.startsWith('geen leegstand'))).toBe(false);
  });
  test('does not write a rate that is not 0 as 0 %', () => {
    const view = exampleView();
    Object.assign(view.squares[0]!, { observed: 900, vacant: 3, rate: 1 / 3 });
    expect(texts(mapOf(view, 'percentage').marks)).toContain('<1 %');
  });
  test('of one area shows the squares in which part of it lies', () => {
    expect(shownSquares(exampleAreaView())).toEqual([exampleView().squares[4]]);
    expect(legendOf(exampleAreaView(), 'percentage')).toContain('8 tot 12 % · 1 vak');
  });
});

describe('concentration', () => {
  const discs = (view = exampleView()) =>
    mapOf(view, 'concentration').marks.flatMap(mark => (mark.kind === 'disc' ? [mark] : []));

  test('draws circles whose area goes by the number of vacant premises', () => {
    const radii = discs()
      .map(({ radius }) => radius)
      .toSorted((a, b) => b - a);
    expect(radii[0]! ** 2 / radii[1]! ** 2).toBeCloseTo(33 / 12, 5);
    expect(texts(mapOf(exampleView(), 'concentration').marks)).toEqual(expect.arrayContaining(['33', '12']));
  });
  test('draws small marks for what is no number, the same however much is vacant elsewhere', () => {
    const view = exampleView();
    for (const square of view.squares) Object.assign(square, { observed: null, vacant: null, rate: null });
    expect(discs(view)).toEqual([]);
    expect(mapOf(view, 'concentration').description).toBe('9 vakken: niet waargenomen.');
  });
});

describe('streets', () => {
  test('of an area writes rates and names its streets', () => {
    const written = texts(mapOf(exampleAreaView(), 'streets').marks);
    expect(written).toEqual(expect.arrayContaining(['25 %', '<1 %', 'Markt', 'Havenstraat']));
  });
  test('of a municipality names areas and no streets', () => {
    const written = texts(mapOf(exampleView(), 'streets').marks);
    expect(written).toEqual(expect.arrayContaining(['Centrum Proefdam', 'Kerkdorp']));
    expect(written).not.toContain('Markt');
    expect(mapOf(exampleView(), 'streets').description).toBe(
      '1 straatzijde: minder dan 4 %; 1 straatzijde: 20 % of meer; ' +
        '1 straatzijde: minder dan 5 panden leeg; 1 straatzijde: niet waargenomen.',
    );
  });
});

describe('the legend', () => {
  test('counts what is in each class, by hand', () => {
    expect(legendOf(exampleView(), 'percentage')).toEqual([
      'geen leegstand · 1 vak',
      'minder dan 4 % · 1 vak',
      '4 tot 8 % · 1 vak',
      '8 tot 12 % · 1 vak',
      '12 tot 20 % · 1 vak',
      '20 % of meer · 1 vak',
      'minder dan 5 panden leeg · 1 vak',
      'geheim: te weinig panden om te tonen · 1 vak',
      'niet waargenomen · 1 vak',
      'grens van een centrum',
      'grens van een dorpskern',
      'grens van een werkgebied',
    ]);
    expect(legendOf(exampleView(), 'concentration')).toEqual([
      'lege panden in een vak: hoe groter, hoe meer (meeste: 33) · 5 vakken',
      'geen leegstand · 1 vak',
      'minder dan 5 panden leeg · 1 vak',
      'geheim: te weinig panden om te tonen · 1 vak',
      'niet waargenomen · 1 vak',
      'grens van een centrum',
      'grens van een dorpskern',
      'grens van een werkgebied',
    ]);
  });
  test('has classes of which there is none, and no marks that do not occur', () => {
    expect(legendOf(exampleAreaView(), 'streets')).toEqual([
      'minder dan 4 % · 1 straatzijde',
      '4 tot 8 % · 0 straatzijden',
      '8 tot 12 % · 0 straatzijden',
      '12 tot 20 % · 0 straatzijden',
      '20 % of meer · 1 straatzijde',
      'minder dan 5 panden leeg · 1 straatzijde',
      'niet waargenomen · 1 straatzijde',
      'grens van het gebied',
    ]);
  });
  test('has no classes where there is nothing to show', () => {
    expect(legendOf({ ...exampleAreaView(), sides: [] }, 'streets')).toEqual(['grens van het gebied']);
  });
  test('has a swatch for each line that is not read', () => {
    for (const reading of EMBED_READINGS)
      for (const entry of vacancyLegend(exampleView(), reading, { language: 'en', type: 13 })) {
        expect(openAfter(swatchSvg(entry))).toEqual([]);
        expect(swatchSvg(entry)).toMatch(/^<svg class="swatch" [^>]*aria-hidden="true"><g[^>]*>/);
      }
  });
});

test('names of places cannot leave their element', () => {
  const view = exampleView();
  view.areas[0]!.area.name = '<script>alert("x")</script> & \u0000co';
  view.municipality.name = '"><script>';
  for (const svg of [
    drawingSvg(mapOf(view, 'percentage'), 'nl'),
    vacancyMapSvg(view, { reading: 'percentage', language: 'en' }),
  ]) {
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(openAfter(svg)).toEqual([]);
  }
});

test('a place without squares, sides, areas and ground is a map all the same', () => {
  const bare = { water: [], green: [], roads: [], rails: [], buildings: [] };
  const view = exampleView();
  const empty = { ...view, squares: [], sides: [], areas: [], ground: { ...view.ground, ...bare } };
  for (const reading of EMBED_READINGS) {
    expect(openAfter(drawingSvg(mapOf(empty, reading), 'nl'))).toEqual([]);
    expect(mapOf(empty, reading).description).toBe('Er is niets om te tonen.');
  }
});
