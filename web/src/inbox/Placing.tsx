import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { AttachForm } from '../follow-ups/AttachForm';
import type { Track } from '../follow-ups/moving';
import { useMay, useWorkspace } from '../frame/workspace';
import { inboxKey, readItem } from './inbox';
import { Kept } from './Kept';

interface PlacingProps {
  /** Whose follow-up is looked at, and the side of it. */
  addressee: string;
  track: Track;
}

/** With something from the inbox in hand: what it is, and that it becomes evidence of the follow-up that is chosen. */
export function Placing({ addressee, track }: PlacingProps) {
  const { inbox }: { inbox?: unknown } = useSearch({ strict: false });
  const mayAdd = useMay('administrator', 'editor', 'verifier', 'partner');
  return typeof inbox === 'string' && mayAdd ? <InHand id={inbox} addressee={addressee} track={track} /> : null;
}

function InHand({ id, addressee, track }: PlacingProps & { id: string }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error } = useQuery({
    queryKey: [...inboxKey(workspace, false), id],
    queryFn: () => readItem(workspace, id),
    // Once it is placed it is there no more: nobody asks for it again.
    staleTime: 'static',
  });
  const putDown = () => {
    setIsOpen(false);
    void navigate({
      to: '.',
      search: ({ inbox: _inbox, ...search }: Record<string, unknown>) => search,
      replace: true,
    });
  };
  const isGone = error instanceof Problem && error.status === 404;
  if (!data && !isGone) return null;
  return (
    <Alert role="note" color="blue" className="no-print" title={t('inbox.inHand')}>
      <Stack gap="xs">
        {data && <Kept item={data} />}
        <Text size="sm">{t(data ? 'inbox.inHandAbout' : 'inbox.gone')}</Text>
        <Group gap="xs">
          {data && (
            <Button size="xs" onClick={() => setIsOpen(true)}>
              {t('inbox.attachTo', { addressee, side: t(`axes.${track.axis}`) })}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={putDown}>
            {t('inbox.notNow')}
          </Button>
        </Group>
      </Stack>
      {data && (
        <AttachForm track={track} kept={data} isOpen={isOpen} onClose={() => setIsOpen(false)} onDone={putDown} />
      )}
    </Alert>
  );
}
