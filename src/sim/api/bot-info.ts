import type { Route } from './route.ts';

/** GET /bot/v3/info: under `bot`, not `data`; no scope needed (feishu.md §3.1). */
export const botInfo: Route = {
  method: 'GET',
  path: '/open-apis/bot/v3/info',
  scopes: [],
  handle: ({ core }) => ({
    msg: 'ok',
    flat: {
      bot: {
        activate_status: 2,
        app_name: core.world.bot.name,
        avatar_url: 'https://s1-imfile.feishucdn.com/static-resource/v1/bot~?image_size=72x72',
        ip_white_list: [],
        open_id: core.world.bot.openId,
      },
    },
  }),
};
