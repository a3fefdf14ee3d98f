import { html, nothing, type TemplateResult } from 'lit';
import type { AreaDetail } from '#contract/area.ts';
import type { Explore } from '../state/explore.ts';
import { kindWord } from './area-list.ts';
import { whenLoaded } from './loaded.ts';

type Zone = AreaDetail['zones'][number];

/** Policy zones that the chosen area lies in, with the decisions that made them; pressing one chooses it. */
export function placeZones(explore: Explore): TemplateResult | typeof nothing {
  const { say } = explore.wording;
  const { loaded } = explore.areaDetail;
  // They come within a moment, and most areas have none: a word that comes and goes would only flicker.
  if (loaded.state === 'loading' && !loaded.slow) return nothing;
  return html`${whenLoaded(explore.areaDetail, explore.wording, say.failed.zones, ({ zones }) =>
    zones.length === 0
      ? nothing
      : html`<h3>${say.zones}</h3>
        <p class="note">${say.zonesNote}</p>
        <ul class="zones">
          ${zones.map(zone => html`<li>${zoneEntry(zone, explore)}</li>`)}
        </ul>`,
  )}`;
}

function zoneEntry(zone: Zone, explore: Explore): TemplateResult {
  const { say, write, language } = explore.wording;
  const { id, name, kind, share, decision, decidingBody, decisionDate } = zone;
  const decided = [decision, decidingBody, decisionDate && write.date(decisionDate)].filter(Boolean);
  return html`<button type="button" class="link" @click=${() => explore.select({ kind: 'area', id })}>${name}</button>
    <small>${kindWord(kind, language)}, ${share === 100 ? say.zoneWhole : say.zonePart(write.count(share))}</small>
    ${decided.length === 0 ? nothing : html`<small>${say.decision}: ${decided.join(', ')}</small>`}`;
}
