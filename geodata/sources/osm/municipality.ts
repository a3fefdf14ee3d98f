import { ImportError } from '../../import/import-error.ts';
import { bagId } from './building.ts';
import type { OsmFeature, Tags } from './feature.ts';

/** The municipality that a file is imported for. */
export interface FoundMunicipality {
  code: string;
  name: string;
  /** Code or name was guessed from the file. */
  provisional: boolean;
  /** EWKT (EPSG:4326) of its boundary, where the file has all of it. */
  boundary: string | undefined;
}

interface Boundary {
  code: string;
  name: string;
  geometry: string;
}

/** Most frequent value, the first of equals; undefined of nothing. */
export function mostFrequent(values: Iterable<string | undefined>): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[string, number] | undefined>(
    (best, entry) => (best && best[1] >= entry[1] ? best : entry),
    undefined,
  )?.[0];
}

/** Municipal boundaries with their code; a partial one cannot be assembled and is not among the areas. */
function boundaries(features: readonly OsmFeature[]): Boundary[] {
  return features.flatMap(({ shape, tags, geometry }) => {
    const municipal = shape === 'area' && tags.boundary === 'administrative' && tags.admin_level === '8';
    const digits = tags['ref:gemeentecode'];
    if (!municipal || !digits || !tags.name || !/^\d{1,4}$/.test(digits)) return [];
    return [{ code: `GM${digits.padStart(4, '0')}`, name: tags.name, geometry }];
  });
}

/** First four digits of most BAG ids: the municipality when the building was registered, so only a guess. */
function registeredIn(objects: Iterable<Tags>): string | undefined {
  const codes = function* () {
    for (const tags of objects) yield bagId(tags, 'building')?.slice(0, 4);
  };
  const digits = mostFrequent(codes());
  return digits && `GM${digits}`;
}

/**
 * Code and name from the option, else from the file: the boundary around most of it, the buildings' register ids,
 * the place that most addresses name.
 * @throws ImportError that asks for the option when the file does not say it
 */
export function findMunicipality(
  asked: { municipality?: string | undefined; name?: string | undefined },
  objects: ReadonlyMap<string, Tags>,
  features: readonly OsmFeature[],
): FoundMunicipality {
  const known = boundaries(features);
  const place = mostFrequent([...objects.values()].map(tags => tags['addr:city']));
  const code = asked.municipality ?? guessCode(known, registeredIn(objects.values()), place);
  if (!code) throw unknownMunicipality();
  const boundary = known.find(each => each.code === code);
  const name = asked.name ?? boundary?.name ?? place;
  if (!name) throw unknownName(code);
  const certain = asked.municipality !== undefined && (asked.name ?? boundary?.name) !== undefined;
  return { code, name, provisional: !certain, boundary: boundary?.geometry };
}

function guessCode(
  known: readonly Boundary[],
  registered: string | undefined,
  place: string | undefined,
): string | undefined {
  const fitting =
    known.find(({ code }) => code === registered) ??
    known.find(({ name }) => name === place) ??
    (known.length === 1 ? known[0] : undefined);
  return fitting?.code ?? registered;
}

function unknownMunicipality(): ImportError {
  return new ImportError({
    code: 'municipality-unknown',
    nl: 'Het bestand zegt niet welke gemeente dit is. Geef de code mee: --municipality GM0503.',
    en: 'The file does not say which municipality this is. Add its code: --municipality GM0503.',
  });
}

function unknownName(code: string): ImportError {
  return new ImportError({
    code: 'municipality-name-unknown',
    nl: `Het bestand zegt niet hoe gemeente ${code} heet. Geef de naam mee: --name "Delft".`,
    en: `The file does not say what municipality ${code} is called. Add its name: --name "Delft".`,
  });
}
