// What stands between two commas and is not who acts. Pure.

/** "Kenya, which hosts them, should": it becomes spaces, so that places stay. */
const ASIDE =
  /,\s(?:(?:for|in|on|at|as|with|without|by|under|given|despite|pending|through|within|after|before|since|during|throughout|from|like|unlike|along|together|notwithstanding|upon|if|when|while|once|because)|(?:\p{Lu}[\p{L}'-]+(?:,?\s(?:and\s)?)){1,6}(?:foremost|first|included|among them|in the lead|above all|in particular)|for\s(?:his|her|its|their)\spart|(?:[\p{Ll}\d]+\s){0,3}(?:which|whom|whose)|who|whose|where|even|though|although|despite|itself|themselves|as\s\p{Ll}+|(?:the|an?|its|home|host)\s(?=\p{Ll})(?![^,;.]*,\s(?:and|or)\s)|(?:she|he|it|they|\p{Lu}\p{L}+)\s(?:said|says|added|adds|argued|argues|insisted|stressed)(?=,)|(?:working|acting)\s(?:together|jointly|with|through|under)|with\s(?:the\s)?(?:\p{Ll}+\s)?(?:support|assistance|help|backing|cooperation)\s(?:of|from))\b(?:[^,;.]|[.,](?=\d))*,(?=\s"?(?:\p{Ll}+ly\s)?(?:should|must|ought|shall|would|could|is|are|needs?|ha(?:s|ve|d))\b)/gu;

/** The sentence with its asides as spaces. */
export const withoutAside = (sentence: string): string => sentence.replace(ASIDE, (aside) => ' '.repeat(aside.length));
