import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Filled, type Filling, fillTree } from './fill.ts';
import {
  differenceOf,
  type EditionFile,
  type EditionManifest,
  inPathOrder,
  MANIFEST,
  manifestText,
} from './manifest.ts';
import { EditionShelf } from './shelf.ts';
import { ShelfFault } from './shelf-content.ts';
import { DataMoved } from './tiles.ts';
import { EditionTree } from './tree.ts';

/** How often it is begun: an import that lands meanwhile makes everything of before worthless. */
const ATTEMPTS = 3;

/** What does not change under its address: pages that were opened before the switch go on asking for it. */
const FOR_EVER = /^(?:assets|tiles|places|themes)\//;

/** What a publication is handed. */
export interface Publication extends Filling {
  /** Absolute. */
  directory: string;
  /** Makes everything anew, whatever stood in the edition before. */
  fresh: boolean;
}

/** What came of a publication. */
export interface Published {
  manifest: EditionManifest;
  /** False where nothing changed: the edition that stood there goes on. */
  isNew: boolean;
  /** False where `current` is a directory that was renamed, because the system makes no links. */
  isLinked: boolean;
  /** What was written, and not linked to the edition before. */
  written: { files: number; bytes: number };
  /** Addresses of which no file can be made. */
  leftOut: readonly string[];
}

interface Made {
  making: string;
  tree: EditionTree;
  filled: Filled;
}

/** A tree that is filled. @throws ShelfFault when the data changed each time */
async function madeTree(shelf: EditionShelf, publication: Publication): Promise<Made> {
  for (let attempt = 1; ; attempt += 1) {
    const making = await shelf.begin();
    try {
      const tree = new EditionTree(making, publication.fresh ? undefined : shelf.standing);
      return { making, tree, filled: await fillTree(tree, publication) };
    } catch (error) {
      await rm(making, { recursive: true, force: true });
      if (!(error instanceof DataMoved)) throw error;
      if (attempt === ATTEMPTS)
        throw new ShelfFault(
          `The data changed ${ATTEMPTS} times while they were published. Publish when no import runs; what was shown stays.`,
        );
      publication.tell('The data changed meanwhile: beginning anew');
    }
  }
}

const own = (files: readonly EditionFile[] = []): EditionFile[] => files.filter(({ kept }) => !kept);

function isSame({ standing, isShown }: EditionShelf, files: readonly EditionFile[], about: object): boolean {
  if (standing === undefined || !isShown) return false;
  const { changed, removed } = differenceOf(own(standing.manifest.files), files);
  const same = (Object.keys(about) as (keyof EditionManifest)[]).every(
    key => JSON.stringify(standing.manifest[key]) === JSON.stringify((about as EditionManifest)[key]),
  );
  return same && changed.length + removed.length === 0;
}

async function finish(
  shelf: EditionShelf,
  { making, tree, filled }: Made,
  { source }: Publication,
): Promise<Published> {
  const { standing } = shelf;
  const { written, leftOut } = tree;
  const about = { software: source.software, origin: source.origin, ...filled };
  if (isSame(shelf, tree.files, about)) {
    await rm(making, { recursive: true, force: true });
    const nothing = { files: 0, bytes: 0 };
    return { manifest: standing!.manifest, isNew: false, isLinked: true, written: nothing, leftOut };
  }
  if (standing) await tree.keep(standing, path => FOR_EVER.test(path));
  const files = inPathOrder(tree.files);
  const manifest: EditionManifest = {
    format: 'kernkaart-edition-1',
    edition: shelf.next,
    before: standing?.manifest.edition ?? null,
    publishedAt: new Date().toISOString(),
    ...about,
    ...differenceOf(standing?.manifest.files ?? [], files),
    files,
  };
  await writeFile(join(making, MANIFEST), manifestText(manifest), { flag: 'wx', flush: true });
  const isLinked = await shelf.show(making);
  return { manifest, isNew: true, isLinked, written, leftOut };
}

/**
 * Publishes everything that anybody may see into a directory, as files that any web server can serve. What is shown
 * there stays until the new edition is complete.
 * @throws ShelfFault when the directory cannot be published to, with a sentence for whoever asked
 */
export async function publishEdition(publication: Publication): Promise<Published> {
  const shelf = await EditionShelf.open(publication.directory);
  try {
    const made = await madeTree(shelf, publication);
    return await finish(shelf, made, publication).catch(async error => {
      await rm(made.making, { recursive: true, force: true });
      throw error;
    });
  } finally {
    await shelf.release();
  }
}
