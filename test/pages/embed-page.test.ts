import { describe, expect, it } from 'vitest';
import { EmbedDocument } from '../../server/contract/embed.ts';
import { EmbedMap } from '../../server/contract/embed-map.ts';
import type { PlaceView } from '../../server/contract/place-view.ts';
import { areaPage } from '../../server/pages/area-page.ts';
import { type VacancyDocument, vacancyEmbedPage } from '../../server/pages/embed-page.ts';
import type { PageSetting } from '../../server/pages/page.ts';
import { exampleView } from '../support/place-view.ts';

const SETTING: PageSetting = {
  origin: 'https://kaart.example',
  assets: { script: '/assets/embed.js', embedStyle: '/assets/embed.css', areaStyle: '/assets/area.css' },
  theme: null,
  tiles: { kind: 'server', revision: 7 },
  policy: null,
};
const HOSTILE = `</script><img src=x onerror="alert(1)">'`;

const page = (
  more: object = {},
  view: PlaceView = exampleView(),
  withdrawn: { on: string; reason: string } | null = null,
) =>
  vacancyEmbedPage(
    EmbedDocument.parse({ show: 'vacancy-map', municipality: 'GM9901', ...more }) as VacancyDocument,
    view,
    { standing: { id: 'abc', sites: ['https://www.proefdam.example'], withdrawn }, setting: SETTING },
  );

const mapOf = (html: string): EmbedMap => {
  const text = /<script type="application\/json" id="embed-map">(.*?)<\/script>/s.exec(html)?.[1];
  return EmbedMap.parse(JSON.parse(text ?? 'null'));
};

/** Cells of the row of a place in the table. */
const rowOf = (html: string, id: string): string[] => {
  const row = new RegExp(`<tr data-id="${id}">(.*?)</tr>`, 's').exec(html)?.[1] ?? '';
  return Array.from(row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs), ([, cell]) => cell!);
};

describe('an embed', () => {
  it('says the same of a place on the map and in the table', async () => {
    const html = await page();
    expect(rowOf(html, 'centrum')).toEqual(['Centrum Proefdam', 'centrum', '300', '33', '11\u00a0%']);
    const outline = mapOf(html).features.find(({ id }) => id === 'centrum');
    expect(outline?.words).toBe('Centrum Proefdam: 33 van 300 leeg (11\u00a0%)');
  });

  it('has a mark of its own for what is hidden and for what nobody saw', async () => {
    const html = await page();
    expect(rowOf(html, 'kerkdorp').slice(2)).toEqual(['30', 'minder dan 5', 'geheim']);
    expect(rowOf(html, 'havenkant').slice(2)).toEqual(['niet waargenomen']);
  });

  it('draws squares by the class that the rate has, and none as 0 that is no number', async () => {
    const looks = mapOf(await page()).features.flatMap(each => (each.kind === 'square' ? [each.look] : []));
    const every = ['1', '2', '3', '4', '5', 'below-five', 'confidential', 'none', 'not-observed'];
    expect(looks.toSorted()).toEqual(every);
  });

  it('gives circles an area by the number vacant, and none to what is hidden', async () => {
    const circles = mapOf(await page({ reading: 'concentration' })).features.flatMap(each =>
      each.kind === 'circle' ? [each.share] : [],
    );
    // 33, 12, 5, 3 and 2 premises, in parts of the most.
    expect(circles.toSorted((a, b) => b - a)).toEqual([33, 12, 5, 3, 2].map(vacant => vacant / 33));
  });

  it('keeps hostile names text, in HTML and in the JSON beside it', async () => {
    const view = exampleView();
    view.areas[0]!.area.name = HOSTILE;
    view.municipality.name = HOSTILE;
    const html = await page({ title: HOSTILE }, view);
    expect(html).not.toContain('<img');
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    expect(mapOf(html).features.some(({ words }) => words.startsWith(HOSTILE))).toBe(true);
  });

  it('has no script, style or address of anybody else in it', async () => {
    const html = await page();
    expect(html).not.toMatch(/\sstyle="|\son\w+="|<script(?! type="(?:module|application\/json)")/);
    const addresses = Array.from(html.matchAll(/(?:src|href)="([^"]+)"/g), ([, address]) => address!);
    for (const address of addresses) expect(address).toMatch(/^(?:\/|#|https:\/\/kaart\.example\/)/);
  });

  it('leaves out what the editor switched off', async () => {
    const html = await page({ legend: false, search: false, table: false, interaction: 'still' });
    for (const part of ['class="legend"', 'class="finder"', '<table>', 'id="embed-map"'])
      expect(html).not.toContain(part);
  });

  it('once withdrawn is a dated message and an open table', async () => {
    const html = await page({}, exampleView(), { on: '2026-03-02', reason: 'Oude cijfers' });
    expect(html).toContain(
      'Deze kaart is op 2 maart 2026 ingetrokken. Reden: Oude cijfers. De cijfers staan nog in de tabel.',
    );
    expect(html).toContain('<details class="table" open>');
    expect(html).not.toContain('still-map');
  });

  it('draws the trend with every date, in pieces where dates cannot be compared', async () => {
    const view = exampleView();
    const html = await page({ show: 'trend' }, view);
    expect(html.match(/class="dot"/g)).toHaveLength(
      view.history.filter(({ rate }) => typeof rate === 'number').length,
    );
    expect(html.match(/class="break"/g)).toHaveLength(view.trend.breaks.length);
    expect(html).toContain('class="unseen"');
    expect(html).toContain('class="hidden-mark"');
  });
});

describe('the page of an area', () => {
  it('needs an area, and without a server has no link that needs one', async () => {
    const view = exampleView();
    const area = { ...view.areas[0]!.area, revision: 7, geometry: view.areas[0]!.outline, zones: [] };
    const still = await areaPage({ ...view, area }, { language: 'nl', setting: SETTING, isLive: false });
    expect(still).not.toContain('/embed?');
    expect(still).toContain('<link rel="canonical" href="https://kaart.example/areas/centrum">');
    const live = await areaPage({ ...view, area }, { language: 'en', setting: SETTING, isLive: true });
    expect(live).toContain('/embed?area=centrum');
    expect(live).toContain('<html lang="en">');
  });
});
