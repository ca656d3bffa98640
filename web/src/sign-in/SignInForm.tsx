import { useState } from 'react';
import { PasswordStep } from './PasswordStep';
import { SecondStep } from './SecondStep';

interface SignInFormProps {
  email?: string;
  /** Until this has happened too, the button shows that it works. */
  onDone: () => unknown;
}

/** E-mail and password, then a code where the account has a second factor. */
export function SignInForm({ email = '', onDone }: SignInFormProps) {
  const [isHalf, setIsHalf] = useState(false);
  if (isHalf) return <SecondStep onDone={onDone} startAnew={() => setIsHalf(false)} />;
  return <PasswordStep email={email} onDone={onDone} onHalf={() => setIsHalf(true)} />;
}
