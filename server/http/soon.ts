/**
 * How long an answer may take before what is known stands in for it; milliseconds. The one connection of the embedded
 * engine may be with an import for seconds, and what is in memory need not wait for that.
 */
const PATIENCE = 25;

/** An answer, or what stands in for it when it does not come soon. @throws what the answer fails with, if it does so soon */
export function soonOr<T>(answer: Promise<T>, otherwise: T | Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise), PATIENCE);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
