import { makeSignInToken, TOKEN_MINUTES } from '../queries/session.ts';
import type { Command, CommandContext } from './command.ts';

/** A link that signs a planner in once. The token is behind `#`, so that it reaches no log. */
export async function signInLink({
  database,
  address,
}: Pick<CommandContext, 'database' | 'address'>): Promise<string> {
  return `${address}/sign-in#${await makeSignInToken(database)}`;
}

/** Prints a fresh sign-in link. */
export const command: Command = {
  words: ['sign-in'],
  usage: '',
  purpose: `print a planner sign-in link; it works once, within ${TOKEN_MINUTES} minutes`,
  async *run(_args, context) {
    yield await signInLink(context);
    return 0;
  },
};
