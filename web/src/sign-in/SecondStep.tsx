import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Problem } from '../api/problem';

/** After a right password: a code of the app, or one of those on paper. */
export function SecondStep({ onDone, startAnew }: { onDone: () => unknown; startAnew: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const finish = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/auth/second-factor', { body: { code } })),
    onSuccess: onDone,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    finish.mutate();
  };
  const problem = finish.error instanceof Problem ? finish.error : undefined;
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text fw={600} role="status">
          {t('signIn.step')}
        </Text>
        <TextInput
          label={t('signIn.code')}
          description={t('signIn.codeHint')}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={60}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoFocus
        />
        {finish.isError && (
          <Alert color="red" role="alert" title={problem?.title || t('signIn.failed')}>
            {problem?.message || t('frame.failedWhy')}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={finish.isPending}>
            {t('signIn.enter')}
          </Button>
          <Button variant="default" onClick={startAnew}>
            {t('signIn.startAnew')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
