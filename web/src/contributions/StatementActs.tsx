import { Button, Group, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActing } from '../assessments/useActing';
import { Asking } from '../frame/Asking';
import { Dialog } from '../frame/Dialog';
import { useMay, useMembership } from '../frame/workspace';
import type { FollowUp } from '../recommendations/recommendation';
import { type Contribution, standBehind, withdraw } from './contributions';
import { StatementForm } from './StatementForm';

/** What one may do with a statement: one's own organization states it anew or withdraws it, another one stands behind it. */
export function StatementActs({ contribution, of }: { contribution: Contribution; of: FollowUp }) {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const mayAct = useMay('administrator', 'editor', 'verifier', 'partner');
  if (!mayAct) return null;
  if (contribution.organization.id === organization.id)
    return (
      <Group gap="xs" className="no-print">
        <Dialog label={t('contributions.edit')} isWide size="xs" variant="default">
          {(close) => <StatementForm of={of} read={contribution} onSaved={close} />}
        </Dialog>
        <Withdraw contribution={contribution} />
      </Group>
    );
  const isBehind = contribution.substantiations.some(({ by }) => by.organization.id === organization.id);
  if (isBehind || contribution.strength === 'not-known') return null;
  return <StandBehind contribution={contribution} />;
}

function Withdraw({ contribution }: { contribution: Contribution }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const acting = useActing<undefined>(t('contributions.isWithdrawn'), (workspace) => withdraw(workspace, contribution));
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t('contributions.withdraw')}
      </Button>
      {isOpen && (
        <Asking
          title={t('contributions.withdrawOurs')}
          act={t('contributions.withdraw')}
          isDangerous
          saving={acting}
          close={close}
        >
          <Text size="sm">{t('contributions.withdrawMeans')}</Text>
        </Asking>
      )}
    </>
  );
}

function StandBehind({ contribution }: { contribution: Contribution }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [note, setNote] = useState('');
  const acting = useActing<undefined>(t('contributions.isBehind'), (workspace) =>
    standBehind(workspace, contribution, note.trim() || null),
  );
  return (
    <>
      <Button size="xs" variant="default" className="no-print" onClick={open}>
        {t('contributions.standBehind')}
      </Button>
      {isOpen && (
        <Asking
          title={t('contributions.standBehindOf', { organization: contribution.organization.name })}
          act={t('contributions.standBehind')}
          saving={acting}
          close={close}
        >
          <Text size="sm">{t('contributions.standBehindMeans', { organization: contribution.organization.name })}</Text>
          <Textarea
            label={t('contributions.note')}
            autosize
            minRows={2}
            maxLength={5000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Asking>
      )}
    </>
  );
}
