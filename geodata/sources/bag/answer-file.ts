import { readFile, stat } from 'node:fs/promises';
import type { Account } from './account.ts';
import { type BagDelivery, type KnownPlace, noAddresses } from './delivery.ts';
import { bagFault } from './fault.ts';
import { answerOf, type BagFeature, crsOf, featureOf } from './feature.ts';
import { buildingFrom, premisesFrom } from './field.ts';
import type { BagBuilding, BagKind, BagPremises } from './object.ts';
import type { AskedDelivery } from './open.ts';

/** Bytes of a file of GeoJSON that are read at once. */
const MOST = 200e6;

const isPremises = ({ read }: BagFeature): boolean =>
  read('number') !== undefined || read('building') !== undefined || read('floorArea') !== undefined;

/** An answer of the WFS or the OGC API that somebody saved. */
class AnswerDelivery implements BagDelivery {
  readonly title: string;
  readonly referenceDate: string;
  readonly municipality: BagDelivery['municipality'];
  readonly kinds: readonly BagKind[];
  readonly wider = false;
  readonly territory = [];
  readonly #premises: BagFeature[];
  readonly #buildings: BagFeature[];

  constructor(features: BagFeature[], about: Pick<BagDelivery, 'referenceDate' | 'municipality'>) {
    this.#premises = features.filter(isPremises);
    this.#buildings = features.filter(feature => !isPremises(feature));
    this.referenceDate = about.referenceDate;
    this.municipality = about.municipality;
    this.title = `BAG (GeoJSON) van ${about.referenceDate}`;
    this.kinds = [
      ...(this.#buildings.length > 0 ? (['building'] as const) : []),
      ...(this.#premises.length > 0 ? (['premises', 'address'] as const) : []),
    ];
  }

  addresses = noAddresses;

  async *premises(account: Account): AsyncGenerator<BagPremises> {
    for (const { read, placed } of this.#premises) {
      account.read.premises += 1;
      const premises = premisesFrom(read, placed, account, true);
      if (premises !== undefined) yield premises;
    }
  }

  async *buildings(account: Account): AsyncGenerator<BagBuilding> {
    for (const { read, placed, reference } of this.#buildings) {
      account.read.building += 1;
      const building = buildingFrom(read, placed, account, reference);
      if (building !== undefined) yield building;
    }
  }

  async close(): Promise<void> {}
}

/** Codes of municipalities in the first digits of ids, and names of holders where they are given. */
function municipalitiesOf(features: readonly BagFeature[]): {
  codes: string[];
  name: string | null;
  stated: boolean;
} {
  const held = features.flatMap(({ read }) => `${read('municipality') ?? ''}`.match(/^\d{1,4}$/) ?? []);
  const ids = features.map(({ read }) => `${read('id') ?? ''}`.padStart(16, '0').slice(0, 4));
  const digits = held.length > 0 ? held.map(code => code.padStart(4, '0')) : ids;
  const name = features.map(({ read }) => read('municipalityName')).find(each => typeof each === 'string');
  const codes = [...new Set(digits)].sort().map(code => `GM${code}`);
  return { codes, name: (name as string | undefined) ?? null, stated: held.length > 0 };
}

/** Whether a file is an answer with objects of the BAG: GeoJSON whose objects have its ids. */
export function isBagAnswer(features: readonly BagFeature[]): boolean {
  return features.some(
    ({ read }) => /^\d{13,16}$/.test(`${read('id') ?? ''}`) && read('status') !== undefined,
  );
}

/** Objects of a file of GeoJSON. @throws ImportError when it is too large or no collection of features */
export async function readAnswer(path: string): Promise<BagFeature[]> {
  if ((await stat(path)).size > MOST) throw bagFault('bag-too-large');
  const { features, json } = answerOf(await readFile(path, 'utf8'));
  const crs = crsOf(json);
  return features.map(feature => featureOf(feature, crs));
}

/**
 * Opens an answer of a service that was saved as a file.
 * @throws ImportError when it is none, or which municipality is meant is not clear
 */
export async function openAnswer(
  path: string,
  asked: AskedDelivery,
  known: (code: string) => Promise<KnownPlace>,
): Promise<BagDelivery> {
  const features = await readAnswer(path);
  if (features.length === 0) throw bagFault('bag-empty');
  if (!isBagAnswer(features)) throw bagFault('bag-foreign');
  const { codes, name, stated } = municipalitiesOf(features);
  const code = asked.municipality ?? (codes.length === 1 ? codes[0] : undefined);
  if (code === undefined) throw bagFault('bag-municipality-unknown');
  const place = await known(code);
  const said = asked.name ?? name ?? place.name;
  const certain = (stated || asked.municipality !== undefined) && said !== null;
  return new AnswerDelivery(features, {
    referenceDate: asked.date,
    municipality: { code, name: said, provisional: !certain },
  });
}
