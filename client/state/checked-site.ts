import './without-eval.ts';
import { AllowedSite } from '#contract/embed.ts';

/** Whether the server would take a site on its list. */
export const isSite = (site: string): boolean => AllowedSite.safeParse(site).success;
