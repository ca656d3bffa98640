import { IconArrowNarrowDown, IconArrowNarrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ChainLink } from './ChainLink';
import { columnsOf, membersOf } from './chain-links';
import { Members } from './Members';
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
  const spread = membersOf(followUps);
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
              <div key={link.id} className={link.members ? classes.group : undefined}>
                <ChainLink
                  link={link}
                  through={link.through.flatMap((id) => nameOf.get(id) ?? [])}
                  isChosen={link.id === chosen}
                  onChoose={() => {
                    onChoose(link.id);
                  }}
                />
                {link.members && (
                  <Members group={link} members={spread.get(link.id) ?? []} chosen={chosen} onChoose={onChoose} />
                )}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
