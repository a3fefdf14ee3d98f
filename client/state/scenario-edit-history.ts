/** Steps that can be taken back; older ones are forgotten, so that a long evening does not fill the memory. */
const MOST_STEPS = 300;

/** A value with the way it came: immutable, as every step of it is. */
export interface EditHistory<T> {
  /** The oldest first. */
  readonly past: readonly T[];
  readonly present: T;
  /** What was taken back, the next first. */
  readonly future: readonly T[];
  /** Field that the last step changed; typing on in it is no new step. Null: the next step is one in any case. */
  readonly field: string | null;
}

/** A history without steps. */
export const newHistory = <T>(present: T): EditHistory<T> => ({ past: [], present, future: [], field: null });

/** One step further. @param field where somebody types: steps in the same field are one; null is always a step */
export function stepped<T>(history: EditHistory<T>, present: T, field: string | null): EditHistory<T> {
  if (Object.is(present, history.present)) return history;
  if (field !== null && field === history.field) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present, future: [], field };
}

/** Ends the typing in a field: what is typed next is a step of its own. */
export const sealed = <T>(history: EditHistory<T>): EditHistory<T> =>
  history.field === null ? history : { ...history, field: null };

/** One step back; the same history where there is none. */
export function undone<T>(history: EditHistory<T>): EditHistory<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  const future = [history.present, ...history.future];
  return { past: history.past.slice(0, -1), present, future, field: null };
}

/** One step forward again; the same history where nothing was taken back. */
export function redone<T>(history: EditHistory<T>): EditHistory<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, field: null };
}

/** Every step changed in the same way: what somebody else did stays when a step is taken back. */
export const rebased = <T>(history: EditHistory<T>, change: (value: T) => T): EditHistory<T> => ({
  past: history.past.map(change),
  present: change(history.present),
  future: history.future.map(change),
  field: null,
});
