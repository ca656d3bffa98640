import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Problem } from '../api/problem';
import { whyNoPasskeys } from '../second-factors/passkeys';
import { PasskeyStep } from './PasskeyStep';

interface SecondStepProps {
  /** Of the second factors that the account has. */
  kinds: string[];
  onDone: () => unknown;
  startAnew: () => void;
}

/** After a right password: a passkey, a code of the app, or one of those on paper. */
export function SecondStep({ kinds, onDone, startAnew }: SecondStepProps) {
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
  const mayUsePasskey = kinds.includes('passkey') && !whyNoPasskeys();
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text fw={600} role="status">
          {t('signIn.step')}
        </Text>
        {mayUsePasskey && <PasskeyStep onDone={onDone} />}
        <TextInput
          label={t('signIn.code')}
          description={t(kinds.includes('authenticator') ? 'signIn.codeHint' : 'signIn.paperHint')}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={60}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoFocus={!mayUsePasskey}
        />
        {finish.isError && (
          <Alert color="red" role="alert" title={problem?.title || t('signIn.failed')}>
            {problem?.message || t('frame.failedWhy')}
          </Alert>
        )}
        <Group>
          <Button type="submit" variant={mayUsePasskey ? 'default' : 'filled'} loading={finish.isPending}>
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
