import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { AllowedSites, Embed, Embeds, EmbedUses } from '../../server/contract/embed.ts';
import { EmbedMap } from '../../server/contract/embed-map.ts';
import { setTheme } from '../../server/queries/theme.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, openApi, posting, type TestApi } from './api-client.ts';
import { beginFinished, publish, putting } from './scenario-town.ts';
import { importAgain, loadSmallTown, TOWN } from './small-town.ts';

const EMBEDS = '/api/v1/planner/embeds';
const SITES = `/api/v1/planner/allowed-sites?municipality=${TOWN}`;
const HOSTILE = '"><script>alert(1)</script>';

const document = (more: object = {}) => ({
  show: 'vacancy-map',
  municipality: TOWN,
  area: 'centrum',
  ...more,
});

async function stored(api: TestApi, more: object = {}): Promise<Embed> {
  return answerOf(await api.asPlanner(EMBEDS, posting({ document: document(more) })), Embed);
}

const pageOf = async (api: TestApi, path: string): Promise<string> => {
  const response = await api.get(path);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return text;
};

const mapOf = (page: string): EmbedMap => {
  const text = /<script type="application\/json" id="embed-map">(.*?)<\/script>/s.exec(page)?.[1];
  return EmbedMap.parse(JSON.parse(text ?? 'null'));
};

/**
 * A page once it has become what is expected of it: for a second the present one is taken for it, and longer where the
 * database is busy.
 */
async function pageThat(api: TestApi, path: string, isExpected: (page: string) => boolean): Promise<string> {
  let page = '';
  const ask = async () => {
    page = await pageOf(api, path);
    return isExpected(page);
  };
  await expect.poll(ask, { timeout: 20_000, interval: 200 }).toBe(true);
  return page;
}

/** The policy of a page once it has become what is expected of it. */
const policyThat = (api: TestApi, path: string, expected: RegExp) =>
  expect
    .poll(async () => (await api.get(path)).headers.get('Content-Security-Policy'), {
      timeout: 20_000,
      interval: 200,
    })
    .toMatch(expected);

describeOnEachEngine('embeds', get => {
  let api: TestApi;
  let database: Database;
  let revision: number;
  beforeAll(async () => {
    database = get().database;
    revision = await loadSmallTown(database);
    api = openApi(database);
  });

  describe('the page in a frame', () => {
    test('reads without a script: sentence, figures, still map, table, source', async () => {
      const page = await pageOf(api, '/e/centrum');
      expect(page).toMatch(/<p class="summary">Op \d+ \S+ \d{4} stond/);
      expect(page).toContain('<svg class="still-map"');
      expect(page).toContain('<table>');
      expect(page).toContain('peildatum');
      expect(page).not.toMatch(/\sstyle=|\son[a-z]+=/);
    });

    test('names rows of the table as the map does, and never a premises', async () => {
      const page = await pageOf(api, '/e/centrum');
      const rows = new Set(Array.from(page.matchAll(/data-id="([^"]+)"/g), ([, id]) => id));
      const map = mapOf(page);
      const drawn = map.features.filter(({ kind }) => kind === 'side').map(({ id }) => id!);
      expect(drawn.length).toBeGreaterThan(0);
      for (const id of drawn) expect(rows).toContain(id);
      expect(page).not.toContain('marktstraat-p2');
    });

    test('carries the revision that its tiles have', async () => {
      expect(mapOf(await pageOf(api, '/e/centrum')).tiles).toEqual({ kind: 'server', revision });
    });

    test('speaks English where its address says so', async () => {
      expect(await pageOf(api, '/e/centrum/en')).toContain('<html lang="en">');
    });

    test('is of the whole municipality by its code', async () => {
      const page = await pageOf(api, `/e/${TOWN}`);
      expect(mapOf(page).features.map(({ kind }) => kind)).toContain('square');
    });

    test('sets no cookie, and only the sites on the list may frame it', async () => {
      await api.asPlanner(SITES, putting({ sites: ['https://www.proefdam.example'] }));
      await policyThat(api, '/e/centrum', /frame-ancestors 'self' https:\/\/www\.proefdam\.example$/);
      const response = await api.get('/e/centrum');
      expect(response.headers.get('X-Frame-Options')).toBeNull();
      expect(response.headers.get('Set-Cookie')).toBeNull();
      await api.asPlanner(SITES, putting({ sites: [] }));
      await policyThat(api, '/e/centrum', /frame-ancestors 'self'$/);
    });

    test('no other page may be framed by anybody', async () => {
      for (const path of ['/', '/areas/centrum', '/embed', '/oembed?url=x', '/api/v1/areas/centrum']) {
        const { headers } = await api.get(path);
        expect(headers.get('Content-Security-Policy'), path).toContain("frame-ancestors 'none'");
        expect(headers.get('X-Frame-Options'), path).toBe('DENY');
      }
    });

    test('is the same for planner and visitor, and asked anew by its tag', async () => {
      const [visitor, planner] = [await api.get('/e/centrum'), await api.asPlanner('/e/centrum')];
      expect(await planner.text()).toBe(await visitor.text());
      const tag = visitor.headers.get('ETag')!;
      expect((await api.get('/e/centrum', { 'If-None-Match': tag })).status).toBe(304);
    });

    test('follows an import: new figures and new tiles together', async () => {
      const next = await importAgain(database, sql`select 1`);
      await pageThat(api, '/e/centrum', page => {
        const { tiles } = mapOf(page);
        return tiles.kind === 'server' && tiles.revision === next;
      });
      revision = next;
    });

    test.each(['/e/nothing-here', '/e/GM0001', '/e/centrum/versions/2', '/e/x/y'])(
      '%s says that it is gone, in words',
      async path => {
        const response = await api.get(path);
        expect(response.status).toBe(404);
        expect(response.headers.get('Cache-Control')).toBe('no-store');
      },
    );

    test('of something that is gone is a page, not a problem document', async () => {
      const response = await api.get('/e/nothing-here');
      expect(response.headers.get('Content-Type')).toContain('text/html');
      expect(await response.text()).toContain('Deze kaart is er niet meer');
    });
  });

  test('the builder may show our own pages in frames, and nobody the builder', async () => {
    const policy = (await api.get('/embed')).headers.get('Content-Security-Policy')!;
    expect(policy).toContain("frame-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  describe('what is stored', () => {
    test('keeps its address, and changes everywhere at once', async () => {
      const { id, number } = await stored(api, { title: 'Eerste kop' });
      expect(await pageOf(api, `/e/${id}`)).toContain('Eerste kop');
      const change = { number, document: document({ title: 'Tweede kop', show: 'trend' }) };
      const changed = await answerOf(await api.asPlanner(`${EMBEDS}/${id}`, putting(change)), Embed);
      expect(changed.number).toBe(2);
      const page = await pageThat(api, `/e/${id}`, text => text.includes('Tweede kop'));
      expect(page).toContain('class="trend-chart"');
    });

    test('is not overwritten by who opened it before', async () => {
      const { id, number } = await stored(api);
      const save = () => api.asPlanner(`${EMBEDS}/${id}`, putting({ number, document: document() }));
      expect((await save()).status).toBe(200);
      expect((await save()).status).toBe(409);
    });

    test('of two that save at once exactly one is first', async () => {
      const { id, number } = await stored(api);
      const save = (title: string) =>
        api.asPlanner(`${EMBEDS}/${id}`, putting({ number, document: document({ title }) }));
      const statuses = (await Promise.all([save('a'), save('b')])).map(({ status }) => status);
      expect(statuses.toSorted()).toEqual([200, 409]);
    });

    test('once withdrawn shows a dated message and the table, no map, and stays so', async () => {
      const { id } = await stored(api);
      const path = `${EMBEDS}/${id}`;
      const withdrawn = await answerOf(
        await api.asPlanner(`${path}/withdrawal`, putting({ reason: 'Vervangen' })),
        Embed,
      );
      expect(withdrawn.withdrawn?.reason).toBe('Vervangen');
      const again = await answerOf(
        await api.asPlanner(`${path}/withdrawal`, putting({ reason: 'Anders' })),
        Embed,
      );
      expect(again.withdrawn).toEqual(withdrawn.withdrawn);
      const page = await pageOf(api, `/e/${id}`);
      expect(page).toMatch(/op \d+ \S+ \d{4} ingetrokken\. Reden: Vervangen\./);
      expect(page).toContain('<details class="table" open>');
      expect(page).not.toContain('still-map');
      expect(page).not.toContain('id="embed-map"');
      const save = putting({ number: again.number, document: document() });
      expect((await api.asPlanner(path, save)).status).toBe(409);
    });

    test('stands in the list of its municipality', async () => {
      const { id } = await stored(api);
      const list = await api.asPlanner(`${EMBEDS}?municipality=${TOWN}`);
      expect((await answerOf(list, Embeds)).embeds.map(each => each.id)).toContain(id);
    });

    test.each([
      ['a place that is not there', { area: 'nowhere' }, 'document.area'],
      ['a series for planners only', { series: 'planner-list' }, 'document.area'],
      ['a date that the series has not', { referenceDate: '1999-01-01' }, 'document.area'],
      ['a setting that does not exist', { reading: 'premises' }, 'document.reading'],
      ['a key that does not exist', { nonsense: 1 }, 'document.nonsense'],
    ])('is refused for %s', async (_, more, field) => {
      const response = await api.asPlanner(EMBEDS, posting({ document: document(more) }));
      expect(response.status).toBe(400);
      const { errors } = (await response.json()) as { errors: { field: string }[] };
      expect(errors.map(error => error.field)).toContain(field);
    });

    test('a script in a title is text', async () => {
      const { id } = await stored(api, { title: HOSTILE });
      const page = await pageOf(api, `/e/${id}`);
      expect(page).not.toContain('<script>alert');
      expect(page).toContain('&lt;script&gt;alert(1)');
    });
  });

  describe('a preview', () => {
    const preview = (text: string) => `/e/preview?document=${encodeURIComponent(text)}`;

    test('shows what is not stored, to our own pages only', async () => {
      const response = await api.get(preview(JSON.stringify(document({ title: HOSTILE }))));
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Security-Policy')).toMatch(/frame-ancestors 'self'$/);
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      expect(await response.text()).not.toContain('<script>alert');
    });

    test('is no page of ours that somebody could link to', async () => {
      const path = preview(JSON.stringify(document({ title: 'Anybody wrote this' })));
      expect((await api.get(path, { 'Sec-Fetch-Dest': 'document' })).status).toBe(404);
      expect((await api.get(path, { 'Sec-Fetch-Dest': 'iframe' })).status).toBe(200);
    });

    test.each(['{', '[]', '{"show":"vacancy-map"}', `{"show":"scenario","municipality":"${TOWN}"}`])(
      'of %s is refused',
      async text => expect((await api.get(preview(text))).status).toBe(400),
    );
  });

  describe('a scenario', () => {
    let id: string;
    beforeAll(async () => {
      const begun = await beginFinished(api);
      await publish(api, begun.id, begun.draftNumber);
      id = begun.id;
    });

    test('shows the difference on a map and its figures in a table', async () => {
      const page = await pageOf(api, `/e/${id}`);
      expect(page).toContain('still-map');
      expect(page).toContain('Het voorstel in cijfers');
      expect(mapOf(page).features.map(({ kind }) => kind)).toContain('outline');
    });

    test('can be swiped between now and then, and be held to one version', async () => {
      const swipe = { show: 'scenario', municipality: TOWN, scenario: id, version: 1, view: 'swipe' };
      const made = await answerOf(await api.asPlanner(EMBEDS, posting({ document: swipe })), Embed);
      const page = await pageOf(api, `/e/${made.id}`);
      expect(page.match(/class="still (?:before|after)"/g)).toHaveLength(2);
      expect((await api.get(`/e/${id}/versions/1`)).status).toBe(200);
      expect((await api.get(`/e/${id}/versions/9`)).status).toBe(404);
    });
  });

  describe('oEmbed', () => {
    const ask = (url: string, more = '') => api.get(`/oembed?url=${encodeURIComponent(url)}${more}`);

    test('answers for pages of areas, in JSON and XML, within the size asked for', async () => {
      const response = await ask('http://localhost/areas/centrum', '&maxwidth=400&maxheight=300');
      const body = (await response.json()) as Record<string, string | number>;
      expect(body).toMatchObject({ version: '1.0', type: 'rich', width: 400, height: 300 });
      expect(body.html).toContain('src="http://localhost/e/centrum" title="Leegstand in');
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      const xml = await (await ask('http://localhost/areas/centrum', '&format=xml')).text();
      expect(xml).toContain('<type>rich</type>');
      expect(xml).toContain('&lt;iframe src=');
    });

    test('answers in the language of the page', async () => {
      const body = (await (await ask('http://localhost/areas/centrum/en')).json()) as {
        html: string;
        title: string;
      };
      expect(body.title).toMatch(/^Vacancy in/);
      expect(body.html).toContain('/e/centrum/en"');
    });

    test('a hostile title stays inside its attribute', async () => {
      const { id } = await stored(api, { title: HOSTILE });
      const body = (await (await ask(`http://localhost/e/${id}`)).json()) as { html: string; title: string };
      expect(body.title).toBe(HOSTILE);
      expect(body.html).not.toContain('<script');
      const xml = await (await ask(`http://localhost/e/${id}`, '&format=xml')).text();
      expect(xml).not.toContain('<script');
    });

    test.each([
      'http://evil.example/areas/centrum',
      'http://localhost.evil.example/e/centrum',
      'http://user@localhost/e/centrum',
      'http://localhost/e/nothing-here',
      'http://localhost/sign-in',
      'javascript:alert(1)',
      'nonsense',
    ])('knows nothing of %s', async url => expect((await ask(url)).status).toBe(404));

    test('is found from the page itself', async () => {
      const page = await pageOf(api, '/areas/centrum');
      const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page)![1]!;
      const { pathname, search } = new URL(link.replaceAll('&amp;', '&'));
      expect((await api.get(pathname + search)).status).toBe(200);
    });
  });

  describe('the page of an area', () => {
    test('reads without a script, in two languages', async () => {
      const dutch = await pageOf(api, '/areas/centrum');
      for (const part of ['class="summary"', 'class="trend-chart"', 'still-map', '<table>', 'Bronnen'])
        expect(dutch).toContain(part);
      expect(await pageOf(api, '/areas/centrum/en')).toContain('<html lang="en">');
    });

    test('is a real 404 for an area that is not there', async () => {
      expect((await api.get('/areas/nowhere')).status).toBe(404);
      expect((await api.get(`/areas/${TOWN}`)).status).toBe(404);
    });
  });

  describe('house style', () => {
    test('is linked where there is one, under an address of its own content', async () => {
      await setTheme(database, {
        municipality: TOWN,
        tokens: { '--utrecht-link-color': '#123456' },
        fileName: 'theme.css',
      });
      const page = await pageThat(api, '/e/centrum', text => text.includes('/themes/'));
      const address = /href="(\/themes\/[^"]+)"/.exec(page)![1]!;
      const sheet = await api.get(address);
      expect(await sheet.text()).toContain('--utrecht-link-color: #123456;');
      expect(sheet.headers.get('Cache-Control')).toContain('immutable');
      expect((await api.get(`/themes/${TOWN}/0000000000000000.css`)).status).toBe(404);
    });
  });

  describe('sites that may frame', () => {
    test.each([
      'https://www.example.nl/page',
      'www.example.nl',
      '*',
      'https://*',
      'https://*.nl',
      'https://a.nl; script-src *',
      'https://a.nl https://b.nl',
      'http://a.nl:80',
      'https://EXAMPLE.nl',
    ])('%s is refused by name', async site => {
      const response = await api.asPlanner(SITES, putting({ sites: [site] }));
      expect(response.status).toBe(400);
    });

    test('are replaced as a list', async () => {
      const sites = ['http://localhost:8080', 'https://*.proefdam.example'];
      const answer = await api.asPlanner(SITES, putting({ sites }));
      expect(await answerOf(answer, AllowedSites)).toEqual({ sites });
      await api.asPlanner(SITES, putting({ sites: [] }));
    });
  });

  describe('where they are used', () => {
    const uses = async () =>
      (await answerOf(await api.asPlanner(`/api/v1/planner/embed-uses?municipality=${TOWN}`), EmbedUses))
        .uses;
    const show = (path: string, referer?: string) =>
      api.get(path, { 'Sec-Fetch-Dest': 'iframe', ...(referer ? { Referer: referer } : {}) });
    beforeEach(async () => {
      await uses();
      await database.query(sql`delete from embed_use`);
    });

    test('is counted by origin only, with what keeps readers from seeing it first', async () => {
      await api.asPlanner(SITES, putting({ sites: ['https://good.example'] }));
      await show('/e/centrum', 'https://good.example/page?of=somebody');
      await show('/e/centrum', 'https://good.example/other');
      await show('/e/centrum', 'https://bad.example/');
      await show('/e/centrum');
      const counted = await uses();
      expect(counted.map(({ origin, ever, fault }) => [origin, ever, fault])).toEqual([
        ['https://bad.example', 1, 'site-not-allowed'],
        ['https://good.example', 2, null],
        [null, 1, null],
      ]);
      expect(JSON.stringify(counted)).not.toContain('somebody');
    });

    test('says what is withdrawn and what is gone, and counts nothing that somebody made up', async () => {
      await api.asPlanner(SITES, putting({ sites: ['https://good.example'] }));
      const { id } = await stored(api);
      await show(`/e/${id}`, 'https://good.example/');
      await uses();
      await api.asPlanner(`${EMBEDS}/${id}/withdrawal`, putting({ reason: 'Weg' }));
      await show('/e/made-up-id', 'https://good.example/');
      expect((await uses()).map(({ embed, fault }) => [embed, fault])).toEqual([[id, 'withdrawn']]);
      await database.query(sql`delete from embed where id = ${id}`);
      expect((await uses()).map(({ fault }) => fault)).toEqual(['gone']);
    });

    test('who opens the address in a tab is no website', async () => {
      await api.get('/e/centrum', { 'Sec-Fetch-Dest': 'document' });
      expect(await uses()).toEqual([]);
    });
  });
});
