import { Button, Group, Text } from '@mantine/core';
import { IconHighlight } from '@tabler/icons-react';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from './intake';
import { selectedIn } from './selected-text';

interface SelectedWordsProps {
  pane: RefObject<HTMLElement | null>;
  text: string;
  onAdd: (span: Proposal['span']) => void;
}

const SHOWN = 60;

/** Words that somebody selects in the document become an ask of their own; until then it is said how. */
export function SelectedWords({ pane, text, onAdd }: SelectedWordsProps) {
  const { t } = useTranslation();
  const [span, setSpan] = useState<Proposal['span']>();
  useEffect(() => {
    const look = () => setSpan(pane.current ? selectedIn(pane.current, text) : undefined);
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [pane, text]);
  const words = span ? text.slice(span.start, span.end).replace(/\s+/g, ' ') : '';
  return (
    <Group gap="xs" mih={38} mb="xs" wrap="nowrap" className="no-print">
      {span ? (
        <>
          <Button
            size="xs"
            style={{ flex: 'none' }}
            leftSection={<IconHighlight size={16} aria-hidden />}
            // Pressing it must not take the selection away before it is used.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              onAdd(span);
              document.getSelection()?.removeAllRanges();
            }}
          >
            {t('intake.addSelected')}
          </Button>
          <Text size="sm" truncate>
            {words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words}
          </Text>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('intake.selectToAdd')}
        </Text>
      )}
    </Group>
  );
}
