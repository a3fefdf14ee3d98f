import type { OsmReasonCode } from '#vocabulary/osm-reason.ts';
import type { AccountedKind } from './kind.ts';

/** Columns of the staging tables, in the order in which rows hold them (stage.sql). */
export const STAGE_COLUMNS = {
  osm_building: ['reference', 'id', 'bag_id', 'build_year', 'status', 'use', 'residential', 'geom'],
  osm_address: [
    'reference',
    'id',
    'premises',
    'bag_id',
    'street',
    'number',
    'letter',
    'addition',
    'postcode',
    'place',
    'label',
    'search',
    'geom',
  ],
  osm_use: ['reference', 'premises', 'address', 'name', 'function', 'rank', 'vacant', 'tag', 'geom'],
  osm_area: ['reference', 'id', 'kind', 'kind_name', 'name', 'geom'],
  osm_street: ['name', 'search', 'geom'],
  osm_base: ['layer', 'class', 'name', 'bridge', 'tunnel', 'min_zoom', 'geom'],
  osm_rejected: ['kind', 'reference', 'reason', 'detail'],
} as const;

/** Name of a staging table. */
export type StageTable = keyof typeof STAGE_COLUMNS;

/** What is made of a file before the database sees it: rows by staging table, and how much was read. */
export class Stage {
  readonly rows: Record<StageTable, unknown[][]> = {
    osm_building: [],
    osm_address: [],
    osm_use: [],
    osm_area: [],
    osm_street: [],
    osm_base: [],
    osm_rejected: [],
  };
  readonly read: Record<AccountedKind, number> = {
    building: 0,
    address: 0,
    'point-of-interest': 0,
    vacancy: 0,
    area: 0,
  };

  add(table: StageTable, ...row: unknown[]): void {
    this.rows[table].push(row);
  }

  /** @param detail what a reader needs beside the reason: the tag, the value, the other object */
  reject(kind: AccountedKind, reference: string, reason: OsmReasonCode, detail = ''): void {
    this.add('osm_rejected', kind, reference, reason, detail);
  }
}
