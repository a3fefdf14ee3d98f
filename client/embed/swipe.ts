import type { EmbedWords } from '../text/embed.ts';
import { make, makeButton } from './element.ts';

/** Half the width of the handle: the edge between the pictures runs under its middle. */
const HALF = 22;

/** The edge from the left at a share of the way, per cent: at both ends the whole of one picture is seen. */
const cutAt = (share: number): string => {
  if (share <= 0 || share >= 100) return `${share}%`;
  return `calc(${HALF}px + ${share / 100} * (100% - ${2 * HALF}px))`;
};

/** A handle over two pictures of the same place: left of it the one before, right of it the one after. */
export function startSwipe(box: HTMLElement, say: EmbedWords): void {
  const input = make('input', {
    type: 'range',
    min: '0',
    max: '100',
    value: '50',
    step: '1',
    class: 'swipe-input',
    'aria-label': say.swipe,
  });
  const put = (share: number) => {
    input.value = String(share);
    input.setAttribute('aria-valuetext', say.swipeText(share));
    box.style.setProperty('--cut', cutAt(share));
    before.setAttribute('aria-pressed', String(share === 100));
    after.setAttribute('aria-pressed', String(share === 0));
  };
  const before = makeButton(say.before, () => put(100));
  const after = makeButton(say.after, () => put(0));
  input.addEventListener('input', () => put(Number(input.value)));
  box.append(
    make('div', { class: 'swipe-line', 'aria-hidden': 'true' }),
    input,
    make('div', { class: 'swipe-buttons' }, before, after),
  );
  put(50);
}
