import type { Map as MapLibre } from 'maplibre-gl';

/**
 * Two maps on top of each other that look at the same place. The upper one is cut off at the left, where the lower one
 * shows through; both can be moved, and each takes the other along.
 */
export class Swipe {
  #upper: MapLibre;
  #following = false;
  #stop: (() => void)[] = [];

  constructor(upper: MapLibre, lower: MapLibre) {
    this.#upper = upper;
    this.#follow(upper, lower);
    this.#follow(lower, upper);
    lower.jumpTo({ center: upper.getCenter(), zoom: upper.getZoom() });
  }

  /** Puts the edge at a share of the width from the left, per cent. */
  cutAt(percent: number): void {
    this.#upper.getContainer().style.clipPath = `inset(0 0 0 ${percent}%)`;
  }

  /** Shows the upper map whole again, and lets both go their own way. */
  end(): void {
    this.#upper.getContainer().style.clipPath = '';
    for (const stop of this.#stop) stop();
  }

  #follow(leader: MapLibre, follower: MapLibre): void {
    const move = () => {
      // The follower's own "move" must not send the leader back.
      if (this.#following) return;
      this.#following = true;
      follower.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() });
      this.#following = false;
    };
    leader.on('move', move);
    this.#stop.push(() => void leader.off('move', move));
  }
}
