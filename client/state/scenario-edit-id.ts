/** An id for something that a planner adds: random, so that two planners never make the same one. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return `m${Array.from(bytes, byte => byte.toString(36).padStart(2, '0')).join('')}`;
}
