import { useMediaQuery } from '@mantine/hooks';

/** On a phone, where tables become lists of cards. Known before the first picture, so that nothing jumps. */
export const useNarrow = (): boolean =>
  useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
