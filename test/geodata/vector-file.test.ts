import { open, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readVectorFile } from '../../geodata/formats/vector-file.ts';
import { holdsShapes } from '../../geodata/formats/vector-format.ts';
import { zipBytes } from '../../geodata/formats/zip-write.ts';
import { type Drawn, geoJson, rectangle, testFolder, written } from '../support/shapes.ts';

const folder = testFolder('shapes');

/** A hectare in RD, and the same place roughly in degrees. */
const IN_RD: Drawn = { columns: { naam: 'Kern É' }, shape: [rectangle(155_000, 463_000, 155_100, 463_100)] };
const IN_DEGREES: Drawn = { columns: { naam: 'Kern É' }, shape: [rectangle(5.38, 52.15, 5.39, 52.16)] };
const turned = ({ columns, shape }: Drawn): Drawn => ({
  columns,
  shape: (shape as number[][][]).map(ring => ring.map(([x, y]) => [y!, x!])),
});

const KML = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Zones</name><Folder><name>Visie</name><Placemark><name>Kern É</name>
<ExtendedData><Data name="orgaan"><displayName>Orgaan</displayName><value>Raad &amp; college</value></Data>
<SchemaData schemaUrl="#z"><SimpleData name="besluit">Visie 2030</SimpleData></SchemaData></ExtendedData>
<Polygon><outerBoundaryIs><LinearRing><coordinates>5.38,52.15,0 5.39,52.15,0 5.39,52.16,0 5.38,52.16,0 5.38,52.15,0
</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder><Placemark><MultiGeometry><Polygon>
<outerBoundaryIs><LinearRing><coordinates>5.4,52.1 5.5,52.1 5.5,52.2 5.4,52.1</coordinates></LinearRing></outerBoundaryIs>
<innerBoundaryIs><LinearRing><coordinates>5.45,52.11 5.46,52.11 5.46,52.12 5.45,52.11</coordinates></LinearRing></innerBoundaryIs>
</Polygon><Polygon><outerBoundaryIs><LinearRing><coordinates>5.6,52.1 5.7,52.1 5.7,52.2 5.6,52.1</coordinates></LinearRing>
</outerBoundaryIs></Polygon></MultiGeometry></Placemark><Placemark><name>Punt</name><Point><coordinates>5.1,52.1</coordinates>
</Point></Placemark><Placemark><name>Leeg</name></Placemark></Document></kml>`;

async function shapefile(options: string[] = []): Promise<{ name: string; content: Uint8Array }[]> {
  const path = await folder.write('for-shapefile.geojson', geoJson([IN_RD], 28992));
  return written(path, 'ESRI Shapefile', 'zones', ['-lco', 'ENCODING=UTF-8', ...options]);
}

describe('a file of shapes', () => {
  test('is read from GeoJSON in the system that it names', async () => {
    const file = await readVectorFile(await folder.write('a.geojson', geoJson([IN_RD], 28992)));
    expect(file).toMatchObject({ format: 'geojson', crs: 28992, crsStated: true, layer: null });
    expect(file.features).toEqual([
      {
        number: 1,
        properties: { naam: 'Kern É' },
        geometry: { type: 'Polygon', coordinates: IN_RD.shape },
      },
    ]);
  });

  test('is read from a zipped Shapefile, whatever its name', async () => {
    const file = await readVectorFile(await folder.write('upload', zipBytes(await shapefile())));
    expect(file).toMatchObject({ format: 'shapefile', crs: 28992, layers: ['zones'], layer: 'zones' });
    expect(file.features[0]!.properties).toEqual({ naam: 'Kern É' });
    const { coordinates } = file.features[0]!.geometry as GeoJSON.Polygon;
    expect(coordinates[0]!.toSorted()).toEqual((IN_RD.shape as number[][][])[0]!.toSorted());
  });

  test('without a projection file is recognised by its numbers', async () => {
    const parts = (await shapefile()).filter(({ name }) => !name.endsWith('.prj'));
    const file = await readVectorFile(await folder.write('noprj.zip', zipBytes(parts)));
    expect(file).toMatchObject({ crs: 28992, crsStated: false });
  });

  test('is read from a GeoPackage, the layer that was asked for', async () => {
    const path = await folder.write('for-gpkg.geojson', geoJson([IN_RD], 28992));
    const [gpkg] = await written(path, 'GPKG', 'gpkg', ['-nln', 'zones']);
    const target = await folder.write('upload-gpkg', gpkg!.content);
    const file = await readVectorFile(target, { prefer: ['^zones$'] });
    expect(file).toMatchObject({ format: 'geopackage', crs: 28992, crsStated: true, layer: 'zones' });
    expect(file.features[0]!.geometry).toMatchObject({ type: 'Polygon', coordinates: IN_RD.shape });
  });

  test('is read from KML, and from KMZ', async () => {
    for (const [name, content] of [
      ['zones.kml', KML],
      ['zones.kmz', zipBytes([{ name: 'doc.kml', content: KML }])],
    ] as const) {
      const file = await readVectorFile(await folder.write(name, content));
      expect(file).toMatchObject({ format: 'kml', crs: 4326 });
      expect(file.features.map(({ properties }) => properties)).toEqual([
        { folder: 'Visie', name: 'Kern É', orgaan: 'Raad & college', besluit: 'Visie 2030' },
        {},
        { name: 'Punt' },
        { name: 'Leeg' },
      ]);
      expect(file.features.map(({ geometry }) => geometry)).toEqual([
        { type: 'Polygon', coordinates: IN_DEGREES.shape },
        {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [5.4, 52.1],
                [5.5, 52.1],
                [5.5, 52.2],
                [5.4, 52.1],
              ],
              [
                [5.45, 52.11],
                [5.46, 52.11],
                [5.46, 52.12],
                [5.45, 52.11],
              ],
            ],
            [
              [
                [5.6, 52.1],
                [5.7, 52.1],
                [5.7, 52.2],
                [5.6, 52.1],
              ],
            ],
          ],
        },
        { type: 'Point', coordinates: [5.1, 52.1] },
        null,
      ]);
    }
  });

  test('says which objects lie outside the Netherlands', async () => {
    const far = { columns: {}, shape: [rectangle(13.3, 52.5, 13.4, 52.6)] };
    const file = await readVectorFile(await folder.write('far.json', geoJson([IN_DEGREES, far])));
    expect([...file.outside]).toEqual([2]);
  });
});

describe('a file of shapes is refused', () => {
  const refused = async (name: string, content: string | Uint8Array): Promise<unknown> =>
    readVectorFile(await folder.write(name, content)).then(
      () => 'read',
      error => error.code,
    );

  test.each([
    ['metres that are said to be degrees', geoJson([IN_RD]), 'vector-crs-wrong'],
    ['degrees that are said to be metres', geoJson([IN_DEGREES], 28992), 'vector-crs-wrong'],
    ['degrees with the latitude first', geoJson([turned(IN_DEGREES)]), 'vector-axes-swapped'],
    ['metres with the northing first', geoJson([turned(IN_RD)], 28992), 'vector-axes-swapped'],
    [
      'another country',
      geoJson([{ columns: {}, shape: [rectangle(13, 52, 13.1, 52.1)] }]),
      'vector-outside-netherlands',
    ],
    ['a system that is not known', geoJson([IN_RD], 27700), 'vector-crs-unsupported'],
    ['no objects', geoJson([]), 'vector-empty'],
    ['text that is cut off', geoJson([IN_RD], 28992).slice(0, -20), 'vector-damaged'],
    ['JSON of something else', '{"type":"Topology"}', 'vector-unknown'],
    ['text', 'straat;nummer\nDorpsstraat;1\n', 'vector-unknown'],
    ['nothing', '', 'vector-unknown'],
    ['KML that is cut off', KML.slice(0, -120), 'vector-damaged'],
    [
      'a zip of something else',
      zipBytes([{ name: 'lijst.csv', content: 'a;b' }]),
      'vector-zip-without-shape',
    ],
  ])('%s', async (_, content, code) => {
    expect(await refused('bad', content)).toBe(code);
  });

  test('a Shapefile without its table, and one outside a zip', async () => {
    const parts = await shapefile();
    const lame = parts.filter(({ name }) => !name.endsWith('.dbf'));
    expect(await refused('lame.zip', zipBytes(lame))).toBe('vector-shapefile-incomplete');
    const alone = parts.find(({ name }) => name.endsWith('.shp'))!;
    expect(await refused('alone.shp', alone.content)).toBe('vector-shapefile-incomplete');
  });

  test('a zip that is cut off, and a GeoPackage that is', async () => {
    const zip = zipBytes(await shapefile());
    expect(await refused('cut.zip', zip.subarray(0, zip.length / 2))).toBe('zip-damaged');
    const path = await folder.write('for-cut.geojson', geoJson([IN_RD], 28992));
    const [gpkg] = await written(path, 'GPKG', 'cut');
    expect(await refused('cut.gpkg', gpkg!.content.subarray(0, 20_000))).toBe('vector-damaged');
  });

  test.each([
    ['GeoJSON', '{"type":"FeatureCollection","features":['],
    ['a zip', 'PK\u0003\u0004'],
    ['KML', KML.slice(0, 200)],
  ])('%s of 2 GB, before it is read', async (_, head) => {
    const path = await folder.write('huge', head);
    const file = await open(path, 'r+');
    await file.truncate(2 * 1024 ** 3);
    await file.close();
    await expect(readVectorFile(path)).rejects.toMatchObject({ code: 'vector-too-large' });
  });

  test('when it is called off', async () => {
    const path = await folder.write('called-off.kml', KML);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(readVectorFile(path, { signal })).rejects.toThrow('enough');
  });
});

test('whether a file holds shapes is seen by what is in it', async () => {
  const csv = await folder.write('list.geojson', 'a;b\n');
  expect(await holdsShapes(csv)).toBe(false);
  const zip = await folder.write('x.bin', zipBytes(await shapefile()));
  expect(await holdsShapes(zip)).toBe(true);
  expect((await readFile(zip)).subarray(0, 2).toString()).toBe('PK');
});
