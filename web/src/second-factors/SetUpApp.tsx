import { useState } from 'react';
import type { Schema } from '../api/client';
import { BeginApp } from './BeginApp';
import { ConfirmApp } from './ConfirmApp';
import { KeepCodes } from './KeepCodes';

type Begun = Schema['BegunAuthenticatorView'] & { name: string };

interface SetUpAppProps {
  email: string;
  onDone: () => void;
  onCancel: () => void;
}

/** An app that makes codes, in three steps: a name and the password, one right code, codes to keep for when the phone is lost. */
export function SetUpApp({ email, onDone, onCancel }: SetUpAppProps) {
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<string[]>();
  const confirmed = (recoveryCodes: string[]) => {
    if (recoveryCodes.length > 0) setCodes(recoveryCodes);
    else onDone();
  };
  if (codes) return <KeepCodes codes={codes} email={email} onKept={onDone} />;
  if (begun) return <ConfirmApp begun={begun} onConfirmed={confirmed} onCancel={onCancel} />;
  return <BeginApp email={email} onBegun={setBegun} onCancel={onCancel} />;
}
