import { parentPort, workerData } from 'node:worker_threads';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import { councilPaper } from './council-paper.ts';
import type { Language } from './map-words.ts';

/** What the thread is told: one paper. */
export interface PaperOrder {
  scenario: PublishedScenario;
  ground: ScenarioGround;
  language: Language;
  /** Permanent address of the version. */
  address: string;
}

const { scenario, ground, ...options } = workerData as PaperOrder;
parentPort?.postMessage(await councilPaper(scenario, ground, options));
