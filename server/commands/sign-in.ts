import { parseArgs } from 'node:util';
import { makeSignInToken, TOKEN_MINUTES } from '../queries/session.ts';
import type { Command, CommandContext } from './command.ts';

/** A link that signs a planner in once. The token is behind `#`, so that it reaches no log. */
export async function signInLink(
  { database, address }: Pick<CommandContext, 'database' | 'address'>,
  name: string | null = null,
): Promise<string> {
  return `${address}/sign-in#${await makeSignInToken(database, name)}`;
}

const OPTIONS = { name: { type: 'string' } } as const;
/** Characters of a name. */
const LONGEST = 80;

/** Prints a fresh sign-in link. */
export const command: Command = {
  words: ['sign-in'],
  usage: '[--name NAME]',
  purpose: `print a planner sign-in link (the name stands with what is imported); it works once, within ${TOKEN_MINUTES} minutes`,
  async *run(args, context) {
    const { values } = parseArgs({ args, options: OPTIONS });
    const name = values.name?.trim().slice(0, LONGEST) || null;
    yield await signInLink(context, name);
    return 0;
  },
};
