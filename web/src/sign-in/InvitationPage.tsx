import { Missing } from '../frame/Standing';

export function InvitationPage() {
  return <Missing />;
}
