import { Badge, Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { IconArrowNarrowDown, IconArrowNarrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Due } from '../follow-ups/Due';
import { TrackSign } from '../follow-ups/TrackSign';
import { columnsOf } from './chain-links';
import type { FollowUp } from './recommendation';
import classes from './Chain.module.css';

interface ChainProps {
  followUps: FollowUp[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** Who is asked, through whom, and how each link stands: what they said and what was done, never added up. */
export function Chain({ followUps, chosen, onChoose }: ChainProps) {
  const { t } = useTranslation();
  const nameOf = new Map(followUps.map(({ id, addressee }) => [id, addressee.name]));
  return (
    <ol className={classes.chain} aria-label={t('recommendations.chain')}>
      {columnsOf(followUps).map((column, depth) => (
        <li key={column[0]?.id} className={classes.column}>
          {depth > 0 && (
            <span aria-hidden className={classes.arrow}>
              <IconArrowNarrowRight className={classes.across} />
              <IconArrowNarrowDown className={classes.down} />
            </span>
          )}
          <div className={classes.links}>
            {column.map((link) => (
              <Link
                key={link.id}
                link={link}
                through={link.through.flatMap((id) => nameOf.get(id) ?? [])}
                isChosen={link.id === chosen}
                onChoose={() => {
                  onChoose(link.id);
                }}
              />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

interface LinkProps {
  link: FollowUp;
  through: string[];
  isChosen: boolean;
  onChoose: () => void;
}

function Link({ link, through, isChosen, onChoose }: LinkProps) {
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
        {link.members && (
          <Text size="xs" c="dimmed">
            {t('followUps.members', { count: link.members.count, notFollowed: link.members.notFollowed })}
          </Text>
        )}
      </Paper>
    </UnstyledButton>
  );
}
