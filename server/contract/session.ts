import { z } from 'zod';

/** Body of `POST /api/v1/planner/session`: the token of a one-time sign-in link. */
export const SignIn = z.strictObject({ token: z.string().min(20).max(200) });

/** Answer of `GET /api/v1/planner/session`; a visitor gets `signedIn: false`, not an error. */
export const SessionState = z.object({ signedIn: z.boolean(), role: z.enum(['visitor', 'planner']) });
export type SessionState = z.infer<typeof SessionState>;
