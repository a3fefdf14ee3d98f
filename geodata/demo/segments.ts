import { quarterOf } from './calendar.ts';
import { liveThrough, type Path, type Segment, type Spell, surround } from './hidden-truth.ts';
import type { Holding } from './holdings.ts';
import { createRandom, type Random } from './random.ts';

/** The quarter in which the sources are reconciled number by number. */
export const RECONCILED = quarterOf('2026-01-01');

/** Vacant shops in the reconciled quarter, centre only; the part of the store that is still to let comes on top. */
const EXACT = { core: 9, edge: 8, kiosk: 2 };

const SHOP_LENGTHS = [0.6, 0.28, 0.12] as const;
const STUCK_LENGTHS = [0.34, 0.34, 0.32] as const;

/** Vacancy by year: a rise in 2020 and 2021, a partial recovery, a slow rise since 2024. */
const CORE: Path = [
  [2012, 0.045],
  [2016.75, 0.058],
  [2018, 0.047],
  [2019.75, 0.043],
  [2020.5, 0.055],
  [2021.25, 0.06],
  [2022.5, 0.052],
  [2024, 0.046],
  [2025, 0.048],
  [2026.75, 0.053],
];
const EDGE: Path = [
  [2012, 0.1],
  [2016.75, 0.13],
  [2019, 0.18],
  [2021.25, 0.26],
  [2023, 0.22],
  [2024, 0.215],
  [2026.75, 0.25],
];
const HOSPITALITY: Path = [
  [2012, 0.05],
  [2016.75, 0.09],
  [2019.25, 0.075],
  [2020, 0.075],
  [2021.25, 0.105],
  [2022.5, 0.08],
  [2024, 0.08],
  [2026.75, 0.09],
];
const SERVICES: Path = [
  [2012, 0.06],
  [2016.75, 0.1],
  [2019.25, 0.085],
  [2021.25, 0.095],
  [2023, 0.09],
  [2026.75, 0.095],
];
const OFFICES: Path = [
  [2012, 0.13],
  [2016.75, 0.125],
  [2019, 0.095],
  [2020.25, 0.078],
  [2022, 0.092],
  [2022.75, 0.11],
  [2024, 0.13],
  [2026.75, 0.118],
];
const BUSINESS: Path = [
  [2012, 0.05],
  [2016.75, 0.046],
  [2019, 0.034],
  [2021, 0.04],
  [2022.5, 0.036],
  [2024, 0.038],
  [2026.75, 0.043],
];
const HOMES: Path = [
  [2012, 0.023],
  [2016.75, 0.021],
  [2019, 0.018],
  [2021, 0.019],
  [2023, 0.018],
  [2026.75, 0.02],
];

const shops = (path: Path, exact?: number): Segment => ({
  path,
  lengths: SHOP_LENGTHS,
  ...(exact !== undefined && { exact: new Map([[RECONCILED, exact]]) }),
});

/** Groups by name: which path a premises follows. */
const SEGMENTS: Record<string, Segment> = {
  'core retail': shops(CORE, EXACT.core),
  'edge retail': { ...shops(EDGE, EXACT.edge), lengths: STUCK_LENGTHS },
  kiosk: shops(CORE, EXACT.kiosk),
  hospitality: shops(HOSPITALITY),
  services: shops(SERVICES),
  'other retail': shops([
    [2012, 0.04],
    [2016.75, 0.055],
    [2019, 0.045],
    [2021, 0.06],
    [2024, 0.042],
    [2026.75, 0.05],
  ]),
  office: { path: OFFICES, lengths: STUCK_LENGTHS, wave: 1.6 },
  business: { path: BUSINESS, lengths: [0.5, 0.35, 0.15] },
  homes: { path: HOMES, lengths: [0.74, 0.2, 0.06] },
  other: {
    path: [
      [2012, 0.02],
      [2026.75, 0.02],
    ],
    lengths: SHOP_LENGTHS,
  },
};

/** Groups of which only vacancy itself is told. */
const SILENT = new Set(['homes', 'other', 'kiosk']);

/** Least floor area that the municipal list looks at, m2. */
export const LEAST_LISTED = 25;

/** The segment of a holding. */
function segmentOf({ use, zone, floorArea }: Holding): keyof typeof SEGMENTS {
  if (use === 'housing') return 'homes';
  if (use === 'hospitality' || use === 'services' || use === 'office' || use === 'business') return use;
  if (use !== 'retail') return 'other';
  if (zone === 'core' || zone === 'approach' || zone === 'edge') {
    if (floorArea < LEAST_LISTED) return 'kiosk';
    return zone === 'edge' ? 'edge retail' : 'core retail';
  }
  return 'other retail';
}

/** Likelihood to fall vacant: far from the market, in an older office, in a larger shop. */
function riskOf({ use, point, floorArea, structure }: Holding): number {
  const away = Math.hypot(...point);
  if (use === 'office') return 1 + Math.max(0, 2005 - structure.year) / 18;
  if (use === 'housing') return structure.year < 1940 ? 1.6 : 1;
  if (use === 'business') return 1 + Math.max(0, 1995 - structure.year) / 30;
  // Anchors such as a supermarket have long leases.
  if (floorArea > 600) return 0.05;
  return (0.6 + away / 260) * Math.min(3, (floorArea / 90) ** 1.1);
}

/** Lets every holding that has no story of its own live through the years. */
export function liveAll(seed: number, holdings: readonly Holding[], lives: Map<Holding, Spell[]>): void {
  const free = holdings.filter(holding => !lives.has(holding));
  for (const [name, group] of Map.groupBy(free, segmentOf)) {
    const random: Random = createRandom(seed, `lives ${name}`);
    const buildings = new Map(
      [...new Set(group.map(holding => holding.structure))].map((structure, index) => [structure, index]),
    );
    const subjects = group.map(holding => ({
      risk: riskOf(holding),
      building: buildings.get(holding.structure)!,
    }));
    const found = liveThrough(subjects, SEGMENTS[name]!, random);
    group.forEach((holding, index) => {
      lives.set(holding, SILENT.has(name) ? found[index]! : surround(found[index]!, random));
    });
  }
}
