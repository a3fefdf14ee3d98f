import type { Session } from '../../geodata/database/database.ts';
import type { TileWindow } from './grid.ts';

/** Type of an attribute as TileJSON names it. */
export type FieldType = 'String' | 'Number' | 'Boolean';

/** One layer inside the tiles, with its attributes. An attribute without a value is left out of the feature. */
export interface VectorLayer {
  id: string;
  description: string;
  fields: Readonly<Record<string, FieldType>>;
}

/** The bytes of one tile (none for an empty one) and the revision of the data they were made from. */
export interface MadeTile {
  revision: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** One kind of tiles: everything that its address, its TileJSON and its making need. */
export interface TileLayer {
  /** Name in the address. */
  name: string;
  description: string;
  /** Zooms with something to show; below the first every tile is empty, beyond the last one the map magnifies. */
  minZoom: number;
  maxZoom: number;
  vectorLayers: readonly VectorLayer[];
  /** Reads and encodes one tile. */
  make(session: Session, window: TileWindow): Promise<MadeTile>;
}

/** Names of the attributes of a layer, in the order of its fields. */
export function fieldNames(layer: VectorLayer): string[] {
  return Object.keys(layer.fields);
}
