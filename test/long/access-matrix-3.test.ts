// All of the attack matrix, part 3 of 4.

import { playPart } from '../matrix/whole.js';

playPart(3);
