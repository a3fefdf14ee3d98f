import type { EmbedWords } from '../text/embed.ts';
import { ICONS, makeButton, makeIcon } from './element.ts';

/**
 * A button that lets an element fill the screen and gives it back; undefined where the browser or the page around this
 * one does not allow that.
 * @param changed told whether the element has the screen for itself
 */
export function fullScreenButton(
  element: HTMLElement,
  say: EmbedWords,
  changed: (alone: boolean) => void,
): HTMLButtonElement | undefined {
  if (!document.fullscreenEnabled) return undefined;
  const button = makeButton('', () => {
    // Refused when the reader did not press it themselves; nothing is lost then.
    const done = document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen();
    done.catch(() => undefined);
  });
  const show = () => {
    const alone = document.fullscreenElement === element;
    const name = alone ? say.leaveFullScreen : say.fullScreen;
    button.setAttribute('aria-label', name);
    button.title = name;
    button.replaceChildren(makeIcon(alone ? ICONS.leave : ICONS.fullScreen));
  };
  const follow = () => {
    if (!button.isConnected) return element.removeEventListener('fullscreenchange', follow);
    show();
    changed(document.fullscreenElement === element);
  };
  element.addEventListener('fullscreenchange', follow);
  show();
  return button;
}
