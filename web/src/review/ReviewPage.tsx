import { Missing } from '../frame/Standing';

export function ReviewPage() {
  return <Missing />;
}
