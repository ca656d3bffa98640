import { Button, Group, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Asking } from '../frame/Asking';
import { Refused } from '../frame/Refused';
import { useMay, useMembership } from '../frame/workspace';
import { answerObjection, type Position, withdrawObjection } from './assessments';
import { useActing } from './useActing';

interface AnswerObjectionProps {
  objection: Position;
  concerned: string | undefined;
}

/** An open objection is answered by another organization, or withdrawn by its own; of everybody else it's said who may. */
export function AnswerObjection({ objection, concerned }: AnswerObjectionProps) {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const isEditor = useMay('administrator', 'editor');
  const mayAct = useMay('administrator', 'editor', 'verifier', 'partner');
  if (!mayAct) return null;
  if (objection.by.organization.id === organization.id) return <Withdraw objection={objection} />;
  if (!isEditor && organization.id !== concerned) return <Text size="sm">{t('assessments.whoAnswers')}</Text>;
  return <Answer objection={objection} />;
}

function Withdraw({ objection }: { objection: Position }) {
  const { t } = useTranslation();
  const withdrawing = useActing(t('assessments.withdrawn'), (workspace) => withdrawObjection(workspace, objection.id));
  return (
    <Group gap="xs" className="no-print">
      <Button size="xs" variant="default" loading={withdrawing.isPending} onClick={() => withdrawing.mutate(undefined)}>
        {t('assessments.withdraw')}
      </Button>
      <Refused error={withdrawing.error} />
    </Group>
  );
}

function Answer({ objection }: { objection: Position }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [reasons, setReasons] = useState('');
  const answering = useActing(t('assessments.answered'), (workspace) =>
    answerObjection(workspace, objection.id, reasons.trim()),
  );
  return (
    <Group className="no-print">
      <Button size="xs" variant="default" onClick={open}>
        {t('assessments.answer')}
      </Button>
      {isOpen && (
        <Asking title={t('assessments.answer')} act={t('assessments.answerDo')} saving={answering} close={close}>
          <Text size="sm">{objection.reasons}</Text>
          <Textarea
            label={t('assessments.answerWords')}
            required
            autosize
            minRows={3}
            value={reasons}
            onChange={(event) => setReasons(event.currentTarget.value)}
          />
          <Text size="sm">{t('assessments.answerWhat')}</Text>
        </Asking>
      )}
    </Group>
  );
}
