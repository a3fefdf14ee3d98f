import './style/main.css';
import { ScenarioReading } from './state/scenario-reading.ts';
import { ScenarioList } from './state/scenario-reading-list.ts';
import { screenOfAddress } from './state/scenario-screen.ts';

const screen = screenOfAddress();
const { page } = screen.place;

/** What the page will show is asked for here, before the code that draws it has come. */
function opened(): { list?: ScenarioList; reading?: ScenarioReading; loadMap?: () => Promise<unknown> } {
  if (page === 'edit') return { loadMap: () => import('./map/scenario-edit-map.ts') };
  const parts =
    page === 'list' ? { list: new ScenarioList(screen) } : { reading: new ScenarioReading(screen) };
  (parts.list ?? parts.reading)!.start();
  return parts;
}

/** The map is large and nothing waits for it: it comes when the reader is near it. */
function loadMapWhenWanted({ choice }: ScenarioReading): void {
  let asked = false;
  choice.watch(() => {
    if (asked || choice.value.map !== 'wanted') return;
    asked = true;
    // Asked before a third of a megabyte comes over for nothing.
    if (document.createElement('canvas').getContext('webgl2') === null) choice.set({ map: 'unsupported' });
    else import('./map/scenario-map.ts').catch(() => choice.set({ map: 'failed' }));
  });
}

/**
 * Making a scenario brings a drawing tool and the model along; who only reads one is spared both. Two functions and no
 * `? :` between two imports: the build folds that into one, and then loads the style sheets of the wrong page.
 */
const PAGES = {
  edit: () => import('./pages/scenario-editor/scenario-editor-page.ts'),
  read: () => import('./pages/scenario/scenario-page.ts'),
};

const parts = opened();
if (parts.reading) loadMapWhenWanted(parts.reading);
Promise.all([import('./pages/scenario-app.ts'), PAGES[page === 'edit' ? 'edit' : 'read']()])
  .then(([{ openScenarioApp }]) =>
    openScenarioApp(screen, page === 'edit' ? 'kk-scenario-editor-page' : 'kk-scenario-page', parts),
  )
  .catch(error => console.error(error));
