import { Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { ShowMore } from '../frame/ShowMore';
import { Unfolding } from '../frame/Unfolding';
import { useIs, useMay } from '../frame/workspace';
import type { FollowUp } from '../recommendations/recommendation';
import { useContributions } from './contributions';
import { StatementCard } from './StatementCard';
import { StatementForm } from './StatementForm';

/** What organizations state their advocacy had to do with what came of a follow-up. Read when somebody asks for it. */
export function OurPart({ followUp }: { followUp: FollowUp }) {
  const { t } = useTranslation();
  const mayState = useMay('administrator', 'editor', 'verifier', 'partner');
  const states = useIs('administrator', 'editor', 'verifier', 'partner');
  const add = mayState && (
    <Dialog label={t('contributions.add')} isWide variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
      {(close) => <StatementForm of={followUp} onSaved={close} />}
    </Dialog>
  );
  return (
    <Unfolding
      title={t('contributions.title', { addressee: followUp.addressee.name })}
      about={t('contributions.about')}
      acts={add}
    >
      <Listed followUp={followUp} />
      {!states && <Text size="sm">{t('contributions.whoMay')}</Text>}
    </Unfolding>
  );
}

function Listed({ followUp }: { followUp: FollowUp }) {
  const { t } = useTranslation();
  const pages = useContributions(followUp.id);
  return (
    <Read query={pages}>
      {() => (
        <Stack gap="sm">
          {pages.items.length === 0 && <Text size="sm">{t('contributions.none')}</Text>}
          {pages.items.map((contribution) => (
            <StatementCard key={contribution.id} contribution={contribution} of={followUp} />
          ))}
          <ShowMore pages={pages} />
        </Stack>
      )}
    </Read>
  );
}
