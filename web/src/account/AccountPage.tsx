import { Missing } from '../frame/Standing';

export function AccountPage() {
  return <Missing />;
}
