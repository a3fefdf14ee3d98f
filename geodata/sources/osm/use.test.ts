import { expect, test } from 'vitest';
import { kindsOf } from './kind.ts';
import { useOf } from './use.ts';

test.each([
  [{ shop: 'bakery' }, 'retail', false],
  [{ shop: 'hairdresser' }, 'services', false],
  [{ shop: 'mall' }, 'not-premises', false],
  [{ shop: 'vacant' }, 'retail', true],
  [{ 'disused:shop': 'yes' }, 'retail', true],
  [{ 'abandoned:amenity': 'restaurant' }, 'hospitality', true],
  [{ 'vacant:office': 'company' }, 'office', true],
  [{ 'disused:craft': 'brewery' }, 'business', true],
  [{ 'disused:building': 'retail', building: 'yes' }, 'retail', true],
  [{ 'disused:amenity': 'charging_station' }, 'not-premises', true],
  [{ 'disused:shop': 'bank', amenity: 'cafe' }, 'hospitality', false],
  [{ 'disused:shop': 'yes', amenity: 'bench' }, 'retail', true],
  [{ amenity: 'bench' }, 'not-premises', false],
  [{ amenity: 'charging_station' }, 'not-premises', false],
  [{ amenity: 'doctors', healthcare: 'doctor' }, 'community', false],
  [{ amenity: 'cafe;bar' }, 'hospitality', false],
  [{ office: 'company' }, 'office', false],
  [{ leisure: 'park', shop: 'no' }, 'not-premises', false],
] as const)('%o is %s', (tags, code, vacant) => {
  expect(useOf(tags)).toMatchObject({ code, vacant });
});

test('a building, an address or a street says nothing of a use', () => {
  expect(useOf({ building: 'retail', 'addr:housenumber': '1', highway: 'residential' })).toBeUndefined();
});

test('an object is everything that its tags say', () => {
  const tags = { 'disused:building': 'shop', 'addr:housenumber': '1', landuse: 'retail' };
  expect(kindsOf(tags)).toEqual(['building', 'address', 'point-of-interest', 'vacancy', 'area']);
  expect(kindsOf({ building: 'no', shop: 'no', landuse: 'grass' })).toEqual([]);
});
