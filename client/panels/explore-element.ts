import { LitElement } from 'lit';
import type { Explore } from '../state/explore.ts';
import type { Wording } from '../text/wording.ts';

/**
 * A piece of the screen that shows what `explore` holds and draws itself again when that changes. It renders
 * into itself, without a shadow: labels, ids and the municipality's theme then work across the whole page.
 */
export abstract class ExploreElement extends LitElement {
  static override properties = { explore: { attribute: false } };
  declare explore: Explore;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.explore.watch(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected get wording(): Wording {
    return this.explore.wording;
  }
}
