import { Container, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface PageProps {
  title: string;
  /** Of the title, where it is not in the page's own. */
  language?: string | undefined;
  /** Under the title, in a quieter voice; keeps its line while it is false, on its way. */
  about?: ReactNode;
  /** What one can do here; not printed. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One page of the frame: its only first-level heading, and the title of the browser's tab. */
export function Page({ title, language, about, actions, children }: PageProps) {
  useDocumentTitle(`${title} - Heed`);
  return (
    <Container size="xl" px={0}>
      <Stack gap="md">
        <Group justify="space-between" align="start" gap="sm">
          <div>
            <Title order={1} lang={language}>
              {title}
            </Title>
            {about !== undefined && (
              <Text component="div" size="sm" c="dimmed" mih="1lh">
                {about}
              </Text>
            )}
          </div>
          {actions && (
            <Group gap="xs" className="no-print">
              {actions}
            </Group>
          )}
        </Group>
        {children}
      </Stack>
    </Container>
  );
}
