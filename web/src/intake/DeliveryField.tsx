import { Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '../dates/DateField';
import type { RecordDraft } from './record-draft';

interface DeliveryFieldProps {
  draft: RecordDraft;
  put: (change: Partial<RecordDraft>) => void;
  asked: string[];
}

/** The letter that brought all of it to whoever is asked: one act for all. */
export function DeliveryField({ draft, put, asked }: DeliveryFieldProps) {
  const { t, i18n } = useTranslation();
  return (
    <Stack gap="sm">
      <Checkbox
        label={t('intake.wasDelivered')}
        description={t('intake.wasDeliveredAbout')}
        checked={draft.isDelivered}
        onChange={(event) =>
          put({ isDelivered: event.currentTarget.checked, occurredOn: draft.occurredOn ?? draft.source.issuedOn })
        }
      />
      {draft.isDelivered && (
        <Stack gap="sm" ps="xl">
          <Text size="sm">{t('intake.deliveredTo', { names: new Intl.ListFormat(i18n.language).format(asked) })}</Text>
          <DateField
            label={t('intake.deliveredOn')}
            start={draft.occurredOn}
            onChange={(occurredOn) => put({ occurredOn })}
          />
          {draft.occurredOn === null && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {t('intake.deliveredWhen')}
            </Text>
          )}
          <Textarea
            label={t('engagements.summary')}
            description={t('engagements.summaryAbout')}
            required
            autosize
            maxLength={5000}
            value={draft.summary}
            onChange={(event) => put({ summary: event.currentTarget.value })}
          />
          <DateField
            label={t('engagements.awaitedOn')}
            start={draft.awaitedOn}
            onChange={(awaitedOn) => put({ awaitedOn })}
          />
        </Stack>
      )}
    </Stack>
  );
}
