import type { EmbedBuilder } from '../state/embed-builder.ts';
import { embedWords } from '../text/embed-builder.ts';
import type { EmbedWords } from '../text/embed-builder-dutch.ts';
import { type FrameWords, frameWords } from '../text/scenario-frame.ts';
import { ScenarioElement } from './scenario-element.ts';

/** A piece of the builder of embeds: it draws itself again when what is chosen, loaded or stored changes. */
export abstract class EmbedElement extends ScenarioElement {
  static override properties: Record<string, object> = {
    ...ScenarioElement.properties,
    builder: { attribute: false },
  };
  declare builder: EmbedBuilder;

  protected override get shows(): readonly { watch(listener: () => void): () => void }[] {
    return [this.builder, this.builder.choice];
  }

  /** Words that all pages share. */
  protected get frameWords(): FrameWords {
    return frameWords[this.screen.language];
  }

  /** Words in the language of the screen. */
  protected get say(): EmbedWords {
    return embedWords[this.screen.language];
  }
}
