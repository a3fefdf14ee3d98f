import { expect, test } from 'vitest';
import { parseDoors } from './door-number.ts';

const shown = (text: string, ...more: string[]) => {
  const stated = parseDoors(text, ...more);
  if (!stated) return null;
  const doors = stated.doors.map(({ number, suffix }) => `${number}${suffix}`).join(' ');
  return stated.range ? `${doors} [${stated.range.from}-${stated.range.to}]` : doors;
};

test.each([
  ['12', '12'],
  ['12.0', '12'],
  ['12a', '12A'],
  ['12 A', '12A'],
  ['12-A', '12A'],
  ['12 bis', '12BIS'],
  ['139A-100', '139A100'],
  ['1-II', '1II'],
  ['12 a/b', '12A 12B'],
  ['12a/b', '12A 12B'],
  ['12 a+b', '12A 12B'],
  ['12 a t/m c', '12A 12B 12C'],
  ['12/14', '12 14'],
  ['12 en 14', '12 14'],
  ['12, 14, 16', '12 14 16'],
  ['12a en 14', '12A 14'],
  ['12-14', '1214 [12-14]'],
  ['12 t/m 18', ' [12-18]'],
  ['12-1', '121'],
  ['14/12', '1412'],
  ['12 - 14', '1214 [12-14]'],
])('reads %s', (text, doors) => expect(shown(text)).toBe(doors));

test.each([
  ['12', ['A', ''], '12A'],
  ['12', ['', 'bis'], '12BIS'],
  ['12', ['a', '2'], '12A2'],
  ['12', ['a/b'], '12A 12B'],
])('reads %s with %j beside it', (text, more, doors) => expect(shown(text, ...more)).toBe(doors));

test.each(['', '0', 'A', 'z.n.', '12 t/m 300', 'nabij 12', '123456', '18 t/m 12'])(
  'does not guess at %s',
  text => {
    expect(parseDoors(text)).toBeUndefined();
  },
);
