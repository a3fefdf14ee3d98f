import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ImportError } from '../../geodata/import/import-error.ts';
import { checkFile } from '../../geodata/sources/osm/check.ts';
import { readFeatures } from '../../geodata/sources/osm/read.ts';
import { pbfFile, pbfFrame, pbfHamlet } from '../fixtures/osm/pbf-town.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernkaart-osm-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(content: Uint8Array | string): Promise<string> {
  const file = join(folder, `${Math.random()}.dat`);
  await writeFile(file, content);
  return file;
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch(reason => reason);
  expect(error).toBeInstanceOf(ImportError);
  const { code, nl, en } = error as ImportError;
  expect([nl, en].every(text => text.endsWith('.'))).toBe(true);
  return code;
}

const everything = () => true;
const town = pbfFile({ replicated: 1_754_500_000, bbox: [5.1, 52.4, 5.3, 52.6] }, ...pbfHamlet());
const xml = '<?xml version="1.0"?>\n<osm version="0.6">\n<node id="1" lat="52" lon="5"/>\n</osm>\n';

/** A frame that says it is as long as it likes. */
function boastful(headerSize: number, bodySize: number): Buffer {
  const header = new PbfWriter();
  header.writeStringField(1, 'OSMHeader');
  header.writeVarintField(3, bodySize);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(headerSize);
  return Buffer.concat([length, header.finish(), Buffer.alloc(50)]);
}

test('a whole PBF is counted: header, dense nodes, ways, relations', async () => {
  const census = await checkFile(await written(town), everything);
  expect(census).toMatchObject({
    replicated: '2025-08-06T17:06:40.000Z',
    bbox: [5.1, 52.4, 5.3, 52.6],
    sorted: true,
  });
  expect([...census.objects.keys()]).toEqual(['node/21', 'way/1', 'relation/1']);
  expect(census.objects.get('node/21')).toMatchObject({ shop: 'vacant', 'addr:housenumber': '4A' });
});

test('its shapes are made, areas of relations too', async () => {
  const features = await readFeatures(await written(town), true);
  const shapes = features.map(({ reference, shape }) => [reference, shape]);
  expect(shapes).toEqual([
    ['node/21', 'point'],
    ['relation/1', 'area'],
    ['way/1', 'area'],
  ]);
  expect(features[0]!.geometry).toBe('SRID=4326;POINT(5.2001 52.5001)');
});

test('a PBF that ends anywhere is refused, wherever it ends', async () => {
  for (let length = 5; length < town.length; length += 7) {
    const boundary = [
      town.length,
      pbfFile({ replicated: 1_754_500_000, bbox: [5.1, 52.4, 5.3, 52.6] }, pbfHamlet()[0]!).length,
    ];
    if (boundary.includes(length)) continue;
    const file = await written(town.subarray(0, length));
    expect(await faultOf(checkFile(file, everything)), `${length} bytes`).toBe('file-truncated');
  }
});

test.each([
  ['empty', Buffer.alloc(0), 'file-empty'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]), 'file-foreign'],
  ['JSON', '{"type":"FeatureCollection"}', 'file-foreign'],
  ['other XML', '<?xml version="1.0"?><gpx></gpx>', 'file-foreign'],
  ['a change file', '<?xml version="1.0"?><osmChange></osmChange>', 'file-foreign'],
  ['gzip', gzipSync(xml), 'file-compressed'],
  ['XML cut off', xml.slice(0, 60), 'file-truncated'],
  ['XML without end', xml.replace('</osm>', ''), 'file-truncated'],
  ['an endless tag', `<osm>${'<node '.padEnd(3_000_000, 'x')}`, 'file-damaged'],
  ['data without a header', pbfFrame('OSMData', Buffer.alloc(4)), 'file-foreign'],
  ['a header that is not there', boastful(0xffff, 50), 'file-truncated'],
  ['a header of 4 GB', boastful(0xffffffff, 50), 'file-foreign'],
  ['a block of 1 GB', boastful(16, 2 ** 30), 'file-damaged'],
  ['a history file', pbfFile({ features: ['OsmSchema-V0.6', 'HistoricalInformation'] }), 'file-unsupported'],
])('%s is refused', async (_, content, code) => {
  expect(await faultOf(checkFile(await written(content), everything))).toBe(code);
});

test('a block whose bytes were changed is refused', async () => {
  const damaged = Buffer.from(town);
  for (let at = town.length - 40; at < town.length - 20; at += 1) damaged[at] = 0xff;
  expect(await faultOf(checkFile(await written(damaged), everything))).toBe('file-damaged');
});

test('a file that is not there is said so', async () => {
  expect(await faultOf(checkFile(join(folder, 'nowhere.osm'), everything))).toBe('file-missing');
});

test('XML is read through entities, quotes and comments', async () => {
  const text = `<?xml version='1.0'?>
    <osm version='0.6'><!-- <node id="9"> --><bounds minlat="52" minlon="5" maxlat="53" maxlon="6"/>
    <node id='2' lat='52' lon='5' timestamp='2024-02-29T00:00:00Z'><tag k='name' v='A &amp; B &#39;&gt;'/></node>
    <node id='1' lat='52' lon='5'/></osm>`;
  const census = await checkFile(await written(text), everything);
  expect([...census.objects]).toEqual([['node/2', { name: "A & B '>" }]]);
  expect(census).toMatchObject({ bbox: [5, 52, 6, 53], newest: '2024-02-29T00:00:00.000Z', sorted: false });
});

test('XML that is not well-formed is refused when it is read', async () => {
  const text = xml.replace('<node', '<way id="2"><nd ref="1"></way><node');
  expect(await faultOf(readFeatures(await written(text), true))).toBe('unreadable');
});

test('reading is given up at once when asked', async () => {
  const file = await written(town);
  await expect(readFeatures(file, true, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
});
