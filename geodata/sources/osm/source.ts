import { sql } from '../../database/sql.ts';
import type { ImportFile, ImportOptions, ImportPreview, ImportSource } from '../../import/source.ts';
import { beginsAsExtract, checkFile } from './check.ts';
import type { Tags } from './feature.ts';
import { importOsm, type OsmOptions } from './import.ts';
import { type AccountedKind, kindsOf } from './kind.ts';
import { findMunicipality } from './municipality.ts';

/** The municipality as it was answered: {code, name}, or its code alone; empty where nobody answered. */
function answered({ municipality }: ImportOptions): { code?: string; name?: string } {
  if (typeof municipality === 'string' && municipality !== '') return { code: municipality };
  if (typeof municipality !== 'object' || municipality === null) return {};
  const { code, name } = municipality as Record<string, unknown>;
  return {
    ...(typeof code === 'string' && code !== '' ? { code } : {}),
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
  };
}

function optionsOf(file: ImportFile, options: ImportOptions): OsmOptions {
  const { code, name } = answered(options);
  return { municipality: code, name, fileName: file.name };
}

function countKinds(objects: ReadonlyMap<string, Tags>): ImportPreview['found'] {
  const counts = new Map<AccountedKind, number>();
  for (const tags of objects.values())
    for (const kind of kindsOf(tags)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

/** What the file says of its municipality; undefined where it does not. */
function guess(objects: ReadonlyMap<string, Tags>): { code: string; name: string } | undefined {
  try {
    const { code, name } = findMunicipality({}, objects, []);
    return { code, name };
  } catch {
    return undefined;
  }
}

/** Extracts of OpenStreetMap. */
export const source: ImportSource = {
  code: 'osm',
  recognise: file => beginsAsExtract(file.path),
  async preview(file, options, { database }) {
    const { objects } = await checkFile(file.path, tags => kindsOf(tags).length > 0);
    const said = answered(options);
    const guessed = guess(objects);
    const code = said.code ?? guessed?.code;
    const [known] = code
      ? await database.query<{ code: string; name: string }>(
          sql`select code, name from municipality where code = ${code}`,
        )
      : [];
    const proposal = known ?? guessed ?? null;
    const municipality = code ? { code, name: said.name ?? known?.name ?? guessed?.name ?? code } : null;
    return {
      source: 'osm',
      title: 'OpenStreetMap',
      municipality,
      referenceDate: null,
      found: countKinds(objects),
      columns: [],
      rows: [],
      changes: [],
      questions: [{ key: 'municipality', kind: 'municipality', required: true, proposal }],
      notices: [],
    };
  },
  load: (file, options, context) => importOsm(file.path, optionsOf(file, options), context),
};
