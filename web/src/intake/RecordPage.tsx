import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/Page';
import { ON_ITS_WAY, Read } from '../frame/Read';
import { Empty } from '../frame/Standing';
import { useMay, useWorkspace } from '../frame/workspace';
import {
  goneBy,
  type Intake,
  intakeOf,
  isInRecord,
  type Meant,
  namesOf,
  type Proposal,
  proposalsOf,
  READERS,
} from './intake';
import { RecordForm } from './RecordForm';

/** The last step: what the document becomes, and exactly what will happen. */
export function RecordPage() {
  const workspace = useWorkspace();
  const { id } = useParams({ from: '/w/$workspace/intake/$id/record' });
  const [intake, proposals, names] = [
    useQuery(intakeOf(workspace, id)),
    useQuery(proposalsOf(workspace, id)),
    useQuery(namesOf(workspace, id)),
  ];
  const error = intake.error ?? proposals.error ?? names.error;
  const data = !goneBy(proposals.error) &&
    intake.data &&
    proposals.data &&
    names.data && { intake: intake.data, proposals: proposals.data, names: names.data };
  return (
    <Read query={{ ...ON_ITS_WAY, data: data || undefined, error }}>
      {(read) =>
        isInRecord(read.intake, read.proposals) ? (
          <Navigate to="/w/$workspace/intake/$id" params={{ workspace, id }} replace />
        ) : (
          <Shown key={id} {...read} />
        )
      }
    </Read>
  );
}

interface ShownProps {
  intake: Intake;
  proposals: Proposal[];
  names: Meant[];
}

function Shown({ intake, proposals, names }: ShownProps) {
  const { t } = useTranslation();
  const mayRecord = useMay(...READERS);
  const isAnyAccepted = proposals.some(({ state }) => state === 'accepted');
  return (
    <Page title={t('intake.recordTitle')} about={<BackToDesk intake={intake} />}>
      {!mayRecord && <Text>{t('intake.whoReads')}</Text>}
      {mayRecord && !isAnyAccepted && (
        <Empty title={t('intake.nothingAccepted')}>
          <Text>{t('intake.nothingAcceptedWhy')}</Text>
        </Empty>
      )}
      {mayRecord && isAnyAccepted && (
        <RecordForm
          intake={intake}
          proposals={proposals.filter(({ mergedInto }) => mergedInto === null)}
          names={names}
        />
      )}
    </Page>
  );
}

function BackToDesk({ intake: { id, title, language } }: { intake: Intake }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <>
      <span lang={language}>{title}</span>{' '}
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(props) => <Link {...props} to="/w/$workspace/intake/$id" params={{ workspace, id }} />}
      >
        {t('intake.backToDesk')}
      </Anchor>
    </>
  );
}
