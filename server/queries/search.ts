import type { Session } from '../../geodata/database/database.ts';
import { NO_SQL, type Sql, sql } from '../../geodata/database/sql.ts';
import type { SearchResult } from '../contract/search.ts';
import { bboxOf, type EnvelopeRow, positionOf } from './position.ts';
import { type SearchTerms, searchTerms } from './search-terms.ts';
import { STREET_PLACE, STREET_PLACE_JOIN } from './street.ts';

/** Least word similarity (pg_trgm) of a guess: one mistake in a short word. The index works from 0.6 on. */
const LEAST_SIMILARITY = 0.4;
/** Streets that are looked into for a house number. */
const STREETS = 8;

/** What to search for, and how much of it. */
export interface Search {
  query: string;
  municipality?: string | undefined;
  limit: number;
}

type Place = { id: string; label: string; municipality: string; score: number; x: number; y: number };

const within = (municipality: string | undefined): Sql =>
  municipality === undefined ? NO_SQL : sql`and municipality = ${municipality}`;

// The best match is what is contained in a longer name; of equals the shortest name is meant.
async function areasLike(session: Session, text: string, { municipality, limit }: Search) {
  const rows = await session.query<Place & EnvelopeRow>(sql`
    with hit as (
      select id, name, municipality, geom, word_similarity(${text}, lower(unaccent(name))) as score
      from area where word_similarity(${text}, lower(unaccent(name))) >= ${LEAST_SIMILARITY}
        ${within(municipality)}
      order by score desc, length(name), id limit ${limit}
    )
    select id, name as label, municipality, score, st_x(centre) as x, st_y(centre) as y,
      st_xmin(geom) as west, st_ymin(geom) as south, st_xmax(geom) as east, st_ymax(geom) as north
    from hit cross join lateral (select st_pointonsurface(geom) as centre) as place`);
  return rows.map(row => ({ ...row, kind: 'area' as const, bbox: bboxOf(row) }));
}

function streetStatement(text: string, condition: Sql, { municipality }: Search): Sql {
  return sql`
    with hit as (
      select id, name, place, municipality, geom, word_similarity(${text}, search) as score
      from street where ${condition} ${within(municipality)}
      order by score desc, length(search), id limit ${STREETS}
    )
    select street.id, street.name, street.place, street.name || ', ' || street.place as label,
      street.municipality, street.score, ${STREET_PLACE}
    from hit as street ${STREET_PLACE_JOIN}
    order by score desc, length(street.name), street.id`;
}

type StreetHit = Place & EnvelopeRow & { name: string; place: string };

async function streetsLike(session: Session, text: string, search: Search): Promise<StreetHit[]> {
  const indexed = await session.query<StreetHit>(streetStatement(text, sql`${text} <% search`, search));
  if (indexed.length > 0) return indexed;
  const loose = sql`word_similarity(${text}, search) >= ${LEAST_SIMILARITY}`;
  return session.query<StreetHit>(streetStatement(text, loose, search));
}

const ADDRESS = sql`id, label, municipality, st_x(point) as x, st_y(point) as y`;

/** Addresses with this number in these streets: best street first, the typed letter or addition first. */
async function addressesIn(
  session: Session,
  streets: readonly StreetHit[],
  { number, suffix = '' }: SearchTerms,
  limit: number,
): Promise<Place[]> {
  if (streets.length === 0 || number === undefined) return [];
  const names = streets.map(street => street.name);
  const codes = streets.map(street => street.municipality);
  const scores = streets.map(street => street.score);
  return session.query<Place>(sql`
    select ${ADDRESS}, hit.score
    from unnest(${names}::text[], ${codes}::text[], ${scores}::float8[]) as hit (street_name, code, score)
    join address on address.municipality = hit.code and address.street = hit.street_name
    where address.number = ${number}
    order by hit.score desc, lower(letter || addition) <> ${suffix}, letter, addition, id limit ${limit}`);
}

async function addressesAt(session: Session, terms: SearchTerms, search: Search): Promise<Place[]> {
  const ofNumber = terms.number === undefined ? NO_SQL : sql`and number = ${terms.number}`;
  return session.query<Place>(sql`
    select ${ADDRESS}, 1 as score from address
    where postcode like ${`${terms.postcode}%`} ${ofNumber} ${within(search.municipality)}
    order by street, number, letter, addition, id limit ${search.limit}`);
}

function result(kind: SearchResult['kind'], place: Place, bbox: SearchResult['bbox']): SearchResult {
  const { id, label, municipality } = place;
  return { kind, id, label, municipality, centre: positionOf(place), bbox };
}

async function byName(session: Session, terms: SearchTerms, search: Search): Promise<SearchResult[]> {
  const [areas, streets] = await Promise.all([
    areasLike(session, terms.text, search),
    streetsLike(session, terms.street, search),
  ]);
  const addresses = await addressesIn(session, streets, terms, search.limit);
  // A number was meant as an address, so addresses stand first; otherwise the likest first.
  const named = [
    ...areas.map(area => ({ place: area, of: result('area', area, area.bbox) })),
    ...streets.map(street => ({ place: street, of: result('street', street, bboxOf(street)) })),
  ].sort((a, b) => b.place.score - a.place.score || a.place.label.length - b.place.label.length);
  const found = addresses.map(address => result('address', address, null));
  return [...found, ...named.map(({ of }) => of)].slice(0, search.limit);
}

/** Areas, streets and addresses by what somebody typed; typos are forgiven, the likest come first. */
export async function searchPlaces(session: Session, search: Search): Promise<SearchResult[]> {
  const terms = searchTerms(search.query);
  if (terms.postcode === undefined) return byName(session, terms, search);
  const addresses = await addressesAt(session, terms, search);
  return addresses.map(address => result('address', address, null));
}
