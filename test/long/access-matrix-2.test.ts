// All of the attack matrix, part 2 of 4.

import { playPart } from '../matrix/whole.js';

playPart(2);
