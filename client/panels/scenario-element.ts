import { LitElement } from 'lit';
import type { ScenarioScreen } from '../state/scenario-screen.ts';

/**
 * A piece of a page about scenarios. It draws itself again when language, theme or who looks changes, and renders
 * into itself, without a shadow, as the pieces of the explore screen do.
 */
export abstract class ScenarioElement extends LitElement {
  static override properties: Record<string, object> = { screen: { attribute: false } };
  declare screen: ScenarioScreen;
  #stops: (() => void)[] = [];

  /** What else it shows: it draws itself again when one of these changes. */
  protected get shows(): readonly { watch(listener: () => void): () => void }[] {
    return [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const draw = () => this.requestUpdate();
    this.#stops = [this.screen, ...this.shows].map(source => source.watch(draw));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
