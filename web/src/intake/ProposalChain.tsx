import { Paper, Text } from '@mantine/core';
import { IconArrowNarrowDown, IconArrowNarrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../recommendations/Chain.module.css';
import type { Meant, Proposal } from './intake';

const LINKS = ['addressees', 'through', 'targets'] as const;

/** Who is asked, through whom, and whom they are to move: drawn as it will stand once it is recorded. */
export function ProposalChain({ proposal, names }: { proposal: Proposal; names: Meant[] }) {
  const { t } = useTranslation();
  const columns = LINKS.filter((link) => proposal[link].length > 0);
  if (columns.length === 0) return <Text size="sm">{t('intake.nobodyAsked')}</Text>;
  return (
    <ol className={classes['chain']} aria-label={t('recommendations.chain')}>
      {columns.map((link, depth) => (
        <li key={link} className={classes['column']}>
          {depth > 0 && (
            <span aria-hidden className={classes['arrow']}>
              <IconArrowNarrowRight className={classes['across']} />
              <IconArrowNarrowDown className={classes['down']} />
            </span>
          )}
          <div className={classes['links']}>
            {proposal[link].map((name) => (
              <Paper key={name} withBorder p="xs">
                <Text size="sm" fw={650}>
                  {name}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(`intake.links.${link}`)}
                </Text>
                <Known name={name} meant={names.find((one) => one.name === name)} />
              </Paper>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Whether the workspace knows somebody of that name. */
function Known({ name, meant }: { name: string; meant: Meant | undefined }) {
  const { t } = useTranslation();
  if (!meant) return null;
  const [one, ...others] = meant.addressees;
  if (one && others.length === 0)
    return one.name === name ? null : <Text size="xs">{t('intake.known', { name: one.name })}</Text>;
  return <Text size="xs">{t(one ? 'intake.knownTwice' : 'intake.unknown')}</Text>;
}
