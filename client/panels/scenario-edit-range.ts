import { html, type TemplateResult } from 'lit';
import type { ScenarioRange } from '#contract/scenario.ts';
import type { ScenarioEdit } from '../state/scenario-edit.ts';
import type { Language } from '../text/language.ts';
import { scenarioEditWords } from '../text/scenario-edit.ts';
import { faultList, fieldId } from './scenario-edit-field.ts';
import type { NumberEvent } from './scenario-edit-number.ts';
import './scenario-edit-number.ts';

/** Low, expected and high of one number of the document. */
export interface RangeField {
  edit: ScenarioEdit;
  /** Path in the document. */
  path: string;
  value: ScenarioRange;
  /** What is shown is the value times this: 100 for shares. */
  scale: number;
  language: Language;
  change(part: keyof ScenarioRange, value: number): void;
}

const PARTS = ['low', 'mid', 'high'] as const;

/** Three fields beside each other, with what is wrong with them below. */
export function rangeField({ edit, path, value, scale, language, change }: RangeField): TemplateResult {
  const say = scenarioEditWords(language);
  // What is wrong with the source stands beside the source.
  const own = [path, ...PARTS.map(part => `${path}.${part}`)];
  const faults = edit.faultsAt(path).filter(({ field }) => own.includes(field ?? ''));
  const id = fieldId(path);
  return html`<div class="range" id=${id} tabindex="-1">
      ${PARTS.map(
        part => html`<kk-scenario-number
          .value=${value[part]}
          .scale=${scale}
          .language=${language}
          .label=${say[part]}
          .fieldId=${`${id}-${part}`}
          .invalid=${faults.some(({ severity }) => severity === 'error')}
          .describedBy=${`${id}-faults`}
          @number=${({ detail }: NumberEvent) => detail !== undefined && change(part, detail)}
          @focusout=${() => edit.leaveField()}
        ></kk-scenario-number>`,
      )}
    </div>
    ${faultList(faults, `${id}-faults`, language)}`;
}
