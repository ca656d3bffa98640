import { Flex, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { WhenSeen } from '../frame/WhenSeen';
import { useWorkspace } from '../frame/workspace';
import { PhaseSign } from '../phases/PhaseSign';
import { readSilences, type Silence as Silent } from '../silences/silences';
import { SilencesLink } from '../silences/SilencesLink';

const HOW_MANY = 8;

/** Who was asked and has not answered, the longest silence first. */
export function Silence() {
  const { t } = useTranslation();
  return (
    <Stack component="section" gap="sm" aria-labelledby="silence">
      <Title order={2} id="silence">
        {t('overview.silence')}
      </Title>
      <WhenSeen>
        <Longest />
      </WhenSeen>
    </Stack>
  );
}

function Longest() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const silences = useQuery({
    queryKey: [workspace, 'follow-ups', 'silences'],
    queryFn: () => readSilences(workspace, { limit: HOW_MANY }),
  });
  return (
    <Read query={silences}>
      {({ asOf, count, items }) => (
        <Stack gap="sm">
          {count === 0 && <Text size="sm">{t('overview.noSilence')}</Text>}
          <List listStyleType="none" spacing="sm">
            {items.map((silence) => (
              <List.Item key={silence.followUpId}>
                <One silence={silence} />
              </List.Item>
            ))}
          </List>
          {count > 0 && (
            <>
              <SilencesLink>{t('silences.all', { count })}</SilencesLink>
              <Text size="xs" c="dimmed">
                {t('overview.silencesOf', { count, shown: items.length })} <When date={asOf} />
              </Text>
            </>
          )}
        </Stack>
      )}
    </Read>
  );
}

function One({ silence }: { silence: Silent }) {
  const { t, i18n } = useTranslation();
  const { recommendation, addressee, followUpId, phase, label, days, since, engagements } = silence;
  return (
    <>
      <Text size="sm">
        <Text span fw={700}>
          {t('overview.silentFor', { count: days, days: days.toLocaleString(i18n.language) })}
        </Text>
        {': '}
        <SilencesLink addressee={addressee.id}>{addressee.name}</SilencesLink>
      </Text>
      <Flex wrap="wrap" align="center" columnGap="xs">
        <RecordLink to="recommendations" id={recommendation.id} search={{ followUp: followUpId, side: 'response' }}>
          {recommendation.title}
        </RecordLink>
        <PhaseSign phase={phase} label={label} />
      </Flex>
      <Text size="xs" c="dimmed">
        {t('overview.askedFirst')} <When date={since} />
        {silence.lastAskedOn && engagements > 1 && (
          <>
            {'; '}
            {t('overview.askedLast', { count: engagements })} <When date={silence.lastAskedOn} />
          </>
        )}
        {silence.awaitedOn && (
          <>
            {'; '}
            {t('overview.awaitedBy')} <When date={silence.awaitedOn} />
          </>
        )}
        {'; '}
        {t('overview.enteredLast')} <Instant at={silence.movedAt} />
      </Text>
    </>
  );
}
