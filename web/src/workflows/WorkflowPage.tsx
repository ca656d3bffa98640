import { Missing } from '../frame/Standing';

export function WorkflowPage() {
  return <Missing />;
}
