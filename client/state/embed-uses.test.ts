import { describe, expect, it } from 'vitest';
import type { EmbedUse } from '#contract/embed.ts';
import { byUrgency } from './embed-uses.ts';

const use = (embed: string, last: string, fault: EmbedUse['fault'] = null, recently = 1): EmbedUse => ({
  embed,
  origin: 'https://www.example.nl',
  title: embed,
  recently,
  ever: recently,
  first: '2026-01-01',
  last,
  fault,
});

describe('where maps stand', () => {
  it('is told by what is wrong first, then by what was seen last', () => {
    const uses = [
      use('old', '2026-01-02'),
      use('new', '2026-03-01'),
      use('broken', '2026-01-01', 'gone'),
      use('busy', '2026-03-01', null, 9),
      use('refused', '2026-02-01', 'site-not-allowed'),
    ];
    expect(byUrgency(uses).map(({ embed }) => embed)).toEqual(['refused', 'broken', 'busy', 'new', 'old']);
  });
});
