import { html } from 'lit';
import { ScenarioElement } from '../../panels/scenario-element.ts';
import type { ScenarioReading } from '../../state/scenario-reading.ts';
import type { ScenarioList } from '../../state/scenario-reading-list.ts';
import '../../style/scenario-page.css';
import '../../style/scenario-figure.css';
import '../../style/scenario-list.css';
import '../../style/scenario-map.css';
import '../../style/scenario-table.css';
import '../../style/scenario-tour.css';
import '../../style/scenario-print.css';
import './scenario-list-page.ts';
import './scenario-reading-page.ts';

/** The list of scenarios, or one of them to read: whichever the address asked for. */
class ScenarioPage extends ScenarioElement {
  static override properties = {
    ...ScenarioElement.properties,
    list: { attribute: false },
    reading: { attribute: false },
  };
  declare list: ScenarioList | undefined;
  declare reading: ScenarioReading | undefined;

  protected override render() {
    const { screen, list, reading } = this;
    return list
      ? html`<kk-scenario-list-page .screen=${screen} .list=${list}></kk-scenario-list-page>`
      : html`<kk-scenario-reading-page .screen=${screen} .reading=${reading}></kk-scenario-reading-page>`;
  }
}

customElements.define('kk-scenario-page', ScenarioPage);
