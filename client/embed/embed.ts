import { Choice } from './choice.ts';
import { makeButton } from './element.ts';
import { type EmbedPage, readEmbedPage } from './embed-page.ts';
import { Finder } from './finder.ts';
import { Host } from './host.ts';
import { mapButtons } from './map-buttons.ts';
import { type MapState, MovingMap } from './moving-map.ts';
import { openOnPaper } from './print.ts';
import { startSwipe } from './swipe.ts';
import { TableRows } from './table-rows.ts';
import { whenSeen, whenVisible } from './when.ts';

const page = readEmbedPage();
const { say } = page;
const rows = new TableRows();
const host = new Host(page.sites, {
  start: () => void map?.start(),
  show: id => void choice.show(id),
});
const map = movingMap(page);
const choice = new Choice({ page, rows, host, map });
const toggle = makeButton(say.start, () => (map!.isWanted ? map!.stop() : void map!.start()), {
  class: 'button primary',
});

function movingMap({ frame, data, ...rest }: EmbedPage): MovingMap | undefined {
  if (frame === null || data === undefined) return undefined;
  return new MovingMap(
    { ...rest, frame, data },
    { state, say: tell, press: feature => choice.press(feature) },
  );
}

function tell(words: string): void {
  if (page.status) page.status.textContent = words;
}

/** Follows the moving map: its button, its words, what lies on it. */
function state(now: MapState, words: string): void {
  tell((now === 'ready' && choice.words) || words);
  const label = { still: say.start, loading: say.stop, ready: say.stop, failed: say.again };
  if (now === 'unsupported') page.actions?.remove();
  else toggle.textContent = label[now];
  toggle.classList.toggle('primary', now === 'still' || now === 'failed');
  if (now !== 'still') host.tell({ kernkaart: 'map', state: now === 'unsupported' ? 'failed' : now });
  if (now === 'ready') withButtons();
}

function withButtons(): void {
  const view = map!.view!;
  const parts = { view, say, section: page.section!, whole: () => void choice.show(null) };
  page.frame!.querySelector('.live')!.append(mapButtons(parts));
  choice.draw();
}

/** Offers the moving map where the reader comes near it. */
function offer(moving: MovingMap): void {
  if (!moving.isSupported()) return;
  page.actions?.append(toggle);
  page.actions?.removeAttribute('hidden');
  rows.offer(say, id => {
    moving.bringIntoView();
    void choice.show(id);
  });
  if (page.data!.interaction === 'visible') whenVisible(page.frame!, () => void moving.start());
}

if (map !== undefined) whenSeen(page.section!, () => offer(map));
if (page.finder) new Finder(page.finder, say, ({ name, id, bbox }) => void choice.goTo(name, id, bbox));
if (page.swipe) startSwipe(page.swipe, say);
openOnPaper(page.table);
