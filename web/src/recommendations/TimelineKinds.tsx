import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { Awaited } from '../engagements/Awaited';
import type { Level } from '../evidence/levels';
import { LevelSign } from '../evidence/LevelSign';
import { RecordLink } from '../frame/RecordLink';
import { SilencesLink } from '../silences/SilencesLink';

type Axis = Schema['TimelineEntryView']['axis'];

/** What was done, why, and on what it stands. */
export function Moved({ move, axis }: { move: Schema['TimelineMoveView']; axis: Axis }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">
        {axis && t(`axes.${axis}`)}: {move.transitionLabel}
      </Text>
      {move.note && <Text size="sm">{move.note}</Text>}
      {move.evidence.length > 0 && (
        <Text size="sm">
          {t('followUps.standsOn')} {move.evidence.map(({ title }) => title ?? t('followUps.withdrawn')).join('; ')}
        </Text>
      )}
    </>
  );
}

/** On what a date rests, and who put it off. */
export function Due({ deadline: { basis, condition, extendedBy } }: { deadline: Schema['TimelineDeadlineView'] }) {
  const { t } = useTranslation();
  return (
    <Text size="sm">
      {extendedBy && `${t('recommendations.putOffBy', { by: extendedBy })} `}
      {[basis, condition].filter(Boolean).join(' ')}
    </Text>
  );
}

/** Who acted towards whom, what came of it, and who has been silent since. */
export function Engaged({ id, engagement }: { id: string; engagement: Schema['TimelineEngagementView'] }) {
  const { t, i18n } = useTranslation();
  const { organization, byAddressee, addressees, summary, outcome, evidence, silent, days } = engagement;
  const list = new Intl.ListFormat(i18n.language);
  const isSilent = outcome === null && silent.length > 0;
  return (
    <>
      <RecordLink to="engagements" id={id}>
        {t('engagements.byTo', {
          by: byAddressee?.name ?? organization.name,
          to: list.format(addressees.map(({ name }) => name)),
        })}
      </RecordLink>
      <Text size="sm" lineClamp={4}>
        {summary}
      </Text>
      {evidence.map((one) => (
        <ShownBy key={one.evidence.id} one={one} />
      ))}
      {(isSilent || outcome !== null) && <Awaited of={engagement} />}
      {isSilent && days > 0 && (
        <>
          <Text size="sm">
            {t('recommendations.silent', { names: list.format(silent.map(({ name }) => name)), count: days })}
          </Text>
          {silent.map((one) => (
            <SilencesLink key={one.id} addressee={one.id}>
              {t('silences.allOf', { name: one.name })}
            </SilencesLink>
          ))}
        </>
      )}
    </>
  );
}

/** Which piece shows the act itself, what of it, and who may read the piece. */
function ShownBy({ one: { shows, evidence } }: { one: Schema['TimelineEngagementView']['evidence'][number] }) {
  const { t } = useTranslation();
  return (
    <Stack gap={0} align="start">
      <Group gap="xs">
        <Text size="sm">
          {t('engagements.evidence')}: {t(`engagements.showing.${shows}`)}
        </Text>
        <LevelSign level={evidence.confidentiality as Level} />
      </Group>
      <RecordLink to="evidence" id={evidence.id}>
        {evidence.title ?? t('followUps.withdrawn')}
      </RecordLink>
    </Stack>
  );
}

/** Which piece, for or against what, and who may read it. */
export function Linked({ link: { evidence, stance }, axis }: { link: Schema['TimelineLinkView']; axis: Axis }) {
  const { t } = useTranslation();
  return (
    <>
      <Group gap="xs">
        <Text size="sm">
          {axis && t(`axes.${axis}`)}
          {stance && `: ${t(`followUps.stances.${stance}`)}`}
        </Text>
        <LevelSign level={evidence.confidentiality as Level} />
      </Group>
      <RecordLink to="evidence" id={evidence.id}>
        {evidence.title ?? t('followUps.withdrawn')}
      </RecordLink>
    </>
  );
}

export function Closed({ closing: { reason } }: { closing: Schema['TimelineClosingView'] }) {
  return reason === null ? null : <Text size="sm">{reason}</Text>;
}

/** How sure an organization is of its part in it, and in what words. */
export function Contributed({
  contribution: { strength, said },
}: {
  contribution: Schema['TimelineContributionView'];
}) {
  const { t } = useTranslation();
  return (
    <>
      {strength !== null && <Text size="sm">{t(`contributions.strengths.${strength}`)}</Text>}
      {said !== null && (
        <Text size="sm" lineClamp={4}>
          {said}
        </Text>
      )}
    </>
  );
}
