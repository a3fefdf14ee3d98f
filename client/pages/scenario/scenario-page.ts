import { html } from 'lit';
import '../../panels/scenario-head.ts';
import { ScenarioElement } from '../../panels/scenario-element.ts';

/** The list of scenarios, or one of them to read. */
class ScenarioPage extends ScenarioElement {
  protected override render() {
    return html`<kk-scenario-head .screen=${this.screen}></kk-scenario-head>
      <main id="content" tabindex="-1"></main>`;
  }
}

customElements.define('kk-scenario-page', ScenarioPage);
