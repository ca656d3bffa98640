import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FindAsk } from '../engagements/AsksField';
import { Dialog } from '../frame/Dialog';
import { RecordLink } from '../frame/RecordLink';
import { KINDS } from '../recommendations/relation';
import type { LinkKind, Proposal } from './intake';
import type { Linking } from './linking';

interface LinkedProps {
  proposal: Proposal;
  linking: Linking | undefined;
}

/** How it will stand to asks that are tracked, once it is recorded. */
export function Linked({ proposal: { relations }, linking }: LinkedProps) {
  const { t } = useTranslation();
  if (relations.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {t('intake.linked')}
      </Text>
      {relations.map(({ recommendation: { id, code, title }, kind }) => (
        <Group key={`${id} ${kind}`} gap="xs" align="baseline">
          <Text size="sm">{t(`intake.linkedAs.${kind}`)}</Text>
          <RecordLink to="recommendations" id={id}>
            {code} {title}
          </RecordLink>
          {linking && (
            <Button
              size="compact-xs"
              variant="subtle"
              className="no-print"
              aria-label={t('intake.unlinkNamed', { code })}
              onClick={() => linking.unlink(id, kind)}
            >
              {t('intake.unlink')}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}

/** Binds it to any other ask that is tracked. */
export function LinkOther({ linking }: { linking: Linking }) {
  const { t } = useTranslation();
  return (
    <Dialog
      label={t('recommendations.relate')}
      size="xs"
      variant="default"
      isWide
      leftSection={<IconLink size={16} aria-hidden />}
    >
      {(close) => <LinkForm linking={linking} close={close} />}
    </Dialog>
  );
}

function LinkForm({ linking, close }: { linking: Linking; close: () => void }) {
  const { t } = useTranslation();
  const [other, setOther] = useState<{ id: string; code: string; title: string }>();
  const [kind, setKind] = useState<LinkKind>('conflicts-with');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!other) return;
    linking.link(other.id, kind);
    close();
  };
  return (
    <form onSubmit={submit} aria-label={t('recommendations.relate')}>
      <Stack>
        <Text size="sm">{t('intake.linkAbout')}</Text>
        <Radio.Group
          label={t('recommendations.relationKind')}
          value={kind}
          onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? kind)}
        >
          <Stack gap={6} mt={4}>
            {KINDS.map((one) => (
              <Radio key={one} value={one} label={t(`intake.linkKinds.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <FindAsk label={t('recommendations.relateFind')} onFound={setOther} />
        <Text size="sm" role="status">
          {other ? `${t('recommendations.relateTo')}: ${other.code} ${other.title}` : t('recommendations.relateChoose')}
        </Text>
        <Group>
          <Button type="submit" disabled={!other}>
            {t('intake.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
