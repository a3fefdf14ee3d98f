import './style/main.css';
import { screenOfAddress } from './state/scenario-screen.ts';

const screen = screenOfAddress();

/** Making a scenario brings a drawing tool and the model along; who only reads one is spared both. */
const editing = screen.place.page === 'edit';
const page = editing
  ? import('./pages/scenario-editor/scenario-editor-page.ts')
  : import('./pages/scenario/scenario-page.ts');

Promise.all([import('./pages/scenario-app.ts'), page])
  .then(([{ openScenarioApp }]) =>
    openScenarioApp(screen, editing ? 'kk-scenario-editor-page' : 'kk-scenario-page'),
  )
  .catch(error => console.error(error));
