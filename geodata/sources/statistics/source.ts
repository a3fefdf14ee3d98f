import { columnNames, numberOf, textOf } from '../../formats/column-name.ts';
import { ENOUGH_TO_SEE } from '../../formats/vector-file.ts';
import { previewColumns, previewRows, vectorNotices } from '../../formats/vector-preview.ts';
import { ImportError } from '../../import/import-error.ts';
import type { ImportOptions, ImportPreview, ImportQuestion, ImportSource } from '../../import/source.ts';
import { askMunicipality } from '../areas/area-preview.ts';
import { boundedMunicipality } from '../areas/municipality-here.ts';
import {
  importStatistics,
  readStatistics,
  type StatisticsFile,
  type StatisticsOptions,
  statisticsTitle,
  statisticsYear,
} from './import.ts';
import { METHOD_VERSIONS, monitorRow } from './monitor-row.ts';
import { regionFault, regionRows } from './region-row.ts';
import { foundColumns, MONITOR_COLUMNS, REGION_COLUMNS, SQUARE_COLUMNS } from './statistics-column.ts';

function optionsOf(options: ImportOptions): StatisticsOptions {
  return {
    municipality: textOf(options.municipality) ?? '',
    year: numberOf(options.year) ?? undefined,
    method: textOf(options.method) ?? undefined,
    layer: textOf(options.layer) ?? undefined,
  };
}

const KIND = { regions: 'region', squares: 'square', monitor: 'monitor-row' } as const;

function questions(file: StatisticsFile, year: number | null): ImportQuestion[] {
  if (file.of === 'monitor') {
    const choices = METHOD_VERSIONS.map(code => ({ code, nl: code, en: code }));
    return [{ key: 'method', kind: 'choice', required: false, proposal: null, choices }];
  }
  const { layers, layer } = file.vector;
  const choices = layers.map(name => ({ code: name, nl: name, en: name }));
  return [
    { key: 'year', kind: 'text', required: year === null, proposal: year === null ? null : String(year) },
    ...(layers.length > 1
      ? [{ key: 'layer', kind: 'choice' as const, required: false, proposal: layer, choices }]
      : []),
  ];
}

const fieldsOf = (found: Record<string, string | undefined>): Map<string, string> =>
  new Map(
    Object.entries(found).flatMap(([field, header]) => (header === undefined ? [] : [[header, field]])),
  );

function described(file: StatisticsFile, { municipality, method }: StatisticsOptions) {
  if (file.of === 'monitor') {
    const { headers, rows } = file.table;
    const features = rows.map(({ number, cells }) => ({ number, properties: cells, geometry: null }));
    return {
      count: rows.length,
      columns: previewColumns(features, fieldsOf(foundColumns(headers, MONITOR_COLUMNS))),
      rows: previewRows(features, ({ properties }) => {
        const row = monitorRow(properties, headers, method ?? null);
        if (municipality !== '' && row.municipality !== null && row.municipality !== municipality)
          return 'other-municipality';
        return 'fault' in row ? row.fault : null;
      }),
      notices: [],
    };
  }
  const { features, total } = file.vector;
  const table = file.of === 'regions' ? REGION_COLUMNS : SQUARE_COLUMNS;
  const regions = file.of === 'regions' ? regionRows(features.slice(0, 10)) : [];
  return {
    count: total,
    columns: previewColumns(features, fieldsOf(foundColumns(columnNames(features), table))),
    rows: previewRows(features, ({ number }) => {
      const region = regions.find(({ feature }) => feature.number === number);
      return (region && municipality !== '' ? regionFault(region, municipality) : undefined) ?? null;
    }),
    notices: vectorNotices(file.vector),
  };
}

/** Statistics of CBS: regions, squares, the vacancy monitor. */
export const source: ImportSource = {
  code: 'statistics',

  async recognise(file) {
    try {
      await readStatistics(file.path, { most: ENOUGH_TO_SEE });
      return true;
    } catch (error) {
      if (error instanceof ImportError) return false;
      throw error;
    }
  },

  async preview(file, given, { database, signal }): Promise<ImportPreview> {
    const options = optionsOf(given);
    const { municipality, layer } = options;
    const read = await readStatistics(file.path, { layer, signal });
    const year = options.year ?? statisticsYear(read, file.name);
    const { count, ...rest } = described(read, options);
    return {
      source: 'statistics',
      title: statisticsTitle(read, year),
      municipality: municipality === '' ? null : await boundedMunicipality(database, municipality),
      referenceDate: year === null ? null : `${year}-01-01`,
      found: [{ kind: KIND[read.of], count }],
      ...rest,
      changes: [],
      questions: [await askMunicipality(database, true), ...questions(read, year)],
    };
  },

  load(file, options, context) {
    return importStatistics(file.path, { ...optionsOf(options), fileName: file.name }, context);
  },
};
