import { createReadStream } from 'node:fs';
import type { Census, CensusTaker } from './census.ts';
import { fileFault } from './file-fault.ts';

/** A tag, comment, or the like; attribute values may hold `>`. */
const MARKUP = /<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|<[?!][^>]*>/g;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Longer than any tag of an extract: more than this without a `>` is no OpenStreetMap XML. */
const MAX_MARKUP = 1024 * 1024;

/** What is open while the file is walked. */
class XmlWalk {
  readonly #taker: CensusTaker;
  bbox: Census['bbox'];
  root = '';
  closed = false;
  #reference = '';
  #tags: Record<string, string> = {};

  constructor(taker: CensusTaker) {
    this.#taker = taker;
  }

  meet(closing: boolean, name: string, attributes: string, selfClosing: boolean): void {
    if (this.root === '') this.#enter(name);
    if (closing) this.#leave(name);
    else this.#open(name, attributes, selfClosing);
  }

  #open(name: string, attributes: string, selfClosing: boolean): void {
    if (name === 'bounds') this.bbox = readBounds(attributes);
    if (name === 'tag') this.#addTag(attributes);
    if (name !== 'node' && name !== 'way' && name !== 'relation') return;
    const { id, timestamp } = attributesOf(attributes);
    this.#reference = `${name}/${id}`;
    this.#tags = {};
    this.#taker.meet(name, Number(id));
    if (timestamp) this.#taker.seen(Date.parse(timestamp) / 1000);
    if (selfClosing) this.#reference = '';
  }

  #enter(name: string): void {
    if (name !== 'osm') throw fileFault('file-foreign', `root element ${name}`);
    this.root = name;
  }

  #leave(name: string): void {
    if (name === 'osm') this.closed = true;
    if (`${name}/` !== this.#reference.slice(0, name.length + 1)) return;
    this.#taker.take(this.#reference, this.#tags);
    this.#reference = '';
  }

  #addTag(attributes: string): void {
    const { k, v } = attributesOf(attributes);
    if (k !== undefined && v !== undefined) this.#tags[k] = v;
  }
}

/**
 * Walks OpenStreetMap XML from front to back: it is that, it is whole, and what is in it is counted.
 * Whether it is well-formed in every detail is left to GDAL's own parser.
 * @throws ImportError naming what is wrong with the file
 */
export async function xmlCensus(path: string, taker: CensusTaker): Promise<Census> {
  const walk = new XmlWalk(taker);
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    rest = walkText(walk, rest + chunk);
    if (rest.length > MAX_MARKUP)
      throw fileFault(walk.root ? 'file-damaged' : 'file-foreign', 'no end of a tag');
  }
  if (walk.root === '') throw fileFault('file-foreign', 'no element at all');
  if (!walk.closed) throw fileFault('file-truncated', 'no closing tag');
  return {
    bbox: walk.bbox,
    replicated: undefined,
    newest: taker.newest,
    sorted: taker.sorted,
    objects: taker.objects,
  };
}

/** @returns what is left after the last whole piece of markup */
function walkText(walk: XmlWalk, text: string): string {
  let end = 0;
  for (const match of text.matchAll(MARKUP)) {
    end = match.index + match[0].length;
    if (match[2]) walk.meet(match[1] === '/', match[2], match[3] ?? '', match[4] === '/');
  }
  return text.slice(end);
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    found[name!] = unescaped(double ?? single ?? '');
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function readBounds(attributes: string): Census['bbox'] {
  const { minlon, minlat, maxlon, maxlat } = attributesOf(attributes);
  const sides = [minlon, minlat, maxlon, maxlat].map(Number) as [number, number, number, number];
  return sides.every(Number.isFinite) ? sides : undefined;
}
