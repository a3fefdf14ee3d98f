import { stat } from 'node:fs/promises';
import { GeoPackage, isSqlite } from '../../formats/geopackage.ts';
import { openZip } from '../../formats/zip.ts';
import { ImportError } from '../../import/import-error.ts';
import type {
  ImportFile,
  ImportOptions,
  ImportPreview,
  ImportQuestion,
  ImportSource,
} from '../../import/source.ts';
import { isBagAnswer, readAnswer } from './answer-file.ts';
import type { BagDelivery } from './delivery.ts';
import { partType } from './extract-part.ts';
import { type BagOptions, importBag, knownPlace, landingOf } from './import.ts';
import { beginsAsJson, beginsAsZip, openDelivery } from './open.ts';
import { isBagPackage } from './package.ts';
import { previewDelivery } from './preview.ts';

/** Bytes of a delivery that is read whole for a preview; of a larger one (the country) only its head is. */
const READ_WHOLE = 300e6;

/** Faults that an answer mends: which municipality, or what it is called. */
const ASKED = new Set(['bag-municipality-asked', 'bag-municipality-unknown', 'bag-name-unknown']);

/** The municipality as it was answered: {code, name}, or its code alone; empty where nobody answered. */
function optionsOf({ municipality }: ImportOptions): BagOptions {
  if (typeof municipality === 'string' && municipality !== '') return { municipality };
  if (typeof municipality !== 'object' || municipality === null) return {};
  const { code, name } = municipality as Record<string, unknown>;
  return {
    municipality: typeof code === 'string' && code !== '' ? code : undefined,
    name: typeof name === 'string' && name !== '' ? name : undefined,
  };
}

const question = (proposal: ImportQuestion['proposal']): ImportQuestion => ({
  key: 'municipality',
  kind: 'municipality',
  required: true,
  proposal,
});

const NOTHING: ImportPreview = {
  source: 'bag',
  title: 'BAG',
  municipality: null,
  referenceDate: null,
  found: [],
  columns: [],
  rows: [],
  changes: [],
  questions: [question(null)],
  notices: [],
};

const LARGE = {
  code: 'bag-large',
  nl: 'Dit is een grote levering. Wat er verandert, blijkt pas bij het laden; de vorige stand kan daarna worden teruggezet.',
  en: 'This is a large delivery. What changes shows only when it is loaded; the state before can be put back afterwards.',
};

async function isBagZip(path: string): Promise<boolean> {
  const file = await openZip(path);
  const found = file.entries.some(({ name }) => partType(name) !== undefined);
  file.close();
  return found;
}

function isBagSqlite(path: string): boolean {
  const file = new GeoPackage(path);
  const found = isBagPackage(file);
  file.close();
  return found;
}

async function looksLikeBag({ path, bytes }: ImportFile): Promise<boolean> {
  if (await isSqlite(path)) return isBagSqlite(path);
  if (await beginsAsZip(path)) return isBagZip(path);
  return bytes < READ_WHOLE && (await beginsAsJson(path)) && isBagAnswer(await readAnswer(path));
}

/** What a delivery says of itself, and what of it is asked. */
function headOf(delivery: BagDelivery): ImportPreview {
  const { code, name } = delivery.municipality;
  return {
    ...NOTHING,
    title: delivery.title,
    municipality: name === null ? null : { code, name },
    referenceDate: delivery.referenceDate,
    questions: [question({ code, name: name ?? '' })],
  };
}

/** Deliveries of the BAG. */
export const source: ImportSource = {
  code: 'bag',

  // A file that cannot be read is of no source; loading it says what is wrong with it.
  recognise: file => looksLikeBag(file).catch(() => false),

  async preview(file, given, context): Promise<ImportPreview> {
    const { mtime } = await stat(file.path);
    const asked = { ...optionsOf(given), date: mtime.toISOString().slice(0, 10) };
    let delivery: BagDelivery | undefined;
    try {
      delivery = await openDelivery(file.path, asked, code => knownPlace(context.database, code));
      const head = headOf(delivery);
      if (head.municipality === null) return head;
      if (file.bytes > READ_WHOLE) return { ...head, notices: [LARGE] };
      const landing = landingOf(delivery, { fileName: file.name, sha256: 'preview' });
      return { ...head, ...(await previewDelivery(delivery, landing, context)) };
    } catch (error) {
      if (!(error instanceof ImportError && ASKED.has(error.code))) throw error;
      const { code, nl, en } = error;
      return { ...NOTHING, notices: [{ code, nl, en }] };
    } finally {
      await delivery?.close();
    }
  },

  load: (file, options, context) =>
    importBag(file.path, { ...optionsOf(options), fileName: file.name }, context),
};
