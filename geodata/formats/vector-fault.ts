import { ImportError } from '../import/import-error.ts';

const FAULTS = {
  'vector-unknown': [
    'Dit is geen bestand met vlakken dat Kernkaart kent. Mogelijk zijn GeoPackage, Shapefile in een zip, GeoJSON en KML.',
    'This is no file of polygons that Kernkaart knows. It takes GeoPackage, a zipped Shapefile, GeoJSON and KML.',
  ],
  'vector-damaged': [
    'Het bestand is beschadigd of niet compleet. Download of maak het opnieuw.',
    'The file is damaged or incomplete. Download or make it again.',
  ],
  'vector-too-large': [
    'Het bestand is te groot (GeoJSON en KML tot 100 MB, GeoPackage en Shapefile tot 500 MB). Maak een uitsnede van uw gemeente.',
    'The file is too large (GeoJSON and KML up to 100 MB, GeoPackage and Shapefile up to 500 MB). Cut out your municipality.',
  ],
  'vector-empty': [
    'Er staan geen objecten in het bestand (of in de gekozen laag).',
    'There are no objects in the file (or in the chosen layer).',
  ],
  'vector-zip-without-shape': [
    'In het zip-bestand zit geen Shapefile, GeoPackage, GeoJSON of KML. Een Shapefile bestaat uit .shp, .shx, .dbf en .prj.',
    'The zip file holds no Shapefile, GeoPackage, GeoJSON or KML. A Shapefile consists of .shp, .shx, .dbf and .prj.',
  ],
  'vector-shapefile-incomplete': [
    'Van de Shapefile ontbreekt een deel. Zet .shp, .shx, .dbf en .prj samen in het zip-bestand.',
    'Part of the Shapefile is missing. Put .shp, .shx, .dbf and .prj into the zip file together.',
  ],
  'vector-crs-unsupported': [
    'Het coördinatenstelsel van het bestand kent Kernkaart niet. Sla het bestand op in RD New (EPSG:28992) of WGS 84 (EPSG:4326).',
    'Kernkaart does not know the coordinate system of the file. Save it in RD New (EPSG:28992) or WGS 84 (EPSG:4326).',
  ],
  'vector-crs-unclear': [
    'Het bestand zegt niet in welk coördinatenstelsel het is, en aan de getallen is het niet te zien. Sla het op in RD New (EPSG:28992).',
    'The file does not say in which coordinate system it is, and its numbers do not show it. Save it in RD New (EPSG:28992).',
  ],
  'vector-crs-wrong': [
    'De coördinaten passen niet bij het coördinatenstelsel dat het bestand noemt: zij zijn van een ander stelsel. Sla het bestand op met het juiste stelsel, bijvoorbeeld RD New (EPSG:28992).',
    'The coordinates do not fit the coordinate system that the file names: they are of another one. Save the file with the right system, such as RD New (EPSG:28992).',
  ],
  'vector-axes-swapped': [
    'De coördinaten staan in omgekeerde volgorde (eerst noord, dan oost). Sla het bestand op met oost (x, lengtegraad) eerst.',
    'The coordinates are in the wrong order (north before east). Save the file with east (x, longitude) first.',
  ],
  'vector-outside-netherlands': [
    'Alle objecten in het bestand liggen buiten Nederland.',
    'All objects in the file lie outside the Netherlands.',
  ],
} as const;

/** Why a file of shapes cannot be read. */
export type VectorFaultCode = keyof typeof FAULTS;

/** The fault in words for whoever chose the file. */
export function vectorFault(code: VectorFaultCode, cause?: unknown): ImportError {
  const [nl, en] = FAULTS[code];
  return new ImportError({ code, nl, en }, cause === undefined ? undefined : { cause });
}
