import type { ScenarioScreen } from './scenario-screen.ts';

/** An address of ours in the language and theme of a screen, with what else has a value. */
export function screenLink(
  { view }: ScenarioScreen,
  path: string,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const { language, theme } = view.value;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...more, language, theme })) if (value) query.set(name, value);
  return query.size === 0 ? path : `${path}?${query}`;
}
