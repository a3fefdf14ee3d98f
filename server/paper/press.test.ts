import { expect, test } from 'vitest';
import { Press } from './press.ts';

const bytes = (value: number) => Uint8Array.of(value);

test('makes a thing once, also for who asks meanwhile', async () => {
  const press = new Press({ atOnce: 2, waiting: 2 });
  let made = 0;
  const make = async () => {
    made += 1;
    return bytes(7);
  };
  expect(await Promise.all([press.get('a', make), press.get('a', make)])).toEqual([bytes(7), bytes(7)]);
  expect(await press.get('a', make)).toEqual(bytes(7));
  expect(made).toBe(1);
});

test('makes few at once, lets some wait, and takes no more than that', async () => {
  const press = new Press({ atOnce: 1, waiting: 1 });
  const first = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  let second = false;
  const a = press.get('a', () => first.promise);
  const b = press.get('b', async () => {
    second = true;
    return bytes(2);
  });
  expect(await press.get('c', async () => bytes(3))).toBeUndefined();
  expect(second).toBe(false);
  first.resolve(bytes(1));
  expect(await a).toEqual(bytes(1));
  expect(await b).toEqual(bytes(2));
  expect(await press.get('c', async () => bytes(3))).toEqual(bytes(3));
});

test('a thing that could not be made is tried again', async () => {
  const press = new Press({ atOnce: 1, waiting: 0 });
  const failed = press.get('a', async () => {
    throw new Error('no paper');
  });
  await expect(failed).rejects.toThrow('no paper');
  expect(await press.get('a', async () => bytes(1))).toEqual(bytes(1));
});
