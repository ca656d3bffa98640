import { queryClient } from '../api/queries';

const LOOK_AGAIN = 100;

/** Prints when all that was asked for is there. */
export async function printWhenRead(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  while (queryClient.isFetching() > 0);
  window.print();
}
