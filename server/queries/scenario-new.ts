import { randomBytes } from 'node:crypto';
import type { Database, Transaction } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import type { AmendmentOf } from '../contract/published-scenario.ts';
import type { ScenarioDocument } from '../contract/scenario.ts';
import type { ScenarioArchive } from '../contract/scenario-version.ts';
import type { BaseAndGround } from './scenario-base.ts';
import { checksummed, checksumOf } from './scenario-checksum.ts';

/** Ten letters and digits that nobody confuses on paper: 31 to the tenth. An id is no secret. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const newId = (): string => Array.from(randomBytes(10), byte => LETTERS[byte % LETTERS.length]!).join('');

type Amended = { amendmentOf: AmendmentOf; original: ScenarioDocument };
type NewDraft = { municipality: string; document: ScenarioDocument; base: string; amended: Amended | null };

/** Stores a base once, however many scenarios start from it. @returns its key */
export async function storeBase(transaction: Transaction, { base, ground }: BaseAndGround): Promise<string> {
  const texts = { base: checksummed(base), ground: checksummed(ground) };
  const key = checksumOf(texts.base.checksum + texts.ground.checksum);
  const { id, kind, name } = base.area;
  // Written again where it is there: the row is then held until a scenario points at it.
  await transaction.query(sql`
    insert into scenario_base (sha256, base, ground, area, revision)
    values (${key}, ${texts.base.text}, ${texts.ground.text}, ${{ id, kind, name }}, ${base.revision})
    on conflict (sha256) do update set sha256 = excluded.sha256`);
  return key;
}

async function insertDraft(
  transaction: Transaction,
  { municipality, document, base, amended }: NewDraft,
): Promise<string> {
  const id = newId();
  await transaction.query(sql`
    insert into scenario (id, municipality, document, base, amendment_of, original)
    values (${id}, ${municipality}, ${document}, ${base}, ${amended?.amendmentOf}, ${amended?.original})`);
  return id;
}

/** Begins a draft on a base. @returns its id */
export function beginDraft(
  database: Database,
  document: ScenarioDocument,
  found: BaseAndGround,
): Promise<string> {
  return database.transaction(async transaction => {
    const base = await storeBase(transaction, found);
    const { municipality } = found.base;
    return insertDraft(transaction, { municipality, document, base, amended: null });
  });
}

/** The next number of an amendment of a scenario: two that begin at once get two numbers. */
async function nextAmendment(transaction: Transaction, scenario: string): Promise<number> {
  const [row] = await transaction.query<{ number: number }>(sql`
    update scenario set amendments = amendments + 1 where id = ${scenario} returning amendments as number`);
  return row!.number;
}

type Copied = {
  municipality: string;
  document: ScenarioDocument;
  base: string;
  amendmentOf: AmendmentOf | null;
  original: ScenarioDocument | null;
};

/**
 * Begins a draft as a copy of another. A copy of an amendment is another amendment of the same version.
 * @param document what the copy holds in place of what the draft holds
 * @returns its id; undefined when there is no such draft
 */
export function copyDraft(
  database: Database,
  { scenario, title, document }: { scenario: string; title: string; document?: ScenarioDocument | undefined },
): Promise<string | undefined> {
  return database.transaction(async transaction => {
    const [copied] = await transaction.query<Copied>(sql`
      select municipality, document, base, amendment_of as "amendmentOf", original
      from scenario where id = ${scenario}`);
    if (copied === undefined) return undefined;
    const { municipality, base, amendmentOf, original } = copied;
    const amended = amendmentOf &&
      original && {
        amendmentOf: { ...amendmentOf, number: await nextAmendment(transaction, amendmentOf.scenario) },
        original,
      };
    const copy = { ...(document ?? copied.document), title };
    return insertDraft(transaction, { municipality, document: copy, base, amended });
  });
}

/**
 * Begins a draft as an amendment of a version: from the version's own document and base, whatever the data are now.
 * @returns its id; undefined when there is no such version
 */
export function amendVersion(
  database: Database,
  { scenario, version, title }: { scenario: string; version: number; title: string },
): Promise<string | undefined> {
  return database.transaction(async transaction => {
    const [row] = await transaction.query<{ municipality: string; archive: string }>(sql`
      select municipality, archive from scenario_version
      where scenario = ${scenario} and version = ${version}`);
    if (row === undefined) return undefined;
    const { document: original, base, ground }: ScenarioArchive = JSON.parse(row.archive);
    const number = await nextAmendment(transaction, scenario);
    return insertDraft(transaction, {
      municipality: row.municipality,
      document: { ...original, title },
      base: await storeBase(transaction, { base, ground }),
      amended: { amendmentOf: { scenario, version, title: original.title, number }, original },
    });
  });
}
