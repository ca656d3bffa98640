import { Box } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';

interface WhenSeenProps {
  /** Shown at once, wherever the window is: to print it, say. */
  isNow?: boolean;
  children: ReactNode;
}

/** What lies further down is read when somebody comes near it: the line is slow. Once there, it stays. */
export function WhenSeen({ isNow = false, children }: WhenSeenProps) {
  const { ref, inViewport } = useInViewport();
  const [wasSeen, setWasSeen] = useState(false);
  if (!wasSeen && (inViewport || isNow)) setWasSeen(true);
  return (
    <Box ref={ref} mih={1}>
      {(wasSeen || isNow) && children}
    </Box>
  );
}
