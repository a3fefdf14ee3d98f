import './style/main.css';
import { EmbedBuilder } from './state/embed-builder.ts';
import { EmbedUsesOverview } from './state/embed-uses.ts';
import { screenOfAddress } from './state/scenario-screen.ts';

const screen = screenOfAddress();

/** What the page will show is asked for here, before the code that draws it has come. */
function opened(): { page: 'build' | 'uses'; tag: string; parts: object } {
  if (/^\/embed\/uses\/?$/.test(location.pathname)) {
    const overview = new EmbedUsesOverview(screen);
    overview.start();
    return { page: 'uses', tag: 'kk-embed-uses-page', parts: { overview } };
  }
  const builder = new EmbedBuilder(screen);
  builder.start();
  return { page: 'build', tag: 'kk-embed-builder-page', parts: { builder } };
}

const PAGES = {
  build: () => import('./pages/embed-builder/embed-builder-page.ts'),
  uses: () => import('./pages/embed-builder/embed-uses-page.ts'),
};

const { page, tag, parts } = opened();
Promise.all([import('./pages/embed-builder/embed-app.ts'), PAGES[page]()])
  .then(([{ openEmbedApp }]) => openEmbedApp(screen, tag, parts))
  .catch(error => console.error(error));
