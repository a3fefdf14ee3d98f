import { readFile } from 'node:fs/promises';
import { BAG_REASONS } from '#vocabulary/bag-reason.ts';
import type { Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { ImportContext, ImportResult, KindCount } from '../../import/context.ts';
import { writeDataset } from '../../import/dataset.ts';
import { landImport } from '../../import/land.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import { searchText } from '../../import/search-text.ts';
import { Account } from './account.ts';
import type { BagDelivery } from './delivery.ts';
import { bagFault } from './fault.ts';
import {
  BAG_KINDS,
  type BagAddress,
  type BagBuilding,
  type BagKind,
  type BagPremises,
  functionOf,
} from './object.ts';

/** Columns of the staging tables, in the order in which rows are written. */
export const STAGE_COLUMNS = {
  bag_building: ['id', 'reference', 'occurrence', 'year', 'status', 'geom'],
  bag_premises: [
    'id',
    'bag_id',
    'occurrence',
    'function',
    'purposes',
    'floor_area',
    'address',
    'main',
    'secondary',
    'buildings',
    'geom',
    'street',
    'number',
    'letter',
    'addition',
    'postcode',
    'place',
    'label',
    'search',
  ],
  bag_address: [
    'id',
    'bag_id',
    'occurrence',
    'street',
    'number',
    'letter',
    'addition',
    'postcode',
    'place',
    'label',
    'search',
  ],
  bag_rejected: ['kind', 'reference', 'reason', 'detail', 'original', 'objects'],
} as const;

/** A delivery as it is loaded: what it is called, and for which municipality. */
export interface BagLanding {
  dataset: string;
  municipality: { code: string; name: string; provisional: boolean };
  title: string;
  referenceDate: string;
  fileName: string | null;
  sha256: string | null;
}

const readSql = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');

/** `4A`, `1-II`: number and letter together, the addition after a dash. */
const houseNumber = ({ number, letter, addition }: BagAddress): string =>
  `${number}${letter}${addition ? `-${addition}` : ''}`;

/** Streets and places as they are searched: a street has many doors, and folding its name is most of the work. */
const folded = new Map<string, string>();
const MOST_FOLDED = 50_000;

function fold(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  if (folded.size >= MOST_FOLDED) folded.clear();
  const text = searchText(name);
  folded.set(name, text);
  return text;
}

/** The id that every source gives an address of this wording in a municipality: so one address is one row. */
function addressId(address: BagAddress, municipality: string): string {
  const door = houseNumber(address).toLowerCase();
  return opaqueId('address', municipality, `${fold(address.street)}|${door}|${fold(address.place)}`);
}

/** Street, number, letter, addition, postcode, place, label and search text, in the order of both tables. */
function wording(address: BagAddress): unknown[] {
  const { street, number, letter, addition, postcode, place } = address;
  const door = houseNumber(address);
  const search = `${fold(street)} ${door.toLowerCase()} ${fold(place)}`;
  return [street, number, letter, addition, postcode, place, `${street} ${door} ${place}`, search];
}

const NO_WORDING: readonly null[] = new Array(8).fill(null);

const buildingRow = (building: BagBuilding): unknown[] => {
  const { id, reference, occurrence, year, status, geometry } = building;
  return [id, reference, occurrence, year, status, geometry];
};

function premisesRow(premises: BagPremises, municipality: string): unknown[] {
  const { id, occurrence, purposes, floorArea, secondary, buildings, geometry, address } = premises;
  const main = premises.main ?? address?.id ?? null;
  const named = address && addressId(address, municipality);
  // Without an id of the register it is known by its address.
  const own = id ?? opaqueId('premises', 'bag', main ?? named ?? geometry);
  const parts = [functionOf(purposes), purposes, floorArea, named, main, secondary, buildings, geometry];
  return [own, id, occurrence, ...parts, ...(address ? wording(address) : NO_WORDING)];
}

type Step = (words: string, done: number) => void;

/** Rows of objects as they come by, telling now and then that it goes on. */
async function* rowsOf<T>(
  objects: AsyncIterable<T>,
  { step, words, done }: { step: Step; words: string; done: number },
  row: (object: T) => unknown[],
): AsyncGenerator<unknown[]> {
  let count = 0;
  for await (const object of objects) {
    count += 1;
    // Whoever called it off is heard in the middle of a table too.
    if (count % 10_000 === 0) step(words, done);
    yield row(object);
  }
}

/** Copies a delivery into the staging tables, one kind after the other; memory does not grow with its length. */
async function stage(
  transaction: Transaction,
  delivery: BagDelivery,
  { account, code, step }: { account: Account; code: string; step: Step },
): Promise<void> {
  const copy = (table: keyof typeof STAGE_COLUMNS, rows: AsyncIterable<unknown[]> | unknown[][]) =>
    transaction.copy(table, STAGE_COLUMNS[table], rows);
  const telling = (words: string, done: number) => ({ step, words, done });
  step('Reading addresses', 0.05);
  const addresses = delivery.addresses(account);
  await copy(
    'bag_address',
    rowsOf(addresses, telling('Reading addresses', 0.1), address => [
      addressId(address, code),
      address.id,
      address.occurrence,
      ...wording(address),
    ]),
  );
  step('Reading premises', 0.15);
  const premises = delivery.premises(account);
  await copy(
    'bag_premises',
    rowsOf(premises, telling('Reading premises', 0.2), object => premisesRow(object, code)),
  );
  step('Reading buildings', 0.3);
  const buildings = delivery.buildings(account);
  await copy('bag_building', rowsOf(buildings, telling('Reading buildings', 0.35), buildingRow));
  account.checkAxes();
  await copy('bag_rejected', account.rows());
}

async function describe(
  transaction: Transaction,
  delivery: BagDelivery,
  { municipality, dataset, referenceDate, ...about }: BagLanding,
  madeBy: string,
): Promise<void> {
  const { code, name, provisional } = municipality;
  // The extent follows from the data; a municipality cannot be without one.
  await transaction.query(sql`
    insert into municipality (code, name, provisional, extent)
    values (${code}, ${name}, ${provisional}, ST_MakeEnvelope(155000, 463000, 155001, 463001, 28992))
    on conflict (code) do update set
      name = case when municipality.provisional then excluded.name else municipality.name end,
      provisional = municipality.provisional and excluded.provisional`);
  const owned = {
    source: 'bag',
    owner: 'Kadaster',
    licence: 'Public Domain Mark 1.0',
    attribution: 'BAG, Kadaster',
  };
  await writeDataset(
    transaction,
    { id: dataset, municipality: code, referenceDate, ...about, ...owned },
    madeBy,
  );
  await transaction.query(sql`
    insert into bag_import (municipality, name, provisional, dataset, reference_date, recorded_by, kinds, wider,
      by_place)
    values (${code}, ${name}, ${provisional}, ${dataset}, ${referenceDate}, ${madeBy}, ${[...delivery.kinds]},
      ${delivery.wider}, ${delivery.byPlace ?? false})`);
  await transaction.copy(
    'bag_territory',
    ['geom'],
    delivery.territory.map(hex => [hex]),
  );
}

const LEFT_OUT = new Set<string>(BAG_REASONS.filter(({ leftOut }) => leftOut).map(({ code }) => code));

/** What became of everything that was read; the loaded ones are counted in the tables, not inferred. */
async function countAll(transaction: Transaction, account: Account): Promise<Record<string, KindCount>> {
  const rows = await transaction.query<{ kind: string; reason: string; objects: number }>(sql`
    select kind, reason, sum(objects)::bigint as objects from bag_rejected group by kind, reason`);
  const [loaded] = await transaction.query<Record<BagKind, number>>(sql`
    select (select count(*) from ready_building) as building, (select count(*) from ready_premises) as premises,
      (select count(*) from ready_address) as address`);
  const counts: Record<string, KindCount> = {};
  for (const kind of BAG_KINDS) {
    const of = rows.filter(row => row.kind === kind);
    const sum = (leftOut: boolean) =>
      of
        .filter(({ reason }) => LEFT_OUT.has(reason) === leftOut)
        .reduce((all, { objects }) => all + objects, 0);
    const count = {
      read: account.read[kind],
      loaded: loaded![kind],
      rejected: sum(false),
      leftOut: sum(true),
    };
    if (count.read !== count.loaded + count.rejected + count.leftOut)
      throw new Error(`The BAG load does not add up: ${kind} ${JSON.stringify(count)}`);
    counts[kind] = count;
  }
  return counts;
}

/** An import that brings nothing would leave an empty municipality behind, or empty one. */
function refuseNothing(counts: Readonly<Record<string, KindCount>>, account: Account): void {
  const all = Object.values(counts);
  if (all.every(({ read }) => read === 0)) throw bagFault('bag-empty');
  if (counts.building!.loaded + counts.premises!.loaded > 0) return;
  throw bagFault(
    'bag-nothing-usable',
    new Error(JSON.stringify({ counts, rows: account.rows().slice(0, 5) })),
  );
}

/** What is put in place after that, in this order; `checks.sql` refuses a load that is not right. */
const SCRIPTS: readonly [file: string, words: string, done: number][] = [
  ['place.sql', 'Putting them in place', 0.55],
  ['merge.sql', 'Joining what other sources know', 0.65],
  ['checks.sql', 'Checking what was loaded', 0.7],
];

/** Stages a delivery and decides what of it would be loaded (`ready_*`) and what not (`bag_rejected`). */
export async function prepareDelivery(
  transaction: Transaction,
  delivery: BagDelivery,
  landing: BagLanding,
  { account, madeBy, step }: { account: Account; madeBy: string; step: Step },
): Promise<void> {
  await transaction.script(await readSql('stage.sql'));
  await describe(transaction, delivery, landing, madeBy);
  await stage(transaction, delivery, { account, code: landing.municipality.code, step });
  step('Joining buildings, addresses and premises', 0.45);
  await transaction.script(await readSql('load.sql'));
}

/**
 * Loads a delivery in the place of the municipality's earlier one, in one transaction: all of it or nothing.
 * @throws ImportError; DatabaseFault; the signal's reason
 */
export function landDelivery(
  delivery: BagDelivery,
  landing: BagLanding,
  context: ImportContext,
): Promise<ImportResult> {
  const { code } = landing.municipality;
  const about = {
    municipality: code,
    dataset: landing.dataset,
    reason: landing.title,
    summed: BAG_KINDS,
  };
  return landImport(context, about, async (transaction, step) => {
    const account = new Account();
    await prepareDelivery(transaction, delivery, landing, { account, madeBy: context.madeBy, step });
    for (const [file, words, done] of SCRIPTS) {
      step(words, done);
      await transaction.script(await readSql(file));
    }
    const counts = await countAll(transaction, account);
    refuseNothing(counts, account);
    return counts;
  });
}
