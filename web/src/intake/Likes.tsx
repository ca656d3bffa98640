import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCopy, IconQuote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RecordLink } from '../frame/RecordLink';
import { Compared } from './Compared';
import type { Like, LinkKind, Proposal } from './intake';
import type { Linking } from './linking';

interface LikesProps {
  proposal: Proposal;
  /** Left out, there is nothing to decide any more. */
  linking: Linking | undefined;
}

/** What is tracked already and says the same: to be held against it, linked with it, or preferred to it. */
export function Repeats({ proposal, linking }: LikesProps) {
  const { t } = useTranslation();
  const { repeats } = proposal;
  if (repeats.length === 0) return null;
  return (
    <Alert
      role="note"
      color="yellow"
      c="inherit"
      icon={<IconCopy aria-hidden />}
      title={t('intake.repeats', { count: repeats.length })}
    >
      <Stack gap="sm">
        {repeats.map((like) => (
          <LikeOne key={like.id} like={like} kind="repeats" proposal={proposal} linking={linking} />
        ))}
      </Stack>
    </Alert>
  );
}

/** Official recommendations that say what it says in other words, or asks of ours that an official one says. */
export function Echoes({ proposal, linking }: LikesProps) {
  const { t } = useTranslation();
  const { echoes } = proposal;
  if (echoes.length === 0) return null;
  return (
    <Alert
      role="note"
      color="blue"
      c="inherit"
      icon={<IconQuote aria-hidden />}
      title={t('intake.echoes', { count: echoes.length })}
    >
      <Stack gap="sm">
        {echoes.map((like) => (
          <LikeOne key={like.id} like={like} kind="echoes" proposal={proposal} linking={linking} />
        ))}
      </Stack>
    </Alert>
  );
}

interface LikeOneProps extends LikesProps {
  like: Like;
  kind: LinkKind;
}

function LikeOne({ like, kind, proposal, linking }: LikeOneProps) {
  const { t, i18n } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  const { id, code, title, likeness, words } = like;
  // What it is itself it can't be bound to.
  const isSame = proposal.recommendation?.id === id;
  const isLinked = proposal.relations.some(({ recommendation }) => recommendation.id === id);
  return (
    <Stack gap={4} role="group" aria-label={code}>
      <RecordLink to="recommendations" id={id}>
        {code}: {title}
      </RecordLink>
      <Text size="xs">
        {t('intake.likeness', { percent: likeness })}{' '}
        {words.length > 0 && t('intake.wordsInBoth', { words: new Intl.ListFormat(i18n.language).format(words) })}
      </Text>
      <Group gap="xs" className="no-print">
        <Button size="compact-xs" variant="default" aria-expanded={isOpen} onClick={toggle}>
          {t(isOpen ? 'intake.compareNoMore' : 'intake.compare')}
        </Button>
        {linking && !isLinked && !isSame && (
          <Button size="compact-xs" variant="default" onClick={() => linking.link(id, kind)}>
            {t(`intake.linkAs.${kind}`)}
          </Button>
        )}
        {linking && kind === 'repeats' && proposal.state !== 'rejected' && (
          <Button size="compact-xs" variant="default" onClick={() => linking.leaveOut(like)}>
            {t('intake.leaveOutFollowed')}
          </Button>
        )}
      </Group>
      {isOpen && <Compared id={id} />}
    </Stack>
  );
}
