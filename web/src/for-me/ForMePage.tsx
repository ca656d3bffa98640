import { Missing } from '../frame/Standing';

export function ForMePage() {
  return <Missing />;
}
