import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWorkspace } from './workspace';

export interface RecordLinkProps extends AnchorProps {
  to: 'recommendations' | 'addressees' | 'sources' | 'evidence' | 'engagements' | 'figures' | 'intake' | 'tallies';
  id: string;
  /** What of it is looked at, such as the follow-up of a recommendation. */
  search?: Record<string, unknown>;
  children: ReactNode;
}

/** To the page of one thing of the record. */
export function RecordLink({ to, id, search = {}, children, ...look }: RecordLinkProps) {
  const workspace = useWorkspace();
  return (
    <Anchor
      size="sm"
      display="inline-block"
      py={3}
      {...look}
      renderRoot={(props) => (
        <Link {...props} to={`/w/$workspace/${to}/$id`} params={{ workspace, id }} search={search} />
      )}
    >
      {children}
    </Anchor>
  );
}
