import { Accordion, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Item } from './bulk';
import { useSayStands } from './useSayStands';

/** Things under what became of them, most first; what is in a group is opened by a press. */
export function Outcomes({ title, items, by }: { title: string; items: Item[]; by: 'change' | 'reason' }) {
  const { t } = useTranslation();
  const sayStands = useSayStands();
  if (items.length === 0) return null;
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const words =
      by === 'reason'
        ? (item.message ?? t('bulk.notSaid'))
        : t('bulk.from', { before: sayStands(item.before, item), after: sayStands(item.after, item) });
    groups.set(words, [...(groups.get(words) ?? []), item]);
  }
  return (
    <section aria-label={title}>
      <Title order={3} size="h5">
        {title}
      </Title>
      <Accordion multiple variant="contained" order={4} mt="xs">
        {[...groups]
          .sort(([, a], [, b]) => b.length - a.length)
          .map(([words, group]) => (
            <Accordion.Item key={words} value={words}>
              <Accordion.Control>
                <Text size="sm">{t('bulk.group', { words, n: group.length })}</Text>
              </Accordion.Control>
              <Accordion.Panel>
                <List size="sm">
                  {group.map((item) => (
                    <List.Item key={item.id}>
                      {item.recommendation
                        ? [item.recommendation.code, item.addressee?.name, item.recommendation.title]
                            .filter(Boolean)
                            .join(' · ')
                        : (item.before?.step ?? t('bulk.unknown'))}
                    </List.Item>
                  ))}
                </List>
              </Accordion.Panel>
            </Accordion.Item>
          ))}
      </Accordion>
    </section>
  );
}
