import { Missing } from '../frame/Standing';

export function FollowUpsPage() {
  return <Missing />;
}
