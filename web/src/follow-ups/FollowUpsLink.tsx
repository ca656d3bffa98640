import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWorkspace } from '../frame/workspace';

/** What a list of follow-ups can be narrowed to: the names of the server's filters. */
export interface FollowUpsSearch {
  addressee?: string;
  theme?: string;
  source?: string;
  /** A recommendation, with its parts. */
  whole?: string;
  responsePhase?: string;
  implementationPhase?: string;
  overdue?: boolean;
  contested?: boolean;
  contestedIn?: 'response' | 'implementation';
  notFollowed?: boolean;
  closed?: boolean;
}

/** To the follow-ups that a number counts. */
export function FollowUpsLink({
  search,
  label,
  children,
}: {
  search: FollowUpsSearch;
  /** What it leads to, where the words in it don't say so by themselves. */
  label?: string;
  children: ReactNode;
}) {
  const workspace = useWorkspace();
  return (
    <Anchor
      aria-label={label}
      display="inline-block"
      py={3}
      c="inherit"
      size="sm"
      renderRoot={(props) => (
        <Link {...props} to="/w/$workspace/follow-ups" params={{ workspace }} search={{ ...search }} />
      )}
    >
      {children}
    </Anchor>
  );
}
