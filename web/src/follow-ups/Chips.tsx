import { Button, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSayDate } from '../dates/When';
import { cameIn } from '../phases/came';
import { type Facets, useSayChoice, useSayValue } from './facets';
import { CHOICES, type Filters, FLAGS, NONE, NOT_ENTERED, type Put } from './filters';

interface Chip {
  key: string;
  words: string;
  without: Filters;
}

/** What is chosen, each taken out by a press. */
export function Chips({ facets, filters, put }: { facets: Facets | undefined; filters: Filters; put: Put }) {
  const { t } = useTranslation();
  const chips = useChips(facets, filters);
  if (chips.length === 0) return null;
  return (
    <Group gap={6} role="group" aria-label={t('followUps.chosen')} className="no-print">
      {chips.map(({ key, words, without }) => (
        <Button
          key={key}
          size="compact-sm"
          variant="default"
          radius="xl"
          aria-label={t('followUps.takeOut', { what: words })}
          rightSection={<IconX size={14} aria-hidden />}
          onClick={() => put({ filters: without })}
          maw="100%"
        >
          {words}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={() => put({ filters: NONE })}>
        {t('frame.clearAll')}
      </Button>
    </Group>
  );
}

function useChips(facets: Facets | undefined, filters: Filters): Chip[] {
  const { t } = useTranslation();
  const sayChoice = useSayChoice();
  const sayValue = useSayValue(facets);
  const sayDate = useSayDate();
  const came = cameIn(filters.entered?.[0], filters.from, filters.to);
  const chip = (key: string, words: string, without: object): Chip => ({ key, words, without: without });
  return [
    ...(filters.q ? [chip('q', t('followUps.withWords', { words: filters.q }), { q: '' })] : []),
    ...FLAGS.filter((name) => filters[name] !== undefined).map((name) =>
      chip(name, t(filters[name] ? `followUps.only.${name}` : `followUps.without.${name}`), { [name]: undefined }),
    ),
    ...(filters.contestedIn ?? []).map((side, _, sides) =>
      chip(`contested ${side}`, t('followUps.disagreesIn', { side: t(`axes.${side}`) }), {
        contestedIn: sides.filter((other) => other !== side),
      }),
    ),
    ...(filters.whole?.length
      ? [chip('whole', t('followUps.ofAsks', { count: filters.whole.length }), { whole: [] })]
      : []),
    ...(came
      ? [
          chip(
            'entered',
            t('followUps.cameTo', { phase: t(`phases.${came.phase}`), from: sayDate(came.from), to: sayDate(came.to) }),
            NOT_ENTERED,
          ),
        ]
      : []),
    ...(filters.closed ? [chip('closed', t('followUps.withClosed'), { closed: false })] : []),
    ...CHOICES.flatMap((name) => {
      const chosen: string[] = filters[name] ?? [];
      return chosen.map((key) =>
        chip(`${name} ${key}`, t('followUps.chip', { of: sayChoice(name), value: sayValue(name, key) }), {
          [name]: chosen.filter((one) => one !== key),
        }),
      );
    }),
  ];
}
