// What recommendations speak of, as a field offers it.

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { useWorkspace } from '../frame/workspace';

/** The themes of the workspace, by what each is called in the reader's language; undefined until they are there. */
export function useThemes(isAsked = true): { id: string; label: string }[] | undefined {
  const workspace = useWorkspace();
  const { language } = useTranslation().i18n;
  const { data } = useQuery({
    queryKey: [workspace, 'themes', 'names'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/themes', {
          params: { path: { workspace }, query: { limit: 200, sort: 'label' } },
        }),
      ),
    enabled: isAsked,
  });
  return data?.items
    .map(({ id, label, labels }) => ({ id, label: labels[language] ?? label }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
