import { KernKaart } from './kern-kaart.ts';
import { followPlainFrames } from './plain-frame.ts';

// A page may have this script twice, by two editors; once is enough.
if (!customElements.get('kern-kaart')) {
  const script = document.currentScript as HTMLScriptElement | null;
  customElements.define('kern-kaart', KernKaart);
  if (script?.src) followPlainFrames(new URL(script.src).origin);
}
