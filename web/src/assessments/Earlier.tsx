import { Button, Collapse, SimpleGrid, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { AssessmentCard } from './AssessmentCard';
import type { Assessment } from './assessments';

/** What organizations found before they found something else: it stays to be read. */
export function Earlier({ assessments }: { assessments: Assessment[] }) {
  const { t } = useTranslation();
  const [isShown, { toggle }] = useDisclosure(false);
  if (assessments.length === 0) return null;
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="subtle" size="compact-sm" aria-expanded={isShown} onClick={toggle} className="no-print">
        {t('assessments.earlier', { count: assessments.length })}
      </Button>
      <Collapse expanded={isShown} w="100%">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          {assessments.map((assessment) => (
            <AssessmentCard key={assessment.id} assessment={assessment} />
          ))}
        </SimpleGrid>
      </Collapse>
    </Stack>
  );
}
