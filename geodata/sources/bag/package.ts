import {
  type Box,
  GeoPackage,
  type GeoPackageLayer,
  type PackageValue,
  packageGeometry,
} from '../../formats/geopackage.ts';
import type { Account } from './account.ts';
import { boxOf, isNear } from './box.ts';
import { type BagDelivery, type KnownPlace, noAddresses } from './delivery.ts';
import { bagFault, whichMunicipality } from './fault.ts';
import {
  type BagField,
  buildingFrom,
  columnOf,
  FIELD_NAMES,
  type FieldReader,
  premisesFrom,
} from './field.ts';
import type { BagBuilding, BagKind, BagPremises } from './object.ts';

/** EPSG of RD New, and of RD New with heights. */
const RD = new Set([28992, 7415]);
const SRID = 28992;

/** Names of the layers, in the singular (bag-light) and the plural (files of addresses). */
const LAYERS = {
  building: ['pand', 'panden'],
  premises: [
    'verblijfsobject',
    'verblijfsobjecten',
    'ligplaats',
    'ligplaatsen',
    'standplaats',
    'standplaatsen',
  ],
  place: ['woonplaats', 'woonplaatsen'],
} as const;

function layersOf(file: GeoPackage, kind: keyof typeof LAYERS): GeoPackageLayer[] {
  return LAYERS[kind].flatMap(name => file.layer(name) ?? []);
}

/** Whether a GeoPackage holds panden or verblijfsobjecten of the BAG, by its layers and their columns. */
export function isBagPackage(file: GeoPackage): boolean {
  return [...layersOf(file, 'building'), ...layersOf(file, 'premises')].some(
    ({ columns }) => columnOf('id', columns) !== undefined || columnOf('address', columns) !== undefined,
  );
}

/** Reads fields of the rows of a layer; columns that it does not have read as undefined. */
class LayerReader {
  readonly columns: string[];
  readonly #at = new Map<BagField, number>();
  readonly #geometry: number;
  #row: PackageValue[] = [];

  constructor(layer: GeoPackageLayer) {
    this.columns = [layer.geometryColumn];
    this.#geometry = 0;
    for (const field of Object.keys(FIELD_NAMES) as BagField[]) {
      const column = columnOf(field, layer.columns);
      if (column === undefined) continue;
      this.#at.set(field, this.columns.length);
      this.columns.push(column);
    }
  }

  turnTo(row: PackageValue[]): void {
    this.#row = row;
  }

  readonly read: FieldReader = field => {
    const at = this.#at.get(field);
    return at === undefined ? undefined : this.#row[at];
  };

  geometry() {
    return packageGeometry(this.#row[this.#geometry], SRID);
  }
}

const fourDigits = (code: string): string => code.slice(2);

/** Codes of the municipalities that a file says it holds: by the holders of its woonplaatsen, its premises, its ids. */
function codesIn(file: GeoPackage): { codes: string[]; stated: boolean } {
  const most = 400;
  for (const layer of [...layersOf(file, 'place'), ...layersOf(file, 'premises')]) {
    const column = columnOf('municipality', layer.columns);
    if (column === undefined) continue;
    const digits = file.distinct(layer, column, most).map(code => code.padStart(4, '0'));
    if (digits.length > 0) return { codes: digits.map(code => `GM${code}`), stated: true };
  }
  const digits = new Set<string>();
  for (const layer of [...layersOf(file, 'premises'), ...layersOf(file, 'building')]) {
    const column = columnOf('id', layer.columns) ?? columnOf('address', layer.columns);
    if (column === undefined) continue;
    for (const id of file.distinct(layer, column, 5_000)) digits.add(id.padStart(16, '0').slice(0, 4));
  }
  return { codes: [...digits].sort().map(code => `GM${code}`), stated: false };
}

/** Outlines and names of the woonplaatsen of a municipality, where the file has them. */
async function placesOf(file: GeoPackage, code: string): Promise<{ outlines: string[]; names: string[] }> {
  const outlines: string[] = [];
  const names: string[] = [];
  for (const layer of layersOf(file, 'place')) {
    const municipality = columnOf('municipality', layer.columns);
    if (municipality === undefined) continue;
    const name = layer.columns.find(column => ['woonplaats', 'naam', 'woonplaats_naam'].includes(column));
    const columns = [layer.geometryColumn, name ?? municipality];
    const filter = { equals: [municipality, fourDigits(code)] as const };
    for await (const [shape, said] of file.rows(layer, columns, filter)) {
      const geometry = packageGeometry(shape, SRID);
      if (geometry) outlines.push(geometry.hex);
      if (name) names.push(`${said}`);
    }
  }
  return { outlines, names };
}

/** A bag-light GeoPackage, or one of addresses, opened for one municipality. */
class PackageDelivery implements BagDelivery {
  readonly title: string;
  readonly referenceDate: string;
  readonly municipality: BagDelivery['municipality'];
  readonly kinds: readonly BagKind[];
  readonly wider: boolean;
  readonly territory: readonly string[];
  readonly #file: GeoPackage;
  readonly #box: Box | null;
  /** Buildings that premises of the municipality are in: wherever they lie, they belong to it. */
  readonly #named = new Set<string>();

  constructor(
    file: GeoPackage,
    about: Pick<BagDelivery, 'title' | 'referenceDate' | 'municipality' | 'wider' | 'territory'> & {
      box: Box | null;
    },
  ) {
    this.#file = file;
    this.title = about.title;
    this.referenceDate = about.referenceDate;
    this.municipality = about.municipality;
    this.wider = about.wider;
    this.territory = about.territory;
    this.#box = about.box;
    const premises = layersOf(file, 'premises').length > 0;
    this.kinds = [
      ...(layersOf(file, 'building').length > 0 ? (['building'] as const) : []),
      ...(premises ? (['premises', 'address'] as const) : []),
    ];
  }

  addresses = noAddresses;

  async *premises(account: Account): AsyncGenerator<BagPremises> {
    for (const layer of layersOf(this.#file, 'premises')) {
      const reader = new LayerReader(layer);
      const identified = columnOf('id', layer.columns) !== undefined;
      const digits = fourDigits(this.municipality.code);
      const held = this.wider && columnOf('municipality', layer.columns) !== undefined;
      for await (const batch of this.#file.batches(layer, reader.columns)) {
        account.read.premises += batch.length;
        for (const row of batch) {
          reader.turnTo(row);
          if (held && `${reader.read('municipality')}`.padStart(4, '0') !== digits) {
            account.count('premises', 'other-municipality');
            continue;
          }
          const premises = premisesFrom(reader.read, reader.geometry(), account, identified);
          if (premises === undefined) continue;
          if (this.wider) for (const id of premises.buildings) this.#named.add(id);
          yield premises;
        }
      }
    }
  }

  async *buildings(account: Account): AsyncGenerator<BagBuilding> {
    for (const layer of layersOf(this.#file, 'building')) {
      const reader = new LayerReader(layer);
      const within = this.wider ? (this.#box ?? undefined) : undefined;
      const chosen = within !== undefined && layer.indexed;
      // What the index passes over was not read row by row, and is in the file all the same.
      const all = chosen ? this.#file.count(layer) : 0;
      let seen = 0;
      for await (const batch of this.#file.batches(layer, reader.columns, { within })) {
        seen += batch.length;
        for (const row of batch) {
          reader.turnTo(row);
          if (!this.#mayBelong(reader)) account.count('building', 'other-municipality');
          else {
            const building = buildingFrom(reader.read, reader.geometry(), account);
            if (building !== undefined) yield building;
          }
        }
      }
      account.read.building += chosen ? all : seen;
      for (let passed = seen; chosen && passed < all; passed += 1)
        account.count('building', 'other-municipality');
    }
  }

  /** A first look, by the box; where each lies exactly is seen in the database. */
  #mayBelong(reader: LayerReader): boolean {
    if (!this.wider) return true;
    const id = `${reader.read('id')}`;
    if (this.#named.has(id)) return true;
    if (this.#box === null) return id.startsWith(fourDigits(this.municipality.code));
    const geometry = reader.geometry();
    return geometry !== null && isNear(this.#box, geometry);
  }

  async close(): Promise<void> {
    this.#file.close();
  }
}

/**
 * Opens a GeoPackage of the BAG for one municipality.
 * @param asked code; without one the file must hold exactly one municipality
 * @param known what the database knows of a municipality
 * @throws ImportError when it is no GeoPackage of the BAG, not in RD, or which municipality is meant is not clear
 */
export async function openPackage(
  path: string,
  asked: { municipality?: string | undefined; name?: string | undefined; date: string },
  known: (code: string) => Promise<KnownPlace>,
): Promise<BagDelivery> {
  const file = new GeoPackage(path);
  try {
    if (!isBagPackage(file)) throw bagFault('bag-foreign');
    const layers = [...layersOf(file, 'building'), ...layersOf(file, 'premises')];
    if (layers.some(({ srsId }) => !RD.has(srsId))) throw bagFault('bag-crs');
    if (layers.every(layer => file.value(`select 1 from "${layer.table}" limit 1`) === null))
      throw bagFault('bag-empty');
    const { codes, stated } = codesIn(file);
    const code = asked.municipality ?? (codes.length === 1 ? codes[0]! : undefined);
    if (code === undefined)
      throw codes.length > 1 ? whichMunicipality(codes) : bagFault('bag-municipality-unknown');
    const place = await known(code);
    const { outlines, names } = await placesOf(file, code);
    const only = names.length === 1 ? names[0]! : (commonPlace(file) ?? null);
    const name = asked.name ?? place.name ?? only;
    const certain =
      (asked.municipality !== undefined || stated) &&
      (asked.name !== undefined || (place.name !== null && !place.provisional));
    const referenceDate = file.lastChange() ?? asked.date;
    return new PackageDelivery(file, {
      title: `BAG (GeoPackage) van ${referenceDate}`,
      referenceDate,
      municipality: { code, name, provisional: !certain },
      // Digits of ids are those of the municipality that registered them, which says nothing of others in the file.
      wider: stated && (codes.length !== 1 || codes[0] !== code),
      territory: outlines,
      box: boxOf(outlines) ?? place.box,
    });
  } catch (error) {
    file.close();
    throw error;
  }
}

/** The place that every address of a small file names; undefined when there are several or none. */
function commonPlace(file: GeoPackage): string | undefined {
  for (const layer of layersOf(file, 'premises')) {
    const column = columnOf('place', layer.columns);
    if (column === undefined) continue;
    const names = file.distinct(layer, column, 2);
    if (names.length > 0) return names.length === 1 ? names[0] : undefined;
  }
  return undefined;
}
