import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FindAsk } from '../engagements/AsksField';
import { KINDS } from './relation';

export type RelationKind = (typeof KINDS)[number];

export interface OtherAsk {
  id: string;
  code: string;
  title: string;
}

interface RelationFieldsProps {
  /** A kind in words, as the form that asks puts it. */
  say: (kind: RelationKind) => string;
  kind: RelationKind;
  onKind: (kind: RelationKind) => void;
  other: OtherAsk | undefined;
  onOther: (other: OtherAsk) => void;
}

/** To which ask something is related, and how. */
export function RelationFields({ say, kind, onKind, other, onOther }: RelationFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Radio.Group
        label={t('recommendations.relationKind')}
        value={kind}
        onChange={(chosen) => onKind(KINDS.find((one) => one === chosen) ?? kind)}
      >
        <Stack gap={6} mt={4}>
          {KINDS.map((one) => (
            <Radio key={one} value={one} label={say(one)} />
          ))}
        </Stack>
      </Radio.Group>
      <FindAsk label={t('recommendations.relateFind')} onFound={onOther} />
      <Text size="sm" role="status">
        {other ? `${t('recommendations.relateTo')}: ${other.code} ${other.title}` : t('recommendations.relateChoose')}
      </Text>
    </>
  );
}
