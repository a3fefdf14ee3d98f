import { type Spell, spellAt } from './hidden-truth.ts';
import type { Holding } from './holdings.ts';
import { LEAST_LISTED, RECONCILED } from './segments.ts';

/**
 * Why the registers say 12 % where the list says 9 %, for shops in the centre on 1 January 2026. The list: 18
 * vacant of 200 from 25 m2. The registers: 18, and 3 used as storage, 2 by a wholesaler registered elsewhere,
 * 4 with a temporary user, less 2 where the last shopkeeper is still registered, and 2 of the 25 shops below
 * 25 m2, which the list does not visit: 27 of 225.
 */
export const RECONCILIATION = {
  shops: 225,
  kiosks: 25,
  storage: 3,
  wholesale: 2,
  temporary: 4,
  registered: 2,
} as const;

/** Shops of the centre that matter here, by what makes the sources disagree on them. */
export interface Disagreement {
  storage: ReadonlySet<Holding>;
  wholesale: ReadonlySet<Holding>;
  /** Vacant, but the registers do not know it yet. */
  registered: ReadonlySet<Holding>;
}

/**
 * Turns shops into practices, or practices into shops, until the centre has exactly as many shops as the
 * reconciliation counts.
 */
export function settleShops(centre: readonly Holding[]): void {
  const isOpen = (holding: Holding) => holding.until === null;
  const isPlain = (holding: Holding) =>
    holding.floorArea >= LEAST_LISTED && holding.storey === 0 && holding.structure.kind === 'town-house';
  const shops = centre.filter(holding => holding.use === 'retail' && isOpen(holding));
  const surplus = shops.length - RECONCILIATION.shops;
  const strays = shops
    .filter(isPlain)
    .sort(
      (a, b) =>
        Number(a.zone !== 'scattered') - Number(b.zone !== 'scattered') ||
        Math.hypot(...b.point) - Math.hypot(...a.point),
    );
  for (const holding of strays.slice(0, Math.max(0, surplus))) holding.use = 'services';
  const practices = centre
    .filter(holding => holding.use === 'services' && isPlain(holding))
    .sort((a, b) => Math.hypot(...a.point) - Math.hypot(...b.point));
  for (const holding of practices.slice(0, Math.max(0, -surplus))) holding.use = 'retail';
}

/** Temporary users in exactly as many shops as the reconciliation counts, on its day. */
export function settleTemporary(shops: readonly Holding[], lives: Map<Holding, Spell[]>): void {
  const listed = shops.filter(holding => holding.floorArea >= LEAST_LISTED);
  const now = listed.filter(holding => spellAt(lives.get(holding)!, RECONCILED)?.kind === 'temporary-use');
  for (const holding of now.slice(RECONCILIATION.temporary)) {
    const spell = spellAt(lives.get(holding)!, RECONCILED)!;
    if (spell.from < RECONCILED) spell.until = RECONCILED;
    else
      lives.set(
        holding,
        lives.get(holding)!.filter(other => other !== spell),
      );
  }
  const quiet = listed.filter(holding => {
    const life = lives.get(holding)!;
    const last = life.findLast(spell => spell.from < RECONCILED - 3);
    return (
      last?.kind === 'vacant' &&
      last.until !== null &&
      last.until < RECONCILED &&
      life.every(spell => spell === last || (spell.until !== null && spell.until <= last.from))
    );
  });
  const recent = quiet.sort((a, b) => lives.get(b)!.at(-1)!.until! - lives.get(a)!.at(-1)!.until!);
  for (const holding of recent.slice(0, Math.max(0, RECONCILIATION.temporary - now.length))) {
    const life = lives.get(holding)!;
    const { until } = life.at(-1)!;
    life.push({ kind: 'temporary-use', from: until!, until: RECONCILED + 2, since: life.at(-1)!.since });
  }
}

/** Chooses the shops on which the sources disagree: always in use, away from the market; and the newest vacancies. */
export function findDisagreement(
  shops: readonly Holding[],
  lives: ReadonlyMap<Holding, readonly Spell[]>,
): Disagreement {
  const listed = shops.filter(
    holding => holding.floorArea >= LEAST_LISTED && holding.structure.kind === 'town-house',
  );
  const steady = listed
    .filter(holding => lives.get(holding)!.length === 0)
    .sort((a, b) => Math.hypot(...b.point) - Math.hypot(...a.point));
  const vacant = listed.filter(holding => spellAt(lives.get(holding)!, RECONCILED)?.kind === 'vacant');
  const newest = vacant.sort((a, b) =>
    spellAt(lives.get(b)!, RECONCILED)!.since.localeCompare(spellAt(lives.get(a)!, RECONCILED)!.since),
  );
  const { storage, wholesale, registered } = RECONCILIATION;
  return {
    storage: new Set(steady.slice(0, storage)),
    wholesale: new Set(steady.slice(storage, storage + wholesale)),
    registered: new Set(newest.slice(0, registered)),
  };
}
