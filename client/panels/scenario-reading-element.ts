import type { ScenarioReading } from '../state/scenario-reading.ts';
import { scenarioWords } from '../text/scenario-reading.ts';
import type { ScenarioWords } from '../text/scenario-reading-dutch.ts';
import { ScenarioElement } from './scenario-element.ts';

/** A piece of the page on which a scenario is read; it follows the reading as well. */
export abstract class ReadingElement extends ScenarioElement {
  static override properties = { ...ScenarioElement.properties, reading: { attribute: false } };
  declare reading: ScenarioReading;

  protected override get shows() {
    return [this.reading];
  }

  protected get say(): ScenarioWords {
    return scenarioWords[this.screen.language];
  }
}
