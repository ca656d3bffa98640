/** Of piece `e`: that its stored file, a kept copy of its link, or what is said of it was not as it was taken in when it was read last; null where it was. */
export const DAMAGE = `CASE WHEN e.withdrawal = 'none' THEN (
    SELECT json_build_object('of', CASE c.kind WHEN 'link-copy' THEN 'copy' WHEN 'words' THEN 'words' ELSE 'file' END, 'outcome', c.outcome, 'since', c.since)
    FROM file_check c WHERE c.workspace_id = e.workspace_id AND c.subject_id = e.id AND c.outcome <> 'whole' ORDER BY c.kind, c.since LIMIT 1) END`;
