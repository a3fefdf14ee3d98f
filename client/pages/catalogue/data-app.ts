import type { ImportDesk } from '../../state/import-desk.ts';
import type { ScenarioScreen } from '../../state/scenario-screen.ts';
import '../../style/data.css';
import { ScenarioApp } from '../scenario-app.ts';
import './data-page.ts';

/** The root of the page `/data`: the same frame as the pages under `/scenarios`. */
class DataApp extends ScenarioApp {}

customElements.define('kk-data-app', DataApp);

/** Shows the page in the root element of the document. */
export function openDataApp(screen: ScenarioScreen, desk: ImportDesk): void {
  document.querySelector<DataApp>('kk-data-app')!.open(screen, 'kk-data-page', { desk });
}
