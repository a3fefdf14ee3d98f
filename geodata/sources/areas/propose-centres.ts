import { readFile } from 'node:fs/promises';
import type { Session, Transaction } from '../../database/database.ts';
import { fixedSql, sql } from '../../database/sql.ts';
import type { ImportContext, ImportResult } from '../../import/context.ts';
import { type RejectedRow, writeDataset, writeRejectedRows } from '../../import/dataset.ts';
import { ImportError } from '../../import/import-error.ts';
import { landImport } from '../../import/land.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import { allLoaded } from '../../import/row-account.ts';
import type { AreaKind } from '../../vocabulary/area-kind.ts';
import type { FunctionCode } from '../../vocabulary/function.ts';
import { AREA_TABLES } from './import.ts';
import { type MunicipalityHere, municipalityHere } from './municipality-here.ts';
import { type AreaRow, removeEarlier, writeAreas } from './write-areas.ts';

/** Functions that make a place a centre: what people come for and may walk from one to the next. */
export const CENTRE_FUNCTIONS: readonly FunctionCode[] = ['retail', 'hospitality', 'services', 'culture'];

/**
 * How centres are derived. No open set of centre outlines exists; these are proposals for a planner to accept or redraw.
 *
 * Method: DBSCAN (Ester, Kriegel, Sander and Xu 1996) over the points of premises whose present function is one of
 * {@link CENTRE_FUNCTIONS}, vacant ones among them. Premises belong together where chains of dense places connect them.
 * The outline runs `edge` metres around the buildings of a group, with gaps below `link` closed.
 *
 * Sources of the parameters: `link` is the distance within which Statistics Netherlands (CBS) counts buildings to one
 * population core (2021, 50 m). `least` and `shopsOf...` are numbers of shops in the classification of retail areas that
 * is used in Dutch practice (Locatus): common knowledge of the field, not confirmed by its publisher, and counted there in
 * shops surveyed, here in premises by registered function. `edge` is ours: the pavement before a front.
 */
export interface CentreParameters {
  /** Metres, from premises to premises. */
  link: number;
  /** Premises within `link` of one (itself counted) from which a place is dense: the smallest centre has five. */
  least: number;
  /** Metres around the outermost buildings. */
  edge: number;
  /** Shops from which the main centre of a place is a town centre (main shopping area); below it is a village core. */
  shopsOfTownCentre: number;
  /** Shops from which a supporting group is a neighbourhood centre; below it is a shopping area. */
  shopsOfNeighbourhoodCentre: number;
}

/** The parameters that are used where nobody says otherwise. */
export const CENTRE_PARAMETERS: CentreParameters = {
  link: 50,
  least: 5,
  edge: 5,
  shopsOfTownCentre: 50,
  shopsOfNeighbourhoodCentre: 10,
};

/** A group of premises as it was found. */
export interface FoundCentre {
  cluster: number;
  premises: number;
  retail: number;
  hospitality: number;
  services: number;
  culture: number;
  /** Where most of them stand; empty where no address says it. */
  place: string;
  /** The street that most of them stand in; empty where none is known. */
  street: string;
  /** Least id of its premises: groups of equal size keep their order by it. */
  first: string;
}

/** What a group is proposed as. */
export interface ProposedCentre {
  found: FoundCentre;
  kind: AreaKind;
  name: string;
  /** The largest group of its place. */
  main: boolean;
}

const bySize = (a: FoundCentre, b: FoundCentre): number =>
  b.retail - a.retail || b.premises - a.premises || (a.first < b.first ? -1 : 1);

function kindOf({ retail }: FoundCentre, main: boolean, parameters: CentreParameters): AreaKind {
  if (main) return retail >= parameters.shopsOfTownCentre ? 'town-centre' : 'village-core';
  return retail >= parameters.shopsOfNeighbourhoodCentre ? 'neighbourhood-centre' : 'shopping-area';
}

/**
 * Says what the groups of a municipality are: per place the largest, by shops and then by premises, is its main centre, the
 * others support it (the first division of the classification). Names are by place or street, numbered where they repeat.
 */
export function classifyCentres(
  found: readonly FoundCentre[],
  municipality: string,
  parameters = CENTRE_PARAMETERS,
): ProposedCentre[] {
  const places = new Set<string>();
  const names = new Map<string, number>();
  return [...found].sort(bySize).map(one => {
    const main = !places.has(one.place);
    places.add(one.place);
    const title = main
      ? `Centrum ${one.place || municipality}`
      : `Winkelgebied ${one.street || one.place || municipality}`;
    const count = (names.get(title) ?? 0) + 1;
    names.set(title, count);
    const name = count === 1 ? title : `${title} (${count})`;
    return { found: one, kind: kindOf(one, main, parameters), name, main };
  });
}

/** By the first of its premises: deriving it anew from the same town gives the same one. */
const centreId = ({ found }: Pick<ProposedCentre, 'found'>, municipality: string): string =>
  opaqueId('area', 'proposed-centre', municipality, found.first);

function areaOf(
  { found, kind, name, main }: ProposedCentre,
  municipality: string,
  parameters: CentreParameters,
): AreaRow {
  const { premises, retail, hospitality, services, culture } = found;
  return {
    id: centreId({ found }, municipality),
    kind,
    name,
    nameDerived: true,
    polygons: [found.cluster],
    ranges: null,
    decidingBody: null,
    decision: null,
    decisionDate: null,
    proposal: true,
    figures: { method: 'dbscan', parameters, main, premises, retail, hospitality, services, culture },
  };
}

interface Basis {
  licence: string;
  attribution: string;
}

/** A derivation stands under the licences of what it was derived from. */
async function basisOf(session: Session, municipality: string): Promise<Basis | undefined> {
  const [row] = await session.query<{ licence: string | null; attribution: string | null }>(sql`
    select string_agg(distinct licence, ', ') as licence, string_agg(distinct attribution, ', ') as attribution
    from dataset where id in (select dataset from premises where municipality = ${municipality})`);
  const { licence, attribution } = row!;
  return licence === null || attribution === null ? undefined : { licence, attribution };
}

function nothingThere({ name }: MunicipalityHere): ImportError {
  return new ImportError({
    code: 'centres-none',
    nl: `In ${name} zijn geen winkels, horeca, diensten en cultuur gevonden die dicht bij elkaar staan. Laad eerst panden met hun functie (OpenStreetMap of BAG).`,
    en: `In ${name} no shops, hospitality, services and culture were found close together. Load premises with their functions first (OpenStreetMap or BAG).`,
  });
}

async function findCentres(
  transaction: Transaction,
  municipality: string,
  { link, least, edge }: CentreParameters,
): Promise<{ found: FoundCentre[]; read: number }> {
  await transaction.query(
    fixedSql(
      'drop table if exists centre_wanted, centre_premises, centre_member, centre_found, polygon_stage',
    ),
  );
  await transaction.query(sql`
    create temp table centre_wanted on commit drop as
    select ${municipality}::text as municipality, ${[...CENTRE_FUNCTIONS]}::text[] as functions,
      ${link}::float8 as link, ${least}::integer as least, ${edge}::float8 as edge`);
  await transaction.script(await readFile(new URL('propose-centres.sql', import.meta.url), 'utf8'));
  const found = await transaction.query<FoundCentre & Record<string, unknown>>(
    sql`select * from centre_found order by cluster`,
  );
  const [row] = await transaction.query<{ read: number }>(sql`select count(*) as read from centre_member`);
  return { found, read: row!.read };
}

/**
 * Derives centre outlines of a municipality from where its shops, hospitality, services and culture stand, as proposals.
 * Earlier proposals are replaced; what a planner accepted stays, and is not proposed again where it holds the same ground.
 * @throws ImportError `municipality-...`, `centres-none`; DatabaseFault; the signal's reason
 */
export async function proposeCentres(
  municipality: string,
  context: ImportContext,
  parameters = CENTRE_PARAMETERS,
): Promise<ImportResult> {
  const here = await municipalityHere(context.database, municipality);
  const basis = await basisOf(context.database, municipality);
  if (basis === undefined) throw nothingThere(here);
  // Every derivation is one of its own: the premises are another town's the next day.
  const dataset = opaqueId('dataset', 'proposed-centres', municipality, `${Date.now()}`);
  const landing = {
    municipality,
    dataset,
    reason: 'Centres proposed',
    summed: ['premises'],
    tables: AREA_TABLES,
  };
  return landImport(context, landing, async (transaction, step) => {
    step('Finding centres', 0.2);
    const { found, read } = await findCentres(transaction, municipality, parameters);
    const proposed = classifyCentres(found, here.name, parameters);
    if (proposed.length === 0) throw nothingThere(here);
    await writeDataset(transaction, { ...recordOf(municipality, basis), id: dataset }, context.madeBy);
    const open = await notAccepted(transaction, proposed, municipality);
    await writeAreas(
      transaction,
      { municipality, dataset },
      open.map(one => areaOf(one, municipality, parameters)),
    );
    await removeEarlier(transaction, { municipality, source: 'proposed-centres', dataset });
    await writeRejectedRows(transaction, dataset, knownRows(proposed, open));
    const loaded = found.reduce((sum, { premises }) => sum + premises, 0);
    return {
      premises: { read, loaded, rejected: 0, leftOut: read - loaded },
      area: {
        read: proposed.length,
        loaded: open.length,
        rejected: 0,
        leftOut: proposed.length - open.length,
      },
      'main-centre': allLoaded(open.filter(({ main }) => main).length),
    };
  });
}

function knownRows(proposed: readonly ProposedCentre[], open: readonly ProposedCentre[]): RejectedRow[] {
  return proposed
    .filter(one => !open.includes(one))
    .map(({ name, found }) => {
      const detail = `n=${found.premises}`;
      return { kind: 'area', reference: name, reason: 'centre-known', detail, original: null };
    });
}

function recordOf(municipality: string, { licence, attribution }: Basis) {
  return {
    municipality,
    source: 'proposed-centres',
    title: 'Voorstel voor centra, afgeleid uit waar winkels, horeca, diensten en cultuur staan',
    owner: 'Afgeleid door Kernkaart',
    licence,
    attribution,
    fileName: null,
    sha256: null,
    referenceDate: null,
  };
}

/** Kinds that a planner has decided on; a proposal that lies mostly in one of them says nothing new. */
const CENTRE_KINDS: readonly AreaKind[] = [
  'town-centre',
  'village-core',
  'neighbourhood-centre',
  'shopping-area',
];
const SAME_GROUND = 0.5;

async function notAccepted(
  transaction: Transaction,
  proposed: readonly ProposedCentre[],
  municipality: string,
): Promise<ProposedCentre[]> {
  const rows = await transaction.query<{ number: number }>(sql`
    select distinct s.number from polygon_stage s
    join area a on a.municipality = ${municipality} and not a.proposal and a.kind = any(${[...CENTRE_KINDS]}::text[])
      and ST_Intersects(a.geom, s.geom)
    where ST_Area(ST_Intersection(a.geom, s.geom)) >= ${SAME_GROUND}::float8 * ST_Area(s.geom)`);
  const known = new Set(rows.map(({ number }) => number));
  // Also one that was redrawn so far that it holds other ground: it is the same centre still.
  const ids = proposed.map(one => centreId(one, municipality));
  const decided = await transaction.query<{ id: string }>(sql`
    select id from area where id = any(${ids}::text[]) and not proposal`);
  const taken = new Set(decided.map(({ id }) => id));
  return proposed.filter((one, index) => !known.has(one.found.cluster) && !taken.has(ids[index]!));
}
