import { createHash } from 'node:crypto';
import type { Box } from '../../formats/geopackage.ts';
import type { Account } from './account.ts';
import { type BagDelivery, type BagMunicipality, noAddresses } from './delivery.ts';
import { bagFault } from './fault.ts';
import { answerOf, type BagFeature, crsOf, featureOf } from './feature.ts';
import { buildingFrom, premisesFrom } from './field.ts';
import type { BagBuilding, BagPremises } from './object.ts';
import type { WorkFile, WorkPage } from './work-file.ts';

/** Collections that hold premises; the other is `pand`. */
export const PREMISES_PARTS = ['verblijfsobject', 'ligplaats', 'standplaats'] as const;
/** Every collection that is asked for, where the service has it. */
export const SERVICE_PARTS = ['pand', ...PREMISES_PARTS] as const;

/** Metres that an object of an answer may stick out of what was asked for. */
const MARGIN = 1_000;

/** Whether an object that was asked for by a box lies in it, or at its edge. */
function isWithin([west, south, east, north]: Box, { placed }: BagFeature): boolean {
  if (placed === null) return true;
  const { x, y } = placed;
  return x >= west - MARGIN && x <= east + MARGIN && y >= south - MARGIN && y <= north + MARGIN;
}

/** Objects of a page. @throws ImportError `bag-answer-unreadable`, `bag-crs` */
export function featuresOf({ text, crs }: Pick<WorkPage, 'text' | 'crs'>): BagFeature[] {
  const { features, json } = answerOf(text);
  const system = crsOf(json, crs);
  return features.map(feature => featureOf(feature, system));
}

/** Looks whether the answers to a question obey the box that was asked for: services have ignored filters before. */
export class FilterCheck {
  readonly #box: Box;
  #seen = 0;
  #outside = 0;

  constructor(box: Box) {
    this.#box = box;
  }

  /** @throws ImportError `bag-filter-ignored` when most of what came so far lies elsewhere; as {@link featuresOf} */
  add(page: Pick<WorkPage, 'text' | 'crs'>): void {
    const features = featuresOf(page);
    this.#seen += features.length;
    this.#outside += features.filter(feature => !isWithin(this.#box, feature)).length;
    if (this.#outside * 2 > this.#seen) throw bagFault('bag-filter-ignored');
  }
}

/** What was fetched of a service for one municipality. */
export class FetchedDelivery implements BagDelivery {
  readonly title: string;
  readonly referenceDate: string;
  readonly municipality: BagMunicipality;
  readonly kinds = ['building', 'premises', 'address'] as const;
  readonly wider = true;
  readonly byPlace: boolean;
  readonly territory = [];
  readonly #work: WorkFile;
  readonly #box: Box;

  /** @param held whether premises name their municipality; else the place decides */
  constructor(
    work: WorkFile,
    about: { name: string; municipality: BagMunicipality; box: Box; held: boolean },
  ) {
    this.#work = work;
    this.#box = about.box;
    this.municipality = about.municipality;
    this.byPlace = !about.held;
    this.referenceDate = work.begun.slice(0, 10);
    this.title = `BAG (${about.name}) van ${this.referenceDate}`;
  }

  addresses = noAddresses;

  async *premises(account: Account): AsyncGenerator<BagPremises> {
    const digits = this.municipality.code.slice(2);
    for (const part of PREMISES_PARTS) {
      for await (const feature of this.#features(part)) {
        account.read.premises += 1;
        const holder = feature.read('municipality');
        if (!isWithin(this.#box, feature)) account.count('premises', 'outside-box');
        else if (!this.byPlace && `${holder ?? ''}`.padStart(4, '0') !== digits)
          account.count('premises', 'other-municipality');
        else {
          const premises = premisesFrom(feature.read, feature.placed, account, true);
          if (premises !== undefined) yield premises;
        }
      }
    }
  }

  async *buildings(account: Account): AsyncGenerator<BagBuilding> {
    for await (const feature of this.#features('pand')) {
      account.read.building += 1;
      if (!isWithin(this.#box, feature)) account.count('building', 'outside-box');
      else {
        const building = buildingFrom(feature.read, feature.placed, account, feature.reference);
        if (building !== undefined) yield building;
      }
    }
  }

  async close(): Promise<void> {
    this.#work.close();
  }

  /** Of the objects alone: the hour at which an answer was given is in it too. */
  digest(): string {
    const hash = createHash('sha256');
    for (const { part, text } of this.#work.pages(''))
      hash.update(part).update(JSON.stringify(answerOf(text).features));
    return hash.digest('hex');
  }

  async *#features(part: string): AsyncGenerator<BagFeature> {
    for (const page of this.#work.pages(`${part}@`)) {
      yield* featuresOf(page);
      // A page is parsed at once; between two of them others have their turn.
      await new Promise<void>(resolve => setImmediate(resolve));
    }
  }
}
