import { MOST_OPEN_ASSUMPTIONS, type ScenarioDocument } from '#contract/scenario.ts';

/** What came of putting two changed documents together. Paths name a measure by `measures.<id>`, not by its place. */
export interface MergedDocument {
  document: ScenarioDocument;
  /** Fields that both changed, differently: `document` has mine. Empty: nothing of either is lost. */
  clashes: readonly string[];
  /** Fields that come from the other. */
  taken: readonly string[];
}

type Plain = Record<string, unknown>;

interface Sides {
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

/** Lists whose members have a key, and how many they may have. */
const KEYED: Record<string, { key(item: Plain): string; most: number }> = {
  measures: { key: item => String(item.id), most: 40 },
  hardPlans: { key: item => String(item.id), most: 40 },
  norms: { key: item => String(item.kind), most: 3 },
  indicators: { key: item => String(item.figure), most: 7 },
  openAssumptions: { key: item => `${item.measure}/${item.parameter}`, most: MOST_OPEN_ASSUMPTIONS },
};

/** Values that make sense only whole: half of one place and half of another is no place. */
const WHOLE = new Set(['place', 'target', 'phase', 'settings', 'norm']);

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same contents; the order of keys does not matter. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => key in b && sameValue(a[key], b[key]));
}

class Merge {
  readonly clashes: string[] = [];
  readonly taken: string[] = [];

  /** One value of three. Undefined: it is not there on that side. */
  value(path: string, sides: Sides): unknown {
    const { base, mine, theirs } = sides;
    if (sameValue(mine, theirs) || sameValue(theirs, base)) return mine;
    const name = path.split('.').at(-1)!;
    const keyed = KEYED[name];
    if (keyed && Array.isArray(mine) && Array.isArray(theirs))
      return this.#list(path, keyed, { base: (base ?? []) as Plain[], mine, theirs });
    if (!WHOLE.has(name) && isPlain(mine) && isPlain(theirs)) return this.#object(path, sides);
    if (sameValue(mine, base)) {
      this.taken.push(path);
      return theirs;
    }
    this.clashes.push(path);
    return mine;
  }

  #object(path: string, { base, mine, theirs }: Sides): Plain {
    const [b, m, t] = [isPlain(base) ? base : {}, mine as Plain, theirs as Plain];
    const keys = [...new Set([...Object.keys(m), ...Object.keys(t)])];
    const entries = keys.map(key => {
      const value = this.value(path === '' ? key : `${path}.${key}`, {
        base: b[key],
        mine: m[key],
        theirs: t[key],
      });
      return [key, value] as const;
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  #list(
    path: string,
    { key, most }: { key(item: Plain): string; most: number },
    { base, mine, theirs }: { base: Plain[]; mine: Plain[]; theirs: Plain[] },
  ): Plain[] {
    const [b, m, t] = [base, mine, theirs].map(list => new Map(list.map(item => [key(item), item])));
    const order = this.#order(path, [...b!.keys()], [...m!.keys()], [...t!.keys()]);
    const items = order.flatMap(id => {
      const sides = { base: b!.get(id), mine: m!.get(id), theirs: t!.get(id) };
      const item = this.value(`${path}.${id}`, sides);
      return item === undefined ? [] : [item as Plain];
    });
    if (items.length <= most) return items;
    this.clashes.push(path);
    return mine;
  }

  /** Every key of either side: in the order of whoever moved something, new ones of the other behind their neighbour. */
  #order(path: string, base: string[], mine: string[], theirs: string[]): string[] {
    const shared = base.filter(key => mine.includes(key) && theirs.includes(key));
    const among = (keys: string[]) => keys.filter(key => shared.includes(key));
    const [b, m, t] = [shared, among(mine), among(theirs)];
    const iMoved = !sameValue(b, m);
    const theyMoved = !sameValue(b, t);
    if (iMoved && theyMoved && !sameValue(m, t)) this.clashes.push(`${path}.order`);
    if (theyMoved && !iMoved) this.taken.push(`${path}.order`);
    return theyMoved && !iMoved ? interleaved(theirs, mine) : interleaved(mine, theirs);
  }
}

/** `keys`, and what only `others` have, each behind the one it stands behind there. */
function interleaved(keys: readonly string[], others: readonly string[]): string[] {
  const all = [...keys];
  others.forEach((key, index) => {
    if (all.includes(key)) return;
    const before = others.slice(0, index).findLast(one => all.includes(one));
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, key);
  });
  return all;
}

/**
 * Puts together what two planners made of the same draft: by field, by measure, by parameter. What only one of them
 * touched is kept; where both changed the same, mine stays and the clash is named.
 * @param base what both started from
 */
export function mergeDocuments(
  base: ScenarioDocument,
  mine: ScenarioDocument,
  theirs: ScenarioDocument,
): MergedDocument {
  const merge = new Merge();
  const document = merge.value('', { base, mine, theirs }) as ScenarioDocument;
  return { document, clashes: merge.clashes, taken: merge.taken };
}

/** The same with the other's values where both changed the same field. */
export function mergeYielding(
  base: ScenarioDocument,
  mine: ScenarioDocument,
  theirs: ScenarioDocument,
): ScenarioDocument {
  return mergeDocuments(base, theirs, mine).document;
}
