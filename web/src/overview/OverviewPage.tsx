import { Missing } from '../frame/Standing';

export function OverviewPage() {
  return <Missing />;
}
