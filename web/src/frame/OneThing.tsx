import { Group, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** One line of a settings list: what it is, and at its end what one may do with it; one under the other on a phone. */
export function OneThing({ children, acts }: { children: ReactNode; acts?: ReactNode }) {
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" gap="xs">
        <Stack gap={2} miw={0} flex="1 1 14rem">
          {children}
        </Stack>
        {acts && (
          <Group gap="xs" className="no-print">
            {acts}
          </Group>
        )}
      </Group>
    </Paper>
  );
}

export function Things({ children }: { children: ReactNode }) {
  return (
    <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
      {children}
    </Stack>
  );
}
