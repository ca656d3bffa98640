import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, client } from '../api/client';

export const secondFactors = queryOptions({
  queryKey: ['me', 'second-factors'],
  queryFn: () => answer(client.GET('/api/v1/me/second-factors', { params: { query: { limit: 100 } } })),
});

export const recoveryCodesLeft = queryOptions({
  queryKey: ['me', 'recovery-codes'],
  queryFn: () => answer(client.GET('/api/v1/me/recovery-codes')),
});

/** Changes something of one's second factors; everything that hangs on them is read anew. */
export function useChanging<Said, Answer>(change: (said: Said) => Promise<Answer>, onDone?: (answer: Answer) => void) {
  const cache = useQueryClient();
  return useMutation<Answer, Error, Said>({
    mutationFn: change,
    onSuccess: async (answered) => {
      onDone?.(answered);
      const anew = ['second-factors', 'recovery-codes', 'sessions'];
      await Promise.all(anew.map((noun) => cache.invalidateQueries({ queryKey: ['me', noun] })));
    },
  });
}
