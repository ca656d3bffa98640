import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSayDate } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import type { Outcome } from './outcome';
import type { RecordDraft } from './record-draft';

/** Exactly what recording will do, before it is done; and what it leaves out. */
export function WhatHappens({ outcome, draft }: { outcome: Outcome; draft: RecordDraft }) {
  const { t, i18n } = useTranslation();
  const sayDate = useSayDate();
  const listed = (names: string[]) => new Intl.ListFormat(i18n.language).format(names);
  const { recommendations, parts, followUps, deadlines, relations, made, leftOut, asked, rejected, undecided } =
    outcome;
  return (
    <List size="sm">
      <List.Item>{t('intake.willSource', { title: draft.source.title })}</List.Item>
      <List.Item>
        {t('intake.willRecommendations', { count: recommendations })}
        {parts > 0 && ` ${t('intake.willParts', { count: parts })}`}
      </List.Item>
      <List.Item>{t('intake.willFollowUps', { count: followUps })}</List.Item>
      {deadlines > 0 && <List.Item>{t('intake.willDeadlines', { count: deadlines })}</List.Item>}
      {relations > 0 && <List.Item>{t('intake.willRelate', { count: relations })}</List.Item>}
      {made.length > 0 && <List.Item>{t('intake.willMake', { count: made.length, names: listed(made) })}</List.Item>}
      {leftOut.length > 0 && <List.Item>{t('intake.willLeaveOut', { names: listed(leftOut) })}</List.Item>}
      {draft.isDelivered && (
        <List.Item>{t('intake.willDeliver', { date: sayDate(draft.occurredOn), names: listed(asked) })}</List.Item>
      )}
      {rejected > 0 && <List.Item>{t('intake.willReject', { count: rejected })}</List.Item>}
      {undecided > 0 && <List.Item>{t('intake.willForget', { count: undecided })}</List.Item>}
    </List>
  );
}

/** What somebody should look at before: asks of nobody, and what seems to be there already. */
export function Warnings({ outcome: { ofNobody, repeats } }: { outcome: Outcome }) {
  const { t } = useTranslation();
  return (
    <>
      {ofNobody.length > 0 && (
        <Alert color="red" c="inherit" icon={<IconAlertTriangle aria-hidden />} title={t('intake.ofNobody')}>
          {ofNobody.map(({ id, title }) => (
            <Text key={id} size="sm">
              {title}
            </Text>
          ))}
        </Alert>
      )}
      {repeats.length > 0 && (
        <Alert role="note" color="yellow" c="inherit" title={t('intake.areRepeats', { count: repeats.length })}>
          {repeats.map(({ id, title, repeats: others }) => (
            <Text key={id} size="sm" component="div">
              {title}:{' '}
              {others.map((other) => (
                <RecordLink key={other.id} to="recommendations" id={other.id}>
                  {other.code} {other.title}
                </RecordLink>
              ))}
            </Text>
          ))}
        </Alert>
      )}
    </>
  );
}
