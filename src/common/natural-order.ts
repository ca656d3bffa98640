/** SQL for text in the order in which people count: "2" before "10". Deterministic, so that a cursor stays where it was. */
export const naturally = (text: string): string => `${text} COLLATE heed_natural`;
