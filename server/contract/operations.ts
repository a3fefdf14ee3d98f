import type { z } from 'zod';
import { Addresses, AddressQuery } from './address.ts';
import { Analysis, AnalysisRequest } from './analysis.ts';
import { AreaDetail, AreaQuery, Areas } from './area.ts';
import { CellHeader, CellQuery } from './cell.ts';
import { DatasetQuery, Datasets, RejectedRowQuery, RejectedRows, RowsFileQuery } from './dataset.ts';
import { AREA_MAP_OPERATIONS, EMBED_OPERATIONS } from './embed-operations.ts';
import { IMPORT_OPERATIONS } from './import-operations.ts';
import { Municipalities } from './municipality.ts';
import { Premises, PremisesHeader, PremisesQuery } from './premises.ts';
import { IdParameters } from './primitives.ts';
import { ScenarioSettings } from './published-scenario.ts';
import { ScenarioDecision } from './scenario.ts';
import { ScenarioBase } from './scenario-base.ts';
import { ARCHIVE_EXPORTS, PUBLIC_EXPORTS } from './scenario-export.ts';
import { PAPER_OPERATIONS } from './scenario-paper.ts';
import { ScenarioResult } from './scenario-result.ts';
import {
  NewBase,
  NewScenario,
  PlannerScenario,
  PlannerScenarios,
  PublishedVersion,
  PublishScenario,
  RemovedScenario,
  RenewedBase,
  SavedScenario,
  SaveScenario,
  ScenarioQuery,
  ScenarioSharing,
  Scenarios,
  ScenarioVersion,
  SharedScenarioKey,
  VersionParameters,
  Withdrawal,
} from './scenario-version.ts';
import { SearchQuery, SearchResults } from './search.ts';
import { SeriesList, SeriesQuery } from './series.ts';
import { SessionState, SignIn } from './session.ts';
import { StreetQuery, Streets } from './street.ts';
import { StreetSideQuery, StreetSides } from './street-side.ts';
import { CubeHeader, CubeQuery, Vacancy, VacancyQuery } from './vacancy.ts';

/** Version of the API (semver): in the OpenAPI document and in the header `API-Version`. */
export const API_VERSION = '1.1.0';

/** Under which all operations live; the major version of {@link API_VERSION}. */
export const API_BASE = '/api/v1';

/** One operation: what it takes and what it answers. The OpenAPI document is made from these. */
export interface Operation {
  id: string;
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below {@link API_BASE}, parameters in braces. */
  path: string;
  summary: string;
  /** Noun of the contract file. */
  tag: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Media type of a file that is sent as it is, in place of JSON. */
  file?: string;
  /** Answer with status 200: JSON of this schema, a frame with a header of this schema, or a file (JSON unless `type` says). */
  answer: { json: z.ZodType } | { frame: z.ZodType } | { document: string; type?: string };
}

type Rest = Omit<Operation, 'method' | 'path'>;
const operation =
  (method: Operation['method']) =>
  (path: string, rest: Rest): Operation => ({ method, path, ...rest });
const get = operation('get');
const post = operation('post');
const put = operation('put');
const remove = operation('delete');

const PUBLIC: readonly Operation[] = [
  get('/municipalities', {
    id: 'listMunicipalities',
    summary: 'Municipalities that this instance serves',
    tag: 'municipality',
    answer: { json: Municipalities },
  }),
  get('/areas', {
    id: 'listAreas',
    summary: 'Areas of a municipality',
    tag: 'area',
    query: AreaQuery,
    answer: { json: Areas },
  }),
  get('/areas/{id}', {
    id: 'getArea',
    summary: 'One area with its outline',
    tag: 'area',
    params: IdParameters,
    answer: { json: AreaDetail },
  }),
  get('/areas/{id}/vacancy', {
    id: 'getAreaVacancy',
    summary: 'Published vacancy figures of an area, or of a municipality by its code',
    tag: 'vacancy',
    params: IdParameters,
    query: VacancyQuery,
    answer: { json: Vacancy },
  }),
  get('/vacancy', {
    id: 'getVacancyCube',
    summary: 'Published vacancy figures of every area and street side of a municipality in one series',
    tag: 'vacancy',
    query: CubeQuery,
    answer: { frame: CubeHeader },
  }),
  get('/cells', {
    id: 'getCells',
    summary: 'Published vacancy figures on CBS squares of 500 m',
    tag: 'cell',
    query: CellQuery,
    answer: { frame: CellHeader },
  }),
  get('/series', {
    id: 'listSeries',
    summary: 'Series of a municipality with their reference dates and coverage',
    tag: 'series',
    query: SeriesQuery,
    answer: { json: SeriesList },
  }),
  get('/addresses', {
    id: 'listAddresses',
    summary: 'Addresses of a municipality, by page',
    tag: 'address',
    query: AddressQuery,
    answer: { json: Addresses },
  }),
  get('/streets', {
    id: 'listStreets',
    summary: 'Streets of a municipality, by page',
    tag: 'street',
    query: StreetQuery,
    answer: { json: Streets },
  }),
  get('/street-sides', {
    id: 'listStreetSides',
    summary: 'Sides of the streets in centres and shopping areas, as lines',
    tag: 'street-side',
    query: StreetSideQuery,
    answer: { json: StreetSides },
  }),
  get('/datasets', {
    id: 'listDatasets',
    summary: 'What was loaded, from whom, under which licence',
    tag: 'dataset',
    query: DatasetQuery,
    answer: { json: Datasets },
  }),
  get('/datasets.jsonld', {
    id: 'getCatalogue',
    summary: 'The same as a catalogue in DCAT-AP-NL',
    tag: 'dataset',
    answer: { document: 'DCAT-AP-NL 3.0 in JSON-LD', type: 'application/ld+json' },
  }),
  get('/search', {
    id: 'search',
    summary: 'Areas, streets and addresses by what somebody typed, typos forgiven',
    tag: 'search',
    query: SearchQuery,
    answer: { json: SearchResults },
  }),
  get('/scenarios', {
    id: 'listScenarios',
    summary: 'Scenarios of a municipality that have been published, the latest version of each',
    tag: 'scenario',
    query: ScenarioQuery,
    answer: { json: Scenarios },
  }),
  get('/scenarios/{id}', {
    id: 'getScenario',
    summary: 'The latest version of a scenario',
    tag: 'scenario',
    params: IdParameters,
    answer: { json: ScenarioVersion },
  }),
  get('/scenarios/{id}/versions/{version}', {
    id: 'getScenarioVersion',
    summary: 'One version of a scenario, as it was published and whatever happened since',
    tag: 'scenario',
    params: VersionParameters,
    answer: { json: ScenarioVersion },
  }),
  get('/scenarios/{id}/versions/{version}/settings', {
    id: 'getScenarioSettings',
    summary: 'Figures of a version for every setting of its open assumptions',
    tag: 'scenario',
    params: VersionParameters,
    answer: { json: ScenarioSettings },
  }),
  post('/shared-scenarios', {
    id: 'findSharedScenario',
    summary: 'What is shared by a link, by the key in it; reads only, and no cache keeps it',
    tag: 'scenario',
    body: SharedScenarioKey,
    answer: { json: ScenarioVersion },
  }),
  ...AREA_MAP_OPERATIONS,
  ...PUBLIC_EXPORTS,
  ...PAPER_OPERATIONS,
  get('/openapi.json', {
    id: 'getOpenapi',
    summary: 'This document',
    tag: 'openapi',
    answer: { document: 'OpenAPI 3.1 document' },
  }),
];

const PLANNER: readonly Operation[] = [
  get('/planner/areas/{id}/vacancy', {
    id: 'getExactAreaVacancy',
    summary: 'Exact vacancy figures of an area, or of a municipality by its code',
    tag: 'vacancy',
    params: IdParameters,
    query: VacancyQuery,
    answer: { json: Vacancy },
  }),
  get('/planner/vacancy', {
    id: 'getExactVacancyCube',
    summary: 'Exact vacancy figures of every area and street side of a municipality in one series',
    tag: 'vacancy',
    query: CubeQuery,
    answer: { frame: CubeHeader },
  }),
  get('/planner/cells', {
    id: 'getExactCells',
    summary: 'Exact vacancy figures on CBS squares of 100 m or 500 m',
    tag: 'cell',
    query: CellQuery,
    answer: { frame: CellHeader },
  }),
  get('/planner/series', {
    id: 'listPlannerSeries',
    summary: 'Series of a municipality, those for planners only included',
    tag: 'series',
    query: SeriesQuery,
    answer: { json: SeriesList },
  }),
  get('/planner/premises', {
    id: 'getPremisesFrame',
    summary: 'Every premises of a municipality in one series',
    tag: 'premises',
    query: PremisesQuery,
    answer: { frame: PremisesHeader },
  }),
  get('/planner/premises/{id}', {
    id: 'getPremises',
    summary: 'One premises with its whole story',
    tag: 'premises',
    params: IdParameters,
    answer: { json: Premises },
  }),
  {
    id: 'createAnalysis',
    method: 'post',
    path: '/planner/analyses',
    summary: 'Exact vacancy figures of a drawn place; nothing is stored',
    tag: 'analysis',
    body: AnalysisRequest,
    answer: { json: Analysis },
  },
  get('/planner/datasets/{id}/rejected-rows', {
    id: 'listRejectedRows',
    summary: 'Rows of a dataset that were not loaded, with the reason',
    tag: 'dataset',
    params: IdParameters,
    query: RejectedRowQuery,
    answer: { json: RejectedRows },
  }),
  get('/planner/datasets/{id}/rejected-rows/file', {
    id: 'exportRejectedRows',
    summary: 'Every row that was not loaded, as it stood, with the reason: of a list in its own layout',
    tag: 'dataset',
    params: IdParameters,
    query: RowsFileQuery,
    answer: { document: 'CSV, or a workbook where the list came as one', type: 'application/octet-stream' },
  }),
  get('/planner/datasets/{id}/round', {
    id: 'exportRound',
    summary: 'A list as it came in, with what is known now of every row',
    tag: 'dataset',
    params: IdParameters,
    query: RowsFileQuery,
    answer: { document: 'CSV, or a workbook where the list came as one', type: 'application/octet-stream' },
  }),
  get('/planner/scenarios', {
    id: 'listPlannerScenarios',
    summary: 'Scenarios of a municipality, those in the making included',
    tag: 'scenario',
    query: ScenarioQuery,
    answer: { json: PlannerScenarios },
  }),
  post('/planner/scenarios', {
    id: 'createScenario',
    summary: 'Begins a scenario: from nothing, as a copy, or as an amendment of a version',
    tag: 'scenario',
    body: NewScenario,
    answer: { json: PlannerScenario },
  }),
  get('/planner/scenarios/{id}', {
    id: 'getPlannerScenario',
    summary: 'A scenario in the making',
    tag: 'scenario',
    params: IdParameters,
    answer: { json: PlannerScenario },
  }),
  put('/planner/scenarios/{id}', {
    id: 'saveScenario',
    summary: 'Saves a scenario over the draft of that number, and over no other',
    tag: 'scenario',
    params: IdParameters,
    body: SaveScenario,
    answer: { json: SavedScenario },
  }),
  remove('/planner/scenarios/{id}', {
    id: 'removeScenario',
    summary: 'Takes away a scenario that has no versions',
    tag: 'scenario',
    params: IdParameters,
    answer: { json: RemovedScenario },
  }),
  get('/planner/scenarios/{id}/base', {
    id: 'getScenarioBase',
    summary: 'What a scenario starts from: the premises of its area on its base date',
    tag: 'scenario',
    params: IdParameters,
    answer: { json: ScenarioBase },
  }),
  post('/planner/scenarios/{id}/base', {
    id: 'renewScenarioBase',
    summary: 'Lets a scenario start from the present data; its measures stay',
    tag: 'scenario',
    params: IdParameters,
    body: NewBase,
    answer: { json: RenewedBase },
  }),
  get('/planner/scenarios/{id}/result', {
    id: 'getScenarioResult',
    summary: 'What follows from a scenario as it was saved last, exact',
    tag: 'scenario',
    params: IdParameters,
    answer: { json: ScenarioResult },
  }),
  post('/planner/scenarios/{id}/sharing', {
    id: 'shareScenario',
    summary: 'Shares a scenario as it is now by a link; an older link ends',
    tag: 'scenario',
    params: IdParameters,
    answer: { json: ScenarioSharing },
  }),
  remove('/planner/scenarios/{id}/sharing', {
    id: 'endScenarioSharing',
    summary: 'Ends the link of a scenario',
    tag: 'scenario',
    params: IdParameters,
    answer: { json: ScenarioSharing },
  }),
  post('/planner/scenarios/{id}/versions', {
    id: 'publishScenario',
    summary: 'Makes a version of a scenario that never changes, for everyone to see',
    tag: 'scenario',
    params: IdParameters,
    body: PublishScenario,
    answer: { json: PublishedVersion },
  }),
  put('/planner/scenarios/{id}/versions/{version}/decision', {
    id: 'decideScenarioVersion',
    summary: 'Writes the decision that a version belongs to, once',
    tag: 'scenario',
    params: VersionParameters,
    body: ScenarioDecision,
    answer: { json: PublishedVersion },
  }),
  put('/planner/scenarios/{id}/versions/{version}/withdrawal', {
    id: 'withdrawScenarioVersion',
    summary: 'Withdraws a version, once: it stays readable with a dated message',
    tag: 'scenario',
    params: VersionParameters,
    body: Withdrawal,
    answer: { json: PublishedVersion },
  }),
  ...ARCHIVE_EXPORTS,
  ...EMBED_OPERATIONS,
  ...IMPORT_OPERATIONS,
  get('/planner/session', {
    id: 'getSession',
    summary: 'Who is signed in; answers visitors too',
    tag: 'session',
    answer: { json: SessionState },
  }),
  {
    id: 'signIn',
    method: 'post',
    path: '/planner/session',
    summary: 'Signs in with the token of a one-time link',
    tag: 'session',
    body: SignIn,
    answer: { json: SessionState },
  },
  {
    id: 'signOut',
    method: 'delete',
    path: '/planner/session',
    summary: 'Signs out',
    tag: 'session',
    answer: { json: SessionState },
  },
];

/** Every operation of `/api/v1`, the public ones first. */
export const OPERATIONS: readonly Operation[] = [...PUBLIC, ...PLANNER];

/** True for an operation that only planners get an answer from. */
export function isForPlanners(operation: Operation): boolean {
  return operation.path.startsWith('/planner/') && operation.tag !== 'session';
}
