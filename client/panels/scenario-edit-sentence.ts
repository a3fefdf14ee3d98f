/** Words of a vocabulary as they stand at the beginning of a line. */
export const sentenceCase = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Years of a phase; one year is named once. */
export const yearSpan = ({ from, until }: { from: number; until: number }): string =>
  from === until ? String(from) : `${from}–${until}`;
