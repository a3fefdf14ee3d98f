import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import type { Series } from '../contract/series.ts';

type Row = Omit<Series, 'name' | 'definition'> &
  Record<'nameNl' | 'nameEn' | 'definitionNl' | 'definitionEn', string>;

/** Series of a municipality that have one of these accesses, in the order of the screens, dates ascending. */
export async function seriesOf(
  session: Session,
  municipality: string,
  accesses: readonly string[],
): Promise<Series[]> {
  const rows = await session.query<Row>(sql`
    select id, municipality, evidence, kind, name_nl as "nameNl", name_en as "nameEn",
      definition_nl as "definitionNl", definition_en as "definitionEn", source,
      rhythm_months as "rhythmMonths", access, profile, reliability,
      coalesce((
        select jsonb_agg(jsonb_build_object('date', r.date, 'methodVersion', r.method_version,
          'coverage', coalesce((
            select jsonb_agg(jsonb_build_object('wholeMunicipality', c.geom is null and c.ranges is null,
              'functions', c.functions, 'leastFloorArea', c.least_floor_area) order by c.id)
            from coverage c where c.series = r.series and c.reference_date = r.date), '[]')) order by r.date)
        from reference_date r where r.series = series.id), '[]') as "referenceDates"
    from series
    where municipality = ${municipality} and access = any(${accesses}::text[])
    order by rank, id`);
  return rows.map(({ nameNl, nameEn, definitionNl, definitionEn, ...rest }) => ({
    ...rest,
    name: { nl: nameNl, en: nameEn },
    definition: { nl: definitionNl, en: definitionEn },
  }));
}

/** What figures of a series need: its municipality's revision and its reference dates, ascending. */
export type SeriesDates = {
  municipality: string;
  revision: number;
  referenceDates: string[];
  methodVersions: string[];
};

/** Dates of a series that has one of these accesses; undefined when there is no such series. */
export async function seriesDates(
  session: Session,
  id: string,
  accesses: readonly string[],
): Promise<SeriesDates | undefined> {
  const [row] = await session.query<SeriesDates & Record<string, unknown>>(sql`
    select municipality.code as municipality, municipality.revision,
      coalesce(array_agg(r.date order by r.date) filter (where r.date is not null), '{}') as "referenceDates",
      coalesce(array_agg(r.method_version order by r.date) filter (where r.date is not null), '{}')
        as "methodVersions"
    from series
    join municipality on municipality.code = series.municipality
    left join reference_date r on r.series = series.id
    where series.id = ${id} and series.access = any(${accesses}::text[])
    group by municipality.code, municipality.revision`);
  return row;
}
