import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { dayOf } from '../../geodata/figures/calendar.ts';
import type { ScenarioBase, ScenarioGround } from '../contract/scenario-base.ts';
import type { Series } from '../contract/series.ts';
import { observedFlows } from '../planning/observed-flow.ts';
import { municipalityRevision } from './municipality.ts';
import { type AreaOfBase, baseArea, overlappingAreas, sidesOfArea } from './scenario-area.ts';
import { scenarioGround } from './scenario-ground.ts';
import { type AreaStock, areaStock, premisesOfBase } from './scenario-premises.ts';
import { seriesOf } from './series.ts';

/** Times that a base is read anew because an import ended meanwhile. */
const ATTEMPTS = 3;

/** What a base is asked for. */
export interface BaseQuestion {
  municipality: string;
  area: string;
  series: string;
  /** One of the series' reference dates, ISO. */
  referenceDate: string;
  /** Only series with one of these accesses exist for who asks. */
  accesses: readonly string[];
}

/** What a scenario starts from, and the ground for its still maps. */
export interface BaseAndGround {
  base: ScenarioBase;
  ground: ScenarioGround;
}

/** The field of the question that names nothing. */
export interface NoBase {
  missing: 'area' | 'series' | 'referenceDate';
}

/** Homes of a municipality on a date. */
async function homesOn(session: Session, municipality: string, date: string): Promise<number> {
  const [row] = await session.query<{ homes: number }>(sql`
    select count(*) as homes from premises_period period join premises on premises.id = period.premises
    where premises.municipality = ${municipality} and period.function = 'housing'
      and period.from_date <= ${date}::date and (period.until_date is null or period.until_date > ${date}::date)`);
  return row!.homes;
}

function seriesOfBase(series: Series, date: number, { stock }: AreaStock): ScenarioBase['series'] {
  const { id, name, definition, source, evidence, profile, access, reliability, referenceDates } = series;
  const { date: referenceDate, methodVersion } = referenceDates[date]!;
  return {
    ...{ id, name, definition, source, evidence, profile, access, reliability },
    ...{ referenceDate, methodVersion, covered: stock.covered[date] === 1 },
  };
}

async function baseOf(
  session: Session,
  { municipality, area }: BaseQuestion,
  { series, date, place }: { series: Series; date: number; place: AreaOfBase },
): Promise<ScenarioBase> {
  const dates = series.referenceDates.map(each => each.date);
  const referenceDate = dates[date]!;
  const streetSides = await sidesOfArea(session, area);
  const found = await areaStock(session, { area, series: series.id, dates });
  const sideIds = streetSides.map(({ id }) => id);
  const { premises, buildings } = premisesOfBase(found, { index: date, iso: referenceDate }, sideIds);
  const methodVersions = series.referenceDates.map(each => each.methodVersion);
  const members = [...found.rows.keys()];
  return {
    municipality,
    municipalityName: place.municipalityName,
    fictional: place.fictional,
    municipalityHomes: await homesOn(session, municipality, referenceDate),
    revision: place.revision,
    area: place.area,
    zones: await overlappingAreas(session, area),
    series: seriesOfBase(series, date, found),
    premises,
    buildings,
    streetSides,
    flows: observedFlows(found.stock, { days: dates.map(dayOf), methodVersions }, date, members),
  };
}

async function build(session: Session, question: BaseQuestion): Promise<BaseAndGround | NoBase> {
  const place = await baseArea(session, question);
  if (place === undefined) return { missing: 'area' };
  const list = await seriesOf(session, question.municipality, question.accesses);
  const series = list.find(({ id }) => id === question.series);
  if (series === undefined) return { missing: 'series' };
  const date = series.referenceDates.findIndex(each => each.date === question.referenceDate);
  if (date === -1) return { missing: 'referenceDate' };
  const base = await baseOf(session, question, { series, date, place });
  const { municipality } = question;
  const ground = await scenarioGround(session, place.box, { municipality, buildings: base.buildings });
  return { base, ground };
}

/**
 * Makes the base of a scenario from the data as they are now. Figures counted from it are those of the cube: the same
 * premises, by the same functions. Planners only.
 * @returns or which part of the question there is no such thing of
 * @throws Error when imports end faster than a base is made
 */
export async function scenarioBase(
  session: Session,
  question: BaseQuestion,
): Promise<BaseAndGround | NoBase> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const made = await build(session, question);
    if ('missing' in made) return made;
    // An import that ended in between raised the revision: half of what was read may be from before it.
    const revision = await municipalityRevision(session, question.municipality);
    if (revision === made.base.revision) return made;
  }
  throw new Error(`the base of a scenario in ${question.area} could not be read: the data kept changing`);
}
