import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { API_BASE, API_VERSION, OPERATIONS } from '../../server/contract/operations.ts';
import type { AppContext } from '../../server/http/context.ts';
import { openapiDocument } from '../../server/http/openapi.ts';

// Only the table of routes is looked at: nothing asks the database.
const database = { as: () => ({}) };
const context = { database, config: readConfig({}), logger: {} } as unknown as AppContext;
const contact = { name: 'Municipality', email: 'someone@example.org', url: 'https://example.org' };

interface OpenApiOperation {
  operationId: string;
  summary: string;
  tags: string[];
  security?: object[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  responses: Record<string, object>;
}
const document = openapiDocument(contact) as {
  openapi: string;
  info: { version: string; contact: object; title: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Routes of the API as `get /areas/{id}`. */
function mounted(): string[] {
  const routes = createApp(context).routes.filter(
    route => route.path.startsWith(`${API_BASE}/`) && route.method !== 'ALL',
  );
  const braced = (path: string) => path.slice(API_BASE.length).replace(/:([a-zA-Z]+)/g, '{$1}');
  return [...new Set(routes.map(route => `${route.method.toLowerCase()} ${braced(route.path)}`))].sort();
}

describe('the OpenAPI document', () => {
  test('has every mounted route, and no other', () => {
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(mounted());
  });

  test('points at what is in it', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#([^"]+)"/g)].map(match => match[1]!);
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) {
      const found = reference
        .split('/')
        .slice(1)
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
      expect(found, reference).toBeDefined();
    }
  });

  test('names every parameter of its path', () => {
    for (const { path, operation } of operations) {
      const named = operation.parameters.filter(parameter => parameter.in === 'path').map(({ name }) => name);
      expect(named, path).toEqual([...path.matchAll(/\{([^}]+)\}/g)].map(match => match[1]));
    }
  });

  test('says of a parameter with a default that it may be left out, and what it is', () => {
    const limit = document.paths['/addresses']!.get!.parameters.find(({ name }) => name === 'limit');
    expect(limit).toMatchObject({
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
    });
  });

  test('asks a session for the planner and for nothing else', () => {
    for (const { path, operation } of operations) {
      const planner = path.startsWith('/planner/') && path !== '/planner/session';
      expect(operation.security !== undefined, path).toBe(planner);
    }
  });
});

describe('NL API Design Rules 2.1', () => {
  test('/core/doc-openapi, /core/doc-openapi-contact', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info.contact).toEqual(contact);
  });
  test('/core/uri-version, /core/semver', () => {
    expect(document.servers).toEqual([{ url: '/api/v1' }]);
    expect(document.info.version).toMatch(/^1\.\d+\.\d+$/);
    expect(document.info.version).toBe(API_VERSION);
  });
  test('/core/no-trailing-slash, /core/path-segments-kebab-case', () => {
    for (const { path } of operations) {
      expect(path).toMatch(/^(\/([a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?|\{[a-z][a-zA-Z]*\}))+$/);
    }
  });
  test('/core/query-keys-camel-case', () => {
    for (const { operation } of operations)
      for (const { name } of operation.parameters) expect(name).toMatch(/^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/);
  });
  test('/core/naming-collections: what is listed is named in the plural', () => {
    const lists = OPERATIONS.filter(operation => operation.id.startsWith('list'));
    for (const { path } of lists) expect(path).toMatch(/(s|ies)$/);
  });
  test('/core/http-methods', () => {
    for (const { method } of operations) expect(['get', 'post', 'put', 'patch', 'delete']).toContain(method);
  });
  test('/core/error-handling: every operation names its problems', () => {
    for (const { operation } of operations)
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '400', '500', '503']));
  });
  test('operation ids are camel case and used once; every operation has a summary and a tag', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of operations) {
      expect(operation.operationId).toMatch(/^[a-z][a-zA-Z]+$/);
      expect(operation.summary.length).toBeGreaterThan(5);
      expect(operation.tags).toHaveLength(1);
    }
  });
  test('/core/date-time/format, /core/date-time/date-omit-time-portion', () => {
    const text = JSON.stringify(document);
    expect(text).toMatch(/"format":"date"/);
    expect(text).toMatch(/"format":"date-time"/);
  });
});
