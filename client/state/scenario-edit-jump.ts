import type { ScenarioFault } from '#contract/scenario-result.ts';
import type { ScenarioEdit } from './scenario-edit.ts';

/** Sections of the screen on which a scenario is made. */
export type ScenarioSection = 'texts' | 'measures' | 'baseline' | 'indicators' | 'open' | 'norms';

/** Section of the document that edits a field, by the first part of its path. */
export const FIELD_SECTIONS: Record<string, ScenarioSection | undefined> = {
  title: 'texts',
  summary: 'texts',
  notSaid: 'texts',
  horizon: 'texts',
  baseline: 'baseline',
  measures: 'measures',
  indicators: 'indicators',
  openAssumptions: 'open',
  norms: 'norms',
};

/** Opens what edits the field of a fault, and asks the screen to bring it into sight. */
export function jumpToFault(edit: ScenarioEdit, fault: ScenarioFault): void {
  const index = edit.document.measures.findIndex(({ id }) => id === fault.measure);
  const field = fault.field ?? (index >= 0 ? `measures.${index}` : 'title');
  const [root, number] = field.split('.');
  const section = FIELD_SECTIONS[root ?? ''];
  if (section !== undefined) edit.toggleSection(section, true);
  if (root === 'measures') {
    const measure = edit.document.measures[Number(number)];
    if (measure) edit.openMeasure(measure.id);
  }
  edit.screen.set({ tab: 'document', jump: field });
}
