import { COUNTED, OUT } from '#figures/filter.ts';
import type { FunctionScope } from '#vocabulary/function.ts';
import type { Cells } from './cell.ts';
import type { Cube } from './figure.ts';
import type { FilterOrder } from './filter-worker.ts';
import { cellsOf, cubeOf, filterOf, type NarrowedValues } from './narrowed.ts';
import type { PremisesFrame } from './premises-frame.ts';
import { Watched } from './store.ts';
import { type Between, NO_FILTER, type PlannerFilter, type View } from './view.ts';

const isOpen = ([least, most]: Between): boolean => least === null && most === null;

/** How many of a planner's filters narrow something. */
export function countPlannerFilters({ statuses, durations, floorArea, buildYear }: PlannerFilter): number {
  const narrowing = [statuses.length > 0, durations.length > 0, !isOpen(floorArea), !isOpen(buildYear)];
  return narrowing.filter(Boolean).length;
}

/** How many filters are on, of those that the reader can set. */
export function countFilters({ function: scope, areaKind, filter }: View, planner: boolean): number {
  const everybodys = Number(scope !== 'all') + Number(areaKind !== null);
  return everybodys + (planner ? countPlannerFilters(filter) : 0);
}

/** What clears every filter. */
export const NOTHING_FILTERED: Pick<View, 'function' | 'areaKind' | 'filter'> = {
  function: 'all',
  areaKind: null,
  filter: NO_FILTER,
};

/** Everything that a filter gave, of one moment: figures of places, squares, and verdicts on premises. */
export interface Narrowed {
  frame: PremisesFrame;
  scope: FunctionScope;
  filter: PlannerFilter;
  cube: Cube;
  cells: Cells;
  values: NarrowedValues;
}

/** Whether a premises is among what the reader asked for, on a date. Chosen statuses or durations ask for those only. */
export function isAsked({ filter, values, frame }: Narrowed, premises: number, date: number): boolean {
  const verdict = values.slots[premises * frame.header.referenceDates.length + date];
  const chosen = filter.statuses.length > 0 || filter.durations.length > 0;
  return chosen ? verdict === COUNTED : verdict !== OUT;
}

/**
 * A planner's filter at work: it counts in a thread of its own, so that the screen stays quick. What was counted
 * before stays until all of the new is there; old and new are never shown together.
 */
export class Narrowing extends Watched {
  #worker: Worker | undefined;
  #frame: PremisesFrame | undefined;
  #asked: Pick<Narrowed, 'frame' | 'scope' | 'filter'> | undefined;
  #number = 0;
  #value: Narrowed | undefined;

  /** Undefined while nothing narrows, and before the first answer. */
  get value(): Narrowed | undefined {
    return this.#value;
  }

  /** Makes this the filter to show; an undefined frame shows nothing. */
  show(frame: PremisesFrame | undefined, scope: FunctionScope, filter: PlannerFilter): void {
    if (frame === undefined) {
      this.#asked = undefined;
      this.#value = undefined;
      return;
    }
    const before = this.#asked;
    if (before && before.frame === frame && before.scope === scope && before.filter === filter) return;
    if (before?.frame !== frame) this.#value = undefined;
    this.#asked = { frame, scope, filter };
    this.#number += 1;
    if (this.#frame !== frame) this.#send({ frame });
    this.#frame = frame;
    this.#send({ filter: filterOf(scope, filter), number: this.#number });
  }

  #send(order: FilterOrder): void {
    this.#worker ??= this.#begin();
    this.#worker.postMessage(order);
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./filter-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ number: number; values: NarrowedValues }>) => {
        if (this.#asked && data.number === this.#number) this.#become(this.#asked, data.values);
      },
    );
    return worker;
  }

  #become(asked: Pick<Narrowed, 'frame' | 'scope' | 'filter'>, values: NarrowedValues): void {
    const { header } = asked.frame;
    this.#value = {
      ...asked,
      cube: cubeOf(values, asked.scope, header),
      cells: cellsOf(values, asked.scope, header),
      values,
    };
    this.changed();
  }
}
