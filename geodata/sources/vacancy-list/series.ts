import type { Session, Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import { searchText } from '../../import/search-text.ts';
import type { SeriesAccess } from '../../vocabulary/series.ts';
import { type CoverageAnswer, type ListAnswers, NEW_SERIES } from './answers.ts';
import { listFault } from './list-fault.ts';

/** A series that a list can add a round to. */
export interface ListSeries {
  id: string;
  name: string;
  access: SeriesAccess;
  rhythmMonths: number;
  /** It is not there yet. */
  isNew: boolean;
}

/** A round that was recorded before. */
export interface LastRound {
  id: string;
  series: string;
  /** ISO. */
  date: string;
  coverage: CoverageAnswer;
}

/** Name and rhythm of a series for which nobody chose any: a list that is gone through once a year. */
export const PROPOSED_NAME = 'Gemeentelijke leegstandlijst';
export const PROPOSED_RHYTHM = 12;

/** Kinds of evidence that come as lists; registers do not. */
const LISTED = ['own-list', 'surveyed', 'reported'];

/** Series of a municipality that are lists or surveys, those with the newest round first. */
export async function listSeries(session: Session, municipality: string): Promise<ListSeries[]> {
  const rows = await session.query<Omit<ListSeries, 'isNew'>>(sql`
    select id, name_nl as name, access, rhythm_months as "rhythmMonths" from series
    where municipality = ${municipality} and evidence = any(${LISTED}::text[])
    order by exists (select from observation_round where observation_round.series = series.id) desc,
      (select max(date) from reference_date where reference_date.series = series.id) desc nulls last, rank, id`);
  return rows.map(row => ({ ...row, isNew: false }));
}

/**
 * The series that the answers mean.
 * @param known those of the municipality
 * @throws ImportError where they name a series that takes no lists
 */
export async function seriesOf(
  session: Session,
  municipality: string,
  known: readonly ListSeries[],
  answers: ListAnswers,
): Promise<ListSeries> {
  const { series = known[0]?.id ?? NEW_SERIES, seriesName } = answers;
  const own = known.find(({ id }) => id === series);
  if (own) return own;
  const [other] = await session.query(sql`select id from series where id = ${series}`);
  if (other) throw listFault('list-series-taken', series);
  const name = series === NEW_SERIES ? (seriesName ?? PROPOSED_NAME) : series;
  const id = opaqueId('series', 'vacancy-list', municipality, searchText(name));
  // The same name is the same series: nobody wants two of it.
  const same = known.find(each => each.id === id);
  const { access = 'planner', rhythmMonths = PROPOSED_RHYTHM } = answers;
  return same ?? { id, name, access, rhythmMonths, isNew: true };
}

/** The last round of a series before or on a date, else the last of all; undefined when no list was ever imported. */
export async function lastRound(
  session: Session,
  series: string,
  referenceDate: string | undefined,
): Promise<LastRound | undefined> {
  const [row] = await session.query<LastRound>(sql`
    select id, series, reference_date as date, coverage from observation_round where series = ${series}
    order by (reference_date <= ${referenceDate ?? '9999-12-31'}::date) desc, reference_date desc limit 1`);
  return row;
}

const DEFINITIONS = {
  list: {
    nl: 'De gemeente houdt een lijst bij van ruimten die leeg staan. Wat binnen de dekking van een ronde valt en niet op de lijst staat, is in gebruik; daarbuiten is niet gekeken.',
    en: 'The municipality keeps a list of premises that are vacant. What lies within the coverage of a round and is not on the list is in use; beyond it nobody looked.',
  },
  survey: {
    nl: 'Een onderzoeksbureau nam de ruimten op, onder licentie. Een verkooppunt valt niet altijd samen met één verblijfsobject. Buiten de dekking van een ronde is niet gekeken.',
    en: 'A research firm surveyed the premises, under licence. A retail unit does not always coincide with one premises. Beyond the coverage of a round nobody looked.',
  },
} as const;

/** Writes a series that is new; one that is there stays as it is, but for the dataset that it hangs on. */
export async function writeSeries(
  transaction: Transaction,
  series: ListSeries,
  { municipality, dataset, source }: { municipality: string; dataset: string; source: string },
): Promise<void> {
  if (!series.isNew) return;
  const { id, name, access, rhythmMonths } = series;
  const isSurvey = access === 'licensed';
  const definition = DEFINITIONS[isSurvey ? 'survey' : 'list'];
  await transaction.query(sql`
    insert into series (id, municipality, evidence, kind, name_nl, name_en, definition_nl, definition_en, source,
      rhythm_months, access, profile, reliability, rank, dataset)
    select ${id}, ${municipality}, ${isSurvey ? 'surveyed' : 'own-list'}, 'spell', ${name}, ${name}, ${definition.nl},
      ${definition.en}, ${source}, ${rhythmMonths}, ${access}, 'strict', ${isSurvey ? 'high' : 'medium'},
      coalesce(max(rank), -1) + 1, ${dataset}
    from series where municipality = ${municipality}`);
}
