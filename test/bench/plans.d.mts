/** What the plan check found, in words: how many lists, each sequential scan of one over a big table, and which counts need one. */
export function checkPlans(url: string): Promise<string[]>;
