import { Missing } from '../frame/Standing';

export function EvidencePage() {
  return <Missing />;
}
