import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Name of the manifest in the root of an edition. */
export const MANIFEST = 'manifest.json';

/** Below the root of the edition, whoever wrote the manifest: no `..`, no `//`, nothing absolute. */
const PATH = /^(?!\.{1,2}(?:\/|$))[^/\\]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\]+)*$/;

const EditionFile = z.object({
  /** From the root of the edition, with `/`. */
  path: z.string().regex(PATH),
  bytes: z.number().int(),
  /** Hexadecimal. */
  sha256: z.string(),
  /** Media type. */
  type: z.string(),
  /** The file without this ending, compressed for servers that send such files as they are. */
  encoding: z.enum(['gzip', 'br']).optional(),
  source: z.string().optional(),
  /** Of the edition before: for pages that were opened before the switch, and are gone with the next one. */
  kept: z.literal(true).optional(),
});
/** One file of an edition, as the manifest has it. */
export type EditionFile = z.infer<typeof EditionFile>;

const EditionManifest = z.object({
  format: z.literal('kernkaart-edition-1'),
  /** Grows by one with every edition of a directory. */
  edition: z.number().int(),
  /** Number of the edition that stood there before; null for the first. */
  before: z.number().int().nullable(),
  publishedAt: z.iso.datetime(),
  software: z.string(),
  /** Where it is published, without a slash at the end. */
  origin: z.string(),
  /** Revision of the data, and of each municipality's. */
  revision: z.number().int(),
  revisions: z.record(z.string(), z.number().int()),
  /** Paths that are new or different, and paths that are gone, against the edition before. */
  changed: z.array(z.string()),
  removed: z.array(z.string()),
  /** Every file but this one, by path. */
  files: z.array(EditionFile),
});

/** What an edition is and holds, as it stands in `/manifest.json`. */
export type EditionManifest = z.infer<typeof EditionManifest>;

/** The manifest of a tree; undefined when there is none that can be read. */
export async function readManifest(directory: string): Promise<EditionManifest | undefined> {
  try {
    return EditionManifest.parse(JSON.parse(await readFile(join(directory, MANIFEST), 'utf8')));
  } catch {
    // Cut off while it was written, or not ours: as good as none.
    return undefined;
  }
}

/** The text of a manifest: a line for each file, so that two of them can be held beside each other. */
export function manifestText({ files, ...rest }: EditionManifest): string {
  const head = JSON.stringify(rest, null, 1).replace(/\n\}$/, '');
  return `${head},\n "files": [\n${files.map(file => `  ${JSON.stringify(file)}`).join(',\n')}\n ]\n}\n`;
}

const byPath = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What is different between the files of two editions. */
export function differenceOf(
  before: readonly EditionFile[],
  files: readonly EditionFile[],
): Pick<EditionManifest, 'changed' | 'removed'> {
  const was = new Map(before.map(({ path, sha256 }) => [path, sha256]));
  const is = new Set(files.map(({ path }) => path));
  return {
    changed: files.filter(({ path, sha256 }) => was.get(path) !== sha256).map(({ path }) => path),
    removed: [...was.keys()].filter(path => !is.has(path)).sort(byPath),
  };
}

/** Files in the order of a manifest. */
export const inPathOrder = (files: readonly EditionFile[]): EditionFile[] =>
  files.toSorted((one, other) => byPath(one.path, other.path));
