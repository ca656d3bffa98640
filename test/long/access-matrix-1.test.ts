// All of the attack matrix, part 1 of 4.

import { playPart } from '../matrix/whole.js';

playPart(1);
