import { useNavigate, useSearch } from '@tanstack/react-router';
import { arrive } from './arrive';
import { SignIn } from './SignIn';

/** The sign-in for whoever was on another page before. */
export function SignInPage() {
  const navigate = useNavigate();
  const { next = '/' } = useSearch({ from: '/sign-in' });
  const go = () => {
    arrive();
    return navigate({ to: next });
  };
  return <SignIn onDone={go} />;
}
