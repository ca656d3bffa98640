import { useState } from 'react';
import { PasswordStep } from './PasswordStep';
import { SecondStep } from './SecondStep';

interface SignInFormProps {
  /** Whose page it is that is signed in to again: nobody else's. */
  email?: string;
  /** Until this has happened too, the button shows that it works. */
  onDone: () => unknown;
}

/** E-mail and password, then a passkey or a code where the account has a second factor. */
export function SignInForm({ email = '', onDone }: SignInFormProps) {
  const [kinds, setKinds] = useState<string[]>();
  if (kinds) return <SecondStep kinds={kinds} onDone={onDone} startAnew={() => setKinds(undefined)} />;
  return <PasswordStep email={email} onDone={onDone} onHalf={setKinds} />;
}
