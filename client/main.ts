import './style/main.css';
import './pages/app.ts';
import type { App } from './pages/app.ts';
import { viewOfAddress } from './state/browser-address.ts';
import { Explore } from './state/explore.ts';
import { sessionOf } from './state/session.ts';

const explore = new Explore(viewOfAddress(), sessionOf(document.cookie));
const app = document.querySelector<App>('kk-app')!;
app.open(explore, location.pathname === '/sign-in' ? 'sign-in' : 'explore');

/** The map is large and nothing waits for it: it comes after the first paint of everything else. */
function loadMap(): void {
  // Asked before a third of a megabyte comes over for nothing.
  if (document.createElement('canvas').getContext('webgl2') === null) {
    explore.mapStatus.set({ state: 'unsupported' });
    return;
  }
  import('./map/map-element.ts').catch(() => explore.mapStatus.set({ state: 'failed' }));
}

if (app.page === 'explore') {
  explore.start();
  requestAnimationFrame(() => setTimeout(loadMap));
}
