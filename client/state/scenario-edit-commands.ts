import type {
  HardPlan,
  OpenAssumption,
  ScenarioDocument,
  ScenarioIndicator,
  ScenarioMeasure,
  ScenarioNorm,
  ScenarioParameter,
} from '#contract/scenario.ts';

/** A step: from one document to the next. The same document where there is nothing to do. */
export type EditCommand = (document: ScenarioDocument) => ScenarioDocument;

/** Other fields of the document itself: title, summary, horizon, baseline. */
export const setFields =
  (patch: Partial<ScenarioDocument>): EditCommand =>
  document => ({ ...document, ...patch });

const withMeasures = (document: ScenarioDocument, measures: ScenarioMeasure[]): ScenarioDocument => ({
  ...document,
  measures,
});

/** A measure more, behind the others. */
export const addMeasure =
  (measure: ScenarioMeasure): EditCommand =>
  document =>
    withMeasures(document, [...document.measures, measure]);

/** Other fields of a measure. */
export const setMeasure =
  (id: string, patch: Partial<ScenarioMeasure>): EditCommand =>
  document =>
    withMeasures(
      document,
      document.measures.map(measure => (measure.id === id ? { ...measure, ...patch } : measure)),
    );

/** The same measure once more, right behind it. */
export const duplicateMeasure =
  (id: string, copy: Pick<ScenarioMeasure, 'id' | 'name'>): EditCommand =>
  document =>
    withMeasures(
      document,
      document.measures.flatMap(measure =>
        measure.id === id ? [measure, { ...measure, ...copy }] : [measure],
      ),
    );

/** A measure one place earlier (-1) or later (1): measures act in this order. */
export const moveMeasure =
  (id: string, by: 1 | -1): EditCommand =>
  document => {
    const from = document.measures.findIndex(measure => measure.id === id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= document.measures.length) return document;
    const measures = [...document.measures];
    measures.splice(to, 0, ...measures.splice(from, 1));
    return withMeasures(document, measures);
  };

/** A measure less; what readers could turn of it goes too. */
export const removeMeasure =
  (id: string): EditCommand =>
  document => ({
    ...document,
    measures: document.measures.filter(measure => measure.id !== id),
    openAssumptions: document.openAssumptions.filter(({ measure }) => measure !== id),
  });

/** A parameter of a measure filled in, or (null) left out; what readers could turn of one that is left out goes too. */
export const setParameter =
  (id: string, name: string, value: ScenarioParameter | null): EditCommand =>
  document => {
    const measure = document.measures.find(one => one.id === id);
    if (measure === undefined) return document;
    const { [name]: _, ...others } = measure.parameters;
    const parameters = value === null ? others : { ...measure.parameters, [name]: value };
    const changed = setMeasure(id, { parameters })(document);
    if (value !== null) return changed;
    const openAssumptions = document.openAssumptions.filter(
      open => open.measure !== id || open.parameter !== name,
    );
    return { ...changed, openAssumptions };
  };

/** One of the choices of a measure. */
export const setChoice =
  (id: string, choice: string, option: string): EditCommand =>
  document => {
    const measure = document.measures.find(one => one.id === id);
    return measure === undefined
      ? document
      : setMeasure(id, { choices: { ...measure.choices, [choice]: option } })(document);
  };

/** The hard plans that go ahead whatever the council decides. */
export const setHardPlans =
  (change: (plans: readonly HardPlan[]) => HardPlan[]): EditCommand =>
  document => ({
    ...document,
    baseline: { ...document.baseline, hardPlans: change(document.baseline.hardPlans) },
  });

/** How many of the displaced stay in the area, or (null) left out. */
export const setStaying =
  (staying: ScenarioParameter | null): EditCommand =>
  document => {
    const { staying: _, ...baseline } = document.baseline;
    return { ...document, baseline: staying === null ? baseline : { ...baseline, staying } };
  };

/** A norm of the municipality, in place of the one of its kind, or (null) none of that kind. */
export const setNorm =
  (kind: ScenarioNorm['kind'], norm: ScenarioNorm | null): EditCommand =>
  document => {
    const has = document.norms.some(one => one.kind === kind);
    if (norm === null) return { ...document, norms: document.norms.filter(one => one.kind !== kind) };
    const norms = has
      ? document.norms.map(one => (one.kind === kind ? norm : one))
      : [...document.norms, norm];
    return { ...document, norms };
  };

/** The figures that readers see first, in order. */
export const setIndicators =
  (change: (indicators: readonly ScenarioIndicator[]) => ScenarioIndicator[]): EditCommand =>
  document => ({ ...document, indicators: change(document.indicators) });

/** The assumptions that readers may turn. */
export const setOpenAssumptions =
  (change: (open: readonly OpenAssumption[]) => OpenAssumption[]): EditCommand =>
  document => ({ ...document, openAssumptions: change(document.openAssumptions) });
