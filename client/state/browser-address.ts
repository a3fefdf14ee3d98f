import { Store } from './store.ts';
import type { View } from './view.ts';
import { readView, writeView } from './view-address.ts';

/** Choices that the back button undoes one by one; the others only replace the address. */
const STEPS: readonly (keyof View)[] = [
  'municipality',
  'selection',
  'reading',
  'series',
  'display',
  'rows',
  'tab',
];

/** The view of this page's address, kept equal to it from now on. */
export function viewOfAddress(): Store<View> {
  const view = new Store<View>(readView(location.search));
  let last = view.value;
  view.watch(() => {
    const step = STEPS.some(key => view.value[key] !== last[key]);
    last = view.value;
    const address = `${location.pathname}${writeView(view.value)}`;
    if (address === location.pathname + location.search) return;
    if (step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  });
  addEventListener('popstate', () => {
    last = readView(location.search);
    view.set(last);
  });
  return view;
}
