import { beforeAll, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../server/http/security-headers.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { openApi, type TestApi } from './api-client.ts';
import { beginFinished, DRAFTS, publish, putting } from './scenario-town.ts';
import { loadSmallTown } from './small-town.ts';

describeOnEachEngine('a version on paper', get => {
  let api: TestApi;
  let id: string;
  const at = (file: string) => `/api/v1/scenarios/${id}/versions/1/${file}`;
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database, { PUBLIC_URL: 'https://kernkaart.example' });
    const draft = await beginFinished(api);
    id = draft.id;
    await publish(api, id, draft.draftNumber);
  });

  test.each(['difference', 'before', 'after'])('a visitor gets the still map of %s', async reading => {
    const response = await api.get(at(`map.svg?reading=${reading}&language=en`));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('image/svg+xml');
    expect(response.headers.get('Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY);
    const svg = await response.text();
    expect(svg).toContain('<title id="title">');
    expect(svg).toContain('lang="en"');
  });

  test('a visitor gets the paper, the same each time', async () => {
    const response = await api.get(at('paper.pdf'));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/pdf');
    expect(response.headers.get('Content-Disposition')).toMatch(
      /^inline; filename="kernkaart-paper-[\w.-]+-v1-nl\.pdf"$/,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    const text = bytes.toString('latin1');
    expect(text).toContain(`https://kernkaart.example/scenarios/${id}/versions/1`);
    const again = await api.get(at('paper.pdf?language=nl'));
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('who has it already is told so', async () => {
    const first = await api.get(at('paper.pdf'));
    const etag = first.headers.get('ETag')!;
    const again = await api.get(at('paper.pdf'), { 'If-None-Match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  test('what is written beside a version stands on its paper', async () => {
    const paper = async () => Buffer.from(await (await api.get(at('paper.pdf'))).arrayBuffer());
    const before = await paper();
    const decision = { body: 'Council', number: '7', date: '2026-02-01', amended: false };
    const written = await api.asPlanner(`${DRAFTS}/${id}/versions/1/decision`, putting(decision));
    expect(written.status).toBe(200);
    expect((await paper()).equals(before)).toBe(false);
  });

  test.each(['map.svg', 'paper.pdf'])('%s of a version that does not exist is 404', async file => {
    const response = await api.get(`/api/v1/scenarios/${id}/versions/2/${file}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  });

  test.each([
    ['map.svg?reading=sideways', 'reading'],
    ['map.svg?language=fr', 'language'],
    ['paper.pdf?language=fr', 'language'],
    ['paper.pdf?reading=before', 'reading'],
  ])('%s is refused by name', async (file, field) => {
    const response = await api.get(at(file));
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { field: string }[] };
    expect(errors.map(error => error.field)).toEqual([field]);
  });
});
