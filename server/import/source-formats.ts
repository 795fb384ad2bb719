/** What `okr import --from` may say. */
export const sourceFormats = ['viva', 'csv', 'markdown', 'text', 'json', 'yaml'] as const;
export type SourceFormat = (typeof sourceFormats)[number];
