import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Bbox } from '../contract/primitives.ts';
import type {
  PublishedFigure,
  PublishedScenario,
  ScenarioSettings,
  ShownRange,
} from '../contract/published-scenario.ts';
import type { BaseArea } from '../contract/scenario-base.ts';
import type { ScenarioArchive } from '../contract/scenario-version.ts';
import { recompute } from '../planning/recompute.ts';
import { assumptionSettings, movesVacancy, settingCombinations } from '../planning/settings.ts';
import { publishedBuildings } from './scenario-building.ts';
import { isVacancy, publishedFigures } from './scenario-figure.ts';
import { publishedFlows } from './scenario-flow.ts';
import { publishedMeasures } from './scenario-measure.ts';
import { measureGrains } from './scenario-measure-grain.ts';
import { publishedSides } from './scenario-side.ts';
import { areaStart, vacancyScope } from './scenario-start.ts';
import { publishedWarnings } from './scenario-text.ts';

/**
 * What anybody may see of a scenario. Nothing else decides it: what is published, shared by link or exported openly
 * has come through here.
 *
 * | what | as published | where |
 * |---|---|---|
 * | vacancy on the base date | what the cube shows of the same place: number, rounded, `<5`, hidden, unknown; where one function would round all that is seen from the pavement, the sum of those that the cube shows exactly (`vacancyOf`) | `scenario-start.ts` |
 * | vacancy modelled from it, both ways and the difference | hidden where the start is no number; else the start plus the rounded change (strict: 5 premises, 100 m2, whole per cent of rounded numbers; visible: whole premises, one decimal) | `scenario-vacancy.ts`, `scenario-rate.ts` |
 * | the same at other settings of an open assumption that moves vacancy | as above where the start is exact, else only doing nothing and the base date | {@link publishedSettings} |
 * | what one measure took, and what follows | by how it chose: see the table there | `scenario-measure-grain.ts` |
 * | homes, floor area, euros of the whole | as fine as the measures that have a part in it; hidden where a hidden one is the only one | `scenario-effect.ts` |
 * | jobs, parking, energy, core share, room in the plan | as fine as the vacant floor area of those functions in the cube; rounded where some of them are hidden, hidden where all are | `scenario-effect.ts` |
 * | street sides | each as the cube shows that side; better or worse by the numbers shown | `scenario-side.ts` |
 * | observed flows | whole per cent, from 10 premises-years (3 where all is seen from the pavement) | `scenario-flow.ts` |
 * | places | drawn ones, areas and street sides; chosen premises never | `scenario-measure.ts` |
 * | buildings | of measures that take everything in their place | `scenario-building.ts` |
 * | names of premises in what is said of a measure (name, remark, sources) and in warnings | never | `scenario-text.ts` |
 * | title, summary, hard plans, sources of norms | as the planner wrote them | here |
 * | a series that visitors may not know of | no vacancy at all | `scenario-start.ts` |
 *
 * What remains: a rounded start stands for five numbers of premises. Who works backwards from its whole course, and
 * from the published flows, can say of some of them that they are unlikely, and in which order of size the longest
 * vacant are taken. That is why flows are no finer, and why vacancy at a setting that can move it is not published
 * beside the proposed one. Versions that differ little are such settings too: who publishes them decides that.
 *
 * Low <= expected <= high holds after rounding, because every rounding here keeps the order. A difference is that of
 * the published numbers. Null stays null: unknown is never 0.
 */

/** What is said of a version beside its archive. */
export type VersionMeta = Pick<
  PublishedScenario,
  'status' | 'publishedAt' | 'checksum' | 'amendmentOf' | 'decision' | 'withdrawn'
>;

function bboxOf({ coordinates }: BaseArea): Bbox {
  const points = coordinates.flat(2);
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

function whatItStartsFrom({ base }: ScenarioArchive) {
  const { name, definition, source, evidence, profile, referenceDate } = base.series;
  return {
    revision: base.revision,
    municipality: base.municipality,
    municipalityName: base.municipalityName,
    fictional: base.fictional,
    area: { ...base.area, bbox: bboxOf(base.area) },
    zones: base.zones,
    series: { name, definition, source, evidence, profile, referenceDate },
    flows: publishedFlows(base),
  };
}

function whatThePlannerSaid({ document }: ScenarioArchive) {
  const { title, summary, notSaid, baseline, indicators, norms } = document;
  return {
    ...{ title, summary, notSaid, baseline, indicators, norms },
    openAssumptions: assumptionSettings(document),
  };
}

/**
 * A version as anybody may see it. A pure function: the same archive gives the same answer.
 * @param meta what is said of it beside the archive; version 0 and status `shared` for what is shared by link
 */
export function publishedScenario(archive: ScenarioArchive, meta: VersionMeta): PublishedScenario {
  const { base, document, result } = archive;
  const grains = measureGrains(archive);
  const scope = vacancyScope(base);
  const exact = new Set(
    document.measures.flatMap(({ id }, index) => (grains[index]!.amounts === 'exact' ? [id] : [])),
  );
  const isExact = (measure: string | null) =>
    measure === null ? exact.size === grains.length : exact.has(measure);
  return {
    id: archive.id,
    version: archive.version,
    software: archive.software,
    ...meta,
    ...whatItStartsFrom(archive),
    ...whatThePlannerSaid(archive),
    years: result.years,
    ...(scope && { vacancyOf: scope }),
    figures: publishedFigures(archive, grains),
    measures: publishedMeasures(archive, grains),
    sides: publishedSides(base, result.sides),
    buildings: publishedBuildings(archive, grains),
    warnings: publishedWarnings(result.faults, base, isExact),
  };
}

const HIDDEN: ShownRange = { low: 'confidential', mid: 'confidential', high: 'confidential' };

/** A figure of which only doing nothing and the base date stay. */
function withoutProposal(figure: PublishedFigure): PublishedFigure {
  const hidden = (ranges: readonly ShownRange[]) =>
    ranges.map((range, year) => (year === 0 ? range : HIDDEN));
  const { proposal, difference, gross } = figure;
  return {
    ...figure,
    proposal: hidden(proposal),
    difference: hidden(difference),
    gross: gross && hidden(gross),
  };
}

/**
 * What every combination of settings of the open assumptions gives, by the same policy as the version itself. Vacancy
 * that starts from a rounded number is shown as long as no setting is turned that moves it: a hundred roundings of one number, each
 * of it moved a little, would give the number away. Between two combinations others get their turn.
 */
export async function publishedSettings(archive: ScenarioArchive): Promise<ScenarioSettings> {
  const { base } = archive;
  const open = assumptionSettings(archive.document);
  const isExact = areaStart(base, vacancyScope(base)).exact;
  const combinations: ScenarioSettings['combinations'] = [];
  for (const { settings, document } of settingCombinations(archive.document)) {
    const isMoved = movesVacancy(
      archive.document,
      open.filter(({ proposed }, index) => settings[index] !== proposed),
    );
    const result = recompute(document, base);
    const turned = { ...archive, document, result };
    const figures = publishedFigures(turned, measureGrains(turned));
    combinations.push({
      settings,
      figures: figures.map(figure =>
        isMoved && !isExact && isVacancy(figure.id) ? withoutProposal(figure) : figure,
      ),
      sides: publishedSides(base, result.sides, isMoved).map(({ id, baseline, proposal, change }) => {
        return { id, baseline, proposal, change };
      }),
    });
    await nextTurn();
  }
  return { combinations };
}
