import { createReadStream } from 'node:fs';
import { ImportError } from '../import/import-error.ts';
import { vectorFault } from './vector-fault.ts';
import type { VectorFeature } from './vector-feature.ts';
import { walkXml, type XmlSteps } from './xml-walk.ts';

type Position = GeoJSON.Position;

/** `5.1,52.1,0 5.2,52.1`: longitude, latitude and perhaps a height, which is left out. */
function positionsOf(text: string): Position[] {
  return text
    .trim()
    .split(/\s+/)
    .filter(part => part !== '')
    .map(part => part.split(',').slice(0, 2).map(Number));
}

/** One placemark while it is read. */
class Placemark {
  readonly #properties: Record<string, string> = {};
  readonly #polygons: Position[][][] = [];
  #others: GeoJSON.Geometry[] = [];

  constructor(folder: string | undefined) {
    if (folder !== undefined && folder !== '') this.#properties.folder = folder;
  }

  say(name: string, value: string): void {
    this.#properties[name] = value.trim();
  }

  /** @param within names of the elements around, the innermost last */
  draw(text: string, within: readonly string[]): void {
    const positions = positionsOf(text);
    if (within.includes('Polygon')) {
      if (within.includes('innerBoundaryIs')) this.#polygons.at(-1)?.push(positions);
      else this.#polygons.push([positions]);
    } else if (within.includes('Point') && positions[0]) {
      this.#others.push({ type: 'Point', coordinates: positions[0] });
    } else this.#others.push({ type: 'LineString', coordinates: positions });
  }

  done(number: number): VectorFeature {
    return { number, properties: this.#properties, geometry: this.#geometry() };
  }

  #geometry(): GeoJSON.Geometry | null {
    const [polygon, ...more] = this.#polygons;
    if (polygon === undefined) return this.#others[0] ?? null;
    return more.length === 0
      ? { type: 'Polygon', coordinates: polygon }
      : { type: 'MultiPolygon', coordinates: this.#polygons };
  }
}

/** What is done at each element: placemarks come out when they close. */
function steps(made: (feature: VectorFeature) => void): XmlSteps {
  const within: string[] = [];
  const folders: string[] = [];
  let placemark: Placemark | undefined;
  let text = '';
  let data = '';
  let count = 0;

  function read(name: string, parent: string | undefined): void {
    if (name === 'name' && parent === 'Folder') folders[folders.length - 1] = text.trim();
    if (placemark === undefined) return;
    if (parent === 'Placemark' && (name === 'name' || name === 'description')) placemark.say(name, text);
    if ((name === 'value' && parent === 'Data') || name === 'SimpleData') placemark.say(data, text);
    if (name === 'coordinates') placemark.draw(text, within);
  }

  return {
    open(name, attributes) {
      within.push(name);
      text = '';
      if (name === 'Folder') folders.push('');
      if (name === 'Placemark') placemark = new Placemark(folders.at(-1));
      if (name === 'Data' || name === 'SimpleData') data = attributes.name ?? '';
    },
    text(piece) {
      text += piece;
    },
    close(name) {
      within.pop();
      read(name, within.at(-1));
      text = '';
      if (name === 'Folder') folders.pop();
      if (name !== 'Placemark' || placemark === undefined) return;
      count += 1;
      made(placemark.done(count));
      placemark = undefined;
    },
  };
}

/**
 * Reads the placemarks of a KML file: name, description, extended data and the folder that each stands in. GDAL's reader gives
 * name and description only, and a decision stands in the rest. Coordinates are degrees, as KML has it.
 * @throws ImportError `vector-damaged`
 */
export async function readKml(path: string, signal?: AbortSignal): Promise<VectorFeature[]> {
  const features: VectorFeature[] = [];
  try {
    for await (const feature of walkXml(createReadStream(path), steps)) {
      signal?.throwIfAborted();
      features.push(feature);
    }
  } catch (error) {
    throw error instanceof ImportError ? vectorFault('vector-damaged', error) : error;
  }
  return features;
}
