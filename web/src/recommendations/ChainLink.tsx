import { Badge, Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Due } from '../follow-ups/Due';
import { TrackSign } from '../follow-ups/TrackSign';
import type { FollowUp } from './recommendation';
import classes from './Chain.module.css';

interface ChainLinkProps {
  link: FollowUp;
  through: string[];
  isChosen: boolean;
  onChoose: () => void;
}

/** One link: whom it asks, through whom, and where it stands on both sides. */
export function ChainLink({ link, through, isChosen, onChoose }: ChainLinkProps) {
  const { t, i18n } = useTranslation();
  const names = new Intl.ListFormat(i18n.language).format(through);
  return (
    <UnstyledButton onClick={onChoose} aria-pressed={isChosen} w="100%">
      <Paper withBorder p="xs" className={classes.link} data-chosen={isChosen}>
        <Group justify="space-between" gap="xs" wrap="nowrap" align="start">
          <Text fw={650}>{link.addressee.name}</Text>
          {link.closing && <Badge color="gray">{t('followUps.closed')}</Badge>}
        </Group>
        <Text size="xs" c="dimmed">
          {link.asked ? t('followUps.asked') : t('followUps.through', { names })}
          {link.asked && through.length > 0 && `; ${t('followUps.through', { names })}`}
        </Text>
        <dl className={classes.states}>
          <dt>{t('axes.response')}</dt>
          <dd>
            <TrackSign track={link.response} />
          </dd>
          <dt>{t('axes.implementation')}</dt>
          <dd>
            <TrackSign track={link.implementation} />
          </dd>
        </dl>
        <Due followUp={link} />
      </Paper>
    </UnstyledButton>
  );
}
