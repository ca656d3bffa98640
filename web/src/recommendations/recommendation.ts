import { queryOptions } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';

export type Recommendation = Schema['RecommendationView'];
export type FollowUp = Schema['FollowUpView'];

/** One recommendation with its parts, relations, the chain of its follow-ups and what happened last. */
export const recommendationOf = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'recommendations', id],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/recommendations/{id}', {
          params: { path: { workspace, id }, query: { timeline: true } },
        }),
      ),
  });

interface Titled {
  title: string;
  language: string;
}

/** What an ask is called in the reader's language, and as it was called first where that is another. */
export function titlesOf({ title, language, translations }: Recommendation, reader: string): [Titled, Titled?] {
  const original = { title, language };
  const translated = reader === language ? undefined : translations[reader]?.title;
  return translated ? [{ title: translated, language: reader }, original] : [original];
}
