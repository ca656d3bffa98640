import { Missing } from '../frame/Standing';

export function AddresseesPage() {
  return <Missing />;
}
