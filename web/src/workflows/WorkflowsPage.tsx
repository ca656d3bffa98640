import { Missing } from '../frame/Standing';

export function WorkflowsPage() {
  return <Missing />;
}
