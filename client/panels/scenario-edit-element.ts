import type { ScenarioEdit } from '../state/scenario-edit.ts';
import { type ScenarioEditWords, scenarioEditWords } from '../text/scenario-edit.ts';
import { ScenarioElement } from './scenario-element.ts';

/** A piece of the screen on which a scenario is made: it draws itself again when the scenario changes. */
export abstract class ScenarioEditElement extends ScenarioElement {
  static override properties: Record<string, object> = {
    ...ScenarioElement.properties,
    edit: { attribute: false },
  };
  declare edit: ScenarioEdit;

  protected override get shows(): readonly { watch(listener: () => void): () => void }[] {
    return [this.edit];
  }

  /** Words in the language of the screen. */
  protected get say(): ScenarioEditWords {
    return scenarioEditWords(this.screen.language);
  }
}
