/** What a disk says that takes nothing: it is full, over its quota, read-only, or broken. */
const REFUSALS = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'];

/** Whether something failed because our own disk took it not: nobody who asks can mend that. */
export const isOfDisk = (error: unknown): boolean =>
  REFUSALS.includes(String((error as { code?: unknown } | undefined)?.code));
