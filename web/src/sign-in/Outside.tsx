import { Container, Group, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { LanguageChoice } from '../frame/LanguageChoice';

/** A page for whoever is not signed in: what it is about, the choice of the language, and one thing to do. */
export function Outside({
  title,
  heading = title,
  children,
}: {
  title: string;
  heading?: string;
  children: ReactNode;
}) {
  useDocumentTitle(`${title} - Heed`);
  return (
    <Container size={460} py="xl" component="main">
      <Stack>
        <Group justify="space-between">
          <Title order={1}>{heading}</Title>
          <LanguageChoice />
        </Group>
        {children}
      </Stack>
    </Container>
  );
}
