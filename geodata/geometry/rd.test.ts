import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rdToWebMercator, rdToWgs84, webMercatorToRd, wgs84ToRd, wgs84ToWebMercator } from './rd.ts';

test('puts the origin at Amersfoort where PROJ does', () => {
  const [longitude, latitude] = rdToWgs84([155_000, 463_000]);
  // The check point of the field: 52.15517 N, 5.38720 E. The digits after that are PROJ 9.1 without grids.
  expect(longitude).toBeCloseTo(5.387203508413768, 12);
  expect(latitude).toBeCloseTo(52.15517230119224, 12);
});

test('there and back within a millimetre anywhere in the Netherlands', () => {
  // Not exactly: the rotations of the seven parameters are small angles, and their inverse is the transpose.
  const x = fc.double({ min: -7_000, max: 300_000, noNaN: true });
  const y = fc.double({ min: 289_000, max: 629_000, noNaN: true });
  fc.assert(
    fc.property(x, y, (easting, northing) => {
      const [backX, backY] = wgs84ToRd(rdToWgs84([easting, northing]));
      expect(Math.hypot(backX - easting, backY - northing)).toBeLessThan(0.001);
    }),
  );
});

test('Web Mercator is degrees, stretched', () => {
  expect(wgs84ToWebMercator([180, 0])[0]).toBeCloseTo(20_037_508.342789, 6);
  // The latitude where the Web Mercator world ends is as far from the equator as longitude 180.
  expect(wgs84ToWebMercator([0, 85.0511287798066])[1]).toBeCloseTo(20_037_508.342789, 5);
  expect(rdToWebMercator([155_000, 463_000])).toEqual(wgs84ToWebMercator(rdToWgs84([155_000, 463_000])));
});

test('Web Mercator there and back', () => {
  const [x, y] = webMercatorToRd(rdToWebMercator([120_345.6, 487_654.3]));
  expect(x).toBeCloseTo(120_345.6, 3);
  expect(y).toBeCloseTo(487_654.3, 3);
});
