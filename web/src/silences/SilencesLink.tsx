import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWorkspace } from '../frame/workspace';

/** To the full list of who has not answered, or of what one of them has not. */
export function SilencesLink({ addressee, children }: { addressee?: string; children: ReactNode }) {
  const workspace = useWorkspace();
  return (
    <Anchor
      size="sm"
      display="inline-block"
      py={3}
      renderRoot={(props) => (
        <Link {...props} to="/w/$workspace/silences" params={{ workspace }} search={addressee ? { addressee } : {}} />
      )}
    >
      {children}
    </Anchor>
  );
}
