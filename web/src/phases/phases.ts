// The one file of the phases' signs: each has a colour, a shape and a word, always the three together.

import {
  IconArrowBackUp,
  IconCheck,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleHalf2,
  IconClock,
  IconMessage,
  IconProgressCheck,
  IconSquare,
  IconSquareX,
  IconX,
  type Icon,
} from '@tabler/icons-react';

export const PHASES = {
  response: ['awaited', 'agreed', 'partly-agreed', 'not-agreed', 'no-reply'],
  implementation: ['unknown', 'not-started', 'progressing', 'fulfilled', 'not-done', 'reversed'],
} as const;

export type Axis = keyof typeof PHASES;
export type Phase = (typeof PHASES)[Axis][number];

interface Sign {
  shape: Icon;
  /** On the page's ground, 4.5:1 at least, in light and in dark; told apart by those who see no red or no green. */
  colour: string;
  /** The same as a field behind white or black. */
  fill: string;
}

const sign = (shape: Icon, light: string, dark: string, fill = light): Sign => ({
  shape,
  colour: `light-dark(${light}, ${dark})`,
  fill,
});

export const SIGNS: Record<Phase, Sign> = {
  awaited: sign(IconClock, '#5b4a00', '#e8cf6a', '#d8b94a'),
  agreed: sign(IconCheck, '#00533f', '#63d0ac', '#007d5e'),
  'partly-agreed': sign(IconProgressCheck, '#0b4f7d', '#7cc3f2', '#56a3d9'),
  'not-agreed': sign(IconX, '#8a2a0c', '#f7a283', '#b8441a'),
  'no-reply': sign(IconMessage, '#55525c', '#bfbcc8', '#a8a4b3'),
  unknown: sign(IconCircle, '#55525c', '#bfbcc8', '#d5d2db'),
  'not-started': sign(IconSquare, '#5b4a00', '#e8cf6a', '#d8b94a'),
  progressing: sign(IconCircleHalf2, '#0b4f7d', '#7cc3f2', '#56a3d9'),
  fulfilled: sign(IconCircleCheckFilled, '#00533f', '#63d0ac', '#007d5e'),
  'not-done': sign(IconSquareX, '#8a2a0c', '#f7a283', '#b8441a'),
  reversed: sign(IconArrowBackUp, '#6b2468', '#e0a0dc', '#8d3f89'),
};
