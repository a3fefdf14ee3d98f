import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let script: string | undefined;

/** What axe finds on a page against WCAG 2.2 A and AA, as `rule: element`. The page must have been opened with `bypassCSP`. */
export async function violations(page: Page): Promise<string[]> {
  script ??= readFileSync(AXE, 'utf8');
  await page.evaluate(script);
  return page.evaluate(async tags => {
    const engine = (globalThis as never as { axe: { run(options: object): Promise<AxeResult> } }).axe;
    const { violations } = await engine.run({ runOnly: tags });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    interface AxeResult {
      violations: { id: string; nodes: { target: string[] }[] }[];
    }
  }, TAGS);
}

/** What can be pressed, radio buttons and boxes by their label: links in running text apart. */
const TARGETS =
  'button, select, input:not([type=radio], [type=checkbox]), summary, label.choice, label.segment';

/** Everything within an element that can be pressed and is smaller than a thumb. */
export const smallTargets = (page: Page, within = 'body'): Promise<string[]> =>
  page.locator(`${within} :is(${TARGETS})`).evaluateAll(targets =>
    targets
      .filter(target => target.checkVisibility())
      .filter(target => target.getBoundingClientRect().height < 43.5)
      .map(target => `${target.tagName} ${target.className} ${target.textContent?.trim()}`),
  );
