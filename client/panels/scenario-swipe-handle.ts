import { html, type TemplateResult } from 'lit';
import { scenarioMapWords } from '../text/scenario-reading-map.ts';
import { icon } from './icon.ts';
import { ReadingElement } from './scenario-reading-element.ts';

/** How far the handle goes with an arrow key, and with Page up or down, per cent of the width. */
const STEP = 2;
const LEAP = 10;

/** What each key does to the handle; undefined: it is not ours. */
function keyed(key: string, at: number): number | undefined {
  const moves: Record<string, number> = {
    ArrowLeft: at - STEP,
    ArrowDown: at - STEP,
    ArrowRight: at + STEP,
    ArrowUp: at + STEP,
    PageDown: at - LEAP,
    PageUp: at + LEAP,
    Home: 0,
    End: 100,
  };
  return moves[key];
}

/** The handle between now and the proposal: it lies over the map and goes by pointer, touch, keys and three buttons. */
class ScenarioSwipeHandle extends ReadingElement {
  protected override render() {
    const { language, write } = this.screen;
    const say = scenarioMapWords[language];
    const { swipe } = this.reading.choice.value;
    return html`<div
      class="swipe-handle"
      role="slider"
      tabindex="0"
      aria-label=${say.handle}
      aria-orientation="horizontal"
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${swipe}
      aria-valuetext=${say.handleText(write.count(swipe))}
      @keydown=${this.#pressed}
      @pointerdown=${this.#grab}
      @pointermove=${this.#drag}
    >
      <span class="swipe-grip">${icon('earlier')}${icon('later')}</span>
    </div>`;
  }

  /** By script, because the policy of our pages allows no style in the markup. */
  protected override updated(): void {
    this.querySelector<HTMLElement>('.swipe-handle')!.style.left = `${this.reading.choice.value.swipe}%`;
  }

  #to(percent: number): void {
    this.reading.choice.set({ swipe: Math.round(Math.min(100, Math.max(0, percent))) });
  }

  #pressed = (event: KeyboardEvent): void => {
    const to = keyed(event.key, this.reading.choice.value.swipe);
    if (to === undefined) return;
    event.preventDefault();
    this.#to(to);
  };

  #grab = (event: PointerEvent): void => {
    const handle = event.currentTarget as HTMLElement;
    handle.setPointerCapture(event.pointerId);
    handle.focus({ preventScroll: true });
    event.preventDefault();
  };

  #drag = (event: PointerEvent): void => {
    const handle = event.currentTarget as HTMLElement;
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const { left, width } = this.getBoundingClientRect();
    this.#to((100 * (event.clientX - left)) / width);
  };
}

customElements.define('kk-scenario-swipe-handle', ScenarioSwipeHandle);

/** Three buttons that put the handle at an end or in the middle. */
export function swipeButtons(
  { swipe, set }: { swipe: number; set: (percent: number) => void },
  language: 'nl' | 'en',
): TemplateResult {
  const say = scenarioMapWords[language];
  const button = (percent: number, words: string) => html`<button
    type="button"
    class="button"
    aria-pressed=${swipe === percent ? 'true' : 'false'}
    @click=${() => set(percent)}
  >
    ${words}
  </button>`;
  return html`<div class="swipe-buttons" role="group" aria-label=${say.handle}>
    ${button(100, say.allBefore)} ${button(50, say.half)} ${button(0, say.allAfter)}
  </div>`;
}
