import { z } from 'zod';
import { API_BASE, API_VERSION, isForPlanners, OPERATIONS, type Operation } from '../contract/operations.ts';
import { Problem } from '../contract/primitives.ts';
import { FRAME_TYPE } from './answer.ts';
import { ROLE_COOKIE, SESSION_COOKIE } from './viewer.ts';

type Json = Record<string, unknown>;

/** JSON Schema (2020-12, as OpenAPI 3.1 takes it) of what is answered, or of what is sent. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    reused: 'inline',
    override: ({ jsonSchema }) => tidy(jsonSchema, io),
  });
  return rest;
}

/** Leaves out what the format says already, and that answers will never get a field more. */
function tidy(schema: Json, io: 'input' | 'output'): void {
  if (schema.format === 'date' || schema.format === 'date-time') delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (io === 'output') delete schema.additionalProperties;
}

function parameters(place: 'path' | 'query', object: z.ZodObject | undefined): Json[] {
  return Object.entries(object?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    // What comes out of parsing says more than "text", which is all that a query can hold.
    schema: schemaOf(field as z.ZodType, 'output'),
  }));
}

/** A file: any JSON, or bytes of another media type. */
function documentOf(description: string, type: string): Json {
  if (type === 'application/json') return { [type]: { schema: { type: 'object', description } } };
  return { [type]: { schema: { type: 'string', contentMediaType: type, description } } };
}

function contentOf(answer: Operation['answer']): Json {
  if ('json' in answer) return { 'application/json': { schema: schemaOf(answer.json, 'output') } };
  if ('document' in answer) return documentOf(answer.document, answer.type ?? 'application/json');
  const description = 'Columns behind a JSON header; the layout is described in geodata/figures/frame.ts.';
  return {
    [FRAME_TYPE]: {
      schema: { type: 'string', contentMediaType: FRAME_TYPE, description },
      'x-frame-header': schemaOf(answer.frame, 'output'),
    },
  };
}

const problem = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** Operations that are refused where somebody was first, or where something is kept as it is. */
const CONFLICTS = new Set([
  'answerImport',
  'applyImport',
  'saveEmbed',
  'saveScenario',
  'removeScenario',
  'renewScenarioBase',
  'publishScenario',
  'decideScenarioVersion',
  'withdrawScenarioVersion',
]);

function problemsOf(operation: Operation): Json {
  const { params, query } = operation;
  const body = operation.body ?? operation.file;
  const reads = params !== undefined || query !== undefined || body !== undefined;
  return {
    '400': problem('BadInput'),
    ...(isForPlanners(operation) || operation.id === 'signIn' ? { '401': problem('NotSignedIn') } : {}),
    ...(operation.method === 'get' || !operation.path.startsWith('/planner/')
      ? {}
      : { '403': problem('CrossSite') }),
    ...(reads && operation.tag !== 'session' ? { '404': problem('NotFound') } : {}),
    ...(CONFLICTS.has(operation.id) ? { '409': problem('Conflict') } : {}),
    ...(body === undefined ? {} : { '413': problem('TooLarge'), '415': problem('UnsupportedMediaType') }),
    ...(operation.id === 'publishScenario' ? { '422': problem('NotPublishable') } : {}),
    '500': problem('Fault'),
    '503': problem('Unavailable'),
    '504': problem('Deadline'),
  };
}

/** What is sent with a request: JSON, a file, or nothing. */
function sentContent({ body, file }: Operation): Json | undefined {
  if (file !== undefined) return { [file]: { schema: { type: 'string', contentMediaType: file } } };
  return body && { 'application/json': { schema: schemaOf(body, 'input') } };
}

function operationOf(operation: Operation): Json {
  const { id, summary, tag, params, query, answer } = operation;
  const sent = sentContent(operation);
  const version = { 'API-Version': { $ref: '#/components/headers/API-Version' } };
  return {
    operationId: id,
    summary,
    tags: [tag],
    ...(isForPlanners(operation) ? { security: [{ session: [] }] } : {}),
    parameters: [...parameters('path', params), ...parameters('query', query)],
    ...(sent === undefined ? {} : { requestBody: { required: true, content: sent } }),
    responses: {
      '200': { description: summary, headers: version, content: contentOf(answer) },
      ...problemsOf(operation),
    },
  };
}

function pathsOf(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation) };
  }
  return paths;
}

const RESPONSES: Record<string, string> = {
  BadInput: 'A parameter, the body or the path is not usable; `errors` names the fields',
  NotSignedIn: 'This address is for planners, or the sign-in link is not valid',
  CrossSite: 'The write comes from a page of another site',
  NotFound: 'There is no such thing',
  Conflict: 'Somebody else changed it first, or it is kept as it is; nothing was overwritten',
  NotPublishable: 'The scenario has errors; `errors` names the fields of the document',
  TooLarge: 'The body is larger than is taken',
  UnsupportedMediaType: 'The body is not of the media type that is taken here',
  Fault: 'A fault on our side',
  Unavailable: 'The database does not answer or too much is under way; Retry-After says when to try again',
  Deadline: 'The answer took too long',
};

function responses(): Json {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const entries = Object.entries(RESPONSES).map(([name, description]) => [name, { description, content }]);
  return Object.fromEntries(entries);
}

/** The OpenAPI 3.1 document of `/api/v1`, made from the contract. @param contact who to ask */
export function openapiDocument(contact: { name: string; email: string; url: string }): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kernkaart',
      version: API_VERSION,
      description:
        'Vacancy and transformation in town centres, village cores and work areas. Figures that anybody ' +
        'may see have passed disclosure control; numbers in series are never mixed; null is unknown, never 0.',
      contact,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: API_BASE }],
    tags: [...new Set(OPERATIONS.map(operation => operation.tag))].map(name => ({ name })),
    paths: pathsOf(OPERATIONS),
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      headers: {
        'API-Version': { description: 'Version of this API (semver)', schema: { type: 'string' } },
      },
      responses: responses(),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description: `Begun by signIn; the readable cookie ${ROLE_COOKIE} only says that there is one`,
        },
      },
    },
  };
}
