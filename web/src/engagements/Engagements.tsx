import { Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { ShowMore } from '../frame/ShowMore';
import { Unfolding } from '../frame/Unfolding';
import { useMay } from '../frame/workspace';
import type { Begun } from './engagementDraft';
import { EngagementForm } from './EngagementForm';
import { EngagementRows } from './EngagementRows';
import { type NarrowedTo, useEngagements } from './useEngagements';

interface EngagementsProps {
  of: NarrowedTo;
  /** Read only when somebody asks for it, where the page reads much already. */
  isUnfolding?: boolean;
  begun?: Begun;
}

/** On the page of an addressee, a source or a recommendation: what was done about it, the latest first. */
export function Engagements({ of, isUnfolding = false, begun }: EngagementsProps) {
  const { t } = useTranslation();
  const heading = useId();
  const mayWrite = useMay('administrator', 'editor');
  const add = mayWrite && <Add begun={begun} />;
  if (isUnfolding)
    return (
      <Unfolding title={t('engagements.title')} about={t('engagements.about')} acts={add}>
        <Listed of={of} />
      </Unfolding>
    );
  return (
    <Stack component="section" gap="sm" aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {t('engagements.title')}
      </Title>
      <Listed of={of} />
      <div className="no-print">{add}</div>
    </Stack>
  );
}

function Add({ begun }: { begun?: Begun }) {
  const { t } = useTranslation();
  return (
    <Dialog label={t('engagements.add')} isWide variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
      {(close) => <EngagementForm begun={begun} onSaved={close} />}
    </Dialog>
  );
}

function Listed({ of }: { of: NarrowedTo }) {
  const { t } = useTranslation();
  const pages = useEngagements(of, 10);
  return (
    <Read query={pages}>
      {() =>
        pages.items.length === 0 ? (
          <Text size="sm">{t('engagements.noneHere')}</Text>
        ) : (
          <>
            <EngagementRows rows={pages.items} />
            <ShowMore pages={pages} />
          </>
        )
      }
    </Read>
  );
}
