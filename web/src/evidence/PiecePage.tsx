import { Missing } from '../frame/Standing';

export function PiecePage() {
  return <Missing />;
}
