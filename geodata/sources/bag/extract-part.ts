import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { openZip, type ZipFile } from '../../formats/zip.ts';

/** Kinds of part of an LVC delivery that are read; what is under investigation, void or no BAG is not. */
const PARTS = ['PND', 'VBO', 'LIG', 'STA', 'NUM', 'OPR', 'WPL'] as const;

/** A part that a delivery may have. */
export type PartType = (typeof PARTS)[number] | 'GEM-WPL-RELATIE' | 'Leveringsdocument';

/** What a part is, by its name in the archive: `9999PND15092020.zip`, `0221PND15092020-000001.xml`; undefined for others. */
export function partType(name: string): PartType | undefined {
  // Archives that were made on a Mac hold a shadow of every file.
  if (name.startsWith('__MACOSX/')) return undefined;
  const base = name.split('/').at(-1)!;
  if (/^GEM-WPL-RELATIE-\d{8}(-\d+)?\.(zip|xml)$/i.test(base)) return 'GEM-WPL-RELATIE';
  if (/^Leveringsdocument.*\.xml$/i.test(base)) return 'Leveringsdocument';
  const type = /^\d{4}([A-Z]{3})\d{8}(-\d+)?\.(zip|xml)$/.exec(base)?.[1];
  return PARTS.find(part => part === type);
}

/**
 * The parts of an LVC delivery, as a zip of zips or as a zip of XML. A zip within it is unpacked to a file of its own
 * while it is read; zips within that one are not opened.
 */
export class ExtractParts {
  readonly types: ReadonlySet<PartType>;
  readonly #file: ZipFile;
  #folder: string | undefined;

  private constructor(file: ZipFile) {
    this.#file = file;
    this.types = new Set(file.entries.flatMap(({ name }) => partType(name) ?? []));
  }

  /** @throws ImportError `zip-...` */
  static async open(path: string): Promise<ExtractParts> {
    return new ExtractParts(await openZip(path));
  }

  /** XML files of a part, one after the other, each as a stream that must be read to its end or left. */
  async *streams(type: PartType): AsyncGenerator<Readable> {
    for (const { name } of this.#file.entries) {
      if (partType(name) !== type) continue;
      if (name.toLowerCase().endsWith('.zip')) yield* this.#nested(name, type);
      else yield await this.#file.stream(name);
    }
  }

  async close(): Promise<void> {
    this.#file.close();
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }

  async *#nested(name: string, type: PartType): AsyncGenerator<Readable> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'kernkaart-bag-'));
    const path = join(this.#folder, `${type}.zip`);
    await this.#file.extract(name, path);
    const inner = await openZip(path);
    try {
      for (const entry of inner.entries)
        if (partType(entry.name) === type && entry.name.toLowerCase().endsWith('.xml'))
          yield await inner.stream(entry.name);
    } finally {
      inner.close();
      await rm(path, { force: true });
    }
  }
}
