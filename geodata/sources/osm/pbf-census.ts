import { PbfReader } from 'pbf';
import { type Census, type CensusTaker, isoTime, type OsmKind } from './census.ts';
import type { Tags } from './feature.ts';
import { fileFault } from './file-fault.ts';
import { guarded, pbfBlocks } from './pbf-file.ts';

/** Features of the format that GDAL's reader knows; a file that requires another one is refused. */
const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);
const NANODEGREES = 1e9;

interface Header {
  bbox?: [number, number, number, number];
  replicated?: number;
  features: string[];
}

/**
 * Walks every block of an .osm.pbf: nothing is missing, and what is in it is counted before GDAL reads it,
 * because GDAL ends a cut-off file and drops an incomplete object without a word.
 * @throws ImportError naming what is wrong with the file
 */
export async function pbfCensus(path: string, taker: CensusTaker): Promise<Census> {
  let header: Header | undefined;
  for await (const { type, content } of pbfBlocks(path)) {
    if (type === 'OSMHeader') header = readHeader(content);
    if (type === 'OSMData') guarded(() => readBlock(content, taker));
  }
  return {
    bbox: header?.bbox,
    replicated: header?.replicated ? isoTime(header.replicated) : undefined,
    newest: taker.newest,
    sorted: taker.sorted,
    objects: taker.objects,
  };
}

function readHeader(content: Uint8Array): Header {
  const header: Header = { features: [] };
  guarded(() =>
    new PbfReader(content).readFields((field, found, pbf) => {
      if (field === 1) found.bbox = readBbox(pbf);
      if (field === 4) found.features.push(pbf.readString());
      if (field === 32) found.replicated = pbf.readVarint(true);
    }, header),
  );
  const unknown = header.features.filter(feature => !KNOWN_FEATURES.has(feature));
  if (unknown.length > 0) throw fileFault('file-unsupported', `requires ${unknown.join(', ')}`);
  return header;
}

/** Fields left, right, top, bottom; given back as west, south, east, north. */
function readBbox(pbf: PbfReader): [number, number, number, number] {
  const sides = pbf.readMessage(
    (field, found, box) => {
      found[field] = box.readSVarint() / NANODEGREES;
    },
    {} as Record<number, number>,
  );
  return [sides[1]!, sides[4]!, sides[2]!, sides[3]!];
}

interface Block {
  strings: string[];
  groups: number[];
  /** Milliseconds per unit of time. */
  dateGranularity: number;
}

function readBlock(content: Uint8Array, taker: CensusTaker): void {
  const pbf = new PbfReader(content);
  const block: Block = { strings: [], groups: [], dateGranularity: 1000 };
  // Groups may stand before the table of strings, so they are read afterwards.
  pbf.readFields((field, found, reader) => {
    if (field === 1)
      reader.readMessage((tag, list, r) => void (tag === 1 && list.push(r.readString())), found.strings);
    if (field === 2) found.groups.push(reader.pos);
    if (field === 18) found.dateGranularity = reader.readVarint();
  }, block);
  for (const position of block.groups) {
    pbf.pos = position;
    pbf.type = 2;
    pbf.readMessage((field, _, reader) => readObjects(field, reader, block, taker), null);
  }
}

function readObjects(field: number, pbf: PbfReader, block: Block, taker: CensusTaker): void {
  if (field === 1) readObject('node', pbf, block, taker);
  if (field === 2) readDenseNodes(pbf, block, taker);
  if (field === 3) readObject('way', pbf, block, taker);
  if (field === 4) readObject('relation', pbf, block, taker);
}

interface Found {
  id: number;
  keys: number[];
  values: number[];
  time: number;
}

function readObject(kind: OsmKind, pbf: PbfReader, block: Block, taker: CensusTaker): void {
  const found: Found = { id: 0, keys: [], values: [], time: 0 };
  pbf.readMessage((field, object, reader) => {
    if (field === 1) object.id = kind === 'node' ? reader.readSVarint() : reader.readVarint(true);
    if (field === 2) reader.readPackedVarint(object.keys);
    if (field === 3) reader.readPackedVarint(object.values);
    if (field === 4) object.time = reader.readMessage(readTime, { time: 0 }).time;
  }, found);
  taker.meet(kind, found.id);
  taker.seen((found.time * block.dateGranularity) / 1000);
  const pairs = found.keys.map((key, index) => [block.strings[key], block.strings[found.values[index]!]]);
  if (pairs.length > 0) taker.take(`${kind}/${found.id}`, Object.fromEntries(pairs) as Tags);
}

function readTime(field: number, found: { time: number }, pbf: PbfReader): void {
  if (field === 2) found.time = pbf.readVarint(true);
}

/** Dense nodes: ids and times as differences, tags as key, value, ..., 0 for node after node. */
function readDenseNodes(pbf: PbfReader, block: Block, taker: CensusTaker): void {
  const dense: { ids: number[]; times: number[]; tags: number[] } = { ids: [], times: [], tags: [] };
  pbf.readMessage((field, found, reader) => {
    if (field === 1) reader.readPackedSVarint(found.ids);
    if (field === 5)
      reader.readMessage((tag, times, r) => void (tag === 2 && r.readPackedSVarint(times)), found.times);
    if (field === 10) reader.readPackedVarint(found.tags);
  }, dense);
  let id = 0;
  let time = 0;
  let at = 0;
  for (const [index, difference] of dense.ids.entries()) {
    id += difference;
    time += dense.times[index] ?? 0;
    taker.meet('node', id);
    taker.seen((time * block.dateGranularity) / 1000);
    const tags: Record<string, string> = {};
    const first = at;
    for (; at < dense.tags.length && dense.tags[at] !== 0; at += 2) {
      tags[block.strings[dense.tags[at]!]!] = block.strings[dense.tags[at + 1]!]!;
    }
    if (at > first) taker.take(`node/${id}`, tags);
    at += 1;
  }
}
