import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { deriveAreas } from './area.ts';
import { readCoverage } from './coverage.ts';
import { readPremises } from './premises.ts';
import { deriveSeries, readSeries } from './series.ts';
import { writeStates } from './state.ts';
import { deriveStreetSides } from './street-side.ts';
import { writeAreaTallies, writeCells } from './tally.ts';

/**
 * Derives everything that is counted from what was observed: which premises are in which area, states,
 * spells, tallies of areas and CBS squares, street sides. Runs at the end of every import, in its
 * transaction; what was derived before is replaced, so it may be repeated.
 * @param municipality code, such as GM0503
 */
export async function rollUp(transaction: Transaction, municipality: string): Promise<void> {
  await removeDerived(transaction, municipality);
  const premises = await readPremises(transaction, municipality);
  const areas = await deriveAreas(transaction, municipality, premises);
  const sides = await deriveStreetSides(transaction, municipality, premises, areas);
  const coverage = await readCoverage(transaction, municipality, premises);
  for (const series of await readSeries(transaction, municipality)) {
    const derived = await deriveSeries(transaction, series, premises, coverage.get(series.id) ?? new Map());
    await writeStates(transaction, series, premises, derived);
    await writeAreaTallies(transaction, municipality, series.id, derived.stock, { areas, sides });
    await writeCells(transaction, series.id, derived.stock, premises);
  }
}

/** Removes what was derived, from the leaves to the root. */
export async function removeDerived(transaction: Transaction, municipality: string): Promise<void> {
  const ofMunicipality = sql`series in (select id from series where municipality = ${municipality})`;
  await transaction.query(sql`delete from premises_state where ${ofMunicipality}`);
  await transaction.query(sql`delete from spell where ${ofMunicipality}`);
  await transaction.query(sql`delete from cell where ${ofMunicipality}`);
  await transaction.query(sql`delete from area_tally where municipality = ${municipality}`);
  await transaction.query(sql`delete from street_side where municipality = ${municipality}`);
}
