import type { Row, Session } from '../../geodata/database/database.ts';
import { type Sql, sql } from '../../geodata/database/sql.ts';

/**
 * What tiles are made of. Each statement answers with one row: all geometries in one value and each
 * attribute as one JSON array in the same order, because thousands of small rows cost far more than one
 * large one. The revision comes from the same snapshot, so that no tile of one revision can hold data of
 * another. Geometry is stored in EPSG:3857; nothing here transforms, and nothing calls GEOS.
 */

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

/** A row of columns. */
export interface TileColumns<Name extends string> {
  revision: number;
  /** WKB of every feature, one after the other; empty for none. */
  wkb: Uint8Array;
  columns: Record<Name, unknown[]>;
}

const CURRENT = sql`(select coalesce(max(number), 0) from revision) as revision`;

const envelope = ([west, south, east, north]: Box): Sql =>
  sql`ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 3857)`;

async function tileColumns<Name extends string>(
  session: Session,
  names: readonly Name[],
  statement: Sql,
): Promise<TileColumns<Name>> {
  const [row] = await session.query<Row & { revision: number; wkb?: Uint8Array | null }>(statement);
  if (row === undefined) throw new Error('a tile statement answered without a row');
  const columns = Object.fromEntries(names.map(name => [name, JSON.parse(String(row[name] ?? '[]'))]));
  return {
    revision: row.revision,
    wkb: row.wkb ?? new Uint8Array(0),
    columns: columns as Record<Name, unknown[]>,
  };
}

/** Base map features from `min_zoom` on; areas of at least `leastArea` m2 (in EPSG:3857). */
export function baseColumns(session: Session, z: number, box: Box, leastArea: number) {
  return tileColumns(
    session,
    ['layer', 'class', 'name', 'bridge', 'tunnel'],
    sql`select ${CURRENT}, string_agg(ST_AsBinary(geom_3857), ''::bytea) as wkb,
        json_agg(layer)::text as layer, json_agg(class)::text as class, json_agg(name)::text as name,
        json_agg(bridge)::text as bridge, json_agg(tunnel)::text as tunnel
      from (
        select layer, class, name, bridge, tunnel, geom_3857 from base_feature
        where geom_3857 && ${envelope(box)} and min_zoom <= ${z}::int
          and (ST_Dimension(geom_3857) < 2 or ST_Area(geom_3857) >= ${leastArea}::float8)
        order by id
      ) as shown`,
  );
}

/** Areas of at least `leastArea` m2 (in EPSG:3857). */
export function areaColumns(session: Session, box: Box, leastArea: number) {
  return tileColumns(
    session,
    ['id', 'kind', 'name'],
    sql`select ${CURRENT}, string_agg(ST_AsBinary(geom_3857), ''::bytea) as wkb,
        json_agg(id)::text as id, json_agg(kind)::text as kind, json_agg(name)::text as name
      from (
        select id, kind, name, geom_3857 from area
        where geom_3857 && ${envelope(box)} and ST_Area(geom_3857) >= ${leastArea}::float8
        order by id
      ) as shown`,
  );
}

/** Buildings of at least `leastArea` m2 (in EPSG:3857). */
export function buildingColumns(session: Session, box: Box, leastArea: number) {
  return tileColumns(
    session,
    ['id', 'year', 'use'],
    sql`select ${CURRENT}, string_agg(ST_AsBinary(geom_3857), ''::bytea) as wkb,
        json_agg(id)::text as id, json_agg(build_year)::text as year, json_agg(use)::text as use
      from (
        select id, build_year, use, geom_3857 from building
        where geom_3857 && ${envelope(box)} and ST_Area(geom_3857) >= ${leastArea}::float8
        order by id
      ) as shown`,
  );
}

/** CBS squares of 500 m for which something is published; box and corners in RD metres. */
export function publishedCellColumns(session: Session, box: Box) {
  return cellColumns(
    session,
    // Series by series: the primary key starts with it, then x.
    sql`select distinct cell.x, cell.y from series cross join lateral (
        select x, y from published_cell
        where published_cell.series = series.id and x >= ${box[0]}::float8 and x <= ${box[2]}::float8
          and y >= ${box[1]}::float8 and y <= ${box[3]}::float8
      ) as cell`,
  );
}

/** CBS squares of 100 m that hold premises, published or not: planners only. */
export function plannerCellColumns(session: Session, box: Box) {
  return cellColumns(
    session,
    sql`select distinct square.x, square.y from series cross join lateral (
        select x, y from cell
        where cell.series = series.id and size = 100 and x >= ${box[0]}::float8 and x <= ${box[2]}::float8
          and y >= ${box[1]}::float8 and y <= ${box[3]}::float8
      ) as square`,
  );
}

function cellColumns(session: Session, cells: Sql) {
  return tileColumns(
    session,
    ['x', 'y'],
    sql`select ${CURRENT}, json_agg(x)::text as x, json_agg(y)::text as y
      from (${cells} order by 1, 2) as shown`,
  );
}

/**
 * Premises that still exist, with their present function and, in the first series of their municipality,
 * the status on its latest reference date (index in STATUS_CODES; null: no state known) and since when the
 * spell that is still open lasts (the latest it can have begun, ISO date; null: no open spell). Plain joins
 * and the newest of each: a subquery for every premises takes four times as long.
 */
export function premisesColumns(session: Session, box: Box) {
  return tileColumns(
    session,
    ['id', 'name', 'function', 'status', 'since'],
    sql`with first_series as (
        select distinct on (municipality) municipality, id from series order by municipality, rank, id
      )
      select ${CURRENT}, string_agg(ST_AsBinary(point_3857), ''::bytea) as wkb,
        json_agg(id)::text as id, json_agg(name)::text as name, json_agg(function)::text as function,
        json_agg(status)::text as status, json_agg(since)::text as since
      from (
        select distinct on (premises.id) premises.id, premises.name, premises.point_3857,
          period.function, period.until_date, spell.from_latest as since,
          case when length(state.states) > 0 then get_byte(state.states, length(state.states) - 1) end as status
        from premises
        left join first_series on first_series.municipality = premises.municipality
        left join premises_state state on state.series = first_series.id and state.premises = premises.id
        left join premises_period period on period.premises = premises.id
        left join spell on spell.premises = premises.id and spell.series = first_series.id
          and spell.until_latest is null
        where point_3857 && ${envelope(box)}
        order by premises.id, period.from_date desc, spell.first_seen desc
      ) as shown
      where until_date is null`,
  );
}

/** What the TileJSON documents say about the whole instance. */
export interface TileSummary {
  revision: number;
  /** West, south, east, north in RD metres of all municipalities; null without any. */
  extent: [number, number, number, number] | null;
  /** Of every dataset, each once, in alphabetical order. */
  attributions: string[];
}

/** Revision, extent and attributions of the instance. */
export async function tileSummary(session: Session): Promise<TileSummary> {
  const [row] = await session.query<{ revision: number; extent: string | null; attributions: string | null }>(
    sql`select ${CURRENT},
        (select json_build_array(min(ST_XMin(extent)), min(ST_YMin(extent)),
            max(ST_XMax(extent)), max(ST_YMax(extent)))::text
          from municipality having count(*) > 0) as extent,
        (select json_agg(distinct attribution)::text from dataset where attribution <> '') as attributions`,
  );
  if (row === undefined) throw new Error('the tile summary answered without a row');
  return {
    revision: row.revision,
    extent: row.extent === null ? null : JSON.parse(row.extent),
    attributions: JSON.parse(row.attributions ?? '[]'),
  };
}
