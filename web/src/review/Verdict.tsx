import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isWithinReach, needsNote, type Option, optionsOf, type Track } from '../follow-ups/moving';
import { useSave } from '../follow-ups/saving';
import { today } from '../dates/dates';
import { Read } from '../frame/Read';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';

interface VerdictProps {
  track: Track;
  claimed: string | undefined;
  onDone: () => void;
}

/** Verify, or send back with a note. Where somebody was quicker, that is said. */
export function Verdict({ track, claimed, onDone }: VerdictProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const options = useQuery(optionsOf(workspace, track));
  if (claimed !== undefined && track.state !== claimed)
    return (
      <Alert role="note" color="gray">
        {t('review.movedMeanwhile', { state: track.label })}
      </Alert>
    );
  return <Read query={options}>{(items) => <Ways track={track} options={items} onDone={onDone} />}</Read>;
}

/** Where a claim leads when it holds. */
const SETTLED = new Set(['fulfilled', 'agreed', 'partly-agreed', 'not-done', 'not-agreed', 'reversed']);
const BUILT_IN = new Set(['open', 'correct', 'migrate']);

function Ways({ track, options, onDone }: { track: Track; options: Option[]; onDone: () => void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const save = useSave(track, onDone);
  const own = options.filter(({ transition }) => !BUILT_IN.has(transition));
  const choose = (option: Option) => {
    if (save.isPending) return;
    if (needsNote(option) && !note.trim()) {
      field.current?.focus();
      return;
    }
    save.mutate({
      transition: option.transition,
      occurredOn: today(),
      ...(note.trim() && { note: note.trim() }),
    });
  };
  const settling = own.find(({ allowed, toPhase }) => allowed && SETTLED.has(toPhase ?? ''));
  const returning = own.find((option) => option !== settling && needsNote(option) && isWithinReach(option));
  useHotkeys([
    [
      'v',
      () => {
        if (settling) choose(settling);
      },
    ],
    [
      'r',
      () => {
        if (returning) choose(returning);
      },
    ],
  ]);
  return (
    <Stack gap="xs">
      <Textarea
        ref={field}
        label={t('review.note')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value);
        }}
        onKeyDown={({ key, ctrlKey, metaKey }) => {
          if (key === 'Enter' && (ctrlKey || metaKey) && returning) choose(returning);
        }}
      />
      <Refused error={save.error} />
      <Group>
        {own.filter(isWithinReach).map((option) => (
          <Button
            key={option.transition}
            variant={option === settling ? 'filled' : 'default'}
            leftSection={
              option === settling ? <IconCheck size={16} aria-hidden /> : <IconArrowBackUp size={16} aria-hidden />
            }
            loading={save.isPending}
            aria-keyshortcuts={option === settling ? 'v' : option === returning ? 'r' : undefined}
            onClick={() => {
              choose(option);
            }}
          >
            {option.label}
          </Button>
        ))}
      </Group>
      {own
        .filter((option) => !isWithinReach(option))
        .map(({ transition, label, unmet }) => (
          <Text key={transition} size="sm">
            {label}: {unmet.map(({ message }) => message).join(' ')}
          </Text>
        ))}
    </Stack>
  );
}
