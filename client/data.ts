import './style/main.css';
import { ImportDesk } from './state/import-desk.ts';
import { screenOfAddress } from './state/scenario-screen.ts';

const screen = screenOfAddress();
const desk = new ImportDesk(screen);
// What the page will show is asked for here, before the code that draws it has come.
desk.start();

import('./pages/catalogue/data-app.ts')
  .then(({ openDataApp }) => openDataApp(screen, desk))
  .catch(error => console.error(error));
