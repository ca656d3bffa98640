// Whether two things can be told apart by how long they take.

/** How often one of the first took longer than one of the second, of all pairs (AUC): a half where they can't be told apart. */
export const shareOf = (some: number[], others: number[]): number =>
  some.reduce((sum, one) => sum + others.filter((other) => one > other).length, 0) / (some.length * others.length);
