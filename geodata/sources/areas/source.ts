import { textOf } from '../../formats/column-name.ts';
import { ENOUGH_TO_SEE, readVectorFile } from '../../formats/vector-file.ts';
import { holdsShapes } from '../../formats/vector-format.ts';
import { previewColumns, previewRows, vectorNotices } from '../../formats/vector-preview.ts';
import type {
  ImportOptions,
  ImportPreview,
  ImportQuestion,
  ImportRow,
  ImportSource,
} from '../../import/source.ts';
import { AREA_KIND_TERMS } from '../../vocabulary/area-kind.ts';
import { areaKindOf } from './area-kind-of.ts';
import { type AreaOptions, areaColumns, areaFacts } from './area-mapping.ts';
import { areaChange, askMunicipality } from './area-preview.ts';
import { type AreaFile, headersOf, importAreas, readAreaFile, titleOf } from './import.ts';
import { municipalityHere } from './municipality-here.ts';
import { areaId } from './polygon-areas.ts';
import { type RangeList, readRangeList } from './range-list.ts';

const KEYS = [
  'kind',
  'kindColumn',
  'name',
  'nameColumn',
  'decidingBody',
  'decidingBodyColumn',
  'decision',
  'decisionColumn',
  'decisionDate',
  'decisionDateColumn',
  'layer',
  'title',
  'owner',
  'licence',
] as const;

/** Answers as they are understood; anything that is no text is as if it were not said. */
function optionsOf(options: ImportOptions): AreaOptions {
  const said = KEYS.map(key => [key, textOf(options[key]) ?? undefined] as const);
  return { municipality: textOf(options.municipality) ?? '', ...Object.fromEntries(said) };
}

const ROWS = 10;
/** Share of the ranges of a list that must be readable for it to be one. */
const MOST = 0.5;

const isReadable = ({ ranges }: RangeList): boolean =>
  ranges.length > 0 && ranges.filter(({ range }) => range !== undefined).length >= MOST * ranges.length;

const kindChoices = AREA_KIND_TERMS.map(({ code, nl, en }) => ({ code, nl, en }));

function questions(file: AreaFile, options: AreaOptions, fileName: string): ImportQuestion[] {
  const headers = headersOf(file);
  const columns = areaColumns(headers, options);
  const choices = headers.map(header => ({ code: header, nl: header, en: header }));
  const text = (key: string, proposal: string | null): ImportQuestion => {
    return { key, kind: 'text', required: false, proposal };
  };
  const layers = 'polygons' in file ? file.polygons.layers : [];
  return [
    ...(layers.length > 1 && 'polygons' in file
      ? [
          {
            key: 'layer',
            kind: 'choice' as const,
            required: false,
            proposal: file.polygons.layer,
            choices: layers.map(name => ({ code: name, nl: name, en: name })),
          },
        ]
      : []),
    {
      key: 'kind',
      kind: 'choice',
      required: columns.kind === undefined,
      proposal: areaKindOf(titleOf(fileName)) ?? null,
      choices: kindChoices,
    },
    ...(headers.length > 0
      ? [
          {
            key: 'nameColumn',
            kind: 'choice' as const,
            required: false,
            proposal: columns.name ?? null,
            choices,
          },
        ]
      : []),
    ...('ranges' in file && columns.name === undefined
      ? [{ ...text('name', titleOf(fileName)), required: true }]
      : []),
    text('title', titleOf(fileName)),
    text('decidingBody', null),
    text('decision', null),
    { key: 'decisionDate', kind: 'date', required: false, proposal: null },
  ];
}

function rangeRows(list: RangeList, options: AreaOptions): ImportRow[] {
  const columns = areaColumns(list.headers, options);
  return list.ranges.slice(0, ROWS).map(({ number, text, range, row }) => {
    const facts = areaFacts(row, columns, options);
    const reason = range === undefined ? 'range-unreadable' : typeof facts === 'string' ? facts : null;
    const cells = list.headers.length > 0 ? list.headers.map(header => row[header] ?? '') : [text];
    return { number, cells, outcome: reason === null ? 'loaded' : 'rejected', reason };
  });
}

function described(file: AreaFile, options: AreaOptions) {
  const columns = areaColumns(headersOf(file), options);
  const fields = new Map(Object.entries(columns).map(([field, header]) => [header, field]));
  if ('ranges' in file) {
    const features = file.ranges.ranges.map(({ number, row }) => ({
      number,
      properties: row,
      geometry: null,
    }));
    return {
      found: [{ kind: 'range', count: file.ranges.ranges.length }],
      columns: previewColumns(features, fields),
      rows: rangeRows(file.ranges, options),
      notices: [],
    };
  }
  const { features } = file.polygons;
  return {
    found: [{ kind: 'polygon', count: features.length }],
    columns: previewColumns(features, fields),
    rows: previewRows(features, ({ properties }) => {
      const facts = areaFacts(properties, columns, options);
      return typeof facts === 'string' ? facts : null;
    }),
    notices: vectorNotices(file.polygons),
  };
}

/** Ids of the areas that a file names; what has no name, or cannot be read, is not among them. */
function namedIds(file: AreaFile, options: AreaOptions): string[] {
  const columns = areaColumns(headersOf(file), options);
  const rows =
    'polygons' in file
      ? file.polygons.features.map(({ properties }) => properties)
      : file.ranges.ranges.map(({ row }) => row);
  return rows.flatMap(row => {
    const facts = areaFacts(row, columns, options);
    if (typeof facts === 'string' || facts.name === null) return [];
    return [areaId(options.municipality, facts.kind, facts.name)];
  });
}

/** Areas and policy zones: any polygons, or streets with house numbers. Looked at after the sources that know their columns. */
export const source: ImportSource = {
  code: 'areas',

  async recognise(file) {
    if (await holdsShapes(file.path)) {
      const found = await readVectorFile(file.path, { most: ENOUGH_TO_SEE }).catch(() => undefined);
      return found?.features.some(({ geometry }) => /Polygon$/.test(geometry?.type ?? '')) ?? false;
    }
    const list = await readRangeList(file.path).catch(() => undefined);
    return list !== undefined && isReadable(list);
  },

  async preview(file, given, { database, signal }): Promise<ImportPreview> {
    const options = optionsOf(given);
    const read = await readAreaFile(file.path, options.layer, signal);
    const { municipality, title = titleOf(file.name) } = options;
    return {
      source: 'areas',
      title,
      municipality: municipality === '' ? null : await municipalityHere(database, municipality),
      referenceDate: null,
      ...described(read, options),
      // By what the file names; what a street's numbers come to, and what lies elsewhere, shows when it is loaded.
      changes:
        municipality === ''
          ? []
          : [await areaChange(database, { municipality, title }, namedIds(read, options))],
      questions: [await askMunicipality(database), ...questions(read, options, file.name)],
    };
  },

  load(file, options, context) {
    return importAreas(file.path, { ...optionsOf(options), fileName: file.name }, context);
  },
};
