import { Anchor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BeginFactor } from './BeginFactor';
import { ConfirmApp } from './ConfirmApp';
import { KeepCodes } from './KeepCodes';
import { type BegunApp, useBeginning } from './useBeginning';
import { whyNoPasskeys } from './passkeys';

export type Kind = 'authenticator' | 'passkey';

interface SetUpFactorProps {
  email: string;
  kind?: Kind;
  onDone: () => void;
  onCancel: () => void;
}

/** A name and the password, then one right code of an app or what the browser asks for a passkey, then codes to keep. */
export function SetUpFactor({ email, kind: first = 'authenticator', onDone, onCancel }: SetUpFactorProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState(first);
  const [begun, setBegun] = useState<BegunApp>();
  const [codes, setCodes] = useState<string[]>();
  const counts = (recoveryCodes: string[]) => {
    if (recoveryCodes.length > 0) setCodes(recoveryCodes);
    else onDone();
  };
  const beginning = useBeginning(kind, setBegun, counts);
  if (codes) return <KeepCodes codes={codes} email={email} onKept={onDone} />;
  if (begun) return <ConfirmApp begun={begun} onConfirmed={counts} onCancel={onCancel} />;
  const why = whyNoPasskeys();
  const other = kind === 'passkey' ? 'authenticator' : 'passkey';
  const change = () => {
    beginning.reset();
    setKind(other);
  };
  return (
    <Stack align="flex-start">
      <BeginFactor key={kind} kind={kind} email={email} beginning={beginning} onCancel={onCancel} />
      {why ? (
        <Text size="sm" c="dimmed">
          {t(`secondFactors.${why}`)}
        </Text>
      ) : (
        <Anchor component="button" type="button" underline="always" size="sm" onClick={change}>
          {t(other === 'passkey' ? 'secondFactors.passkeyInstead' : 'secondFactors.appInstead')}
        </Anchor>
      )}
    </Stack>
  );
}
