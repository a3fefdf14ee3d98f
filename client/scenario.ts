import './style/main.css';

/** Making a scenario brings a drawing tool and the model along; who only reads one is spared both. */
const editing = /^\/scenarios\/[^/]+\/edit\/?$/.test(location.pathname);
const page = editing
  ? import('./pages/scenario-editor/scenario-editor-page.ts')
  : import('./pages/scenario/scenario-page.ts');
page.catch(error => console.error(error));
