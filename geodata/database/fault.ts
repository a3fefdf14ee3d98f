import { DatabaseFault, type FaultKind } from './database.ts';

// SQLSTATE classes and codes (PostgreSQL manual, appendix A) that mean: not now, another try may do.
const UNAVAILABLE = /^(08|53|57P|40001|40P01|55P03)/;
// What node:net and pg say when there is no connection, or no longer one.
const LOST =
  /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)|terminated|timeout exceeded when trying|not queryable|Cannot use a pool/;
// PostGIS reports what GEOS throws as an internal error (XX000) that names it.
const GEOMETRY = /GEOS|TopologyException|lwgeom|geometry/i;

/**
 * The engine's own error as a fault of ours.
 * @param doing what was being done, as the start of a sentence: 'Running a statement'
 */
export function toFault(error: unknown, doing: string): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  const { code = '', message = `${error}` } = error as { code?: string; message?: string };
  return new DatabaseFault(kindOf(code, message), `${doing} failed: ${message || code}`, { cause: error });
}

function kindOf(code: string, message: string): FaultKind {
  if (code === '57014' || message === 'Query read timeout') return 'deadline';
  if (UNAVAILABLE.test(code) || LOST.test(code) || LOST.test(message)) return 'unavailable';
  return code === 'XX000' && GEOMETRY.test(message) ? 'geometry' : 'refused';
}
