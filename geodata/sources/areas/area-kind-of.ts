import { plainName } from '../../formats/column-name.ts';
import { AREA_KIND_TERMS, type AreaKind } from '../../vocabulary/area-kind.ts';

/** Other words of decisions and municipal files for the kinds of area. */
const OTHER_WORDS: Readonly<Record<string, AreaKind>> = {
  binnenstad: 'town-centre',
  stadscentrum: 'town-centre',
  centrumgebied: 'town-centre',
  dorpscentrum: 'village-core',
  kern: 'village-core',
  buurtcentrum: 'neighbourhood-centre',
  wijkwinkelcentrum: 'neighbourhood-centre',
  winkelcentrum: 'shopping-area',
  bedrijventerrein: 'work-area',
  werklocatie: 'work-area',
  kernwinkelzone: 'core-shopping',
  aanloopgebied: 'approach-street',
  aanlooproute: 'approach-street',
  transformatiezone: 'transformation-zone',
  pdv: 'large-scale-retail',
  gdv: 'large-scale-retail',
  pdvlocatie: 'large-scale-retail',
  gdvlocatie: 'large-scale-retail',
  woonboulevard: 'large-scale-retail',
  biz: 'business-improvement-district',
  bizone: 'business-improvement-district',
  bedrijveninvesteringszone: 'business-improvement-district',
};

const KINDS = new Map<string, AreaKind>([
  ...AREA_KIND_TERMS.flatMap(({ code, nl, en }) =>
    [code, nl, en].map(word => [plainName(word), code] as const),
  ),
  ...Object.entries(OTHER_WORDS),
]);

/** The kind of area that a word means: our code, its Dutch or English name, or what decisions call it. */
export const areaKindOf = (word: string): AreaKind | undefined => KINDS.get(plainName(word));

/** The Dutch word for a kind, as the beginning of a name. */
export function kindTitle(kind: AreaKind): string {
  const { nl } = AREA_KIND_TERMS.find(({ code }) => code === kind)!;
  return nl[0]!.toUpperCase() + nl.slice(1);
}
