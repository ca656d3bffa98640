import { Blockquote, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useActing } from '../assessments/useActing';
import { Asking } from '../frame/Asking';
import { Dialog } from '../frame/Dialog';
import { RecordLink } from '../frame/RecordLink';
import { useMay } from '../frame/workspace';
import type { Recommendation } from './recommendation';
import { Relate } from './Relate';
import { type Relation, unrelate } from './relation';

/** The asks that this one is bound to, in their own words: what one asks can be held against what the other asks. */
export function Relations({ ask }: { ask: Recommendation }) {
  const { t } = useTranslation();
  const heading = useId();
  const mayWrite = useMay('administrator', 'editor');
  if (ask.relations.length === 0 && !mayWrite) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby={heading} className={ask.relations.length ? '' : 'no-print'}>
      <Title order={2} id={heading}>
        {t('recommendations.relations')}
      </Title>
      <Text size="sm">{t('recommendations.relationsAbout')}</Text>
      {ask.relations.length > 0 && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xs">
          {ask.relations.map((relation) => (
            <Related key={relation.id} relation={relation} mayWrite={mayWrite} />
          ))}
        </SimpleGrid>
      )}
      {mayWrite && (
        <Group className="no-print">
          <Dialog
            label={t('recommendations.relate')}
            size="xs"
            variant="default"
            isWide
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {(close) => <Relate ask={ask} close={close} />}
          </Dialog>
        </Group>
      )}
    </Stack>
  );
}

function Related({ relation, mayWrite }: { relation: Relation; mayWrite: boolean }) {
  const { t } = useTranslation();
  const { direction, kind, other, note } = relation;
  return (
    <Card withBorder p="sm" component="article" aria-label={other.code}>
      <Stack gap={6}>
        <Text size="sm">{t(`recommendations.${direction}.${kind}`)}</Text>
        <RecordLink to="recommendations" id={other.id} fw={600}>
          {other.code} {other.title}
        </RecordLink>
        <Blockquote p="sm" my={0} radius="sm" color="gray" className="quote" lang={other.language}>
          {other.text}
        </Blockquote>
        {note && <Text size="sm">{note}</Text>}
        {mayWrite && <Unrelate relation={relation} />}
      </Stack>
    </Card>
  );
}

function Unrelate({ relation }: { relation: Relation }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const taking = useActing(t('recommendations.unrelated'), (workspace) => unrelate(workspace, relation));
  const { direction, kind, other } = relation;
  const words = t(`recommendations.${direction}.${kind}`);
  const title = t('recommendations.unrelateNamed', { words, code: other.code });
  return (
    <Group className="no-print">
      <Button size="compact-xs" variant="subtle" aria-label={title} onClick={open}>
        {t('recommendations.unrelate')}
      </Button>
      {isOpen && (
        <Asking title={title} act={t('recommendations.unrelate')} isDangerous saving={taking} close={close}>
          <Text size="sm">{t('recommendations.unrelateMeans')}</Text>
        </Asking>
      )}
    </Group>
  );
}
