import { Missing } from '../frame/Standing';

export function SourcePage() {
  return <Missing />;
}
