import { CreateThemeDto, type ThemeView } from '../taxonomy/theme.dto.js';
import { ThemesService } from '../taxonomy/themes.service.js';
import type { ContentTheme } from './content-people.js';
import { asSent, type Desk, enterMissing, everything, type Ids, idsBy } from './desk.js';

/** Themes are known by their code. */
export async function enterThemes({ app, actor }: Desk, contents: ContentTheme[]): Promise<Ids> {
  const themes = app.get(ThemesService);
  const there = await everything<ThemeView>((page) => themes.list(actor, { ...page, sort: 'code' }));
  return enterMissing(
    contents,
    ({ code }) => code,
    idsBy(there, ({ code }) => code),
    async ({ code, label, labels }) =>
      themes.create(actor, await asSent(CreateThemeDto, { code, label, labels: { ...labels } })),
  );
}
