import type { Box } from '../../formats/geopackage.ts';
import { readXml } from '../../formats/xml.ts';
import type { Account } from './account.ts';
import { boxOf, isNear } from './box.ts';
import type { BagDelivery, KnownPlace } from './delivery.ts';
import {
  ExtractHandler,
  type ExtractHead,
  type ExtractObject,
  holdsOn,
  occurrenceOf,
} from './extract-object.ts';
import { ExtractParts, type PartType } from './extract-part.ts';
import { bagFault, whichMunicipality } from './fault.ts';
import { type BagField, buildingFrom, type FieldReader, premisesFrom } from './field.ts';
import { addressOf, type BagAddress, type BagBuilding, type BagKind, type BagPremises } from './object.ts';
import type { AskedDelivery } from './open.ts';
import { PlaceRelationHandler } from './place-relation.ts';
import { isIssued } from './status.ts';

/** Local names in the XML of the fields that the other channels have as columns. */
const ELEMENTS: Partial<Record<BagField, string>> = {
  id: 'identificatie',
  status: 'status',
  year: 'oorspronkelijkBouwjaar',
  floorArea: 'oppervlakte',
};

function readerOf({ text, purposes, references }: ExtractObject): FieldReader {
  return field => {
    if (field === 'purposes') return purposes;
    if (field === 'building') return references.buildings;
    const element = ELEMENTS[field];
    return element && text[element];
  };
}

/** All voorkomens of a part. @throws ImportError `bag-crs`, `xml-damaged`, `zip-...` */
async function* objectsOf(parts: ExtractParts, type: PartType): AsyncGenerator<ExtractObject> {
  for await (const stream of parts.streams(type)) {
    for await (const object of readXml(stream, new ExtractHandler())) {
      if (object.foreign) throw bagFault('bag-crs');
      yield object;
    }
  }
}

/** What the delivery says of itself: in its document, else at the head of its first file. */
async function headOf(parts: ExtractParts): Promise<ExtractHead> {
  const [first] = parts.types.has('Leveringsdocument') ? (['Leveringsdocument'] as const) : parts.types;
  const handler = new ExtractHandler();
  if (first === undefined) return handler.head;
  for await (const stream of parts.streams(first)) {
    for await (const _ of readXml(stream, handler)) break;
    break;
  }
  return handler.head;
}

/** Places and streets of a municipality. */
interface Naming {
  places: Map<string, string>;
  streets: Map<string, { name: string; place: string }>;
  outlines: string[];
}

/** Ids of the woonplaatsen of a municipality on a date; null when the delivery does not tell. */
async function placesOf(parts: ExtractParts, code: string, date: string): Promise<Set<string> | null> {
  if (!parts.types.has('GEM-WPL-RELATIE')) return null;
  const places = new Set<string>();
  for await (const stream of parts.streams('GEM-WPL-RELATIE'))
    for await (const { place, municipality, begin, end } of readXml(stream, new PlaceRelationHandler()))
      if (municipality === code && begin <= date && (end === null || end > date)) places.add(place);
  return places;
}

/** The newest voorkomen that holds, by id. */
async function* holding(parts: ExtractParts, type: PartType, date: string): AsyncGenerator<ExtractObject> {
  const found = new Map<string, ExtractObject>();
  for await (const object of objectsOf(parts, type)) {
    if (!holdsOn(object, date) || !isIssued(object.text.status)) continue;
    const before = found.get(object.text.identificatie ?? '');
    if (before === undefined || occurrenceOf(before) < occurrenceOf(object))
      found.set(object.text.identificatie ?? '', object);
  }
  yield* found.values();
}

async function namingOf(parts: ExtractParts, own: Set<string> | null, date: string): Promise<Naming> {
  const naming: Naming = { places: new Map(), streets: new Map(), outlines: [] };
  for await (const { text, geometry } of holding(parts, 'WPL', date)) {
    if (own !== null && !own.has(text.identificatie!)) continue;
    naming.places.set(text.identificatie!, text.naam ?? '');
    if (geometry) naming.outlines.push(geometry.hex);
  }
  // Part of the places would make part of a boundary.
  if (own === null || [...own].some(id => !naming.places.has(id))) naming.outlines = [];
  for await (const { text, references } of holding(parts, 'OPR', date)) {
    const place = references.place[0] ?? '';
    if (naming.places.has(place)) naming.streets.set(text.identificatie!, { name: text.naam ?? '', place });
  }
  return naming;
}

const KINDS: readonly [BagKind, PartType[]][] = [
  ['building', ['PND']],
  ['premises', ['VBO', 'LIG', 'STA']],
  ['address', ['NUM']],
];

/** An LVC extract, opened for one municipality. */
class ExtractDelivery implements BagDelivery {
  readonly title: string;
  readonly kinds: readonly BagKind[];
  readonly referenceDate: string;
  readonly municipality: BagDelivery['municipality'];
  readonly wider: boolean;
  readonly territory: readonly string[];
  readonly #parts: ExtractParts;
  readonly #naming: Naming;
  readonly #box: Box | null;
  /** Of a delivery of several municipalities: addresses of this one, and buildings that its premises are in. */
  readonly #own = { addresses: new Set<string>(), buildings: new Set<string>() };

  constructor(
    parts: ExtractParts,
    naming: Naming,
    about: Pick<BagDelivery, 'referenceDate' | 'municipality' | 'wider'> & { box: Box | null },
  ) {
    this.#parts = parts;
    this.#naming = naming;
    this.referenceDate = about.referenceDate;
    this.municipality = about.municipality;
    this.wider = about.wider;
    this.title = `BAG (LVC-extract) van ${about.referenceDate}`;
    this.territory = naming.outlines;
    this.#box = boxOf(naming.outlines) ?? about.box;
    this.kinds = KINDS.filter(([, types]) => types.some(type => parts.types.has(type))).map(([kind]) => kind);
  }

  async *addresses(account: Account): AsyncGenerator<BagAddress> {
    for await (const object of this.#holding(account, 'address', 'NUM')) {
      const { text, references } = object;
      const street = this.#naming.streets.get(references.street[0] ?? '');
      if (!isIssued(text.status)) account.count('address', 'gone');
      else if (street === undefined && this.wider) account.count('address', 'other-municipality');
      else {
        const place = this.#naming.places.get(references.place[0] ?? street?.place ?? '');
        const address = addressOf(
          {
            id: text.identificatie,
            street: street?.name,
            number: text.huisnummer,
            letter: text.huisletter,
            addition: text.huisnummertoevoeging,
            postcode: text.postcode,
            place,
          },
          occurrenceOf(object),
        );
        const said = text.identificatie ?? '';
        if (address === null) account.refuse('address', said, 'address-incomplete', '', text);
        else if (address.id === null) account.refuse('address', said, 'id-unreadable', '', text);
        else {
          if (this.wider) this.#own.addresses.add(address.id);
          yield address;
        }
      }
    }
  }

  async *premises(account: Account): AsyncGenerator<BagPremises> {
    for (const type of ['VBO', 'LIG', 'STA'] as const) {
      for await (const object of this.#holding(account, 'premises', type)) {
        const { main, secondary } = object.references;
        if (this.wider && !this.#own.addresses.has(main[0] ?? '')) {
          account.count('premises', 'other-municipality');
          continue;
        }
        const premises = premisesFrom(readerOf(object), object.geometry, account, true);
        if (premises === undefined) continue;
        if (this.wider) for (const id of premises.buildings) this.#own.buildings.add(id);
        yield { ...premises, occurrence: occurrenceOf(object), main: main[0] ?? null, secondary };
      }
    }
  }

  async *buildings(account: Account): AsyncGenerator<BagBuilding> {
    for await (const object of this.#holding(account, 'building', 'PND')) {
      if (this.wider && !this.#mayBelong(object)) {
        account.count('building', 'other-municipality');
        continue;
      }
      const building = buildingFrom(readerOf(object), object.geometry, account);
      if (building !== undefined) yield { ...building, occurrence: occurrenceOf(object) };
    }
  }

  close(): Promise<void> {
    return this.#parts.close();
  }

  /** A first look, by the box; where each lies exactly is seen in the database. */
  #mayBelong({ text, geometry }: ExtractObject): boolean {
    const id = text.identificatie ?? '';
    if (this.#own.buildings.has(id)) return true;
    return this.#box === null
      ? id.startsWith(this.municipality.code.slice(2))
      : geometry !== null && isNear(this.#box, geometry);
  }

  /** Voorkomens that hold on the reference date; the others are counted. */
  async *#holding(account: Account, kind: BagKind, type: PartType): AsyncGenerator<ExtractObject> {
    for await (const object of objectsOf(this.#parts, type)) {
      account.read[kind] += 1;
      if (holdsOn(object, this.referenceDate)) yield object;
      else account.count(kind, 'earlier-occurrence');
    }
  }
}

/**
 * Opens an LVC extract as it is delivered, for one municipality.
 * @throws ImportError when it is none, damaged, or which municipality is meant is not clear
 */
export async function openExtract(
  path: string,
  asked: AskedDelivery,
  known: (code: string) => Promise<KnownPlace>,
): Promise<BagDelivery> {
  const parts = await ExtractParts.open(path);
  try {
    const types = KINDS.flatMap(([, all]) => all);
    if (!types.some(type => parts.types.has(type))) throw bagFault('bag-foreign');
    const head = await headOf(parts);
    const stated = head.municipalities;
    const code = asked.municipality ?? (stated.length === 1 ? stated[0]!.code : undefined);
    if (code === undefined)
      throw stated.length > 1
        ? whichMunicipality(stated.map(each => each.code))
        : bagFault('bag-municipality-unknown');
    const referenceDate = head.date ?? asked.date;
    const own = await placesOf(parts, code, referenceDate);
    const naming = await namingOf(parts, own, referenceDate);
    const place = await known(code);
    const said = stated.find(each => each.code === code)?.name ?? asked.name ?? place.name;
    const guessed = [...naming.places.values()];
    const name = said ?? (guessed.length === 1 ? guessed[0]! : null);
    const wider = stated.length !== 1 || stated[0]!.code !== code;
    return new ExtractDelivery(parts, naming, {
      referenceDate,
      municipality: { code, name, provisional: said === null },
      wider,
      box: place.box,
    });
  } catch (error) {
    await parts.close();
    throw error;
  }
}
