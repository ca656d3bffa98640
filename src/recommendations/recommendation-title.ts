/** SQL for the title of a recommendation in the reader's language: its translation where there is one, else the original. */
export const titleOf = (r: string): string =>
  `coalesce(${r}.translations->current_setting('app.language', true)->>'title', ${r}.title)`;

/** A recommendation in brief, in the reader's language. */
export const recommendationJson = (r: string): string =>
  `json_build_object('id', ${r}.id, 'code', ${r}.code, 'title', ${titleOf(r)})`;
