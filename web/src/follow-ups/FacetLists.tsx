import { Checkbox, Group, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Facets, useSayChoice, useSayValue, valuesOf } from './facets';
import { CameTo } from '../phases/CameTo';
import { cameIn, enteredOf } from '../phases/came';
import { type Choice, CHOICES, type Filters, type Flag, FLAGS, NOT_ENTERED, type Put } from './filters';

interface FacetListsProps {
  facets: Facets | undefined;
  filters: Filters;
  put: Put;
}

const AFTER = 250;

/** Every filter with how many follow-ups each of its values would list. */
export function FacetLists({ facets, filters, put }: FacetListsProps) {
  const { t } = useTranslation();
  const counted = (name: Flag | 'closed', label: string) =>
    // How many groups have such members is not counted: it would be worked out for each of them. Nor how many are asked directly.
    name === 'notFollowed' || name === 'asked'
      ? label
      : t('followUps.countOf', { label, n: facets?.[name].find(({ key }) => key === 'true')?.count ?? 0 });
  return (
    <Stack gap="md">
      <Words filters={filters} put={put} />
      <Stack gap={6}>
        {FLAGS.map((name) => (
          <Checkbox
            key={name}
            label={counted(name, t(`followUps.only.${name}`))}
            checked={filters[name] ?? false}
            onChange={(event) => put({ filters: { [name]: event.currentTarget.checked || undefined } })}
          />
        ))}
        <Checkbox
          label={counted('closed', t('followUps.withClosed'))}
          checked={filters.closed ?? false}
          onChange={(event) => put({ filters: { closed: event.currentTarget.checked } })}
        />
      </Stack>
      <CameTo
        came={cameIn(filters.entered?.[0], filters.from, filters.to)}
        put={(came) => put({ filters: { ...NOT_ENTERED, ...enteredOf(came) } })}
      />
      {CHOICES.map((name) => (
        <Facet key={name} name={name} facets={facets} filters={filters} put={put} />
      ))}
    </Stack>
  );
}

/** Asked for as one types; a view that is opened, or a chip that is taken out, changes what stands here. */
function Words({ filters: { q = '' }, put }: Pick<FacetListsProps, 'filters' | 'put'>) {
  const { t } = useTranslation();
  const [words, setWords] = useState(q);
  const [last, setLast] = useState(q);
  if (q !== last) {
    setLast(q);
    if (q !== words.trim()) setWords(q);
  }
  const search = useDebouncedCallback((typed: string) => put({ filters: { q: typed.trim() } }), AFTER);
  return (
    <TextInput
      type="search"
      label={t('followUps.words')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={words}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      maxLength={200}
    />
  );
}

const FEW = 6;

function Facet({ name, facets, filters, put }: FacetListsProps & { name: Choice }) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const say = useSayValue(facets);
  const title = useSayChoice()(name);
  const chosen: string[] = filters[name] ?? [];
  const values = valuesOf(facets, name, chosen);
  const shown = isWhole ? values : values.filter(({ key }, n) => n < FEW || chosen.includes(key));
  if (values.length === 0) return null;
  return (
    <Stack gap={6} role="group" aria-labelledby={`facet-${name}`}>
      <Title order={3} size="sm" id={`facet-${name}`}>
        {title}
      </Title>
      {shown.map(({ key, count }) => (
        <Checkbox
          key={key}
          checked={chosen.includes(key)}
          onChange={(event) => {
            const others = chosen.filter((one) => one !== key);
            put({ filters: { [name]: event.currentTarget.checked ? [...others, key] : others } });
          }}
          label={
            <Group component="span" gap={6} wrap="nowrap" justify="space-between">
              <span>{say(name, key)}</span>
              <Text span size="xs" c="dimmed">
                {count}
              </Text>
            </Group>
          }
          styles={{ labelWrapper: { flex: 1, minWidth: 0 }, body: { width: '100%' } }}
        />
      ))}
      {values.length > FEW && (
        <UnstyledButton onClick={() => setIsWhole(!isWhole)} aria-expanded={isWhole} py={3}>
          <Text size="sm" td="underline">
            {isWhole ? t('followUps.fewer') : t('followUps.moreOf', { n: values.length - FEW, of: title })}
          </Text>
        </UnstyledButton>
      )}
    </Stack>
  );
}
