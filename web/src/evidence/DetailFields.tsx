import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '../dates/DateField';
import { CREDIBILITIES, type Details, RELIABILITIES } from './draft';

interface DetailFieldsProps {
  details: Details;
  put: (change: Partial<Details>) => void;
}

/** What may be said about a piece; all of it can wait. */
export function DetailFields({ details, put }: DetailFieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Textarea
        label={t('evidence.finding')}
        description={t('evidence.findingHint')}
        autosize
        minRows={2}
        value={details.finding}
        onChange={(event) => put({ finding: event.currentTarget.value })}
      />
      <Textarea
        label={t('evidence.quote')}
        description={t('evidence.quoteHint')}
        autosize
        minRows={2}
        value={details.quote}
        onChange={(event) => put({ quote: event.currentTarget.value })}
      />
      <TextInput
        label={t('evidence.locator')}
        description={t('evidence.locatorHint')}
        value={details.locator}
        onChange={(event) => put({ locator: event.currentTarget.value })}
      />
      <TextInput
        label={t('evidence.publisher')}
        value={details.publisher}
        onChange={(event) => put({ publisher: event.currentTarget.value })}
      />
      <DateField
        label={t('evidence.publishedOn')}
        start={details.publishedOn}
        onChange={(publishedOn) => put({ publishedOn })}
      />
      <TextInput
        label={t('evidence.origin')}
        description={t(
          details.confidentiality === 'restricted' ? 'evidence.originHintRestricted' : 'evidence.originHint',
        )}
        value={details.origin}
        onChange={(event) => put({ origin: event.currentTarget.value })}
      />
      <GradingFields details={details} put={put} />
    </Stack>
  );
}

/** How far a source and what it says can be relied on: in words, and the letter and digit that analysts use. */
function GradingFields({ details, put }: DetailFieldsProps) {
  const { t } = useTranslation();
  const unsaid = { value: '', label: t('evidence.notGraded') };
  return (
    <>
      <NativeSelect
        label={t('evidence.reliability')}
        description={t('evidence.reliabilityHint')}
        value={details.reliability}
        onChange={(event) => put({ reliability: event.currentTarget.value as Details['reliability'] })}
        data={[
          unsaid,
          ...RELIABILITIES.map((value) => ({ value, label: `${value}: ${t(`evidence.reliable.${value}`)}` })),
        ]}
      />
      <NativeSelect
        label={t('evidence.credibility')}
        description={t('evidence.credibilityHint')}
        value={details.credibility}
        onChange={(event) => put({ credibility: event.currentTarget.value as Details['credibility'] })}
        data={[
          unsaid,
          ...CREDIBILITIES.map((value) => ({ value, label: `${value}: ${t(`evidence.credible.${value}`)}` })),
        ]}
      />
    </>
  );
}
