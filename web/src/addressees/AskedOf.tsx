import { Badge, Flex, Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import { PhaseSign } from '../phases/PhaseSign';
import { SilencesLink } from '../silences/SilencesLink';
import type { AskedFollowUp } from './askedFollowUp';

const DAY = 86_400_000;

/** One follow-up of the addressee: what it must do, its place in the chain, both states, and what hurries. */
export function AskedOf({ followUp }: { followUp: AskedFollowUp }) {
  const { t } = useTranslation();
  const { recommendation, addressee, ask, response, implementation, dueOn, overdue, contested } = followUp;
  return (
    <Paper withBorder p="sm">
      <Flex wrap="wrap" columnGap="sm" align="center">
        <RecordLink to="recommendations" id={recommendation.id} fw={600}>
          {recommendation.code} {recommendation.title}
        </RecordLink>
        <Role followUp={followUp} />
        {overdue && <Badge color="red.9">{t('addressees.overdue')}</Badge>}
        {contested && <Badge variant="default">{t('addressees.contested')}</Badge>}
      </Flex>
      <Text size="sm">{ask}</Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs" verticalSpacing={2} mt={4}>
        {[response, implementation].map((one) => (
          <div key={one.id}>
            <Text size="xs" c="dimmed">
              {t(`axes.${one.axis}`)}
            </Text>
            <PhaseSign phase={one.phase} label={one.label} />
            {one.phase === 'no-reply' && (
              <SilencesLink addressee={addressee.id}>
                {t('addressees.silentFor', { n: daysSince(one.updatedAt) })}
              </SilencesLink>
            )}
          </div>
        ))}
        {dueOn && (
          <div>
            <Text size="xs" c="dimmed">
              {t('addressees.due')}
            </Text>
            <Text size="sm">
              <When date={dueOn} />
            </Text>
          </div>
        )}
      </SimpleGrid>
    </Paper>
  );
}

/** Its place in the chain. */
function Role({ followUp: { asked, viaGroup } }: { followUp: AskedFollowUp }) {
  const { t } = useTranslation();
  const words = viaGroup
    ? t('addressees.asMember', { group: viaGroup.name })
    : t(asked ? 'addressees.askedDirectly' : 'addressees.throughOthers');
  return (
    <Text size="xs" c="dimmed">
      {words}
    </Text>
  );
}

const daysSince = (instant: string): number => Math.floor((Date.now() - Date.parse(instant)) / DAY);
