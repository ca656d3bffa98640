import { Alert } from '@mantine/core';
import { Problem } from '../api/problem';
import { Refused } from '../frame/Refused';

interface NoSuchLinkProps {
  error: Error | null;
  title: string;
  /** What may be the reason, and what to do: nobody is told which of them it is. */
  words: string;
}

/** A link that works once is most often tried a second time by whoever used it: they are told what that means. */
export function NoSuchLink({ error, title, words }: NoSuchLinkProps) {
  if (!(error instanceof Problem) || error.status !== 404) return <Refused error={error} />;
  return (
    <Alert color="red" role="alert" title={title}>
      {words}
    </Alert>
  );
}
