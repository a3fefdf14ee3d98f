import type { HostMessage } from '#contract/embed-message.ts';
import { embedAddress } from './embed-address.ts';
import { embedMessage } from './message.ts';

const HELLO: HostMessage = { kernkaart: 'hello' };

/** The embed that a plain frame shows, when it is one of this Kernkaart. */
function addressOf(frame: EventTarget | null, origin: string): URL | undefined {
  if (!(frame instanceof HTMLIFrameElement)) return undefined;
  const address = embedAddress(frame.getAttribute('src'), document.baseURI);
  return address?.origin === origin ? address : undefined;
}

/** Whether a frame still has nothing in it: then nobody is there to be greeted. */
const isEmpty = (frame: HTMLIFrameElement): boolean => frame.contentDocument?.URL === 'about:blank';

/**
 * Gives plain frames in this page the height of the embed in them, now and when others come.
 * @param origin of the Kernkaart that this script came from; frames of others are left alone
 */
export function followPlainFrames(origin: string): void {
  const greet = (frame: EventTarget | null) => {
    if (addressOf(frame, origin)) (frame as HTMLIFrameElement).contentWindow?.postMessage(HELLO, origin);
  };
  // `load` of a frame does not bubble, but it passes here on its way down.
  document.addEventListener('load', ({ target }) => greet(target), true);
  for (const frame of document.querySelectorAll('iframe')) if (!isEmpty(frame)) greet(frame);
  addEventListener('message', ({ source, origin: from, data }) => {
    const message = from === origin ? embedMessage(data) : undefined;
    if (message?.kernkaart !== 'height') return;
    const frame = [...document.querySelectorAll('iframe')].find(each => each.contentWindow === source);
    if (frame && addressOf(frame, origin)) frame.style.height = `${message.height}px`;
  });
}
