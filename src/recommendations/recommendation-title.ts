/** SQL for the title of a recommendation in the reader's language: its translation where there is one, else the original. */
export const titleOf = (r: string): string =>
  `coalesce(${r}.translations->current_setting('app.language', true)->>'title', ${r}.title)`;

/** SQL for a recommendation in brief with the beginning of its text, in the reader's language where it is translated. */
export const quotedJson = (
  r: string,
): string => `json_build_object('id', ${r}.id, 'code', ${r}.code, 'title', ${titleOf(r)},
  'text', left(coalesce(${translatedText(r)}, ${r}.text), 2000),
  'language', CASE WHEN ${translatedText(r)} IS NULL THEN ${r}.language ELSE current_setting('app.language', true) END)`;

const translatedText = (r: string): string => `${r}.translations->current_setting('app.language', true)->>'text'`;

/** A recommendation in brief, in the reader's language. */
export const recommendationJson = (r: string): string =>
  `json_build_object('id', ${r}.id, 'code', ${r}.code, 'title', ${titleOf(r)})`;
