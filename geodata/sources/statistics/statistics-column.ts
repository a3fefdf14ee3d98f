import { findColumn } from '../../formats/column-name.ts';

/**
 * Columns of the publications of Statistics Netherlands (CBS), by what they are. Declared from its documentation; numbers at
 * the end of a name (`Woningvoorraad_35`) differ per edition and are not looked at. Not tried on real files.
 */
export const REGION_COLUMNS = {
  neighbourhood: ['buurtcode', 'BU_CODE'],
  neighbourhoodName: ['buurtnaam', 'BU_NAAM'],
  district: ['wijkcode', 'WK_CODE'],
  districtName: ['wijknaam', 'WK_NAAM'],
  municipality: ['gemeentecode', 'GM_CODE'],
  municipalityName: ['gemeentenaam', 'GM_NAAM'],
  /** Where one column has codes of all levels. */
  code: ['statcode', 'gwb_code', 'WijkenEnBuurten', 'regio'],
  name: ['statnaam', 'naam', 'regio_naam'],
  yearCode: ['jrstatcode'],
  year: ['jaar'],
  water: ['water', 'H2O', 'ind_wbi'],
} as const;

/** Columns of the squares of 100 m and 500 m. */
export const SQUARE_COLUMNS = {
  code: ['crs28992res100m', 'crs28992res500m', 'c28992r100', 'c28992r500', 'vierkantcode', 'vierkant'],
  inhabitants: ['aantal_inwoners', 'INWONER', 'INW'],
  year: ['jaar'],
} as const;

/** Columns of tables of the vacancy monitor (Landelijke Monitor Leegstand), one row per municipality, date and type. */
export const MONITOR_COLUMNS = {
  municipality: ['gemeentecode', 'GM_CODE', 'RegioS', "Regio's", 'regiocode'],
  date: ['peildatum', 'Perioden', 'periode', 'jaar'],
  type: ['vastgoedtype', 'soort vastgoed', 'gebruiksfunctie', 'type'],
  method: ['methodeversie', 'methode', 'bron gebruikers'],
  objects: ['aantal objecten', 'objecten', 'totaal objecten', 'verblijfsobjecten'],
  vacantObjects: ['leegstaande objecten', 'leeg', 'aantal leeg', 'leegstand'],
  longVacantObjects: ['langdurig leeg', 'langdurige leegstand', 'aantal langdurig leeg'],
  floorArea: ['oppervlakte', 'totale oppervlakte', 'oppervlakte m2'],
  vacantFloorArea: ['oppervlakte leeg', 'leegstaande oppervlakte', 'oppervlakte leeg m2'],
} as const;

/** Which column of a file is which, of a declared table of columns. */
export type FoundColumns<Table extends object> = Partial<Record<keyof Table, string>>;

/** Looks the columns of a table up among a file's. */
export function foundColumns<Table extends Record<string, readonly string[]>>(
  names: readonly string[],
  table: Table,
): FoundColumns<Table> {
  const found = Object.entries(table).map(([field, wanted]) => [field, findColumn(names, wanted)]);
  return Object.fromEntries(found.filter(([, column]) => column !== undefined)) as FoundColumns<Table>;
}
