// All of the attack matrix, part 4 of 4.

import { playPart } from '../matrix/whole.js';

playPart(4);
