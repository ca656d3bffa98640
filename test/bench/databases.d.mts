/** Addresses of both databases at a size, on a server that a superuser's address names; seeds what is not there yet. */
export function prepareDatabases(server: string, recommendations: number): Promise<{ plain: string; heed: string }>;
/** The rows that a statement answers with. */
export function execute(url: string, sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
