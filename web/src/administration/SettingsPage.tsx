import { Missing } from '../frame/Standing';

export function SettingsPage() {
  return <Missing />;
}
