import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { usePages } from '../api/pages';
import { Read } from '../frame/Read';
import { ShowMore } from '../frame/ShowMore';
import { Empty } from '../frame/Standing';
import { useWorkspace } from '../frame/workspace';
import { useAxis } from '../phases/AxisChoice';
import { PHASES } from '../phases/phases';
import { PhaseSign } from '../phases/PhaseSign';
import { SilencesLink } from '../silences/SilencesLink';
import type { Addressee } from './addresseeDraft';
import { ASKED_FIELDS, type AskedFollowUp } from './askedFollowUp';
import { AskedOf } from './AskedOf';

/** What is asked of it, under the phase that each is in; what is closed comes last. */
export function Asked({ addressee: { id, name } }: { addressee: Addressee }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const pages = usePages([workspace, 'follow-ups', 'of', id], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/follow-ups', {
        params: {
          path: { workspace },
          query: { addressee: [id], cursor, sort: 'code', limit: 30, fields: [...ASKED_FIELDS] },
        },
      }),
    ),
  );
  return (
    <Stack component="section" gap="md" aria-labelledby="asked">
      <Title order={2} id="asked">
        {t('addressees.asked')}
      </Title>
      <Read query={pages}>
        {() =>
          pages.items.length === 0 ? (
            <Empty title={t('addressees.nothingAsked', { name })}>
              <Text>{t('addressees.nothingAskedWhy')}</Text>
            </Empty>
          ) : (
            <>
              <SilencesLink addressee={id}>{t('silences.allOf', { name })}</SilencesLink>
              <ByPhase followUps={pages.items} />
              <ShowMore pages={pages} />
            </>
          )
        }
      </Read>
    </Stack>
  );
}

function ByPhase({ followUps }: { followUps: AskedFollowUp[] }) {
  const { t } = useTranslation();
  const axis = useAxis();
  const open = followUps.filter(({ closing }) => !closing);
  const closed = followUps.filter(({ closing }) => closing);
  return (
    <>
      {PHASES[axis].map((phase) => (
        <Those
          key={phase}
          heading={<PhaseSign phase={phase} />}
          followUps={open.filter((one) => one[axis].phase === phase)}
        />
      ))}
      <Those heading={t('addressees.closed')} followUps={closed} />
    </>
  );
}

function Those({ heading, followUps }: { heading: React.ReactNode; followUps: AskedFollowUp[] }) {
  if (followUps.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {heading}
      </Title>
      {followUps.map((one) => (
        <AskedOf key={one.id} followUp={one} />
      ))}
    </Stack>
  );
}
