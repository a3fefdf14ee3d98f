import { edition } from '../api/edition.ts';
import { Store } from './store.ts';

/** Name of the readable cookie beside the session's: it says who looks, and grants nothing. */
const ROLE_COOKIE = 'kernkaart_role';

/** Who looks. Only the server decides what they get; this only saves a visitor from asking for a planner's things. */
export interface SessionValue {
  role: 'visitor' | 'planner';
  /** A planner's session ended while the page was open. */
  ended: boolean;
}

/** Role according to the cookies of the page. */
export function roleFrom(cookies: string): SessionValue['role'] {
  const pairs = cookies.split(';').map(pair => pair.trim());
  return pairs.includes(`${ROLE_COOKIE}=planner`) ? 'planner' : 'visitor';
}

/** The session as this page knows it. In a static edition there are only visitors, whatever another site left here. */
export const sessionOf = (cookies: string): Store<SessionValue> =>
  new Store<SessionValue>({ role: edition === null ? roleFrom(cookies) : 'visitor', ended: false });
