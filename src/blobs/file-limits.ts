/** How large a file may be, as the settings say. */
export class FileLimits {
  constructor(readonly maxFileBytes: number) {}
}
