import { Blockquote, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { TrackSign } from '../follow-ups/TrackSign';
import { Read } from '../frame/Read';
import { useWorkspace } from '../frame/workspace';
import { type Recommendation, recommendationOf } from '../recommendations/recommendation';
import classes from './Desk.module.css';

/** A recommendation that is tracked, opened beside a proposal: its words, its source, and how far it got. */
export function Compared({ id }: { id: string }) {
  const workspace = useWorkspace();
  return <Read query={useQuery(recommendationOf(workspace, id))}>{(ask) => <Shown ask={ask} />}</Read>;
}

function Shown({ ask: { text, language, source, followUps, createdAt } }: { ask: Recommendation }) {
  const { t } = useTranslation();
  return (
    <Stack gap={6}>
      <Blockquote p="sm" my={0} radius="sm" color="gray" className="quote" lang={language}>
        {text}
      </Blockquote>
      <Text size="xs">
        {t('intake.comparedSource', { title: source.title })} {t('intake.followedSince')} <Instant at={createdAt} />
      </Text>
      <dl className={classes['compared']}>
        {followUps.map(({ id, addressee, response, implementation }) => (
          <div key={id}>
            <dt>{addressee.name}</dt>
            <dd>
              <TrackSign track={response} />
              <TrackSign track={implementation} />
            </dd>
          </div>
        ))}
      </dl>
    </Stack>
  );
}
