import { Alert, Button, Drawer, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import { useMembership } from '../frame/workspace';
import { DetailFields } from './DetailFields';
import { changedBetween, changesOf, type Edited, editedOf } from './edited';
import { LevelField } from './LevelField';
import { type Level, LEVELS } from './levels';
import { useReaders } from './readers';
import { change, type Piece, useActOn, useReadAnew } from './piece';

/** Changes what is said about a piece. It says first what the change undoes. */
export function EditPiece({ piece, close }: { piece: Piece; close: () => void }) {
  const { t } = useTranslation();
  const without = useUnreachable(piece);
  const [seen, setSeen] = useState(piece);
  const [theirs, setTheirs] = useState<(keyof Edited)[]>([]);
  const before = editedOf(seen);
  const [edited, setEdited] = useState(before);
  const put = (what: Partial<Edited>) => setEdited((now) => ({ ...now, ...what }));
  const changing = useActOn((workspace) => change(workspace, seen, changesOf(before, edited)), t('evidence.changed'));
  const read = useReadAnew(piece.id);
  const readAnew = async () => {
    const now = await read();
    const changed = changedBetween(before, editedOf(now));
    const untouched = changed.filter((name) => edited[name] === before[name]);
    setEdited({ ...edited, ...Object.fromEntries(untouched.map((name) => [name, editedOf(now)[name]])) });
    setTheirs(changed);
    setSeen(now);
    changing.reset();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    changing.mutate(undefined, { onSuccess: close });
  };
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="lg"
      title={t('evidence.edit')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      closeOnClickOutside={false}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{t('evidence.editUndoes')}</Text>
          <TextInput
            label={t('evidence.title')}
            required
            value={edited.title}
            onChange={(event) => put({ title: event.currentTarget.value })}
          />
          <LevelField
            levels={LEVELS}
            level={edited.confidentiality}
            onChange={(confidentiality) => put({ confidentiality })}
            without={without}
          />
          <DetailFields key={seen.version} details={edited} put={put} />
          {theirs.length > 0 && <Theirs fields={theirs} now={before} />}
          <Refused error={changing.error} readAnew={readAnew} />
          <Group gap="xs">
            <Button type="submit" loading={changing.isPending}>
              {t('evidence.save')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('evidence.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

/** What others changed while one was typing. */
function Theirs({ fields, now }: { fields: (keyof Edited)[]; now: Edited }) {
  const { t } = useTranslation();
  const say = (name: keyof Edited) =>
    name === 'confidentiality' ? t(`evidence.level.${now.confidentiality}`) : now[name] || t('evidence.emptied');
  return (
    <Alert color="yellow" role="status" title={t('evidence.theirs')}>
      <List size="sm">
        {fields.map((name) => (
          <List.Item key={name}>
            {t('evidence.theirChange', { field: t(`evidence.${name}`), now: say(name) })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Levels that a piece can't be brought to, and why. What was restricted before can be again, by those who are named on it. */
function useUnreachable(piece: Piece): Partial<Record<Level, string>> {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const { data } = useReaders(piece.id);
  const isNamed = data?.readers.some(({ mayOpen }) => mayOpen) === true;
  const now = LEVELS.indexOf(piece.confidentiality);
  const isOurs = piece.enteredBy.organization.id === organization.id;
  return Object.fromEntries(
    LEVELS.flatMap((level, at) => {
      if (at === now) return [];
      if (at < now) return [[level, t('evidence.noLowering')]];
      if (level === 'restricted') return isNamed ? [] : [[level, t('evidence.noRestricting')]];
      return level === 'organization' && !isOurs ? [[level, t('evidence.onlyTheirs')]] : [];
    }),
  );
}
