import { NumberInput, Radio, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ObservationDraft, SHAPES } from './observationDraft';

interface MeasuredFieldsProps {
  unit: string;
  draft: ObservationDraft;
  put: (change: Partial<ObservationDraft>) => void;
}

/** One figure, a range that may be open on one side, or why there is neither; and whether somebody counted. */
export function MeasuredFields({ unit, draft, put }: MeasuredFieldsProps) {
  const { t } = useTranslation();
  const numbers = { thousandSeparator: ',', description: unit } as const;
  return (
    <>
      <Radio.Group
        label={t('figures.shape')}
        value={draft.shape}
        onChange={(shape) => put({ shape: SHAPES.find((one) => one === shape) ?? 'value' })}
      >
        <Stack gap={6} mt={4}>
          {SHAPES.map((shape) => (
            <Radio key={shape} value={shape} label={t(`figures.shapes.${shape}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {draft.shape === 'value' && (
        <NumberInput
          {...numbers}
          label={t('figures.value')}
          required
          value={draft.value}
          onChange={(value) => put({ value })}
        />
      )}
      {draft.shape === 'range' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput {...numbers} label={t('figures.low')} value={draft.low} onChange={(low) => put({ low })} />
          <NumberInput {...numbers} label={t('figures.high')} value={draft.high} onChange={(high) => put({ high })} />
        </SimpleGrid>
      )}
      {draft.shape === 'missing' ? (
        <Textarea
          label={t('figures.missingReason')}
          required
          maxLength={2000}
          value={draft.missingReason}
          onChange={(event) => put({ missingReason: event.currentTarget.value })}
        />
      ) : (
        <Radio.Group
          label={t('figures.surely')}
          value={draft.estimate ? 'estimate' : 'counted'}
          onChange={(surely) => put({ estimate: surely === 'estimate' })}
        >
          <Stack gap={6} mt={4}>
            <Radio value="counted" label={t('figures.counted')} />
            <Radio value="estimate" label={t('figures.estimate')} />
          </Stack>
        </Radio.Group>
      )}
    </>
  );
}
