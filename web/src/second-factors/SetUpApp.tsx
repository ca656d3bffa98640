import { useState } from 'react';
import type { Schema } from '../api/client';
import { BeginApp } from './BeginApp';
import { ConfirmApp } from './ConfirmApp';
import { KeepCodes } from './KeepCodes';

type Begun = Schema['BegunAuthenticatorView'] & { name: string };

/** An app that makes codes, in three steps: a name and the password, one right code, codes to keep for when the phone is lost. */
export function SetUpApp({ email, onDone }: { email: string; onDone: () => void }) {
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<string[]>();
  const confirmed = (recoveryCodes: string[]) => {
    if (recoveryCodes.length > 0) setCodes(recoveryCodes);
    else onDone();
  };
  if (codes) return <KeepCodes codes={codes} email={email} onKept={onDone} />;
  if (begun) return <ConfirmApp begun={begun} onConfirmed={confirmed} onCancel={onDone} />;
  return <BeginApp email={email} onBegun={setBegun} onCancel={onDone} />;
}
