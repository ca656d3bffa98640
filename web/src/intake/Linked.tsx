import { Button, Group, Stack, Text } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/Dialog';
import { RecordLink } from '../frame/RecordLink';
import { type OtherAsk, RelationFields, type RelationKind } from '../recommendations/RelationFields';
import type { Proposal } from './intake';
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
  const [other, setOther] = useState<OtherAsk>();
  const [kind, setKind] = useState<RelationKind>('conflicts-with');
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
        <RelationFields
          say={(one) => t(`intake.linkKinds.${one}`)}
          kind={kind}
          onKind={setKind}
          other={other}
          onOther={setOther}
        />
        <Group>
          <Button type="submit" disabled={!other}>
            {t('intake.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
