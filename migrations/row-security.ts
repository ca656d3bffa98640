/** The statements that close a table, so that no migration spells a policy its own way. */

const force = (table: string): string =>
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`;

/** Rows that every member of the workspace may know. */
export const guardByWorkspace = (table: string): string => `${force(table)}
  CREATE POLICY own ON ${table} TO heed_app, heed_reader USING (workspace_id = heed_workspace())`;

/** Rows with a level of their own (columns confidentiality and organization_id). */
export const guardByLevel = (table: string): string => `${force(table)}
  CREATE POLICY own ON ${table} TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND heed_reads_level(confidentiality, organization_id))`;

/** Rows that are seen by whoever sees the row they belong to. */
export const guardByParent = (table: string, parent: string, column: string): string => `${force(table)}
  CREATE POLICY own ON ${table} TO heed_app, heed_reader
    USING (workspace_id = heed_workspace() AND EXISTS (SELECT FROM ${parent} parent WHERE parent.id = ${table}.${column}))`;

/** Rows that are only ever added: whoever asks, the table's owner included. */
export const appendOnly = (table: string): string => `
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION heed_refuse_change();
  CREATE TRIGGER append_only_all BEFORE TRUNCATE ON ${table} EXECUTE FUNCTION heed_refuse_change()`;

/** Rows whose version the database counts (columns version and updated_at). */
export const touched = (table: string): string =>
  `CREATE TRIGGER touch BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION heed_touch()`;
