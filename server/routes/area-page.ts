import { type Context, Hono } from 'hono';
import type { EmbedLanguage } from '../contract/embed.ts';
import { IdParameters } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { paramsOf } from '../http/validate.ts';
import { areaPage } from '../pages/area-page.ts';
import { placeView } from '../pages/place-view.ts';
import { type EmbedStamp, embedStamp } from '../queries/embed-stamp.ts';
import { liveSetting, originOfRequest, type PageParts } from './embed.ts';
import { KEPT_A_MINUTE, PageShelf } from './page-shelf.ts';

/** Pages of areas, in Dutch and in English: to be read without a script. */
export function areaPageRoutes(context: AppContext, { assets }: PageParts): Hono<AppEnv> {
  const { database } = context;
  const session = database.as('visitor');
  const shelf = new PageShelf<EmbedStamp>({
    stampOf: key => embedStamp(session, key.split(' ')[2]!),
    async make(key, stamp) {
      const [language, origin, id] = key.split(' ') as [EmbedLanguage, string, string];
      const view = await placeView(database, {
        place: id,
        series: null,
        referenceDate: null,
        function: 'all',
      });
      const setting = liveSetting(origin, assets, stamp);
      return view?.area ? areaPage(view, { language, setting, isLive: true }) : undefined;
    },
  });
  // Whatever else stands behind `?` (an address that somebody shared somewhere may get some): the page is the same.
  const answer = (language: EmbedLanguage) => async (c: Context<AppEnv>) => {
    const { id } = paramsOf(c, IdParameters);
    const { html } = await shelf.get(`${language} ${originOfRequest(context, c)} ${id}`);
    return shelf.answer(c, found(html, 'area'), { caching: KEPT_A_MINUTE });
  };
  return new Hono<AppEnv>().get('/areas/:id', answer('nl')).get('/areas/:id/en', answer('en'));
}
