import { Missing } from '../frame/Standing';

export function AddresseePage() {
  return <Missing />;
}
