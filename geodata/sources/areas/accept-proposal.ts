import type { Transaction } from '../../database/database.ts';
import { fixedSql, sql } from '../../database/sql.ts';
import { isInNetherlands } from '../../formats/vector-crs.ts';
import { boxOf, polygonsEwkb } from '../../formats/vector-feature.ts';
import type { ImportContext } from '../../import/context.ts';
import { writeDataset } from '../../import/dataset.ts';
import { finishImport } from '../../import/finish.ts';
import { ImportError } from '../../import/import-error.ts';
import { keepRevision } from '../../import/keep.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import { AREA_TABLES } from './import.ts';

/** What a planner makes of a proposed area. */
export interface AcceptedArea {
  name?: string | undefined;
  /** Polygon or MultiPolygon in degrees (CRS84), where the planner drew it otherwise. */
  geometry?: GeoJSON.Geometry | undefined;
}

const FAULTS = {
  'proposal-name': [
    'Geef het gebied een naam van hoogstens 200 tekens.',
    'Name the area, in 200 characters at most.',
  ],
  'proposal-geometry': [
    'De omtrek is geen vlak in Nederland. Teken een vlak dat zichzelf niet kruist.',
    'The outline is no polygon in the Netherlands. Draw one that does not cross itself.',
  ],
} as const;

function fault(code: keyof typeof FAULTS): ImportError {
  const [nl, en] = FAULTS[code];
  return new ImportError({ code, nl, en });
}

const LONGEST_NAME = 200;

function checkedName(name: string | undefined): string | null {
  if (name === undefined) return null;
  const clean = name.replace(/\s+/g, ' ').trim();
  if (clean === '' || clean.length > LONGEST_NAME) throw fault('proposal-name');
  return clean;
}

function checkedOutline(geometry: GeoJSON.Geometry | undefined): string | null {
  if (geometry === undefined) return null;
  const box = boxOf(geometry);
  const ewkb = polygonsEwkb(geometry, 4326);
  if (box === undefined || ewkb === undefined || !isInNetherlands(4326, box))
    throw fault('proposal-geometry');
  return ewkb;
}

interface Proposal {
  municipality: string;
  name: string;
}

/** Areas that planners accepted are of the municipality and of no derivation: deriving anew leaves them alone. */
async function acceptedDataset(
  transaction: Transaction,
  { municipality }: Proposal,
  madeBy: string,
): Promise<string> {
  const id = opaqueId('dataset', 'areas', municipality, 'accepted');
  const [there] = await transaction.query(sql`select 1 as there from dataset where id = ${id}`);
  if (there !== undefined) return id;
  const [row] = await transaction.query<{ name: string }>(
    sql`select name from municipality where code = ${municipality}`,
  );
  const owner = `Gemeente ${row!.name}`;
  const record = {
    id,
    municipality,
    source: 'areas',
    title: 'Door de gemeente vastgestelde gebieden',
    owner,
    licence: 'Niet opgegeven',
    attribution: owner,
    fileName: null,
    sha256: null,
    referenceDate: null,
  };
  await writeDataset(transaction, record, madeBy);
  return id;
}

async function countAccepted(transaction: Transaction, dataset: string): Promise<void> {
  await transaction.query(sql`
    update dataset d set read_count = n, loaded_count = n,
      counts = jsonb_build_object('area', jsonb_build_object('read', n, 'loaded', n, 'rejected', 0, 'leftOut', 0))
    from (select count(*)::integer as n from area where dataset = ${dataset}) c where d.id = ${dataset}`);
}

/**
 * Makes a proposed area an area like any other, as it is or with another name or outline: one transaction, a new revision.
 * It stays when centres are derived anew.
 * @returns the revision; undefined when there is no proposal with that id
 * @throws ImportError `proposal-name`, `proposal-geometry`
 */
export async function acceptProposal(
  context: Pick<ImportContext, 'database' | 'madeBy' | 'software' | 'publish'>,
  areaId: string,
  accepted: AcceptedArea = {},
): Promise<number | undefined> {
  const name = checkedName(accepted.name);
  const outline = checkedOutline(accepted.geometry);
  return context.database.transaction(
    async transaction => {
      const [proposal] = await transaction.query<Proposal & Record<string, unknown>>(sql`
        select municipality, name from area where id = ${areaId} and proposal`);
      if (proposal === undefined) return undefined;
      await keepRevision(transaction, proposal.municipality, AREA_TABLES);
      const dataset = await acceptedDataset(transaction, proposal, context.madeBy);
      if (outline !== null) await redraw(transaction, areaId, outline);
      await transaction.query(sql`
        update area set proposal = false, dataset = ${dataset}, name = coalesce(${name}, name),
          name_derived = name_derived and ${name === null}::boolean
        where id = ${areaId}`);
      await countAccepted(transaction, dataset);
      const reason = `Proposal accepted: ${name ?? proposal.name}`;
      const revision = await finishImport(transaction, context, {
        municipality: proposal.municipality,
        reason,
      });
      await transaction.query(sql`update dataset set revision = ${revision} where id = ${dataset}`);
      return revision;
    },
    { deadline: 300_000, priority: 'background' },
  );
}

async function redraw(transaction: Transaction, areaId: string, outline: string): Promise<void> {
  await transaction.query(fixedSql('drop table if exists redrawn'));
  await transaction.query(sql`
    create temp table redrawn on commit drop as
    select ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Transform(${outline}::geometry, 28992)), 3)) as geom`);
  const drawn = await transaction.query(sql`
    update area set geom = r.geom, geom_3857 = ST_Transform(r.geom, 3857)
    from redrawn r where area.id = ${areaId} and ST_Area(r.geom) > 0 returning area.id`);
  if (drawn.length === 0) throw fault('proposal-geometry');
}
