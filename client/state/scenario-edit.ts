import type { ScenarioDocument, ScenarioMeasure, ScenarioPlace } from '#contract/scenario.ts';
import type { ScenarioBase } from '#contract/scenario-base.ts';
import type { ScenarioFault, ScenarioResult } from '#contract/scenario-result.ts';
import type { PlannerScenario } from '#contract/scenario-version.ts';
import { recompute } from '#planning/recompute.ts';
import { getDraft, getDraftBase, saveDraft } from '../api/scenario-draft.ts';
import { MapCommands } from './map-status.ts';
import type { EditCommand } from './scenario-edit-commands.ts';
import { setMeasure } from './scenario-edit-commands.ts';
import {
  type EditHistory,
  newHistory,
  rebased,
  redone,
  sealed,
  stepped,
  undone,
} from './scenario-edit-history.ts';
import { mergeDocuments, mergeYielding } from './scenario-edit-merge.ts';
import { Saving } from './scenario-edit-saving.ts';
import { Store, Watched } from './store.ts';

/** Which of the two places of a measure. */
export type PlaceRole = 'place' | 'target';

/** What lies open on the screen of a scenario that is being made. Nothing of it is saved. */
export interface EditScreen {
  /** Measure that is open and lit on the map. */
  measure: string | null;
  /** Sections of the document that are open. */
  sections: readonly string[];
  /** Place that is being drawn on the map. */
  drawing: { measure: string; which: PlaceRole } | null;
  /** Index in the years of the result; null: the last. */
  year: number | null;
  /** On a narrow screen: what is in sight. */
  tab: 'document' | 'map' | 'figures';
  map: 'loading' | 'ready' | 'failed' | 'unsupported';
  /** What was done, for who does not see it. */
  said: string;
  /** Field that must come into sight and get the focus, once. */
  jump: string | null;
}

/** What somebody else did to the same draft, and what became of it. */
export interface EditMerge {
  /** Fields that came from the other. */
  taken: readonly string[];
  /** Fields that both changed: to be decided. */
  clashes: readonly string[];
}

/** A scenario in the hands of a planner: the document with its steps, what follows from it, and how safe it is. */
export class ScenarioEdit extends Watched {
  readonly screen: Store<EditScreen>;
  readonly commands = new MapCommands();
  readonly saving: Saving;
  /** The drawing tool of the map, while there is one. */
  draw: { finish(): void } = { finish: () => this.screen.set({ drawing: null }) };
  #draft: PlannerScenario;
  #base: ScenarioBase;
  #history: EditHistory<ScenarioDocument>;
  #result: ScenarioResult;
  #due = false;
  #before: ScenarioPlace | null = null;
  #merge: EditMerge | null = null;
  #theirs: PlannerScenario | null = null;

  constructor(draft: PlannerScenario, base: ScenarioBase) {
    super();
    this.#draft = draft;
    this.#base = base;
    this.#history = newHistory(draft.document);
    this.#result = recompute(draft.document, base);
    const first = draft.document.measures.length === 0 ? ['texts', 'measures'] : ['measures'];
    this.screen = new Store<EditScreen>({
      measure: null,
      sections: first,
      drawing: null,
      year: null,
      tab: 'document',
      map: 'loading',
      said: '',
      jump: null,
    });
    this.saving = new Saving(
      {
        put: (document, draftNumber) => saveDraft(this.id, document, draftNumber),
        conflicted: () => void this.#reconcile(),
      },
      draft,
    );
    const changed = () => this.changed();
    this.screen.watch(changed);
    this.saving.watch(changed);
  }

  get id(): string {
    return this.#draft.id;
  }

  /** The draft as the server gave it last; its document may be older than `document`. */
  get draft(): PlannerScenario {
    return this.#draft;
  }

  get base(): ScenarioBase {
    return this.#base;
  }

  get document(): ScenarioDocument {
    return this.#history.present;
  }

  /** What follows from the document; at most one task behind it. */
  get result(): ScenarioResult {
    return this.#result;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** What somebody else did meanwhile; null: nothing that has to be told. */
  get merge(): EditMerge | null {
    return this.#merge;
  }

  /** A measure by its id. */
  measure(id: string | null): ScenarioMeasure | undefined {
    return this.document.measures.find(measure => measure.id === id);
  }

  /** What is wrong with a field, or with anything in it. */
  faultsAt(field: string): readonly ScenarioFault[] {
    return this.#result.faults.filter(fault => fault.field === field || fault.field?.startsWith(`${field}.`));
  }

  /** One step. @param field where somebody types, so that typing is one step; null for a step of its own */
  change(command: EditCommand, field: string | null = null): void {
    this.#become(stepped(this.#history, command(this.document), field));
  }

  /** Somebody left a field: typing in it again is a new step. */
  leaveField(): void {
    this.#history = sealed(this.#history);
  }

  undo(): void {
    this.#become(undone(this.#history));
  }

  redo(): void {
    this.#become(redone(this.#history));
  }

  /** Gives a measure its place, or none. */
  setPlace(measure: string, role: PlaceRole, place: ScenarioPlace | null): void {
    this.change(setMeasure(measure, { [role]: place }));
  }

  /** Begins to draw a place on the map. */
  startDrawing(measure: string, which: PlaceRole): void {
    this.#before = this.measure(measure)?.[which] ?? null;
    this.screen.set({ drawing: { measure, which }, tab: 'map' });
  }

  /** Ends drawing and puts the place back as it was when drawing began. */
  cancelDrawing(): void {
    const { drawing } = this.screen.value;
    this.screen.set({ drawing: null });
    if (drawing && this.measure(drawing.measure)?.[drawing.which] !== this.#before)
      this.setPlace(drawing.measure, drawing.which, this.#before);
  }

  /** Opens a section of the document, or closes it. */
  toggleSection(name: string, open?: boolean): void {
    const { sections } = this.screen.value;
    const others = sections.filter(section => section !== name);
    this.screen.set({ sections: (open ?? !sections.includes(name)) ? [...others, name] : others });
  }

  /** Opens a measure and lights it on the map; null closes it. */
  openMeasure(measure: string | null): void {
    this.screen.set({ measure, drawing: null });
  }

  /** Tells somebody who does not see the screen. */
  say(said: string): void {
    this.screen.set({ said });
  }

  /** Something around the document is known better: versions, sharing, where its data stand. */
  know(
    patch: Partial<Pick<PlannerScenario, 'versions' | 'shared' | 'baseRevision' | 'currentRevision'>>,
  ): void {
    this.#draft = { ...this.#draft, ...patch };
    this.changed();
  }

  /** Another base under the same document, saved on the server as the next draft. */
  rebase(base: ScenarioBase, draft: PlannerScenario): void {
    this.#base = base;
    this.#draft = draft;
    this.saving.startFrom(draft);
    this.#become({ ...newHistory(draft.document) });
  }

  /** Both changed the same fields: the other's values are taken there, everything else of both stays. */
  yieldTo(): void {
    const theirs = this.#theirs;
    if (theirs === null) return;
    const ancestor = this.saving.saved;
    this.#settle(theirs, mine => mergeYielding(ancestor, mine, theirs.document));
    this.#merge = null;
    this.changed();
  }

  /** The message about somebody else's work was read. */
  readMerge(): void {
    if (this.#theirs !== null) return;
    this.#merge = null;
    this.changed();
  }

  async #reconcile(): Promise<void> {
    let theirs: PlannerScenario;
    try {
      const [draft, base] = await Promise.all([getDraft(this.id), getDraftBase(this.id)]);
      theirs = draft;
      if (!sameData(base, this.#base)) this.#base = base;
    } catch {
      // Not reached: the next try to save finds the same conflict again.
      setTimeout(() => void this.#reconcile(), 4000);
      return;
    }
    const ancestor = this.saving.saved;
    const { clashes, taken } = mergeDocuments(ancestor, this.document, theirs.document);
    this.#merge = { clashes, taken };
    this.#theirs = theirs;
    if (clashes.length === 0)
      this.#settle(theirs, mine => mergeDocuments(ancestor, mine, theirs.document).document);
    this.changed();
  }

  /** The other's work goes into every step, so that taking a step back does not take it away. */
  #settle(theirs: PlannerScenario, merged: (mine: ScenarioDocument) => ScenarioDocument): void {
    this.#theirs = null;
    this.#draft = theirs;
    this.saving.startFrom(theirs);
    this.#history = rebased(this.#history, merged);
    this.#recompute();
    this.saving.resume(this.document);
  }

  #become(history: EditHistory<ScenarioDocument>): void {
    if (history === this.#history) return;
    this.#history = history;
    this.#recompute();
    this.saving.want(history.present);
    this.changed();
  }

  /** Once per task, however many steps were in it. */
  #recompute(): void {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      this.#result = recompute(this.document, this.#base);
      this.changed();
    });
  }
}

/** Whether two bases are of the same data: what depends on a base is worked out anew only for another one. */
const sameData = (a: ScenarioBase, b: ScenarioBase): boolean =>
  a.revision === b.revision &&
  a.series.id === b.series.id &&
  a.series.referenceDate === b.series.referenceDate;
