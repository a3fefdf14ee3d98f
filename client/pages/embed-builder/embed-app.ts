import type { ScenarioScreen } from '../../state/scenario-screen.ts';
import { ScenarioApp } from '../scenario-app.ts';
import '../../style/embed-builder.css';

/** The root of the pages under `/embed`: the same frame as those under `/scenarios`. */
class EmbedApp extends ScenarioApp {}

customElements.define('kk-embed-app', EmbedApp);

/** Shows a page in the root element of the document. */
export function openEmbedApp(screen: ScenarioScreen, tag: string, parts: object): void {
  document.querySelector<EmbedApp>('kk-embed-app')!.open(screen, tag, parts);
}
