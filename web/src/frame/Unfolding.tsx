import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface UnfoldingProps {
  title: string;
  /** What can be said before anything more is read. */
  about?: ReactNode;
  /** What one can do here. */
  acts?: ReactNode;
  isEmpty?: boolean;
  children: ReactNode;
}

/** A part of a page that is read when somebody wants to see it: the line is slow. */
export function Unfolding({ title, about, acts, isEmpty = false, children }: UnfoldingProps) {
  const { t } = useTranslation();
  const heading = useId();
  const [isShown, { toggle }] = useDisclosure(false);
  return (
    <Stack component="section" gap="sm" aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {title}
      </Title>
      {about && <Text size="sm">{about}</Text>}
      <Group gap="xs" className="no-print">
        {!isEmpty && (
          <Button variant="default" aria-expanded={isShown} aria-describedby={heading} onClick={toggle}>
            {t(isShown ? 'frame.hide' : 'frame.show')}
          </Button>
        )}
        {acts}
      </Group>
      {isShown && !isEmpty && children}
    </Stack>
  );
}
