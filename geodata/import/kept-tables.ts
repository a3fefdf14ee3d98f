import { fixedSql, type Sql, sql } from '../database/sql.ts';

const OWN = (municipality: string): Sql => sql`municipality = ${municipality}`;
const DATASETS = (municipality: string): Sql =>
  sql`dataset in (select id from dataset where municipality = ${municipality})`;
const PREMISES = (municipality: string): Sql =>
  sql`premises in (select id from premises where municipality = ${municipality})`;
const SERIES = (municipality: string): Sql =>
  sql`series in (select id from series where municipality = ${municipality})`;

/** A table of what came in, and which rows of it are a municipality's. */
export interface KeptTable {
  name: string;
  /** Condition on a row of the table. */
  of(municipality: string): Sql;
}

/**
 * Everything that imports and planners write of a municipality, referenced before referencing; what is derived from it
 * is not among it. A table that is added to the schema and not here would be lost when a revision is restored:
 * `test/geodata/keep.test.ts` holds the list against the schema.
 */
export const KEPT_TABLES: readonly KeptTable[] = [
  { name: 'dataset', of: OWN },
  { name: 'rejected_row', of: DATASETS },
  { name: 'area', of: OWN },
  { name: 'building', of: OWN },
  { name: 'address', of: OWN },
  { name: 'street', of: OWN },
  { name: 'base_feature', of: OWN },
  { name: 'premises', of: OWN },
  { name: 'premises_building', of: PREMISES },
  { name: 'premises_address', of: PREMISES },
  { name: 'premises_period', of: PREMISES },
  { name: 'premises_successor', of: PREMISES },
  { name: 'retail_unit', of: OWN },
  {
    name: 'retail_unit_premises',
    of: municipality => sql`retail_unit in (select id from retail_unit where municipality = ${municipality})`,
  },
  { name: 'series', of: OWN },
  { name: 'reference_date', of: SERIES },
  { name: 'coverage', of: SERIES },
  { name: 'observation', of: SERIES },
  { name: 'observation_round', of: SERIES },
  {
    name: 'observation_round_row',
    of: municipality => sql`round in (select observation_round.id from observation_round
      join series on series.id = observation_round.series where series.municipality = ${municipality})`,
  },
  { name: 'region', of: OWN },
  { name: 'square', of: OWN },
  { name: 'monitor_vacancy', of: OWN },
];

/** Columns of the municipality that an import may change; its revision goes on counting. */
export const MUNICIPALITY_COLUMNS = fixedSql('name, provisional, boundary, extent');

/** Tables that a planner's correction and an observation round write: keeping the rest would copy a whole town. */
export const OBSERVED_TABLES: readonly string[] = [
  'dataset',
  'rejected_row',
  'retail_unit',
  'retail_unit_premises',
  'series',
  'reference_date',
  'coverage',
  'observation',
  'observation_round',
  'observation_round_row',
];
