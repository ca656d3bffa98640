import { Missing } from '../frame/Standing';

export function RecommendationPage() {
  return <Missing />;
}
