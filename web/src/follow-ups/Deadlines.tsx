import { Button, Stack, Text, Timeline, Title } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { When } from '../dates/When';
import { useWorkspace } from '../frame/workspace';

/** The timeline has every date; how each stands, and what it grew from, is read when somebody wants to see it. */
export function Deadlines({ followUpId }: { followUpId: string }) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <Stack gap="xs" className={isOpen ? undefined : 'no-print'}>
      <Title order={3} size="h4">
        <Button
          variant="default"
          size="xs"
          aria-expanded={isOpen}
          rightSection={<IconChevronDown size={14} aria-hidden style={isOpen ? { rotate: '180deg' } : undefined} />}
          onClick={toggle}
        >
          {t('followUps.deadlines')}
        </Button>
      </Title>
      {isOpen && <Listed followUpId={followUpId} />}
    </Stack>
  );
}

/** When what is due, on what basis, and how often it was put off; the old dates stay. */
function Listed({ followUpId }: { followUpId: string }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data } = useQuery({
    queryKey: [workspace, 'follow-ups', followUpId, 'deadlines'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/follow-ups/{followUp}/deadlines', {
          params: { path: { workspace, followUp: followUpId } },
        }),
      ),
  });
  if (data?.items.length === 0) return <Text size="sm">{t('followUps.noDeadlines')}</Text>;
  return data?.items.map((deadline) => <Deadline key={deadline.id} deadline={deadline} followUpId={followUpId} />);
}

/** A chain of dates: as first set, each time it was put off, and where it stands now. */
function Deadline({ deadline, followUpId }: { deadline: Schema['DeadlineView']; followUpId: string }) {
  const { t } = useTranslation();
  const { axis, basis, condition, dueOn, extensions } = deadline;
  const standing = deadline.standing.find((one) => one.followUpId === followUpId);
  const word = standing?.overdue ? 'overdue' : standing?.late ? 'late' : standing?.met ? 'met' : 'open';
  const steps = [
    { id: deadline.id, dueOn, words: [basis, condition].filter(Boolean).join(' ') },
    ...extensions.map(({ id, dueOn, extendedBy, basis }) => ({
      id,
      dueOn,
      words: `${t('followUps.extended', { by: extendedBy })} (${basis})`,
    })),
  ];
  return (
    <Timeline bulletSize={14} lineWidth={2} active={steps.length - 1} aria-label={t(`axes.${axis}`)}>
      {steps.map((step, n) => (
        <Timeline.Item
          key={step.id}
          title={
            <Text size="sm" fw={600} td={n < steps.length - 1 ? 'line-through' : undefined}>
              <When date={step.dueOn} />
              {n === steps.length - 1 && ` (${t(`followUps.standing.${word}`)})`}
            </Text>
          }
        >
          <Text size="sm">
            {n === 0 && `${t(`axes.${axis}`)}: `}
            {step.words}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
