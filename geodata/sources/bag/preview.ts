import type { Database } from '../../database/database.ts';
import { fixedSql, sql } from '../../database/sql.ts';
import type { ImportChange, ImportColumn, ImportPreview, ImportRow } from '../../import/source.ts';
import { Account } from './account.ts';
import type { BagDelivery } from './delivery.ts';
import { type BagLanding, prepareDelivery } from './land.ts';
import { BAG_KINDS } from './object.ts';

/** Milliseconds for reading a delivery and comparing it. */
const DEADLINE = 1_800_000;

/** Ends the transaction of a preview: nothing of it stays. */
class Undone extends Error {}

/** What is the same of an object of a kind in the delivery and in the database, and what is there of an earlier delivery. */
const COMPARISONS = {
  building: `
    select count(*) filter (where b.id is null) as added,
      count(*) filter (where b.id is not null and not same) as changed, count(*) filter (where same) as unchanged,
      (select count(*) from building o where o.dataset in (select id from bag_earlier)
        and not exists (select from ready_building r where r.id = o.id)) as removed
    from ready_building r left join building b on b.id = r.id
    cross join lateral (select coalesce(b.status = r.status and b.build_year is not distinct from r.year
      and ST_OrderingEquals(b.geom, r.geom), false) as same) s`,
  premises: `
    select count(*) filter (where p.id is null) as added,
      count(*) filter (where p.id is not null and not same) as changed, count(*) filter (where same) as unchanged,
      (select count(*) from premises o where o.dataset in (select id from bag_earlier)
        and not exists (select from ready_premises r where r.id = o.id)) as removed
    from ready_premises r left join premises p on p.id = r.id
    left join premises_period pp on pp.premises = p.id and pp.until_date is null
    left join ready_main m on m.premises = r.id
    cross join lateral (select coalesce(p.point = r.point and p.address is not distinct from m.address
      and pp.purposes = r.purposes and pp.floor_area is not distinct from r.floor_area, false) as same) s`,
  address: `
    select count(*) filter (where a.id is null) as added,
      count(*) filter (where a.id is not null and not same) as changed, count(*) filter (where same) as unchanged,
      (select count(*) from address o where o.dataset in (select id from bag_earlier)
        and not exists (select from ready_address r where r.id = o.id)) as removed
    from ready_address r left join address a on a.id = r.id
    cross join lateral (select coalesce(a.label = r.label and a.postcode is not distinct from r.postcode
      and a.bag_id is not distinct from r.bag_id and a.point = r.point, false) as same) s`,
} as const;

/** What the ten rows of a preview show, whatever the channel calls it. */
const HEADERS = ['identificatie', 'adres', 'gebruiksdoel', 'oppervlakte'];

/** Rows that say most: some that are not loaded, and premises or else buildings that are. */
const ROWS = `
  (select reference as id, '' as label, '' as purposes, detail as area, 'rejected' as outcome, reason
    from bag_rejected where reference <> '' and kind <> 'remark' order by kind, reason, reference limit 4)
  union all
  (select p.id, coalesce(a.label, ''), array_to_string(p.purposes, ', '), coalesce(p.floor_area::text, ''), 'loaded', null
    from ready_premises p left join ready_main m on m.premises = p.id left join ready_address a on a.id = m.address
    order by p.id limit 10)
  union all
  (select id, '', '', coalesce(year::text, ''), 'loaded', null from ready_building
    where not exists (select from ready_premises) order by id limit 10)`;

type PreviewRow = {
  id: string;
  label: string;
  purposes: string;
  area: string;
  outcome: string;
  reason: string | null;
};

function columnsOf(rows: readonly PreviewRow[]): ImportColumn[] {
  const cells = rows.map(({ id, label, purposes, area }) => [id, label, purposes, area]);
  return HEADERS.map((header, index) => {
    const examples = [...new Set(cells.map(row => row[index]!).filter(cell => cell !== ''))].slice(0, 3);
    return { index, header, field: header, examples };
  });
}

const asRow = ({ id, label, purposes, area, outcome, reason }: PreviewRow, index: number): ImportRow => ({
  number: index + 1,
  cells: [id, label, purposes, area],
  outcome,
  reason,
});

/** What was found and what it would change. */
export type DeliveryPreview = Pick<ImportPreview, 'found' | 'columns' | 'rows' | 'changes'>;

/**
 * Reads a delivery as if it were loaded and says what would become of it; nothing stays.
 * @throws ImportError as loading would; the signal's reason
 */
export async function previewDelivery(
  delivery: BagDelivery,
  landing: BagLanding,
  { database, signal }: { database: Database; signal?: AbortSignal | undefined },
): Promise<DeliveryPreview> {
  let found: DeliveryPreview | undefined;
  const work = database.transaction(
    async transaction => {
      const account = new Account();
      const step = () => signal?.throwIfAborted();
      await prepareDelivery(transaction, delivery, landing, { account, madeBy: 'preview', step });
      await transaction.query(sql`
        create temp table bag_earlier on commit drop as
        select id from dataset where source = 'bag' and municipality = (select municipality from bag_import)
          and id <> (select dataset from bag_import)`);
      const changes: ImportChange[] = [];
      for (const kind of delivery.kinds) {
        const [change] = await transaction.query<Omit<ImportChange, 'kind'>>(fixedSql(COMPARISONS[kind]));
        changes.push({ kind, ...change! });
      }
      const rows = (await transaction.query<PreviewRow>(fixedSql(ROWS))).slice(0, 10);
      found = {
        found: BAG_KINDS.map(kind => ({ kind, count: account.read[kind] })).filter(({ count }) => count > 0),
        columns: columnsOf(rows),
        rows: rows.map(asRow),
        changes,
      };
      throw new Undone();
    },
    { deadline: DEADLINE, priority: 'background' },
  );
  await work.catch(error => {
    if (!(error instanceof Undone)) throw error;
  });
  return found!;
}
