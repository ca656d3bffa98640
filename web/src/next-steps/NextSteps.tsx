import { Card, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { ShowMore } from '../frame/ShowMore';
import { Unfolding } from '../frame/Unfolding';
import { useMay, useMembership } from '../frame/workspace';
import { AddStep, type About } from './AddStep';
import { type NextStep, type Of, useNextSteps } from './nextSteps';
import { Settle } from './Settle';

interface NextStepsProps {
  of: Of;
  /** What a new one is about; without it none is added here. */
  about?: About;
}

/** What is to be done next here. Read when somebody asks for it. */
export function NextSteps({ of, about }: NextStepsProps) {
  const { t } = useTranslation();
  const mayWrite = useMay('administrator', 'editor', 'verifier', 'partner');
  const add = mayWrite && about && (
    <Dialog label={t('nextSteps.add')} variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
      {(close) => <AddStep about={about} onSaved={close} />}
    </Dialog>
  );
  return (
    <Unfolding title={t('nextSteps.title')} about={t('nextSteps.about')} acts={add}>
      <Listed of={of} mayWrite={mayWrite} />
    </Unfolding>
  );
}

function Listed({ of, mayWrite }: { of: Of; mayWrite: boolean }) {
  const { t } = useTranslation();
  const pages = useNextSteps(of);
  return (
    <Read query={pages}>
      {() => (
        <Stack gap="xs">
          {pages.items.length === 0 && <Text size="sm">{t('nextSteps.none')}</Text>}
          {pages.items.map((step) => (
            <Step key={step.id} step={step} mayWrite={mayWrite} />
          ))}
          {mayWrite && pages.items.length > 0 && <Text size="xs">{t('nextSteps.whoChanges')}</Text>}
          <ShowMore pages={pages} />
        </Stack>
      )}
    </Read>
  );
}

function Step({ step, mayWrite }: { step: NextStep; mayWrite: boolean }) {
  const { t } = useTranslation();
  const membership = useMembership();
  const { what, owner, organization, dueOn, overdue, state, followUp, outcomes } = step;
  return (
    <Card withBorder p="sm" component="article" aria-label={what}>
      <Stack gap={4} align="flex-start">
        <Text fw={600} td={state === 'open' ? undefined : 'line-through'}>
          {what}
        </Text>
        <Text size="sm">
          {t(`nextSteps.states.${state}`)}
          {overdue && `, ${t('nextSteps.isPast')}`}
          {': '}
          {t('nextSteps.does', { name: owner.name, organization: organization.name })} <When date={dueOn} />
          {followUp && ` (${followUp.addressee.name})`}
        </Text>
        {outcomes.map(({ id, outcome, note, by, recordedAt }) => (
          <Text key={id} size="sm">
            {t(`nextSteps.outcomes.${outcome}`)}, {by.name}, <Instant at={recordedAt} />
            {note && `: ${note}`}
          </Text>
        ))}
        {mayWrite && organization.id === membership.organization.id && <Settle step={step} />}
      </Stack>
    </Card>
  );
}
