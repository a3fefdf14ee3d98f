import type { Box } from '../../formats/geopackage.ts';
import type { Account } from './account.ts';
import type { BagAddress, BagBuilding, BagKind, BagPremises } from './object.ts';

/** The municipality that is loaded, as far as the delivery and whoever imports say. */
export interface BagMunicipality {
  /** `GM0221`. */
  code: string;
  /** Null: the delivery does not say it. */
  name: string | null;
  /** Code or name was guessed. */
  provisional: boolean;
}

/** What the database knows of the place of the municipality, to choose from a file that holds more. */
export interface KnownPlace {
  name: string | null;
  provisional: boolean;
  /** In RD; null: not known. */
  box: Box | null;
  /** Whether the box is that of a boundary, and not of what happens to be loaded. */
  bounded: boolean;
}

/** One delivery of the BAG, whatever it came by: opened, and read in this order, each once. */
export interface BagDelivery {
  title: string;
  /** ISO. */
  referenceDate: string;
  municipality: BagMunicipality;
  /** Kinds that the delivery has; of others the earlier dataset stays. */
  kinds: readonly BagKind[];
  /** It holds objects of other municipalities as well, which are told apart by where they lie. */
  wider: boolean;
  /** Of its premises too only the place says whose they are. */
  byPlace?: boolean;
  /** Outlines of the municipality's woonplaatsen, hex EWKB in RD; empty when the delivery has none. */
  territory: readonly string[];
  addresses(account: Account): AsyncIterable<BagAddress>;
  premises(account: Account): AsyncIterable<BagPremises>;
  buildings(account: Account): AsyncIterable<BagBuilding>;
  close(): Promise<void>;
}

/** Kinds of addresses that stand on the premises themselves: then there is nothing to read apart. */
export async function* noAddresses(): AsyncGenerator<BagAddress> {}
