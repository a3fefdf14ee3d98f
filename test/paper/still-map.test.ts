import { describe, expect, test } from 'vitest';
import type { Shape } from '../../server/paper/drawing.ts';
import { lookMarks, signMarks } from '../../server/paper/map-sides.ts';
import { stillMap } from '../../server/paper/still-map.ts';
import { stillMapSvg } from '../../server/paper/svg.ts';
import { exampleGround, examplePublishedScenario } from '../support/published-scenario.ts';
import { openAfter } from '../support/xml.ts';

const READINGS = ['difference', 'before', 'after'] as const;
const ground = exampleGround();
const scenario = examplePublishedScenario();
const size = { width: 300, height: 400, type: 6 };

describe.each(READINGS)('the still map of %s', reading => {
  const svg = stillMapSvg(ground, scenario, { reading, language: 'nl' });

  test('is well-formed, and says first what it is and what it shows', () => {
    expect(openAfter(svg)).toEqual([]);
    expect(svg).toMatch(
      /^<svg xmlns="[^"]+" viewBox="[^"]+"[^>]* role="img" aria-labelledby="title description"/,
    );
    expect(svg).toMatch(
      /><title id="title">Centrum Markerhaven: [^<]+<\/title><desc id="description">[^<]{60,}<\/desc>/,
    );
  });
  test('has neither script nor style, and loads nothing', () => {
    expect(svg).not.toMatch(/<script|<style|<image|<use| style=| on[a-z]+=|href=|url\(|class=/);
  });
  test('is the same for the same', () => {
    expect(stillMapSvg(exampleGround(), examplePublishedScenario(), { reading, language: 'nl' })).toBe(svg);
  });
  test('has a scale bar of a round length and an arrow to the north', () => {
    expect(svg).toMatch(/>(1000|500|250|200|100|50|25|20|10) m<\/text>/);
    expect(svg).toContain('>N</text>');
  });
  test('names streets, none over another', () => {
    expect(svg).toContain('>Stationsweg</text>');
    expect(svg.match(/>Stationsweg<\/text>/g)).toHaveLength(1);
  });
});

describe('the difference', () => {
  test('tells better from worse without colour: by dashes and by signs', () => {
    const [better, worse] = (['better', 'worse'] as const).map(
      look => lookMarks(look, [[0, 0, 10, 0]], 6).at(-1) as Shape,
    );
    expect(better!.dash).toBeUndefined();
    expect(worse!.dash).toBeDefined();
    expect(signMarks('better', 0, 0, 6)).toHaveLength(2);
    expect(signMarks('worse', 0, 0, 6)).toHaveLength(3);
  });
  test('says in words where it gets better and worse', () => {
    const { description } = stillMap(ground, scenario, { reading: 'difference', language: 'nl', ...size });
    expect(description).toContain('Minder leegstand dan bij niets doen: Markt, Marktstraat');
    expect(description).toContain('Meer leegstand dan bij niets doen: ');
    expect(description).toContain('4 straatzijden: onbekend');
  });
  test('draws the number of a measure where it may be shown, and nowhere else', () => {
    const numbers = (one: typeof scenario) =>
      stillMap(ground, one, { reading: 'difference', language: 'nl', ...size }).marks.flatMap(mark =>
        mark.kind === 'label' && /^\d$/.test(mark.text) ? [mark.text] : [],
      );
    expect(numbers(scenario)).toEqual(['1', '2', '3', '4', '5', '6']);
    const hidden = structuredClone(scenario);
    hidden.measures[2]!.geometry = null;
    expect(numbers(hidden)).toEqual(['1', '2', '4', '5', '6']);
  });
});

describe('before and after', () => {
  const labels = (reading: 'before' | 'after') =>
    stillMap(ground, scenario, { reading, language: 'nl', ...size }).marks.flatMap(mark =>
      mark.kind === 'label' && mark.text.endsWith('%') ? [mark.text] : [],
    );
  test('are told apart by percentages', () => {
    expect(labels('before').length).toBeGreaterThan(10);
    expect(labels('before')).not.toEqual(labels('after'));
  });
  test('a narrow map has none, because they would cover it', () => {
    const narrow = stillMap(ground, scenario, {
      reading: 'before',
      language: 'nl',
      width: 100,
      height: 150,
      type: 6,
    });
    expect(narrow.marks.some(mark => mark.kind === 'label' && mark.text.endsWith('%'))).toBe(false);
  });
});

test('text of planners cannot leave its element', () => {
  const named = structuredClone(scenario);
  named.area.name = '<script>alert("x")</script> & \u0000co';
  const svg = stillMapSvg(ground, named, { reading: 'difference', language: 'en' });
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; co');
  expect(openAfter(svg)).toEqual([]);
});

test('a scenario without sides, measures and buildings is a map all the same', () => {
  const empty = { ...scenario, sides: [], measures: [], buildings: [], zones: [] };
  const bare = { ...ground, water: [], green: [], roads: [], rails: [], buildings: [] };
  for (const reading of READINGS)
    expect(openAfter(stillMapSvg(bare, empty, { reading, language: 'nl' }))).toEqual([]);
});
