import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioReading } from '../state/scenario-reading.ts';
import { scenarioWords } from '../text/scenario-reading.ts';
import { icon } from './icon.ts';

/** Where this version stands: draft by link, published, belonging to a decision, withdrawn. Stands over the title. */
export function scenarioStatus({ scenario, screen, news }: ScenarioReading): TemplateResult | typeof nothing {
  if (scenario === undefined) return nothing;
  const { language, write } = screen;
  const say = scenarioWords[language];
  const { decision, version, publishedAt, amendmentOf, area } = scenario;
  const withdrawn = news.withdrawn ?? scenario.withdrawn;
  const from = amendmentOf;
  return html`${
    withdrawn
      ? html`<div class="scenario-message withdrawn" role="note">
          ${icon('warning')}
          <p><strong>${say.withdrawn(write.date(withdrawn.on))}</strong> ${withdrawn.reason} ${say.withdrawnStays}</p>
        </div>`
      : nothing
  }
    <ul class="scenario-status">
      <li>${say.area(area.name, write.hectares(area.hectares))}</li>
      <li>${version === 0 ? say.shared : say.published(version, write.date(publishedAt.slice(0, 10)))}</li>
      ${
        decision
          ? html`<li>
              <strong>${say.decision(decision.body, decision.number, write.date(decision.date))}</strong>,
              ${decision.amended ? say.decisionAmended : say.decisionAsProposed}
            </li>`
          : nothing
      }
      ${
        from
          ? html`<li>
              <a href=${`/scenarios/${encodeURIComponent(from.scenario)}/versions/${from.version}`}
                >${say.amendment(from.number, from.title, from.version)}</a
              >
            </li>`
          : nothing
      }
    </ul>`;
}
