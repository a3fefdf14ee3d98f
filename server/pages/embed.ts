import type { Database } from '../../geodata/database/database.ts';
import type { EmbedDocument } from '../contract/embed.ts';
import { versionGround } from '../queries/scenario-paper.ts';
import { publishedVersion } from '../queries/scenario-version.ts';
import { type EmbedStanding, type VacancyDocument, vacancyEmbedPage, vacancyTitle } from './embed-page.ts';
import type { PageSetting } from './page.ts';
import { placeView } from './place-view.ts';
import { type ScenarioEmbedDocument, type ScenarioView, scenarioEmbedPage } from './scenario-embed-page.ts';

type Beside = { standing: EmbedStanding; setting: PageSetting };

function viewOf(database: Database, document: VacancyDocument) {
  const { area, municipality, series, referenceDate, function: scope } = document;
  return placeView(database, { place: area ?? municipality, series, referenceDate, function: scope });
}

async function scenarioOf(
  database: Database,
  { scenario: id, version }: ScenarioEmbedDocument,
): Promise<ScenarioView | undefined> {
  const known = await publishedVersion(database.as('visitor'), id, version ?? undefined);
  if (known === undefined) return undefined;
  const { scenario, versions } = known;
  const ground = await versionGround(database.as('planner'), id, scenario.version);
  const newest = versions.at(-1)?.version ?? scenario.version;
  return ground && { scenario, ground, newest };
}

/** The page of an embed; undefined where what it shows is not there (any more). */
export async function embedHtml(
  database: Database,
  document: EmbedDocument,
  beside: Beside,
): Promise<string | undefined> {
  if (document.show === 'scenario') {
    const view = await scenarioOf(database, document);
    return view && scenarioEmbedPage(document, view, beside);
  }
  const view = await viewOf(database, document);
  return view && vacancyEmbedPage(document, view, beside);
}

/** Heading of an embed; undefined where what it shows is not there. */
export async function embedTitle(database: Database, document: EmbedDocument): Promise<string | undefined> {
  if (document.title !== null) return document.title;
  if (document.show === 'scenario') return (await scenarioOf(database, document))?.scenario.title;
  const view = await viewOf(database, document);
  return view && vacancyTitle(document, view);
}
