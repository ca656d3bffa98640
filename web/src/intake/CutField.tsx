import { Blockquote, Button, Group, Slider, Stack } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Desk.module.css';
import type { Proposal } from './intake';

interface CutFieldProps {
  text: string;
  span: Proposal['span'];
  /** Where its words begin, but for the first. */
  words: number[];
  /** Where the cut stands at first. */
  first: number;
  onSplit: (at: number) => void;
}

/** The cut goes through the words by the arrow keys; what would be the second ask is marked as it goes. */
export function CutField({ text, span, words, first, onSplit }: CutFieldProps) {
  const { t } = useTranslation();
  const places = words.includes(first) ? words : [...words, first].sort((a, b) => a - b);
  const [n, setN] = useState(places.indexOf(first));
  const at = places[n] ?? first;
  const after = (place: number) => text.slice(place, span.end).replace(/\s+/g, ' ');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSplit(at);
  };
  return (
    <form onSubmit={submit} aria-label={t('intake.splitHere')}>
      <Stack gap="xs">
        <Blockquote p="sm" radius="sm" color="gray" className="quote">
          {text.slice(span.start, at)}
          <mark className={classes['second']}>{text.slice(at, span.end)}</mark>
        </Blockquote>
        <Slider
          min={0}
          max={Math.max(places.length - 1, 0)}
          value={n}
          onChange={setN}
          label={null}
          thumbLabel={t('intake.cut')}
          thumbValueText={(value) => t('intake.cutBefore', { words: after(places[value] ?? first).slice(0, 60) })}
          thumbProps={
            {
              'data-autofocus': true,
              onKeyDown: (event: React.KeyboardEvent) => {
                if (event.key === 'Enter') onSplit(at);
              },
            } as React.ComponentProps<'div'>
          }
        />
        <Group gap="xs">
          <Button type="submit" size="xs">
            {t('intake.splitHere')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
