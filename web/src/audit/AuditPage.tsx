import { Missing } from '../frame/Standing';

export function AuditPage() {
  return <Missing />;
}
