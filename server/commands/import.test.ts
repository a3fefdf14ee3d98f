import { expect, test } from 'vitest';
import { resultLines } from './import.ts';

const result = { municipality: 'GM0503', dataset: 'x', revision: 3, reasons: [] };

test('every object that was read is in the table, and every reason under it', () => {
  const lines = resultLines({
    ...result,
    counts: {
      building: { read: 3482, loaded: 3478, rejected: 4, leftOut: 0 },
      address: { read: 12, loaded: 12, rejected: 0, leftOut: 0 },
    },
    reasons: [{ kind: 'building', reason: 'not-an-area', count: 4 }],
  });
  expect(lines).toEqual([
    '',
    'kind       read  loaded  left out  rejected',
    'building  3,482   3,478         0         4',
    'address      12      12         0         0',
    '',
    'Not loaded, by reason:',
    '4  building  not-an-area',
    '',
    'Loaded into GM0503, revision 3.',
  ]);
});

test('a file that was loaded before changes nothing, and that is said', () => {
  expect(resultLines({ ...result, revision: null, counts: {} })).toEqual([
    'Nothing changed: this file is already loaded in GM0503.',
  ]);
});
