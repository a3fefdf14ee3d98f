import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { ABSENT, emptyStock, type Stock } from '../../geodata/figures/stock.ts';
import { FUNCTION_CODES } from '../../geodata/vocabulary/function.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import { coveredColumn } from './premises-columns.ts';
import { fillStory, type StoryRow, storyColumns } from './premises-story.ts';

const NONE = -1;

/** A premises of the area with all that its columns are made of. */
export type AreaPremises = StoryRow & {
  id: string;
  /** Name and address. */
  label: string;
  /** Metres RD. */
  x: number;
  y: number;
  building: string | null;
  /** The street side of this area that it stands on. */
  side: string | null;
};

/** The premises of an area in one series, by id, and the stock that figures are counted from. */
export interface AreaStock {
  rows: AreaPremises[];
  stock: Stock;
}

/** Reads the premises of an area. @param dates reference dates of the series, ascending */
export async function areaStock(
  session: Session,
  { area, series, dates }: { area: string; series: string; dates: readonly string[] },
): Promise<AreaStock> {
  const rows = await session.query<AreaPremises>(sql`
    select premises.id, concat_ws(', ', premises.name, address.label) as label,
      st_x(premises.point) as x, st_y(premises.point) as y,
      (select min(building collate "C") from premises_building
        where premises_building.premises = premises.id) as building,
      (select min(side.id collate "C") from street_side_premises link
        join street_side side on side.id = link.street_side and side.area = member.area
        where link.premises = premises.id) as side,
      ${storyColumns(series)}
    from premises_area member
    join premises on premises.id = member.premises
    left join address on address.id = premises.address
    left join premises_state state on state.premises = premises.id and state.series = ${series}
    where member.area = ${area}
    order by premises.id collate "C"`);
  const stock = emptyStock(rows.length, dates.length);
  stock.covered.set(await coveredColumn(session, series, dates));
  rows.forEach((row, premises) => {
    fillStory(stock, premises, row, dates);
  });
  return { rows, stock };
}

const centimetres = (metres: number): number => Math.round(metres * 100) / 100;

/** FUNCTION_CODES index of what the plan allows; -1 where it says nothing that we know. */
const allowedOf = (code: string | null): number =>
  code === null ? NONE : (FUNCTION_CODES as readonly string[]).indexOf(code);

/** Different values in order of their first appearance, and the index of each row's. */
function indexed(values: readonly (string | null)[]): { list: string[]; indexes: number[] } {
  const known = new Map<string, number>();
  const indexes = values.map(value => {
    if (value === null) return NONE;
    const index = known.get(value) ?? known.size;
    known.set(value, index);
    return index;
  });
  return { list: [...known.keys()], indexes };
}

/**
 * The columns of a base: the premises that exist on its date.
 * @param date index of the base date, and the date itself
 * @param sides ids of the area's street sides, in the order of the base
 */
export function premisesOfBase(
  { rows, stock }: AreaStock,
  date: { index: number; iso: string },
  sides: readonly string[],
): Pick<ScenarioBase, 'premises' | 'buildings'> {
  const slotOf = (premises: number) => premises * stock.dates + date.index;
  const present = [...rows.keys()].filter(premises => stock.functions[slotOf(premises)] !== ABSENT);
  const own = present.map(premises => rows[premises]!);
  const slots = present.map(slotOf);
  const now = own.map(({ periods }) =>
    periods.find(({ from, until }) => from <= date.iso && (until === null || date.iso < until)),
  );
  const buildings = indexed(own.map(({ building }) => building));
  const sideIndex = new Map(sides.map((id, index) => [id, index]));
  return {
    buildings: buildings.list,
    premises: {
      ids: own.map(({ id }) => id),
      labels: own.map(({ label }) => label),
      x: own.map(({ x }) => centimetres(x)),
      y: own.map(({ y }) => centimetres(y)),
      functions: slots.map(slot => stock.functions[slot]!),
      allowed: now.map(period => allowedOf(period?.allowed ?? null)),
      floorAreas: slots.map(slot => stock.floorAreas[slot]!),
      storeys: now.map(period => period?.storey ?? NONE),
      states: slots.map(slot => stock.states[slot]!),
      durations: slots.map(slot => stock.durations[slot]!),
      vacantAreas: slots.map(slot => stock.vacantAreas[slot]!),
      buildings: buildings.indexes,
      streetSides: own.map(({ side }) => (side === null ? NONE : (sideIndex.get(side) ?? NONE))),
    },
  };
}
