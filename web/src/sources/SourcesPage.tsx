import { Missing } from '../frame/Standing';

export function SourcesPage() {
  return <Missing />;
}
