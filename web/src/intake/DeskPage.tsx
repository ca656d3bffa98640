import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { LevelSign } from '../evidence/LevelSign';
import { Page } from '../frame/Page';
import { ON_ITS_WAY, Read } from '../frame/Read';
import { useMay, useWorkspace } from '../frame/workspace';
import { Desk } from './Desk';
import { Handled } from './Handled';
import { goneBy, type Intake, intakeOf, isInRecord, type Proposal, proposalsOf, READERS } from './intake';
import { ToRecord } from './ToRecord';

const ROUTE = '/w/$workspace/intake/$id';

/** One document beside what was proposed of it: people decide here, and leave and come back as they like. */
export function DeskPage() {
  const workspace = useWorkspace();
  const { id } = useParams({ from: ROUTE });
  const intake = useQuery(intakeOf(workspace, id));
  const proposals = useQuery(proposalsOf(workspace, id));
  const error = intake.error ?? goneBy(proposals.error);
  const both = error
    ? { ...ON_ITS_WAY, error, refetch: intake.refetch }
    : { ...proposals, data: intake.data && proposals.data && { intake: intake.data, proposals: proposals.data } };
  return <Read query={both}>{(read) => <Shown key={id} {...read} />}</Read>;
}

function Shown({ intake, proposals }: { intake: Intake; proposals: Proposal[] }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const search: { proposal?: unknown } = useSearch({ from: ROUTE });
  const isRecorded = isInRecord(intake, proposals);
  const isReadAnew = isRecorded && intake.state !== 'recorded';
  useEffect(() => {
    if (isReadAnew) void cache.invalidateQueries({ queryKey: intakeOf(workspace, intake.id).queryKey });
  }, [cache, intake.id, isReadAnew, workspace]);
  const mayDecide = useMay(...READERS) && !isRecorded;
  return (
    <Page
      title={intake.title}
      language={intake.language}
      about={
        <>
          {t('intake.broughtByAt', { name: intake.by.name, organization: intake.by.organization.name })}{' '}
          <Instant at={intake.createdAt} /> <LevelSign level={intake.confidentiality} />
        </>
      }
      actions={mayDecide && <ToRecord id={intake.id} proposals={proposals} />}
    >
      <Desk
        intake={intake}
        proposals={proposals}
        isRecorded={isRecorded}
        asked={typeof search.proposal === 'string' ? search.proposal : undefined}
        mayDecide={mayDecide}
      />
      <Handled intake={intake} />
    </Page>
  );
}
